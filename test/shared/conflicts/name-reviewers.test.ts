import { expect, test } from 'vitest';
import { nameReviewers, viewNamedReviewers } from '../../../shared/conflicts/name-reviewers.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { callAt } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  editor,
  lastInstant,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { fakeNamedReviewers } from '../../support/conflicts-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';
import { staff } from '../../support/reviews-fakes.ts';

const application = anApplication();
const rita = { name: 'Rita Rival', email: '', affiliation: '', reason: 'A former partner' };
const of = { applicationId: application.id };
const input = { ...of, version: 0, people: [rita] };
const open = callAt(lastInstant);
const late = callAt(new Date(lastInstant.getTime() + 1));
const given = () => {
  const namedReviewers = fakeNamedReviewers();
  const ports = {
    applications: { find: async (id: string) => (id === application.id ? application : undefined) },
    rounds: { find: async () => aRound() },
    namedReviewers,
  };
  return { name: nameReviewers(ports), view: viewNamedReviewers(ports), namedReviewers };
};

test('an editor names people until the last instant, the same words once; what another has written is not lost', async () => {
  const { name } = given();
  const first = await name(editor, input, open);
  expect(first).toMatchObject({ value: { version: 1, people: [rita], open: true } });
  expect(await name(editor, input, open)).toEqual(first);
  expect(await name(owner, { ...input, people: [] }, open)).toEqual(fail({ kind: 'stale', current: 1 }));
  // A second click that comes in late finds its words; new ones are refused.
  expect(await name(editor, input, late)).toEqual(first);
  expect(await name(editor, { ...input, version: 1, people: [] }, late)).toMatchObject({
    failure: { kind: 'round-closed' },
  });
});

test('its members read the list, and who may not edit it or comes late changes nothing', async () => {
  const { name, view } = given();
  await name(owner, input, open);
  expect(await view(owner, of, open)).toMatchObject({ value: { version: 1, people: [rita], open: true } });
  expect(await view(owner, of, late)).toMatchObject({ value: { people: [rita], open: false } });
  expect(await view(viewer, of, open)).toMatchObject({ value: { people: [rita], open: false } });
});

test.each([
  ['a stranger', stranger],
  ['staff', staff],
  ['the public', publicActor],
])('%s neither reads nor writes whom an application asks to keep away', async (_, actor) => {
  const { name, view, namedReviewers } = given();
  await name(owner, input, open);
  expect(await view(actor, of, open)).toEqual(fail({ kind: 'not-found' }));
  for (const one of [actor, viewer])
    expect(await name(one, { ...input, version: 1, people: [] }, open)).toEqual(fail({ kind: 'not-found' }));
  expect((await namedReviewers.find(application.id))?.people).toEqual([rita]);
});
