import type { Withdrawals } from '../alumni/alum.port.ts';
import { alumNumber } from '../alumni/alum.ts';
import type { Jobs } from '../jobs/job.port.ts';
import { type SeenJob, seenJob } from '../jobs/view-job.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Partnerships } from '../partnerships/partnership.port.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import type { AlumCards } from './alum-card.port.ts';
import { factsOfCard, isListed } from './alum-card.ts';
import { type GroundPorts, openGround } from './ground.ts';
import { type ToldReason, wordsOf } from './match-words.ts';
import { mayPlan } from './may-plan.ts';
import type { Studies } from './study.port.ts';
import type { Study, StudyRow } from './study.ts';

/** A chapter's latest plans or the network's, newest first. */
export const listIntroductionPlans =
  ({
    studies,
  }: {
    studies: Pick<Studies, 'latest'>;
  }): UseCase<{ chapterId?: string | undefined }, { items: readonly Study[] }, NotFound> =>
  async (actor, { chapterId }) =>
    mayPlan(actor, chapterId)
      ? ok({ items: await studies.latest('plan', chapterId) })
      : fail({ kind: 'not-found' });

type ViewPorts = GroundPorts & {
  partnerships: Pick<Partnerships, 'confirmed' | 'many'>;
  studies: Pick<Studies, 'find' | 'shelf'>;
  jobs: Pick<Jobs, 'find'>;
  cards: Pick<AlumCards, 'many'>;
  withdrawals: Pick<Withdrawals, 'all'>;
};

export type StudiedAlum = {
  readonly alumId: string;
  readonly number: string;
  /** In hundredths of a point, as it was worked out. */
  readonly score: number;
  readonly reasons: readonly ToldReason[];
};
export type StudiedRow = {
  readonly partnership: Partnership;
  readonly picks: readonly StudiedAlum[];
  readonly gone: readonly StudiedAlum[];
  readonly why?: StudyRow['why'];
};
export type StudyView = {
  readonly study: Study;
  readonly job: SeenJob | undefined;
  readonly rows: readonly StudiedRow[];
  readonly page: number;
  readonly pages: number;
};

/**
 * What was worked out, twenty partnerships a page. Whoever has withdrawn since, or is not to be asked any more, is left out: the
 * pages hold ids alone, and what is told of an alum is read anew.
 */
export const viewStudy =
  (ports: ViewPorts): UseCase<{ studyId: string; page?: number | undefined }, StudyView, NotFound> =>
  async (actor, { studyId, page = 1 }, { receivedAt }) => {
    const study = await ports.studies.find(studyId);
    if (!study || !mayPlan(actor, study.chapterId)) return fail({ kind: 'not-found' });
    const [job, rows, withdrawals] = await Promise.all([
      ports.jobs.find(study.jobId),
      study.status === 'made' ? ports.studies.shelf(studyId, page - 1) : [],
      ports.withdrawals.all(),
    ]);
    const view = { study, job: job && seenJob(job, receivedAt), page, pages: Math.max(1, study.shelves) };
    if (rows.length === 0) return ok({ ...view, rows: [] });
    const ids = rows.flatMap(({ picks, gone }) => [...picks, ...gone].map(({ alumId }) => alumId));
    // Who withdrew is read before the cards: whoever is no longer withdrawn has another card by then.
    const [cards, partnerships, ground] = await Promise.all([
      ports.cards.many(ids),
      ports.partnerships.many(rows.map(({ partnershipId }) => partnershipId)),
      openGround(ports)(receivedAt),
    ]);
    const gone = new Set(
      withdrawals
        .filter(({ purposes }) => purposes.includes('matched') || purposes.includes('chapter'))
        .map(({ alumId }) => alumId),
    );
    const known = new Map(
      cards
        .filter(
          (card) =>
            isListed(card) &&
            !gone.has(card.alumId) &&
            (study.chapterId === undefined ||
              (card.consents.chapter === true && card.chapter === study.chapterId)),
        )
        .map((card) => [card.alumId, { card, open: ground.matching.open(factsOfCard(card)) }]),
    );
    const told = (picks: StudyRow['picks'], partnershipId: string) =>
      picks.flatMap(({ alumId, score }): StudiedAlum[] => {
        const [one, to] = [known.get(alumId), ground.of.get(partnershipId)];
        if (!one || !to || one.card.blocked.includes(partnershipId)) return [];
        return [
          { alumId, number: alumNumber(alumId), score, reasons: wordsOf(one.open, to, one.card).reasons },
        ];
      });
    return ok({
      ...view,
      rows: rows.flatMap(({ partnershipId, picks, gone: left, why }): StudiedRow[] => {
        const partnership = partnerships.find(({ id }) => id === partnershipId);
        if (!partnership) return [];
        return [
          {
            partnership,
            picks: told(picks, partnershipId),
            gone: told(left, partnershipId),
            ...(why && { why }),
          },
        ];
      }),
    });
  };
