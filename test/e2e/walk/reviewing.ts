import { expect } from 'vitest';
import { applicationIdOf } from '../../../shared/reviews/review.ts';
import type { Walker } from '../../support/browser.ts';
import { type Part, partNames, parts, profiles } from './closed-round.ts';
import { pathsOf, pressAndWait, type Stage, unfold } from './stage-people.ts';

/** What a reviewer writes of an application, told apart by who reads it. */
export const written = {
  comment: (part: Part) => `Comment on ${part}: measured and clear.`,
  feedback: (part: Part) => `Feedback to ${part}: please name the dates.`,
  note: (part: Part) => `Only for the committee, of ${part}.`,
};

/** 1. Reviewers say who they are; staff settle what nobody can compute and waive what is soft. */
export const meetConflicts = async (stage: Stage): Promise<void> => {
  const { judges, office, roundId, reviewers, language, t } = stage;
  for (const [at, judge] of judges.entries()) {
    await judge.open('/reviews');
    await judge.press('main a[href$="/reviews/profile"]');
    await judge.fill(profiles[language][at] ?? {});
    await judge.press();
    expect(await judge.text()).toContain(t('conflicts.profile.saved'));
  }
  await office.open(`/staff/rounds/${roundId}/conflicts`);
  const found = await office.text();
  for (const kind of ['home', 'rival', 'place-unknown'] as const)
    expect(found).toContain(t(`reviews.reason.${kind}`));
  const [first, second] = reviewers;
  await settle(stage, { part: 'young', personId: second.personId, outcome: 'none' });
  await settle(stage, { part: 'rival', personId: first.personId, outcome: 'waived' });
  const settled = await office.text();
  expect(settled).toContain(t('conflicts.outcome.none'));
  expect(settled).toContain(t('conflicts.outcome.waived'));
};

type Settled = { part: Part; personId: string; outcome: 'none' | 'waived' };

const settle = async ({ office, applications }: Stage, { part, personId, outcome }: Settled) => {
  const of = [
    `[name=applicationId][value="${applications[part].id}"]`,
    `[name=personId][value="${personId}"]`,
  ];
  const form = `form:has(${of[0]}):has(${of[1]}):has(button[value=${outcome}])`;
  await unfold(office, form);
  await office.page.locator(`main ${form} [name=reason]`).fill('Asked by telephone; noted in the file.');
  await office.press(`main ${form} button[value=${outcome}]`);
};

/** 2. Reviewers say what they would like; staff have a plan made, read why, move one place and apply it. */
export const planAssignments = async (stage: Stage): Promise<void> => {
  const { judges, office, roundId, applications, t } = stage;
  const wishes = [
    { want: 'one', not: 'other' },
    { want: 'young', not: 'one' },
    { want: 'best', not: 'rival' },
  ] as const;
  for (const [at, judge] of judges.entries()) {
    const wish = wishes[at] ?? wishes[0];
    await judge.open('/reviews/preferences');
    await judge.press(`main a[href$="/reviews/rounds/${roundId}/preferences"]`);
    await judge.fill({
      [`choices.${applications[wish.want].id}`]: 'want',
      [`choices.${applications[wish.not].id}`]: 'rather-not',
    });
    await judge.press();
  }
  await office.open(`/staff/rounds/${roundId}/assignments`);
  await office.press('main a[href$="/assignments/plan"]');
  await office.fill({ objective: 'total', 'load.min': '2', 'load.max': '5', 'needs.business': '1' });
  await pressAndWait(stage, office, 'main .go');
  const plan = await office.text();
  for (const words of ['why.want', 'figures.best', 'proof.checked', 'proof.title'] as const)
    expect(plan).toContain(t(`assignment.${words}`));
  const planPath = new URL(office.page.url()).pathname.replace(/^\/(en|ja)/, '');

  await movePlace(office);
  expect(await office.text()).toContain(t('assignment.pair.by-hand'));
  await office.open(planPath);
  await pressAndWait(stage, office, 'main button[value=apply]');
  expect(await office.text()).toContain(t('assignment.status.applied'));
};

/** Looks at places in turn until one can be taken by another, and gives it to them, with its cost in view. */
const movePlace = async (office: Walker) => {
  for (const path of await pathsOf(office, 'main a[href*="/move?"]')) {
    await office.open(path);
    const choice = office.page.locator('main [name=to]');
    if ((await choice.count()) === 0) continue;
    expect(await office.text()).toMatch(/[+−±]?\d.*→/);
    await choice.first().check({ force: true });
    await office.press();
    return;
  }
  throw new Error('No place of the plan can be moved');
};

