import { expect, test } from 'vitest';
import { returnApplication, returnSchema } from '../../../shared/applications/return-application.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { atNoon, noon, staff } from '../../support/accounts-fakes.ts';
import { anApplication, fakeApplication, holderOf, owner } from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const input = { applicationId: 'app-1', reason: 'The dates clash.', until: '2027-02-01T17:00' };
const sent = (over = {}) => fakeApplication({ application: anApplication({ status: 'submitted', ...over }) });

test('staff return it with a reason and an instant in the round’s zone', async () => {
  const world = sent();
  expect(await returnApplication(world)(staff, input, atNoon)).toEqual(ok({ status: 'returned' }));
  expect(world.head().returned).toEqual({ reason: 'The dates clash.', until: '2027-02-01T22:00:00.000Z' });
  // The reason is the applicant's to read and no fact for the log.
  expect(world.events).toMatchObject([
    { type: 'application-returned', by: 'staff-1', data: { until: '2027-02-01T22:00:00.000Z' } },
  ]);
  expect(await returnApplication(world)(staff, input, atNoon)).toEqual(ok({ status: 'returned' }));
  expect(world.events).toHaveLength(1);
});

test('what a colleague asks for does not vanish behind what was asked before', async () => {
  const world = sent();
  await returnApplication(world)(staff, input, atNoon);
  const other = { ...input, reason: 'The budget does not add up.' };
  expect(await returnApplication(world)(staff, other, atNoon)).toEqual(
    fail({ kind: 'step-refused', current: 'returned', action: 'return' }),
  );
});

test('a date that is over is refused at its field', async () => {
  const past = { ...input, until: '2027-01-04T06:59' };
  expect(await returnApplication(sent())(staff, past, atNoon)).toMatchObject({
    failure: { fields: [{ path: 'until', code: 'in-the-past' }] },
  });
  const issues = returnSchema.safeParse({ reason: ' ', until: 'soon' }).error?.issues ?? [];
  expect(new Set(issues.map(({ path }) => path.join('.')))).toEqual(new Set(['reason', 'until']));
});

test('in a canceled round nothing is returned: it could not be sent again', async () => {
  const world = fakeApplication({
    application: anApplication({ status: 'submitted' }),
    round: aRound({ cancelled: { reason: { en: 'No money', ja: '' }, at: noon.toISOString() } }),
  });
  expect(await returnApplication(world)(staff, input, atNoon)).toEqual(
    fail({ kind: 'step-refused', current: 'cancelled', action: 'return' }),
  );
  expect(world.events).toEqual([]);
});

test('what is under review is not returned any more', async () => {
  expect(await returnApplication(sent({ status: 'in-review' }))(staff, input, atNoon)).toEqual(
    fail({ kind: 'step-refused', current: 'in-review', action: 'return' }),
  );
});

test.each([
  ['an owner', owner, {}, true],
  ['the public', { kind: 'public' } as const, {}, true],
  ['the holder of a link', holderOf('t'), {}, true],
  ['staff with a conflict', staff, {}, false],
  ['staff and a draft, which is the applicant’s own', staff, { status: 'draft' }, true],
] as const)('%s finds nothing', async (_, actor, over, clear) => {
  const world = { ...sent(over), isClear: async () => clear };
  expect(await returnApplication(world)(actor, input, atNoon)).toEqual(fail({ kind: 'not-found' }));
  expect(world.events).toEqual([]);
});
