import { expect } from 'vitest';
import { defaultLetters } from '../../../shared/awards/default-letters.ts';
import type { Walker } from '../../support/browser.ts';
import { inDays } from '../../support/seeded/clock.ts';
import { type Part, partNames } from './closed-round.ts';
import { written } from './reviewing.ts';
import { lettersTo, pressAndWait, type Stage } from './stage-people.ts';

const decisionOf = ({ applications }: Stage, part: Part) =>
  `/staff/applications/${applications[part].id}/decision`;

const settle = async (stage: Stage, one: Walker, part: Part, action: 'certify' | 'send-back') => {
  await one.open(decisionOf(stage, part));
  await one.press(`main button[value=${action}]`);
};

type Proposed = Readonly<Record<string, string>> & { readonly decision: 'award' | 'waitlist' | 'decline' };

const propose = async (stage: Stage, part: Part, proposed: Proposed) => {
  await stage.office.open(decisionOf(stage, part));
  await stage.office.fill(proposed);
  await stage.office.press('main button[value=propose]');
};

/** 6. The best portfolio with a floor for one theme, what the floor costs, proposed in one act. */
export const choose = async (stage: Stage): Promise<void> => {
  const { office, roundId, t } = stage;
  await office.open(`/staff/rounds/${roundId}/portfolio`);
  await office.fill({
    'floors.0.of': 'theme:young-professionals',
    'floors.0.measure': 'awards',
    'floors.0.least': '1',
  });
  await pressAndWait(stage, office, 'main button[value=plan]');
  const planned = await office.text();
  expect(planned).toContain(t('awards.portfolio.proven'));
  // One with a mean of 4 stands back for one with a mean of 3.
  expect(planned).toContain('−1.00');
  await office.fill({ rest: 'waitlist' });
  await office.press('main button[value=propose]');
  expect(await office.text()).toContain(
    t('awards.portfolio.proposed', { count: 5, failed: 0, certified: 0 }).trim(),
  );
};

/** 6. What one proposed another certifies or sends back; nobody certifies their own. */
export const certifyAll = async (stage: Stage): Promise<void> => {
  const { office, certifying, roundId, t } = stage;
  for (const [at, part] of (['one', 'other'] as const).entries())
    await propose(stage, part, {
      decision: 'waitlist',
      reason: 'Level by every rule; the smaller city goes first.',
      waitlistRank: String(at + 1),
    });
  await office.open(decisionOf(stage, 'other'));
  expect(await office.text()).toContain(t('awards.decide.certify.own'));
  expect(await office.page.locator('main button[value=certify]').count()).toBe(0);

  const [first, second] = certifying;
  await first.open('/staff');
  await first.open(`/staff/rounds/${roundId}/decisions`);
  await settle(stage, first, 'best', 'certify');
  await settle(stage, first, 'young', 'certify');
  await settle(stage, first, 'rival', 'send-back');
  await propose(stage, 'rival', { decision: 'decline', reason: 'Both reviewers see no work plan.' });
  for (const part of ['one', 'other', 'rival'] as const) await settle(stage, second, part, 'certify');
};

/** 7. Letters in both languages, previewed, announced without a mail, released once each. */
export const announce = async (stage: Stage): Promise<void> => {
  const { office, roundId, applications, language } = stage;
  await office.open(`/staff/rounds/${roundId}/letters`);
  await office.fill({ answerBy: `${inDays(40).toISOString().slice(0, 10)}T17:00` });
  await office.press();
  await office.press('main a[href$="/letters/award"]');
  await office.fill({ 'subject.en': 'Your award: {title}', 'subject.ja': '助成のご案内：{title}' });
  await office.press();
  await office.open(`/staff/rounds/${roundId}/letters/preview`);
  for (const part of partNames) expect(await office.text()).toContain(applications[part].owner.email);

  await office.open(`/staff/applications/${applications.best.id}/feedback`);
  expect(await office.page.content()).not.toContain(written.note('best'));
  await office.fill({ 'remarks.0.feedback': 'As staff put it: please name the dates.' });
  await office.press('main button[value=approve]');

  const owners = partNames.map((part) => applications[part].owner.email);
  const counted = () => Promise.all(owners.map(async (email) => (await lettersTo(stage, email)).length));
  const before = await counted();
  await office.open(`/staff/rounds/${roundId}/decisions`);
  await pressAndWait(stage, office, 'main .go');
  expect(await counted()).toEqual(before);
  await office.open('/staff/outbox');
  const form = `main form:has(input[name=roundId][value="${roundId}"])`;
  await pressAndWait(stage, office, `${form} button`);
  expect(await counted()).toEqual(before.map((count) => count + 1));

  const subjects = {
    ...defaultLetters.award.subject,
    en: 'Your award: {title}',
    ja: '助成のご案内：{title}',
  };
  const subjectOf = {
    best: subjects,
    young: subjects,
    one: defaultLetters.waitlist.subject,
    other: defaultLetters.waitlist.subject,
    rival: defaultLetters.decline.subject,
  };
  for (const part of partNames) {
    const { owner, title } = applications[part];
    const letter = (await lettersTo(stage, owner.email)).at(-1);
    expect(letter?.subject).toContain(subjectOf[part][language].replace('{title}', title));
    expect(letter?.body.text).not.toContain(written.note(part));
  }
  expect(await office.page.locator(form).count()).toBe(0);
};

/**
 * 7. An applicant reads what staff approved and nothing else; another declines, and who is next moves up unasked by none,
 * is asked to confirm once that letter too is released, and does.
 */
export const answer = async (stage: Stage): Promise<void> => {
  const { office, certifying, applying, roundId, applications, language, t } = stage;
  const { best, young, one } = applications;
  await applying.best.open(`/applications/${best.id}/outcome`);
  const read = await applying.best.page.content();
  expect(read).toContain('As staff put it: please name the dates.');
  expect(read).not.toContain(written.note('best'));
  await applying.best.press('main button[value=accept]');
  await applying.young.open(`/applications/${young.id}/outcome`);
  await applying.young.press('main button[value=decline-award]');

  await office.open(`/staff/rounds/${roundId}/waitlist`);
  const waiting = await office.text();
  expect(waiting).toContain(t('awards.waitlist.why.declined'));
  expect(waiting).toContain(t('awards.waitlist.covered'));
  const next = office.page.locator('main table', { hasText: t('awards.waitlist.cover') }).locator('tbody tr');
  expect(await next.first().innerText()).toContain(one.title);

  const mailed = (await lettersTo(stage, one.owner.email)).length;
  const proposed = { decision: 'award', amountCents: '6,800', reason: 'Next on the waitlist.' } as const;
  await propose(stage, 'one', proposed);
  await settle(stage, certifying[1], 'one', 'certify');
  await stage.site.platform.settled();
  expect((await lettersTo(stage, one.owner.email)).length).toBe(mailed);
  await office.open('/staff/outbox');
  const held = await office.text();
  expect(held).toContain(one.title);
  expect(held).toContain(one.owner.email);

  await pressAndWait(stage, office, `main form:has(input[name=roundId][value="${roundId}"]) button`);
  const letters = await lettersTo(stage, one.owner.email);
  expect(letters).toHaveLength(mailed + 1);
  const asked = defaultLetters['please-confirm'].subject[language].replace('{title}', one.title);
  expect(letters.at(-1)?.subject).toContain(asked);
  await applying.one.open(`/applications/${one.id}/outcome`);
  await applying.one.press('main button[value=accept]');
  expect(await applying.one.text()).toContain(t('awards.outcome.accepted'));
};
