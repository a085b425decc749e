import type { Application } from '../applications/application.ts';

/** What of an application's head conflicts are computed from. */
export type Judged = Pick<
  Application,
  'id' | 'organisationId' | 'partnershipId' | 'pair' | 'submission' | 'facts' | 'paper'
>;

/** Five years back from the day the application was sent. */
export const since = ({ submission }: Judged): string => {
  const at = submission?.at ?? '0000';
  return `${String(Number(at.slice(0, 4)) - 5).padStart(4, '0')}${at.slice(4)}`;
};
