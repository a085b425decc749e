import { chapterId } from './alumni-world.ts';
import type { Visit } from './pages.ts';
import type { World } from './world.ts';

const visits = (as: Visit['as'], ...paths: readonly string[]): Visit[] => paths.map((path) => ({ as, path }));

/** Pages of alumni, chapters, introductions and workspaces, and of one's own data, as each kind of actor meets them. */
export const alumniPagesOf = ({ alumni, links, organisation }: World): readonly Visit[] => {
  const { studies } = alumni;
  const { asked, joined } = alumni.introductions;
  const steps = ['served', 'home', 'offer', 'consents'].map((step) => `/alumni/me/${step}`);
  const chapter = `/chapters/${chapterId}`;
  const score = `/alumni/matching/score?partnership=${organisation.partnershipId}`;
  const workspace = `/workspace/${organisation.partnershipId}`;
  return [
    ...visits('public', '/alumni', '/alumni?state=TX', chapter, '/account-deleted'),
    ...visits('public', links.introduction, links.alumInvitation),
    ...visits('newcomer', '/alumni/me', ...steps, '/alumni/me/check'),
    ...visits('alum', '/alumni', '/alumni/me', ...steps),
    // The session is one more, as it is of any mailed link.
    { as: 'alum', path: links.introduction, waits: 4 },
    { as: 'alum', path: '/alumni/me/check', status: 303 },
    { as: 'alum', path: '/alumni/partnerships', linear: true },
    // What waits for an answer is shown whole, once it is known what that is.
    { as: 'alum', path: '/alumni/introductions', waits: 4 },
    ...visits('alum', `/alumni/introductions/${asked}`),
    // Card and name of each: the index lags, and a withdrawal counts at once.
    { as: 'lead', path: chapter, reads: 60, waits: 4 },
    // Registration and account of each of 25, for the same reason.
    { as: 'lead', path: `${chapter}/introductions`, reads: 42 },
    ...visits('lead', `${chapter}/invitations`, `${chapter}/offer?alum=none`),
    { as: 'lead', path: `${chapter}/numbers`, linear: true, waits: 45 },
    { as: 'owner', path: workspace, reads: 32, waits: 4 },
    // The heads of the organisation's drafts, as on `/my`.
    { as: 'owner', path: `${workspace}/introductions/${joined}`, reads: 70, waits: 5 },
    // Who has withdrawn is read before the list.
    { as: 'owner', path: `${workspace}/alumni`, waits: 4 },
    ...visits('owner', `${workspace}/seeking`),
    ...visits('staff', `${workspace}/alumni`, '/alumni/matching'),
    ...visits('lead', `${chapter}/plans`),
    // A card for each whom it introduces, two to each of twenty partnerships.
    { as: 'lead', path: `${chapter}/plans/${studies.ofChapter}`, reads: 60, waits: 4 },
    ...visits('staff', score),
    // Who has withdrawn is read before the card; what every partnership seeks goes with it.
    { as: 'staff', path: `${score}&alum=${alumni.alum.alumId}`, linear: true, waits: 4 },
    { as: 'staff', path: `${score}&number=A-000000`, status: 404 },
    { as: 'staff', path: `/alumni/matching/plans/${studies.ofAll}`, reads: 60, waits: 4 },
    { as: 'staff', path: `/alumni/matching/trials/${studies.trial}`, reads: 60, waits: 4 },
    ...visits('staff', '/staff/introductions', '/staff/introductions?status=settled'),
    // Nobody is asked a thousand times: theirs grows with what one person has.
    { as: 'member', path: '/account/data', linear: true, waits: 4 },
    { as: 'member', path: '/account/data.json', linear: true, waits: 4 },
    ...visits('owner', '/account/delete'),
  ];
};
