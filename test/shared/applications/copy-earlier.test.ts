import { expect, test } from 'vitest';
import type { SectionId } from '../../../shared/applications/application.ts';
import { copyEarlier, listEarlier, previewCopy } from '../../../shared/applications/copy-earlier.ts';
import type { Drafts } from '../../../shared/applications/draft.port.ts';
import type { Section } from '../../../shared/applications/draft.ts';
import type { SectionData } from '../../../shared/applications/sections/section-form.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import type { ExtraQuestion } from '../../../shared/programs/extra-question.ts';
import { callAt, noon } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  completeText,
  editor,
  fakeApplication,
  sectionsOf,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';

const label = (en: string) => ({ en, ja: '' });
const short = (id: string): ExtraQuestion => ({ id, kind: 'short', label: label(id), required: false });
const consent: ExtraQuestion = { id: 'agreed', kind: 'consent', label: label('Agreed'), required: true };
const last = aRound({ id: 'round-0', extraQuestions: [short('asked-before'), short('why'), consent] });
const now = aRound({
  id: 'round-1',
  extraQuestions: [
    { ...short('why'), limit: { words: 2, characters: 4 } } as ExtraQuestion,
    short('new'),
    consent,
  ],
});
const atNoon = callAt(noon);
const pair = { applicationId: 'app-1', fromId: 'app-0' };

const world = (own: Partial<Record<SectionId, SectionData>> = {}, organisationId = 'org-austin') => {
  const text = {
    ...completeText(),
    delegation: { ...completeText().delegation, startsOn: '2026-06-01' },
    questions: { 'asked-before': 'Yes', why: 'One two three', agreed: 'yes' },
  };
  const target = anApplication({ id: 'app-1', roundId: 'round-1' });
  const from = anApplication({ id: 'app-0', roundId: 'round-0', title: 'Last year', organisationId });
  const stored = new Map<string, Map<SectionId, Section>>(
    (
      [
        ['app-1', own],
        ['app-0', text],
      ] as const
    ).map(([id, sections]) => [id, new Map(sectionsOf(sections).map((section) => [section.id, section]))]),
  );
  const heads = [target, from];
  const drafts: Drafts = {
    ...fakeApplication().drafts,
    find: async (id) => {
      const application = heads.find((one) => one.id === id);
      const sections = [...(stored.get(id)?.values() ?? [])];
      return application && { application, sections, attachments: [] };
    },
    saveSection: async (id, section) => {
      const current = stored.get(id)?.get(section.id)?.version ?? 0;
      if (section.version !== current + 1) return fail({ kind: 'stale', current });
      stored.get(id)?.set(section.id, section);
      return ok(section);
    },
  };
  return {
    drafts,
    applications: {
      find: async (id: string) => heads.find((one) => one.id === id),
      many: async (ids: readonly string[]) => heads.filter((one) => ids.includes(one.id)),
      ofOrganisation: async (id: string) => ({ items: heads.filter((one) => one.organisationId === id) }),
    },
    rounds: { find: async (id: string) => [last, now].find((round) => round.id === id) },
    section: (id: SectionId) => stored.get('app-1')?.get(id),
  };
};

test('the organisation’s other applications are offered, and nobody else’s', async () => {
  expect(await listEarlier(world())(editor, pair, atNoon)).toMatchObject({
    value: { items: [{ id: 'app-0', title: 'Last year' }] },
  });
  expect(await listEarlier(world({}, 'org-tacoma'))(editor, pair, atNoon)).toEqual(ok({ items: [] }));
  for (const actor of [viewer, stranger])
    expect(await listEarlier(world())(actor, pair, atNoon)).toEqual(fail({ kind: 'not-found' }));
});

test('before anything is copied it is said what is new in the form, what is gone, too long or past', async () => {
  const from = world();
  const seen = await previewCopy(from)(editor, pair, atNoon);
  const sections = seen.ok ? seen.value.sections : [];
  const of = (id: SectionId) => sections.find((one) => one.id === id);
  expect(of('questions')).toMatchObject({
    state: 'ready',
    fresh: ['new'],
    gone: ['asked-before'],
    problems: [{ path: 'why', code: 'over-limit' }],
    data: { why: 'One two three', new: '', agreed: '' },
  });
  expect(of('delegation')?.problems).toContainEqual({ path: 'startsOn', code: 'begins-in-the-past' });
  expect(sections.map(({ id }) => id)).not.toContain('eligibility');
  expect(sections.map(({ id }) => id)).not.toContain('declaration');
  expect(from.section('project')).toBeUndefined();
});

test('what was chosen is carried over; what is written stays, and a retry copies nothing twice', async () => {
  const into = world({ project: { title: 'A new plan' } });
  const chosen = { ...pair, sections: ['project', 'budget', 'questions', 'declaration'] as const };
  expect(await copyEarlier(into)(editor, chosen, atNoon)).toEqual(ok({ copied: ['budget', 'questions'] }));
  expect(into.section('budget')?.data).toMatchObject({ lines: [{ description: 'Flights' }] });
  expect(into.section('project')?.data).toEqual({ title: 'A new plan' });
  expect(into.section('questions')?.data).toMatchObject({ agreed: '' });
  expect(into.section('declaration')).toBeUndefined();
  expect(await copyEarlier(into)(editor, chosen, atNoon)).toEqual(ok({ copied: [] }));
});

test('nothing is carried over from another organisation, by a viewer, or from itself', async () => {
  const sections = ['project'] as const;
  const refused = fail({ kind: 'not-found' });
  expect(await copyEarlier(world({}, 'org-tacoma'))(editor, { ...pair, sections }, atNoon)).toEqual(refused);
  expect(await copyEarlier(world())(viewer, { ...pair, sections }, atNoon)).toEqual(refused);
  expect(await copyEarlier(world())(stranger, { ...pair, sections }, atNoon)).toEqual(refused);
  expect(await previewCopy(world())(editor, { ...pair, fromId: 'app-1' }, atNoon)).toEqual(refused);
});
