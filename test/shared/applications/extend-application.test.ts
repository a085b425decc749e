import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastInstantOf } from '../../../shared/applications/application-actions.ts';
import {
  endExtension,
  extendApplication,
  viewExtension,
} from '../../../shared/applications/extend-application.ts';
import { extensionTermsSchema } from '../../../shared/applications/extension.ts';
import { listExtensions } from '../../../shared/applications/list-extensions.ts';
import { saveSection } from '../../../shared/applications/save-section.ts';
import { submitApplication } from '../../../shared/applications/submit-application.ts';
import { viewApplication } from '../../../shared/applications/view-application.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { atNoon, callAt, staff } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  completeText,
  fakeApplication,
  holderOf,
  lastInstant,
  owner,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const of = { applicationId: 'app-1' };
const terms = { until: '2027-01-20T17:00', reason: 'A storm closed the office.' };
const until = new Date('2027-01-20T22:00:00.000Z');
const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
const dayAfterClose = after(lastInstant, 86_400_000);
const clearance = async () => () => undefined;

const extended = async (at = atNoon) => {
  const world = fakeApplication({ signOff: 'given' });
  const done = await extendApplication(world)(staff, { ...of, version: 1, ...terms }, at);
  if (!done.ok) throw new Error('not extended');
  return world;
};

test('a draft is accepted up to the very instant, and refused one millisecond later with that instant', async () => {
  const late = await extended();
  expect(await submitApplication(late)(owner, of, callAt(after(until, 1)))).toEqual(
    fail({
      kind: 'round-closed',
      lastInstant: until.toISOString(),
      receivedAt: after(until, 1).toISOString(),
    }),
  );
  expect(await submitApplication(late)(owner, of, callAt(until))).toMatchObject({ value: { no: 1 } });
});

test('without it the round’s own last instant holds, to the millisecond', async () => {
  const world = fakeApplication({ signOff: 'given' });
  expect((await submitApplication(world)(owner, of, callAt(after(lastInstant, 1)))).ok).toBe(false);
  expect((await submitApplication(world)(owner, of, callAt(lastInstant))).ok).toBe(true);
});

test('late entry: a draft that missed the close is let in, written on and sent', async () => {
  const world = await extended(callAt(dayAfterClose));
  const project = { ...completeText().project, focus: 'Two rivers' };
  const input = { ...of, sectionId: 'project' as const, version: 1, data: project };
  expect((await saveSection(world)(owner, input, callAt(dayAfterClose))).ok).toBe(true);
  world.write('project', completeText().project);
  expect((await submitApplication(world)(owner, of, callAt(dayAfterClose))).ok).toBe(true);
});

test('its people see until when and why, and the history and the log keep it', async () => {
  const world = await extended();
  expect(await viewApplication(world)(viewer, of, atNoon)).toMatchObject({
    value: {
      lastInstant: until.toISOString(),
      application: { extension: { reason: terms.reason } },
      history: [{ type: 'application-extended', by: 'staff-1', data: { until: until.toISOString() } }],
    },
  });
  expect(JSON.stringify(world.events)).not.toContain(terms.reason);
});

test('a second click finds the first; another’s date in between is not written over', async () => {
  const world = await extended();
  const again = { ...of, version: 1, ...terms };
  expect((await extendApplication(world)(staff, again, atNoon)).ok).toBe(true);
  expect(world.events).toHaveLength(1);
  const other = { ...again, until: '2027-01-25T17:00' };
  expect(await extendApplication(world)(staff, other, atNoon)).toEqual(fail({ kind: 'stale', current: 2 }));
  expect((await extendApplication(world)(staff, { ...other, version: 2 }, atNoon)).ok).toBe(true);
  expect(world.head().extension?.until).toBe('2027-01-25T22:00:00.000Z');
});

test('a date that is over, or no later than what holds already, is refused at its field', async () => {
  const refused = (over: string) =>
    extendApplication(fakeApplication())(staff, { ...of, version: 1, ...terms, until: over }, atNoon);
  expect(await refused('2027-01-04T06:59')).toMatchObject({ failure: { fields: [{ code: 'in-the-past' }] } });
  expect(await refused('2027-01-14T17:15')).toMatchObject({
    failure: { fields: [{ code: 'no-more-time' }] },
  });
  expect((await refused('2027-01-14T17:16')).ok).toBe(true);
  expect(extensionTermsSchema.safeParse({ until: 'soon', reason: ' ' }).error?.issues).toHaveLength(2);
});

test('it is withdrawn before it has passed, with a reason, and never after', async () => {
  const world = await extended();
  const input = { ...of, version: 2, reason: 'Given by mistake.' };
  expect(await endExtension(world)(staff, input, callAt(after(until, 1)))).toMatchObject({
    failure: { kind: 'step-refused', current: 'over' },
  });
  expect((await endExtension(world)(staff, input, callAt(until))).ok).toBe(true);
  expect((await endExtension(world)(staff, input, callAt(until))).ok).toBe(true);
  expect(world.events.map(({ type }) => type)).toEqual([
    'application-extended',
    'application-extension-ended',
  ]);
  expect((await submitApplication(world)(owner, of, callAt(dayAfterClose))).ok).toBe(false);
  expect(lastInstantOf(world.head(), aRound())).toEqual(lastInstant);
});

