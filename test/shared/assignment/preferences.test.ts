import { expect, test } from 'vitest';
import { assignmentApi } from '../../../shared/assignment/assignment.api.ts';
import { listPreferenceRounds } from '../../../shared/assignment/list-preference-rounds.ts';
import { saveSettings, viewSettings } from '../../../shared/assignment/round-settings.ts';
import { savePreferences } from '../../../shared/assignment/save-preferences.ts';
import { usualSettings } from '../../../shared/assignment/settings.ts';
import { viewPreferences } from '../../../shared/assignment/view-preferences.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { applicationsNamed, planWorld } from '../../support/plan-world.ts';
import { anApplication, aRound, callAt, memberOf, reviewer, staff } from '../../support/reviews-fakes.ts';

const r1 = reviewer('r1');
const aside = { applicationId: 'a2', roundId: 'round-1', personId: 'r1', reason: 'A friend', at: '' };
const world = (over: Partial<Parameters<typeof planWorld>[0]> = {}) =>
  planWorld({
    applications: applicationsNamed('a1', 'a2', 'a3'),
    people: [r1, reviewer('r2')],
    conflicts: [aside],
    ...over,
  });
const of = { roundId: 'round-1' };

test('lists pair and theme of what one has no conflict with, and of what one declared the pair alone', async () => {
  const seen = await viewPreferences(world())(r1, of, callAt());
  if (!seen.ok) throw new Error(seen.failure.kind);
  expect(seen.value.items.map(({ applicationId }) => applicationId)).toEqual(['a1', 'a3']);
  expect(Object.keys(seen.value.items[0] ?? {}).sort()).toEqual(['applicationId', 'choice', 'pair', 'theme']);
  const { pair } = anApplication();
  expect(seen.value.declared).toEqual([{ applicationId: 'a2', pair }]);
});

test('shows no word of an applicant’s before a declaration, nor does the API have a place for one', async () => {
  const seen = await viewPreferences(world())(r1, of, callAt());
  if (!seen.ok) throw new Error(seen.failure.kind);
  const answer = assignmentApi.viewPreferences.output.parse(seen.value);
  for (const { title } of applicationsNamed('a1', 'a2', 'a3'))
    for (const told of [seen.value, answer]) expect(JSON.stringify(told)).not.toContain(title);
  const titled = { ...answer, items: answer.items.map((item) => ({ ...item, title: 'A shop window' })) };
  expect(JSON.stringify(assignmentApi.viewPreferences.output.parse(titled))).not.toContain('A shop window');
});

test('a reviewer whose organisation applies in the round is offered nothing', async () => {
  const rival = reviewer('r1', memberOf('of-a1'));
  const seen = await viewPreferences(world({ people: [rival], conflicts: [] }))(rival, of, callAt());
  expect(seen).toMatchObject({ value: { items: [], declared: [] } });
});

test('saves all that was shown at once, and keeps what was said elsewhere', async () => {
  const site = world();
  const save = savePreferences(site);
  const first = { ...of, version: 0, most: 4, choices: { a1: 'want', a3: 'none' } } as const;
  const saved = await save(r1, first, callAt());
  expect(saved).toMatchObject({ value: { version: 1, most: 4, choices: { a1: 'want' } } });
  // A second click.
  expect(await save(r1, first, callAt())).toEqual(saved);
  const second = { ...of, version: 1, choices: { a3: 'rather-not' } } as const;
  expect(await save(r1, second, callAt())).toMatchObject({
    value: { version: 2, choices: { a1: 'want', a3: 'rather-not' } },
  });
  expect(await save(r1, { ...first, choices: { a1: 'willing' } }, callAt())).toEqual(
    fail({ kind: 'stale', current: 2 }),
  );
});

test('one with a conflict looks like one that does not exist, and so does another round’s', async () => {
  const elsewhere = anApplication({ id: 'a4', roundId: 'round-2', organisationId: 'of-a4' });
  const save = savePreferences(world({ applications: [...applicationsNamed('a1', 'a2'), elsewhere] }));
  const say = (id: string) => save(r1, { ...of, version: 0, choices: { [id]: 'want' } }, callAt());
  expect(await say('a2')).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'choices.a2', code: 'unknown-field' }] }),
  );
  for (const id of ['none', 'a4'])
    expect(await say(id)).toMatchObject({ failure: { kind: 'invalid-input' } });
});

