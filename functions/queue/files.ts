import { fileKey } from '../../shared/applications/attachment.ts';
import { createContainer } from '../container/files.ts';
import type { Log } from '../middleware/event.ts';
import { fileNoticeSchema } from '../middleware/file-notice.ts';
import { log } from '../middleware/log.ts';
import { eachBody } from '../middleware/task-batch.ts';

type Ports = Pick<ReturnType<typeof createContainer>, 'noteFile' | 'dropFiles' | 'scanStateOf' | 'clock'>;

/** Notes what came to the file store and what a scanner says of it; deletes what nobody holds any more. */
export const createHandler = ({ noteFile, dropFiles, scanStateOf, clock }: Ports, write: Log) =>
  eachBody(async (body) => {
    const notice = fileNoticeSchema.parse(body);
    if (notice.kind === 'message' || notice.kind === 'came-back') return;
    if (notice.kind === 'event') {
      const { event } = notice;
      if (event.type === 'application-withdrawn') {
        write({ level: 'info', subject: event.subject, dropped: await dropFiles(event) });
        return;
      }
      const applicationId = event.subject.replace(/^application#/, '');
      const key = fileKey({ applicationId, id: String(event.data.attachmentId) });
      write({ level: 'info', key, file: await noteFile(key, clock()) });
      return;
    }
    const { key } = notice;
    const said =
      notice.kind === 'scanned' ? { etag: notice.etag, scan: scanStateOf(notice.result) } : undefined;
    write({ level: 'info', key, scan: said?.scan, file: await noteFile(key, clock(), said) });
  }, write);

export const handler = createHandler(createContainer(process.env), log);
