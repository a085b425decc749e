import type { Work } from '../jobs/job.port.ts';
import type { Clock } from '../kernel/clock.ts';
import { fail, ok } from '../kernel/result.ts';
import type { AlumCards } from './alum-card.port.ts';
import { type GroundPorts, openGround } from './ground.ts';
import { keepStudy } from './keep-study.ts';
import { matchPage } from './list-alumni-for.ts';
import type { MatchEntry } from './match-list.ts';
import { rankedFor } from './remake-lists.ts';
import type { Studies } from './study.port.ts';
import type { StudyRow } from './study.ts';

type Ports = GroundPorts & {
  studies: Pick<Studies, 'find' | 'keep' | 'save'>;
  cards: Pick<AlumCards, 'onShelf'>;
  clock: Clock;
};

/** By the weights in force, by the others, keeping. */
const steps = 3;

const without = (all: readonly MatchEntry[], others: readonly MatchEntry[]) => {
  const known = new Set(others.map(({ alum }) => alum.alumId));
  return all
    .filter(({ alum }) => !known.has(alum.alumId))
    .map(({ alum, score }) => ({ alumId: alum.alumId, score }));
};

/**
 * The work behind trying other weights: every partnership's first twenty by those in force and by the others, and who would
 * come in and who would go. Two walks through all cards; it changes nothing.
 */
export const tryWeightsWork =
  (ports: Ports): Work =>
  async (job, report) => {
    const study = await ports.studies.find(job.about);
    const tried = study?.weights;
    if (!study || !tried) return fail({ kind: 'work-failed', reason: 'facts-missing' });
    if (study.status === 'made') return ok(undefined);
    const now = ports.clock();
    const standing = await openGround(ports)(now);
    const ids = [...standing.of.keys()];
    const before = await rankedFor(ports.cards, standing, ids, matchPage);
    const first = await report(1, steps);
    if (!first.ok) return first;
    const others = { find: async () => ({ version: 0, weights: tried }) };
    const ground = await openGround({ ...ports, weights: others })(now);
    const after = await rankedFor(ports.cards, ground, ids, matchPage);
    const second = await report(2, steps);
    if (!second.ok) return second;
    const listed = (lists: typeof before) =>
      new Set([...lists.values()].flatMap((all) => all.map(({ alum }) => alum.alumId)));
    const rows = ids.flatMap((partnershipId): StudyRow[] => {
      const [was, is] = [before.get(partnershipId) ?? [], after.get(partnershipId) ?? []];
      const [picks, gone] = [without(is, was), without(was, is)];
      const isMoved = is.some(({ alum }, at) => alum.alumId !== was[at]?.alum.alumId);
      return picks.length + gone.length > 0 || isMoved ? [{ partnershipId, picks, gone }] : [];
    });
    const figures = {
      ...{ partnerships: ids.length, alumni: listed(after).size, alumniAsked: 0, introductions: 0 },
      ...{ total: 0, unavailable: 0, tiedToNone: 0, othersFirst: 0 },
      leftOut: ids.filter((id) => (after.get(id) ?? []).length === 0).length,
      changed: rows.length,
    };
    return keepStudy(ports, { study, rows, figures, attempt: job.tries });
  };
