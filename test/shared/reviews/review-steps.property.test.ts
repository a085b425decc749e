import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ReviewFile, reviewSteps } from '../../../shared/reviews/review.ts';
import {
  assign,
  declareConflict,
  declareNone,
  remove,
  saveDraft,
  submit,
} from '../../../shared/reviews/review-steps.ts';
import { anApplication, anAssessment, aReview, aRound, inReview } from '../../support/reviews-fakes.ts';

const round = aRound();
const by = { by: 'reviewer-1', at: inReview };
const actions = ['assign', 'declare-none', 'declare-conflict', 'save', 'submit', 'remove'] as const;

const act = (file: ReviewFile, action: (typeof actions)[number]) => {
  const version = file.draft?.version ?? 0;
  if (action === 'assign') return assign(anApplication(), 'reviewer-1', by, file.review);
  if (action === 'declare-none') return declareNone(file, by);
  if (action === 'declare-conflict') return declareConflict(file.review, 'An interest', by);
  if (action === 'remove') return remove(file.review, by);
  if (action === 'submit') return submit(file, round, { version, assessment: anAssessment(), key: 'k' }, by);
  const saved = saveDraft(file, round, { version, assessment: anAssessment() }, inReview);
  return saved.ok
    ? { ok: true as const, value: { review: file.review, draft: saved.value, events: [] } }
    : saved;
};

test('whatever is tried, in whatever order, only the table’s steps happen', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 25 }), (tried) => {
      let file: ReviewFile = { review: aReview() };
      for (const action of tried) {
        const allowed = new Map<string, string>(Object.entries(reviewSteps[file.review.status]));
        const done = act(file, action);
        expect(done.ok).toBe(allowed.has(action));
        if (!done.ok) continue;
        const { review, draft, events } = done.value;
        expect(review.status).toBe(allowed.get(action));
        expect(review.version).toBe(file.review.version + (action === 'save' ? 0 : 1));
        expect(events).toHaveLength(action === 'save' ? 0 : 1);
        if (draft) expect(draft.version).toBe((file.draft?.version ?? 0) + 1);
        file = { review, draft: draft ?? file.draft };
      }
    }),
  );
});
