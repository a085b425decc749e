import { expect, test } from 'vitest';
import { listPreferenceRounds } from '../../../../shared/assignment/list-preference-rounds.ts';
import { savePreferences } from '../../../../shared/assignment/save-preferences.ts';
import { viewPreferences } from '../../../../shared/assignment/view-preferences.ts';
import { applicationsNamed, planWorld } from '../../../support/plan-world.ts';
import { aRound, inReview, reviewer, staff } from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const r1 = aPerson('r1', ...reviewer('r1').roles);
const office = aPerson('staff-1', ...staff.roles);
const path = '/en/reviews/rounds/round-1/preferences';

const given = (round = aRound()) => {
  const aside = { applicationId: 'a2', roundId: 'round-1', personId: 'r1', reason: 'A friend', at: '' };
  const [a1, a2, a3] = applicationsNamed('a1', 'a2', 'a3');
  if (!a1 || !a2 || !a3) throw new Error('the builder no longer fits');
  const world = planWorld({
    round,
    applications: [a1, { ...a2, title: 'Two rivers, one workshop' }, a3],
    people: [reviewer('r1')],
    conflicts: [aside],
  });
  const preferences = {
    listPreferenceRounds: listPreferenceRounds(world),
    viewPreferences: viewPreferences(world),
    savePreferences: savePreferences(world),
  };
  const site = webApp({ people: [r1, office], useCases: { preferences }, ports: { clock: () => inReview } });
  return { ...site, world };
};

test('a reviewer says what they want by form, all at once, and finds it again', async () => {
  const { get, post, world } = given();
  const html = await (await get(path, { as: r1 })).text();
  // Before a declaration nothing of any is shown but its cities and theme.
  expect(html).toContain('Only the cities and the theme are shown');
  expect(html).not.toContain('A shop window');
  expect(html).not.toContain('Two rivers');
  expect(html).toContain('No mail goes to anyone.');
  const form = { version: '0', most: '４', 'choices.a1': 'want', 'choices.a3': 'rather-not' };
  expect((await post(path, form, { as: r1 })).status).toBe(303);
  expect(await world.preferences.find('r1', 'round-1')).toMatchObject({
    most: 4,
    choices: { a1: 'want', a3: 'rather-not' },
  });
  expect(await (await get(path, { as: r1 })).text()).toMatch(/value="want"[^>]*checked/);
  expect(await (await get(path.replace('/en/', '/ja/'), { as: r1 })).text()).toContain('担当したい');
});

test('a conflict is declared by form, with its reason; then the pair alone is shown, in both languages', async () => {
  const { get, post, world } = given();
  const form = { version: '0', 'choices.a1': 'conflict', 'conflicts.a1': 'My sister', 'choices.a3': 'want' };
  expect((await post(path, form, { as: r1 })).status).toBe(303);
  expect(world.staffConflicts.held.at(-1)).toMatchObject({ applicationId: 'a1', reason: 'My sister' });
  expect((await world.preferences.find('r1', 'round-1'))?.choices).toEqual({ a3: 'want' });
  for (const [address, words] of [
    [path, 'Conflict declared'],
    [path.replace('/en/', '/ja/'), '利益相反を申告済み'],
  ] as const) {
    const html = await (await get(address, { as: r1 })).text();
    expect(html).toContain(words);
    expect(html).toContain('choices.a3');
    expect(html).not.toContain('choices.a1');
    expect(html).not.toContain('My sister');
  }
});

test.each([
  ['without a reason', { 'choices.a1': 'conflict', 'conflicts.a1': '' }, 'please fill this in'],
  ['with too long a one', { 'choices.a1': 'conflict', 'conflicts.a1': 'long '.repeat(101) }, 'too long'],
  ['beside another choice', { 'choices.a1': 'want', 'conflicts.a1': 'My sister' }, 'also wrote a reason'],
])('a conflict %s is refused at its field, and nothing is declared', async (_, typed, words) => {
  const { post, world } = given();
  const refused = await post(path, { version: '0', ...typed }, { as: r1 });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain('href="#conflicts-a1"');
  expect(html).toContain(words);
  expect(html).toContain(typed['conflicts.a1'].trim());
  expect(world.staffConflicts.held).toHaveLength(1);
});

test('what was typed wrongly comes back, marked', async () => {
  const { post } = given();
  const refused = await post(path, { version: '0', most: 'few', 'choices.a1': 'want' }, { as: r1 });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain('value="few"');
  expect(html).toContain('href="#most"');
});

test('closed, the page says why and lists nothing', async () => {
  const { get } = given(aRound({ closes: '2027-03-01T17:00', reviewDue: '2027-04-01T17:00' }));
  const html = await (await get(path, { as: r1 })).text();
  expect(html).toContain('Preferences open once submissions have closed');
  expect(html).not.toContain('A shop window');
});

test('the rounds one reviews in are listed with their state', async () => {
  const { get } = given();
  const html = await (await get('/en/reviews/preferences', { as: r1 })).text();
  expect(html).toContain(`href="${path}"`);
  expect(html).toContain('open now');
});

test('nobody else has such a page', async () => {
  const { get } = given();
  expect((await get(path, { as: office })).status).toBe(404);
});