test('are closed before the round is, once a plan is applied, and after the announcement', async () => {
  const open = world({ round: aRound({ closes: '2027-03-01T17:00', reviewDue: '2027-04-01T17:00' }) });
  expect(await viewPreferences(open)(r1, of, callAt())).toMatchObject({
    value: { closed: 'round-open', items: [] },
  });
  const announced = world({ round: aRound({ announcedAt: '2027-01-19T00:00:00.000Z' }) });
  const say = { ...of, version: 0, choices: { a1: 'want' } } as const;
  expect(await savePreferences(announced)(r1, say, callAt())).toEqual(
    fail({ kind: 'preferences-closed', because: 'announced' }),
  );
  const applied = world({ round: aRound({ reviewersPerApplication: 1 }) });
  const plan = await applied.plan();
  await applied.apply(plan.id);
  expect(await savePreferences(applied)(r1, say, callAt())).toEqual(
    fail({ kind: 'preferences-closed', because: 'applied' }),
  );
});

test('the rounds one reviews in are listed, the API’s words for each; to whoever reviews in none, none', async () => {
  const list = async (site: ReturnType<typeof world>, who = r1) => {
    const listed = await listPreferenceRounds(site)(who, {}, callAt());
    return listed.ok && assignmentApi.listPreferenceRounds.output.parse(listed.value).items;
  };
  const round = { id: 'round-1', name: aRound().name, demo: aRound().demo };
  expect(await list(world())).toEqual([{ round }]);
  const announced = aRound({ announcedAt: '2027-01-19T00:00:00.000Z' });
  expect(await list(world({ round: announced }))).toEqual([{ round, closed: 'announced' }]);
  expect(await list(world(), { ...staff, roles: [] })).toEqual([]);
});

test('are a reviewer’s of the round alone', async () => {
  const site = world();
  for (const other of [staff, reviewer('r9', memberOf('x'))]) {
    const seen = await viewPreferences(site)({ ...other, roles: [] }, of, callAt());
    expect(seen).toEqual(fail({ kind: 'not-found' }));
  }
  expect(await savePreferences(site)(staff, { ...of, version: 0, choices: {} }, callAt())).toEqual(
    fail({ kind: 'not-found' }),
  );
});

test('staff set what plans keep to; reviewers of other rounds are refused by their field', async () => {
  const site = { ...world(), settings: world().settings };
  const save = saveSettings(site);
  const seen = await viewSettings(site)(staff, of, callAt());
  expect(seen).toMatchObject({ value: { version: 1, settings: usualSettings } });
  const wrong = { ...of, version: 1, ...usualSettings, loads: [{ reviewerId: 'r9', min: 0, max: 1 }] };
  expect(await save(staff, wrong, callAt())).toMatchObject({
    failure: { fields: [{ path: 'loads.0.reviewerId', code: 'not-a-reviewer' }] },
  });
  const right = { ...of, version: 1, ...usualSettings, objective: 'fair' } as const;
  const saved = await save(staff, right, callAt());
  expect(saved).toMatchObject({ value: { version: 2, settings: { objective: 'fair' } } });
  expect(await save(staff, right, callAt())).toEqual(saved);
  expect(await save(staff, { ...right, objective: 'total' }, callAt())).toEqual(
    fail({ kind: 'stale', current: 2 }),
  );
  expect(await save(r1, right, callAt())).toEqual(fail({ kind: 'not-found' }));
  const apart = { ...right, version: 2, apart: [['r1', 'r9'] as [string, string]] };
  expect(await save(staff, apart, callAt())).toMatchObject({
    failure: { fields: [{ path: 'apart.0.1', code: 'not-a-reviewer' }] },
  });
});

test('settings saved after a plan was applied open preferences to nobody', async () => {
  const site = world({ round: aRound({ reviewersPerApplication: 1 }) });
  await site.apply((await site.plan()).id);
  const stands = await site.settings.find('round-1');
  const set = { ...of, version: stands?.version ?? 0, ...usualSettings, objective: 'fair' } as const;
  expect(await saveSettings(site)(staff, set, callAt())).toMatchObject({
    value: { version: 3, appliedAt: stands?.appliedAt },
  });
});
