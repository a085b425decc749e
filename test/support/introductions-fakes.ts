import type { Introduction } from '../../shared/introductions/introduction.ts';
import { requestOf } from '../../shared/introductions/introduction-steps.ts';
import { noon } from './accounts-fakes.ts';

export const daysLater = (days: number): Date => new Date(noon.getTime() + days * 86_400_000);
export const theAsker = 'coordinator-1';
export const theAlum = 'alum-person-1';

/** Asked at noon by a coordinator of `org-1`, or by a chapter lead. */
export const anIntroduction = (
  over: Partial<Introduction> = {},
  as: 'coordinator' | 'lead' = 'coordinator',
): Introduction => {
  const { introduction } = requestOf(
    {
      id: 'introduction-1',
      partnershipId: 'austin-oita',
      alumId: 'alum-1',
      personId: theAlum,
      ...(as === 'coordinator' && { organisationId: 'org-1' }),
      as,
      note: 'We visit in May and look for somebody who knows the town.',
    },
    { by: theAsker, at: noon },
  );
  return { ...introduction, ...over };
};