/** 3. One gives a review back and staff hand it on; each declares, scores and submits; one raises a flag. */
export const reviewAll = async (stage: Stage): Promise<void> => {
  const { judges, office, roundId, applications, t } = stage;
  const [, second, third] = judges;
  const given = (await queueOf(third)).find((id) => applicationIdOf(id) !== applications.best.id);
  if (!given) throw new Error('The third reviewer has nothing to give back');
  await third.open(`/reviews/${given}`);
  await third.press('main a[href$="/decline"]');
  const reason = 'I am away until the end of the month.';
  await third.fill({ reason });
  await third.press();
  expect(await third.text()).toContain(reason);
  await office.open(`/staff/rounds/${roundId}/progress`);
  expect(await office.text()).toContain(reason);
  await handOn(office, given);

  const leftOpen = await progressLeftOpen(stage);
  for (const judge of judges) for (const id of await queueOf(judge)) await reviewOne(stage, judge, id);
  await leftOpen.catchesUp();
  const [flagged] = await queueOf(second);
  await second.open(`/reviews/${flagged}`);
  await unfold(second, 'form[action$="/flags"]');
  await second.page
    .locator('main form[action$="/flags"] [name=reason]')
    .fill('A telephone number stands here.');
  await second.press('main form[action$="/flags"] button');
  await office.open(`/staff/rounds/${roundId}/progress`);
  expect(await office.text()).toContain('A telephone number stands here.');
  await office.page.locator('main form:has([value=settle-flag]) [name=note]').fill('Redacted, thank you.');
  await office.press('main form:has([value=settle-flag]) button');
  await second.open(`/reviews/${flagged}`);
  expect(await second.text()).toContain('Redacted, thank you.');
  expect(await second.text()).toContain(t('reviews.flag.settled'));
};

/** A window of the office's, left open on the page of progress; its half minutes pass as told. */
const progressLeftOpen = async ({ office, site, language, roundId }: Stage) => {
  const signedIn = await office.page.context().storageState();
  const context = await office.page.context().browser()?.newContext({ storageState: signedIn });
  if (!context) throw new Error('The office has no browser any more');
  const tab = await context.newPage();
  await tab.clock.install();
  const path = `/staff/rounds/${roundId}/progress`;
  await tab.goto(`${site.platform.origin}/${language}${path}`);
  const table = 'main [data-fresh] table';
  const before = await tab.locator(table).innerText();
  let loads = 0;
  tab.on('load', () => loads++);
  return {
    /** To what a full load shows, without one. */
    catchesUp: async () => {
      await office.open(path);
      const now = await office.page.locator(table).innerText();
      expect(now).not.toBe(before);
      await tab.clock.fastForward('00:30');
      await expect.poll(() => tab.locator(table).innerText(), { timeout: 10_000 }).toBe(now);
      expect(loads).toBe(0);
      await context.close();
    },
  };
};

/** The reviews in one's queue. */
export const queueOf = async (judge: Walker): Promise<readonly string[]> => {
  await judge.open('/reviews');
  const own = /^\/reviews\/([0-9a-f-]{36}-[0-9a-f]+)$/;
  const paths = await pathsOf(judge, 'main table a[href*="/reviews/"]');
  return paths.flatMap((path) => own.exec(path)?.[1] ?? []);
};

const handOn = async (office: Walker, reviewId: string) => {
  const form = `form:has([name=applicationId][value="${applicationIdOf(reviewId)}"])`;
  await unfold(office, form);
  const from = office.page.locator(`main ${form} [name=reviewId]`);
  const place = await from.locator(`option[value^="${reviewId}/"]`).getAttribute('value');
  await from.selectOption(place);
  await office.page.locator(`main ${form} [name=reviewerId]`).selectOption({ index: 1 });
  await office.press(`main ${form} button`);
};

/** The declaration on a page of its own, before a word of the application; then scores, words and the submission. */
const reviewOne = async ({ applications }: Stage, judge: Walker, reviewId: string) => {
  const part = partNames.find((name) => applications[name].id === applicationIdOf(reviewId));
  if (!part) throw new Error(`No application of the round: ${reviewId}`);
  await judge.open(`/reviews/${reviewId}`);
  expect(judge.page.url()).toContain('/conflict');
  expect(await judge.text()).not.toContain('workshops, kitchens');
  await judge.fill({ declaration: 'none' });
  await judge.press();
  expect(await judge.text()).toContain('workshops, kitchens');
  expect(await judge.page.locator('main #others').count()).toBe(0);
  const points = String(parts[part]);
  await judge.fill({ 'scores.outcomes': points, 'scores.feasibility': points, confidence: 'fairly' });
  await judge.fill({
    'comments.outcomes': written.comment(part),
    feedbackToApplicant: written.feedback(part),
    noteToCommittee: written.note(part),
  });
  await judge.press('main button[value=submit]');
  expect(await judge.page.locator('main #others').count()).toBe(1);
};
