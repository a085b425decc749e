import type { Work } from '../jobs/job.port.ts';
import type { Clock } from '../kernel/clock.ts';
import { fail, ok } from '../kernel/result.ts';
import type { AlumFacts } from '../matching/match-facts.ts';
import { type Matching, type OpenAlum, openMatching } from '../matching/open-matching.ts';
import { type IntroductionPlan, planIntroductions } from '../matching/plan-introductions.ts';
import { scoreOf, tieOf } from '../matching/score-pair.ts';
import { jetaaChapter, statesOf } from '../reference/jetaa-chapters.ts';
import type { AlumCards } from './alum-card.port.ts';
import { type AlumCard, factsOfCard } from './alum-card.ts';
import { type GroundPorts, openGround } from './ground.ts';
import { keepStudy } from './keep-study.ts';
import { everyCard } from './remake-lists.ts';
import type { Studies } from './study.port.ts';
import type { Study, StudyFigures, StudyRow } from './study.ts';

type Ports = GroundPorts & {
  studies: Pick<Studies, 'find' | 'keep' | 'save'>;
  cards: Pick<AlumCards, 'onShelf'>;
  clock: Clock;
};

/** Reading, planning, keeping. */
const steps = 3;
/** As many as an alum bears at once, whatever they wish. */
const perAlum = 3;

const isOf = (chapterId: string | undefined) => (card: AlumCard) =>
  chapterId === undefined || (card.consents.chapter === true && card.chapter === chapterId);

/**
 * An alum as they may be asked now: requests that are open take their places, and whoever has asked is left out, be the
 * request an expired one.
 */
const factsNow = (card: AlumCard, now: Date): AlumFacts => {
  const open = card.open.filter(({ expiresAt }) => new Date(expiresAt) > now);
  const resting = card.resting.filter(({ until }) => new Date(until) > now);
  return {
    ...factsOfCard(card),
    most: Math.max(0, Math.min(card.most, perAlum) - open.length),
    barred: [...card.blocked, ...[...card.open, ...resting].map(({ partnershipId }) => partnershipId)],
  };
};

/**
 * The work behind a plan of introductions: everyone who may be asked, of a chapter or of all, and the partnerships of its states
 * or all, planned exactly. It suggests, and asks nobody.
 */
export const planIntroductionsWork =
  (ports: Ports): Work =>
  async (job, report) => {
    const study = await ports.studies.find(job.about);
    if (!study) return fail({ kind: 'work-failed', reason: 'facts-missing' });
    if (study.status === 'made') return ok(undefined);
    const now = ports.clock();
    const ground = await openGround(ports)(now);
    const alumni: AlumFacts[] = [];
    // Whoever is not to be asked at all stands in it too: a partnership is told that such is why it has nobody.
    await everyCard(ports.cards, (page) => {
      for (const card of page.filter(isOf(study.chapterId)))
        if (card.consents.matched) alumni.push(factsNow(card, now));
    });
    const read = await report(1, steps);
    if (!read.ok) return read;
    const matching = await openPlan(ports, study, { ground, alumni });
    const plan = planIntroductions(matching, { top: study.top, perAlum });
    const planned = await report(2, steps);
    if (!planned.ok) return planned;
    const figures = figuresOf(matching, plan);
    return keepStudy(ports, { study, rows: rowsOf(matching, plan), figures, attempt: job.tries });
  };

type Given = {
  readonly ground: Awaited<ReturnType<ReturnType<typeof openGround>>>;
  readonly alumni: readonly AlumFacts[];
};

const openPlan = async ({ weights }: Ports, { chapterId }: Study, { ground, alumni }: Given) => {
  const chapter = chapterId === undefined ? undefined : jetaaChapter(chapterId);
  const states = new Set(chapter ? statesOf(chapter) : []);
  const facts = ground.matching.partnerships.map((one) => one.facts);
  const { year } = ground.basisOf('');
  return openMatching({
    alumni,
    partnerships: chapter ? facts.filter(({ us }) => states.has(us.state)) : facts,
    weights: (await weights.find()).weights,
    year,
  });
};

const rowsOf = (
  { partnerships }: Matching,
  { introductions, leftOut }: IntroductionPlan,
): readonly StudyRow[] => {
  const picks = Map.groupBy(introductions, ({ to }) => to);
  const whys = new Map(leftOut.map(({ to, why }) => [to, why]));
  return partnerships.map((to): StudyRow => {
    const why = whys.get(to);
    return {
      partnershipId: to.facts.id,
      picks: (picks.get(to) ?? []).map(({ alum, score }) => ({ alumId: alum.facts.id, score })),
      gone: [],
      ...(why && { why }),
    };
  });
};

const figuresOf = (matching: Matching, { introductions, total, leftOut }: IntroductionPlan): StudyFigures => {
  const { alumni, partnerships } = matching;
  const asked = new Set(introductions.map(({ alum }) => alum));
  const why = (alum: OpenAlum): 'unavailable' | 'tiedToNone' | 'othersFirst' => {
    const { availability, most } = alum.facts;
    if (availability === 'none' || most === 0) return 'unavailable';
    const tied = partnerships.filter((to) => tieOf(matching, alum, to) > 0);
    if (tied.length === 0) return 'tiedToNone';
    // Where each of those may not ask them, they are not to be asked now.
    return tied.some((to) => scoreOf(matching, alum, to) > 0) ? 'othersFirst' : 'unavailable';
  };
  const counts = { unavailable: 0, tiedToNone: 0, othersFirst: 0 };
  for (const alum of alumni) if (!asked.has(alum)) counts[why(alum)] += 1;
  return {
    partnerships: partnerships.length,
    alumni: alumni.length,
    introductions: introductions.length,
    total,
    alumniAsked: asked.size,
    ...counts,
    leftOut: leftOut.length,
    changed: 0,
  };
};
