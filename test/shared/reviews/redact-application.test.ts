import { expect, test } from 'vitest';
import { fail } from '../../../shared/kernel/result.ts';
import {
  hidePassage,
  ruleFile,
  showPassage,
  viewRedaction,
} from '../../../shared/reviews/redact-application.ts';
import { viewReview } from '../../../shared/reviews/view-review.ts';
import {
  aDraftFile,
  anApplication,
  applicant,
  aReview,
  aRound,
  callAt,
  planted,
  reviewer,
  reviewPorts,
  staff,
} from '../../support/reviews-fakes.ts';

const applications = [anApplication({ status: 'in-review' })];
const of = { applicationId: 'a1' };
const given = (with_: Parameters<typeof reviewPorts>[0] = {}) => {
  const ports = reviewPorts({ files: [aDraftFile()], applications, ...with_ });
  const seen = async () =>
    JSON.stringify(await viewReview(ports)(reviewer(), { reviewId: aReview().id }, callAt()));
  return { ports, seen };
};
const hide = (version: number, text: string, path = 'everywhere') => ({ ...of, version, path, text });

test('hidden words are gone from what a reviewer gets, title included, and come back when shown again', async () => {
  const { ports, seen } = given();
  const act = hidePassage(ports);
  const whole = JSON.stringify(await viewRedaction(ports)(staff, of, callAt()));
  for (const person of Object.values(planted)) expect(whole).not.toContain(person);
  expect(await act(staff, hide(0, 'shop window'), callAt())).toMatchObject({ ok: true });
  expect(await act(staff, hide(1, planted.traveller), callAt())).toMatchObject({ ok: true });
  expect(await seen()).not.toMatch(/shop window|Planted Traveller/i);
  const view = await viewRedaction(ports)(staff, of, callAt());
  // Staff read people by an act of its own, not here.
  expect(JSON.stringify(view.ok && view.value.seen)).not.toMatch(/Planted (Official|Traveller)/);
  const passageId = (view.ok && view.value.passages[0]?.id) || '';
  expect(await showPassage(ports)(staff, { ...of, version: 2, passageId }, callAt())).toMatchObject({
    ok: true,
  });
  expect(await seen()).toContain('shop window');
});

test('in one field only that field is black', async () => {
  const { ports, seen } = given();
  await hidePassage(ports)(staff, hide(0, 'shop window', 'sustainability.programming'), callAt());
  const text = await seen();
  expect(text).toContain('A shop window for two towns');
  expect(text).not.toContain('The shop window stays');
});

test.each([
  ['words that stand nowhere', hide(0, 'Not there'), [{ path: 'text', code: 'not-in-the-text' }]],
  ['a field that is none', hide(0, 'shop', 'project.none'), [{ path: 'path', code: 'unknown-field' }]],
])('%s are refused', async (_, input, fields) => {
  const { ports } = given();
  expect(await hidePassage(ports)(staff, input, callAt())).toEqual(fail({ kind: 'invalid-input', fields }));
});

test('twice the same writes once; an old version is stale; events name the field and never the words', async () => {
  const { ports } = given();
  const act = hidePassage(ports);
  await act(staff, hide(0, 'shop window'), callAt());
  expect(await act(staff, hide(0, 'shop window'), callAt())).toMatchObject({ value: { version: 1 } });
  expect(await act(staff, hide(0, 'towns'), callAt())).toEqual(fail({ kind: 'stale', current: 1 }));
  expect(ports.redactions.events).toMatchObject([
    { type: 'text-hidden', by: 'staff-1', data: { path: 'everywhere' } },
  ]);
  expect(JSON.stringify(ports.redactions.events)).not.toContain('shop window');
});

test('a file is kept back, or given under a neutral name where names are hidden', async () => {
  const open = given();
  const rule = (version: number, is: 'withheld' | 'released') => ({
    ...of,
    version,
    attachmentId: 'f1',
    rule: is,
  });
  expect(await open.seen()).toContain('Letter of Mayor Ono.pdf');
  await ruleFile(open.ports)(staff, rule(0, 'withheld'), callAt());
  expect(await open.seen()).not.toContain('Mayor Ono');
  const hidden = given({ round: aRound({ blinding: 'names-hidden' }) });
  expect(await hidden.seen()).not.toContain('.pdf');
  await ruleFile(hidden.ports)(staff, rule(0, 'released'), callAt());
  expect(await hidden.seen()).toContain('Attachment 1.pdf');
  expect(await hidden.seen()).not.toContain('Mayor Ono');
  const another = { ...rule(1, 'released'), attachmentId: 'f9' };
  expect(await ruleFile(hidden.ports)(staff, another, callAt())).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'attachmentId', code: 'unknown-field' }] }),
  );
});

test('sixty passages are hidden, and the next one is refused, so that the item stays small', async () => {
  const passages = Array.from({ length: 60 }, (_, at) => ({
    id: `p${at}`,
    path: 'everywhere',
    text: `${at}`,
  }));
  const redactions = [{ applicationId: 'a1', version: 1, passages, files: {} }];
  const { ports } = given({ redactions });
  expect(await hidePassage(ports)(staff, hide(1, 'shop window'), callAt())).toEqual(
    fail({ kind: 'invalid-input', fields: [{ path: 'text', code: 'too-many' }] }),
  );
});

test.each([
  ['an applicant', applicant],
  ['a reviewer', reviewer()],
])('%s neither sees nor changes what is hidden; nor does staff with a conflict', async (_, actor) => {
  const { ports } = given();
  const notFound = fail({ kind: 'not-found' });
  expect(await viewRedaction(ports)(actor, of, callAt())).toEqual(notFound);
  expect(await hidePassage(ports)(actor, hide(0, 'shop'), callAt())).toEqual(notFound);
  const declared = { applicationId: 'a1', roundId: 'round-1', personId: 'staff-1', reason: 'x', at: '' };
  const kept = given({ conflicts: [declared] }).ports;
  expect(await viewRedaction(kept)(staff, of, callAt())).toEqual(notFound);
  expect(await hidePassage(kept)(staff, hide(0, 'shop'), callAt())).toEqual(notFound);
});
