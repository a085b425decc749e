import { randomUUID } from 'node:crypto';
import { jobWrites } from '../../../../shared/jobs/job.store.ts';
import { askFor } from '../../../../shared/jobs/job-steps.ts';
import { exportStore } from '../../../../shared/roster/export.store.ts';
import type { Export } from '../../../../shared/roster/export.ts';
import { mailingStore } from '../../../../shared/roster/mailing.store.ts';
import { newMailing } from '../../../../shared/roster/mailing-steps.ts';
import type { Someone } from '../../../support/seeded/people.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import { always, type Probes } from './probe.ts';

const words = {
  subject: { en: 'About {title}', ja: '' },
  body: { en: 'Dear {name}, {page}', ja: '' },
  to: 'owners',
} as const;

export const rosterProbes =
  ({ table }: SeededPlatform): Probes<'roster'> =>
  (world) => {
    const ofRound = { params: { roundId: world.committee.id } };
    const ofEmptyRound = async () => ({ params: { roundId: (await world.closedRound()).id } });

    let reviewed: ReturnType<typeof world.inReview> | undefined;
    /** Nothing here changes it: one is enough. */
    const austins = () => {
      reviewed ??= world.inReview('austin');
      return reviewed;
    };
    /** An export of Austin's application as it stands once someone has asked for it, or once it is written. */
    const exported = async (by: string, file?: Export['file']) => {
      const { id: applicationId } = await austins();
      const id = randomUUID();
      const act = { by, at: new Date() };
      const roundId = world.committee.id;
      const job = askFor({ id: randomUUID(), kind: 'write-export', roundId, about: id }, act);
      const asked: Export = {
        ...{ id, version: 1, roundId, format: 'csv', language: 'en', filter: {}, applications: 1 },
        ...{ askedBy: by, askedAt: act.at.toISOString(), jobId: job.job.id },
        ...(file && { file }),
      };
      // Without its event the relay tells nobody: it stays as it is.
      await exportStore(table, { jobWrites }).ask({
        ...{ asked, applicationIds: [applicationId], events: [] },
        job: { ...job, events: [] },
      });
      return { params: { exportId: id } };
    };
    const written = (): NonNullable<Export['file']> => ({
      ...{ bytes: 10, missing: 0, owed: [] },
      writtenAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    const ownOr = (as: Someone | undefined) => as?.personId ?? world.colleague.personId;
    const draft = async (round = world.committee) => {
      const { mailing } = newMailing(
        { ...words, id: randomUUID(), roundId: round.id, filter: {} },
        { by: world.colleague.personId, at: new Date() },
      );
      await mailingStore(table, { jobWrites }).save({ mailing, events: [] });
      return { params: { mailingId: mailing.id }, version: 1 };
    };

    return {
      listRoster: { 'of a closed round': always(ofRound) },
      rebuildRoster: { 'of a closed round': ofEmptyRound },
      askExport: {
        'of a round with nothing sent': async () => ({ ...(await ofEmptyRound()), body: { format: 'csv' } }),
      },
      listExports: { 'one’s own of a closed round': always(ofRound) },
      viewExport: {
        'one’s own': async (as) => exported(ownOr(as)),
        'a colleague’s': async () => exported(world.colleague.personId),
      },
      openExport: {
        'one’s own, not written yet': async (as) => exported(ownOr(as)),
        'one’s own with Austin’s': async (as) => exported(ownOr(as), written()),
        'a colleague’s': async () => exported(world.colleague.personId, written()),
      },
      writeMailing: { 'of a closed round': async () => ({ ...(await ofEmptyRound()), body: words }) },
      editMailing: { 'a draft': async () => ({ ...(await draft()), body: words }) },
      previewMailing: { 'a draft': async () => draft() },
      sendMailing: {
        'a draft to nobody': async () => ({
          ...(await draft(await world.closedRound())),
          body: { hold: true, applications: 0 },
        }),
      },
    };
  };
