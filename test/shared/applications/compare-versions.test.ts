import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions } from '../../../shared/applications/compare-versions.ts';
import { reopenApplication } from '../../../shared/applications/reopen-application.ts';
import { rowChanges } from '../../../shared/applications/row-changes.ts';
import { submitApplication } from '../../../shared/applications/submit-application.ts';
import { wordChanges } from '../../../shared/applications/word-changes.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { staffSight } from '../../../shared/reviews/blinding.ts';
import { atNoon, callAt, noon, person, staff } from '../../support/accounts-fakes.ts';
import {
  completeText,
  fakeApplication,
  holderOf,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';

const of = { applicationId: 'app-1' };
const text = completeText();
const delegates = text.delegation.delegates;

/** Sent, reopened, changed in every way, signed and sent again. */
const twice = async () => {
  const world = fakeApplication({ signOff: 'given' });
  await submitApplication(world)(owner, of, callAt(noon));
  await reopenApplication(world)(owner, of, callAt(noon, 'b'));
  world.write('project', { ...text.project, summary: 'Musicians and engineers of two river cities learn.' });
  world.write('delegation', {
    ...text.delegation,
    minors: '3',
    delegates: [
      ...(typeof delegates === 'object' ? delegates : []),
      { name: 'Kim New', role: 'Dancer', kind: 'arts' },
    ],
  });
  return world;
};

test('what is written now is held against what was sent: words, counts and rows, and nothing that is the same', async () => {
  const world = await twice();
  const seen = await compareVersions(world)(viewer, of, atNoon);
  expect(seen).toMatchObject({
    value: {
      from: 1,
      to: 'now',
      versions: [{ name: 1 }, { name: 'now' }],
      sections: [
        { section: 'project', answers: [{ path: 'summary' }], rows: [] },
        {
          section: 'delegation',
          answers: [{ path: 'minors', before: '2', after: '3', parts: [] }],
          rows: [{ list: 'delegates', kind: 'added', at: 2 }],
        },
      ],
      files: [],
      others: [],
    },
  });
  if (!seen.ok) throw new Error('nothing to see');
  expect(seen.value.sections[0]?.answers[0]?.parts).toContainEqual({ kind: 'removed', text: 'planners' });
  expect(seen.value.sections[0]?.answers[0]?.parts).toContainEqual({ kind: 'added', text: 'engineers' });
  expect(JSON.stringify(seen.value.sections[1]?.rows)).toContain('Kim New');
});

test('two submissions of the same text are the same, although every person has a new digest', async () => {
  const world = fakeApplication({ signOff: 'given' });
  await submitApplication(world)(owner, of, callAt(noon));
  await reopenApplication(world)(owner, of, callAt(noon, 'b'));
  await submitApplication(world)(owner, of, callAt(noon, 'c'));
  const same = { from: 1, to: 2, sections: [], files: [], others: [] };
  expect(await compareVersions(world)(viewer, of, atNoon)).toMatchObject({ value: same });
});

test('with one version there is nothing to compare; one that does not exist is refused by name', async () => {
  const world = fakeApplication({ signOff: 'given' });
  await submitApplication(world)(owner, of, callAt(noon));
  const one = await compareVersions(world)(viewer, of, atNoon);
  expect(one).toMatchObject({ value: { versions: [{ name: 1 }], sections: [] } });
  expect(one).not.toHaveProperty('value.from');
  expect(await compareVersions(world)(viewer, { ...of, from: 1, to: 7 }, atNoon)).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'to', code: 'no-such-version' }] }),
  );
});

test('staff compare what was sent, without persons and without what is being written', async () => {
  const world = { ...(await twice()), sightFor: async () => staffSight };
  expect(await compareVersions(world)(staff, { ...of, from: 1, to: 'now' }, atNoon)).toMatchObject({
    failure: { kind: 'invalid-input' },
  });
  const seen = await compareVersions(world)(staff, of, atNoon);
  expect(seen).toMatchObject({ value: { versions: [{ name: 1 }], people: 'hidden' } });
  expect(JSON.stringify(seen)).not.toContain('engineers');
});

test.each([
  ['a stranger', stranger],
  ['the public', { kind: 'public' } as const],
  ['a link’s holder', holderOf('t')],
  ['staff with a conflict', staff],
])('%s finds nothing', async (_, actor) => {
  expect(await compareVersions(await twice())(actor, of, atNoon)).toEqual(fail({ kind: 'not-found' }));
});

test('a reviewer who may read the application reads the version that counts, and compares none', async () => {
  const world = { ...(await twice()), sightFor: async () => staffSight };
  const reviewer = person('reviewer-1', { kind: 'reviewer', roundId: 'round-1' });
  expect(await compareVersions(world)(reviewer, of, atNoon)).toEqual(fail({ kind: 'not-found' }));
});

test('Japanese is compared by words, though it has no spaces', () => {
  expect(
    wordChanges('大分市の音楽家が参加します。', '大分市の技術者が参加します。').filter(
      ({ kind }) => kind !== 'same',
    ),
  ).toEqual([
    { kind: 'removed', text: expect.stringContaining('音楽') },
    { kind: 'added', text: expect.stringContaining('技術') },
  ]);
});

test('the parts always give back both texts, also of texts that share nothing', () => {
  const written = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(written, written, (before, after) => {
      const parts = wordChanges(before, after);
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
  const [long, other] = ['word '.repeat(4000), 'other thing '.repeat(4000)];
  expect(wordChanges(long, other)).toEqual([
    { kind: 'removed', text: long },
    { kind: 'added', text: other },
  ]);
});

test('rows that differ are all listed, and equal ones never', () => {
  const rows = fc.array(fc.record({ a: fc.constantFrom('x', 'y', 'z') }), { maxLength: 8 });
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const changes = rowChanges(before, after);
      const same = before.length - changes.filter(({ before: was }) => was).length;
      expect(after.length - changes.filter(({ after: is }) => is).length).toBe(same);
      for (const { before: was, after: is } of changes)
        expect(JSON.stringify(was)).not.toBe(JSON.stringify(is));
    }),
  );
});
