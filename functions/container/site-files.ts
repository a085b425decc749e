import { S3Client } from '@aws-sdk/client-s3';
import { attachmentFiles } from '../../shared/applications/attachments.files.ts';
import { exportAddress } from '../../shared/roster/export-address.files.ts';
import type { SiteEngines, TableEngines } from './site-engines.ts';
import type { SiteUseCases, WebSettings } from './web.ts';

/** For the pages that hand files over: the others do without the file store's client. */
export const withFiles =
  <UseCases>(useCasesOn: (engines: SiteEngines) => SiteUseCases<UseCases>) =>
  (engines: TableEngines, { FILES_BUCKET: bucket }: WebSettings): SiteUseCases<UseCases> => {
    const client = new S3Client();
    return useCasesOn({
      ...engines,
      files: attachmentFiles({ client, bucket, publicOrigin: engines.publicOrigin }),
      exportFiles: { address: exportAddress({ client, bucket }) },
    });
  };
