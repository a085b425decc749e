import { stringify } from 'csv-stringify/sync';
import { matchWeights } from '../../shared/matching/match-weights.ts';
import { type Matching, type OpenAlum, openMatching } from '../../shared/matching/open-matching.ts';
import { type IntroductionPlan, planIntroductions } from '../../shared/matching/plan-introductions.ts';
import { reasonsOf, scoreOf } from '../../shared/matching/score-pair.ts';
import { UsageProblem } from '../command/input-error.ts';
import { writeTogether } from '../command/write-whole.ts';
import { type MatchArguments, readArguments } from './arguments.ts';
import { readAlumni } from './read-alumni.ts';
import { readPartnerships } from './read-partnerships.ts';
import type { Unread } from './read-words.ts';
import { reasonsInWords } from './reasons-in-words.ts';

/** How many of what was not understood the summary quotes; it counts them all. */
const quoted = 50;

/** Reads the files, plans and writes. Throws a `UsageProblem` or a `FileProblem`, and has written nothing then. */
export const runMatch = async (args: readonly string[], now: Date): Promise<void> => {
  const start = performance.now();
  const given = readArguments(args, now);
  const unread: Unread[] = [];
  const tell = (one: Unread) => {
    unread.push(one);
  };
  const [alumni, partnerships] = [readAlumni(given.alumni, tell), readPartnerships(given.partnerships, tell)];
  const matching = openMatching({ alumni, partnerships, weights: matchWeights, year: given.year });
  const plan = planIntroductions(matching, limitsOf(given, matching));
  const matches = matchesCsv(plan);
  const seconds = Math.round(performance.now() - start) / 1000;
  const summary = { ...summaryOf(matching, plan, given), unread: unreadOf(unread), seconds };
  await writeTogether([
    { path: given.out, text: matches },
    { path: given.summary, text: `${JSON.stringify(summary, null, 2)}\n` },
  ]);
};

/** Beyond this an exact plan for many alumni outgrows a machine. */
const mostTop = 50;

/** No more than there are, where there are few. */
const limitsOf = ({ top, perAlum }: MatchArguments, { alumni, partnerships }: Matching) => {
  const limits = { top: Math.min(top, alumni.length), perAlum: Math.min(perAlum, partnerships.length) };
  if (limits.top > mostTop)
    throw new UsageProblem(`--top is at most ${mostTop} where there are more alumni than that`);
  return limits;
};

const points = (hundredths: number) => (hundredths / 100).toFixed(2);

/** `partnership,alum,score,reasons`, by the partnerships' ids, then best first: the same in whatever order rows come. */
const matchesCsv = ({ introductions }: IntroductionPlan): string =>
  stringify([
    ['partnership', 'alum', 'score', 'reasons'],
    ...introductions.map(({ alum, to, score }) => [
      ...[to.facts.id, alum.facts.id, points(score)],
      reasonsInWords(reasonsOf(alum, to)),
    ]),
  ]);

const summaryOf = (matching: Matching, plan: IntroductionPlan, { top, perAlum, year }: MatchArguments) => {
  const { alumni, partnerships } = matching;
  const asked = new Set(plan.introductions.map(({ alum }) => alum));
  const rest = alumni
    .filter((alum) => !asked.has(alum))
    .map((alum) => ({ alum, why: whyOf(matching, alum) }));
  const notAsked = (reason: WhyNotAsked) =>
    rest.flatMap(({ alum, why }) => (why === reason ? [alum.facts.id] : [])).sort();
  const whoNot = {
    notAvailable: notAsked('notAvailable'),
    tiedToNone: notAsked('tiedToNone'),
    othersCameFirst: notAsked('othersCameFirst'),
  };
  return {
    ...{ top, maxPerAlum: perAlum, year },
    partnerships: partnerships.length,
    alumni: alumni.length,
    introductions: plan.introductions.length,
    total: Number(points(plan.total)),
    leftOut: plan.leftOut.map(({ to, why }) => ({ partnership: to.facts.id, why })),
    alumniAsked: asked.size,
    alumniNotAsked: {
      notAvailable: whoNot.notAvailable.length,
      tiedToNone: whoNot.tiedToNone.length,
      othersCameFirst: whoNot.othersCameFirst.length,
    },
    whoWasNotAsked: whoNot,
  };
};

type WhyNotAsked = 'notAvailable' | 'tiedToNone' | 'othersCameFirst';
const whyOf = (matching: Matching, alum: OpenAlum): WhyNotAsked => {
  if (alum.facts.availability === 'none') return 'notAvailable';
  const isTied = matching.partnerships.some((to) => scoreOf(matching, alum, to) > 0);
  return isTied ? 'othersCameFirst' : 'tiedToNone';
};

const unreadOf = (all: readonly Unread[]) => ({
  count: all.length,
  first: all.slice(0, quoted),
});
