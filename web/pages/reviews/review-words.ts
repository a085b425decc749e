import { inLanguage } from '../../../shared/kernel/text.ts';
import type { Rubric } from '../../../shared/programs/round.ts';
import type { ReviewView } from '../../../shared/reviews/view-review.ts';
import type { State } from '../../components/badge.tsx';
import type { View } from '../../view.ts';

export const marks = {
  assigned: 'todo',
  reviewing: 'now',
  submitted: 'done',
  conflicted: 'shut',
  declined: 'shut',
  withdrawn: 'shut',
  removed: 'shut',
} as const satisfies Record<string, State>;

export const isPast = ({ call }: View, { reviewDue }: ReviewView['round']): boolean =>
  call.receivedAt > new Date(reviewDue);

/** A field of the scoring form in words: the criterion's name, or what else it is. */
export const fieldName =
  ({ t, language }: View, { criteria }: Rubric) =>
  (path: string): string | undefined => {
    const [part, id] = path.split('.');
    const criterion = criteria.find((one) => one.id === id);
    const name = criterion && inLanguage(criterion.name, language);
    if (part === 'scores' && name) return t('reviews.field.score', { name });
    if (part === 'comments' && name) return t('reviews.field.comment', { name });
    if (path === 'reason') return t('reviews.flag.reason');
    if (path === 'confidence') return t('reviews.confidence');
    if (path === 'noteToCommittee') return t('reviews.note');
    if (path === 'feedbackToApplicant') return t('reviews.feedback');
    return undefined;
  };
