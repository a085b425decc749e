import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Export } from '../../../shared/roster/export.ts';
import type { RosterList } from '../../../shared/roster/list-roster.ts';
import type { Mailing, MailingWords } from '../../../shared/roster/mailing.ts';
import type { ExportList } from '../../../shared/roster/open-export.ts';
import type { MailingPreview } from '../../../shared/roster/preview-mailing.ts';
import type { RosterFilter, RosterOrder } from '../../../shared/roster/roster-filter.ts';

export type RosterUseCases = {
  listRoster: UseCase<
    RosterFilter & RosterOrder & { roundId: string; cursor?: string | undefined },
    RosterList,
    Failure
  >;
  rebuildRoster: UseCase<{ roundId: string }, unknown, Failure>;
  askExport: UseCase<Pick<Export, 'roundId' | 'format' | 'language' | 'filter'>, Export, Failure>;
  listExports: UseCase<{ roundId: string }, ExportList, Failure>;
  openExport: UseCase<{ exportId: string }, { address: string }, Failure>;
  writeMailing: UseCase<MailingWords & { roundId: string; filter: RosterFilter }, Mailing, Failure>;
  editMailing: UseCase<MailingWords & { mailingId: string; version: number }, Mailing, Failure>;
  previewMailing: UseCase<{ mailingId: string; cursor?: string | undefined }, MailingPreview, Failure>;
  sendMailing: UseCase<
    { mailingId: string; version: number; hold: boolean; applications: number },
    Mailing,
    Failure
  >;
  cancelJob: UseCase<{ jobId: string }, unknown, Failure>;
};