test.each([
  'submitted',
  'in-review',
  'withdrawn',
  'awarded',
] as const)('what is %s is not held by its applicant: it gets no extension', async (status) => {
  const world = fakeApplication({ application: anApplication({ status }) });
  expect(await extendApplication(world)(staff, { ...of, version: 1, ...terms }, atNoon)).toEqual(
    fail({ kind: 'step-refused', current: status, action: 'extend' }),
  );
});

test('once the round is announced nothing is let in, not even under an extension given before', async () => {
  const announcedAt = dayAfterClose.toISOString();
  const round = aRound({ announcedAt });
  const extension = { until: until.toISOString(), reason: 'Storm', at: announcedAt };
  const world = fakeApplication({ round, signOff: 'given', application: anApplication({ extension }) });
  expect(await extendApplication(world)(staff, { ...of, version: 1, ...terms }, atNoon)).toEqual(
    fail({ kind: 'step-refused', current: 'announced', action: 'extend' }),
  );
  expect(await submitApplication(world)(owner, of, callAt(after(dayAfterClose, 1)))).toMatchObject({
    failure: { kind: 'round-closed', lastInstant: announcedAt },
  });
});

test.each([
  ['an owner', owner, true],
  ['the public', { kind: 'public' } as const, true],
  ['a link’s holder', holderOf('t'), true],
  ['staff with a conflict', staff, false],
] as const)('%s finds nothing', async (_, actor, clear) => {
  const world = { ...fakeApplication(), isClear: async () => clear };
  const nothing = fail({ kind: 'not-found' });
  expect(await extendApplication(world)(actor, { ...of, version: 1, ...terms }, atNoon)).toEqual(nothing);
  expect(await endExtension(world)(actor, { ...of, version: 1, reason: 'x' }, atNoon)).toEqual(nothing);
  expect(await viewExtension(world)(actor, of, atNoon)).toEqual(nothing);
  expect(world.events).toEqual([]);
});

test('the list has what was extended, and finds a draft by its number however it is typed; conflicts are left out', async () => {
  const world = await extended();
  const ask = (number?: string, kept = false) =>
    listExtensions({ ...world, clearance: kept ? async () => () => 'declared' : clearance })(
      staff,
      { roundId: 'round-1', number },
      atNoon,
    );
  expect(await ask()).toMatchObject({ value: { items: [{ id: 'app-1', mayExtend: true }] } });
  for (const typed of ['SHM-APP1', ' shm app1', 'ＳＨＭ－ＡＰＰ１'])
    expect(await ask(typed)).toMatchObject({ value: { found: { id: 'app-1', number: 'SHM-APP1' } } });
  expect(await ask('SHM-OTHER')).not.toHaveProperty('value.found');
  const hidden = await ask('SHM-APP1', true);
  expect(hidden).toMatchObject({ value: { items: [] } });
  expect(hidden).not.toHaveProperty('value.found');
});

test('of a draft, staff learn its pair and no word of its text', async () => {
  const world = await extended();
  const seen = JSON.stringify([
    await viewExtension(world)(staff, of, atNoon),
    await listExtensions({ ...world, clearance })(staff, { roundId: 'round-1' }, atNoon),
  ]);
  expect(seen).toContain('Austin, TX');
  expect(seen).not.toContain('Music on two rivers');
  expect(seen).not.toContain('Robin Example');
});

test('the last instant is the latest of all that holds, whatever was given, and never after the announcement', () => {
  const instant = fc.date({
    min: new Date('2027-01-01T00:00:00Z'),
    max: new Date('2027-04-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(
      fc.option(instant),
      fc.option(instant),
      fc.option(instant),
      fc.boolean(),
      (extension, returned, announced, ended) => {
        const application = anApplication({
          status: 'returned',
          ...(returned && { returned: { reason: 'r', until: returned.toISOString() } }),
          ...(extension && {
            extension: {
              until: extension.toISOString(),
              reason: 'r',
              at: '2027-01-01T00:00:00.000Z',
              ...(ended && { ended: { reason: 'r', at: '2027-01-02T00:00:00.000Z' } }),
            },
          }),
        });
        const round = aRound(announced ? { announcedAt: announced.toISOString() } : {});
        const own = [
          lastInstant,
          ...(returned ? [returned] : []),
          ...(extension && !ended ? [extension] : []),
        ];
        const latest = Math.max(...own.map((one) => one.getTime()));
        const expected = announced ? Math.min(latest, announced.getTime()) : latest;
        expect(lastInstantOf(application, round).getTime()).toBe(expected);
      },
    ),
  );
});
