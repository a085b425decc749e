import type { Work } from '../jobs/job.port.ts';
import type { Clock } from '../kernel/clock.ts';
import { fail, ok } from '../kernel/result.ts';
import type { AlumFacts } from '../matching/match-facts.ts';
import { type Matching, openMatching } from '../matching/open-matching.ts';
import { type IntroductionPlan, planIntroductions } from '../matching/plan-introductions.ts';
import { scoreOf } from '../matching/score-pair.ts';
import { jetaaChapter, statesOf } from '../reference/jetaa-chapters.ts';
import type { AlumCards } from './alum-card.port.ts';
import { type AlumCard, factsOfCard, isListed } from './alum-card.ts';
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

/** An alum as they may be asked now: requests that are open take their places, and whoever has asked is left out. */
const factsNow = (card: AlumCard, now: Date): AlumFacts => {
  const open = card.open.filter(({ expiresAt }) => new Date(expiresAt) > now);
  const resting = card.resting.filter(({ until }) => new Date(until) > now);
  return {
    ...factsOfCard(card),
    most: Math.max(0, Math.min(card.most, perAlum) - open.length),
    barred: [...card.blocked, ...[...open, ...resting].map(({ partnershipId }) => partnershipId)],
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
    const cards: AlumCard[] = [];
    let unavailable = 0;
    await everyCard(ports.cards, (page) => {
      for (const card of page.filter(isOf(study.chapterId)))
        if (isListed(card)) cards.push(card);
        else if (card.consents.matched) unavailable += 1;
    });
    const read = await report(1, steps);
    if (!read.ok) return read;
    const matching = await openPlan(ports, study, {
      ground,
      alumni: cards.map((one) => factsNow(one, now)),
      now,
    });
    const plan = planIntroductions(matching, { top: study.top, perAlum });
    const planned = await report(2, steps);
    if (!planned.ok) return planned;
    const figures = figuresOf(matching, plan, unavailable);
    return keepStudy(ports, { study, rows: rowsOf(matching, plan), figures, attempt: job.tries });
  };

type Given = {
  readonly ground: Awaited<ReturnType<ReturnType<typeof openGround>>>;
  readonly alumni: readonly AlumFacts[];
  readonly now: Date;
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

const figuresOf = (
  matching: Matching,
  { introductions, total, leftOut }: IntroductionPlan,
  unavailable: number,
): StudyFigures => {
  const { alumni, partnerships } = matching;
  const asked = new Set(introductions.map(({ alum }) => alum));
  const rest = alumni.filter((alum) => !asked.has(alum));
  const willing = rest.filter(({ facts }) => facts.most !== 0);
  const tied = willing.filter((alum) => partnerships.some((to) => scoreOf(matching, alum, to) > 0)).length;
  return {
    partnerships: partnerships.length,
    alumni: alumni.length + unavailable,
    introductions: introductions.length,
    total,
    alumniAsked: asked.size,
    unavailable: unavailable + rest.length - willing.length,
    tiedToNone: willing.length - tied,
    othersFirst: tied,
    leftOut: leftOut.length,
    changed: 0,
  };
};
