import { alumniPagesOf } from './alumni-pages.ts';
import type { World } from './world.ts';

export type Visit = {
  readonly as: keyof World['sessions'];
  readonly path: string;
  /** What is read grows with the round, the directory or the awards; docs/access-patterns.md says which and why. */
  readonly linear?: true;
  /** Read units of the whole page, where it may cost more than `usualReads`. */
  readonly reads?: number;
  /** How often it may wait, where that is more than three times. */
  readonly waits?: number;
  /** 200, unless there is nothing to show, or the page is another's. */
  readonly status?: 303 | 404;
};

/** What a page may read in all: session and roles take three of these, what is known of a person's interests five, a list four. */
export const usualReads = 20;

const visits = (as: Visit['as'], ...paths: readonly string[]): Visit[] => paths.map((path) => ({ as, path }));

const linear = (as: Visit['as'], ...paths: readonly string[]): Visit[] =>
  paths.map((path) => ({ as, path, linear: true }));

/** Every page of the site as each kind of actor meets it. */
export const pagesOf = (world: World): readonly Visit[] => {
  const { rounds, people, applications, reviews, questions, links, organisation, claim, plan } = world;
  const everyone = [
    '/',
    '/rounds',
    `/rounds/${rounds.open.id}`,
    `/rounds/${rounds.open.id}.ics`,
    `/rounds/${rounds.open.id}/eligibility`,
    `/rounds/${rounds.open.id}/questions`,
    '/ask',
    '/partnerships',
    `/partnerships/${organisation.partnershipId}`,
    '/privacy',
    '/accessibility',
    '/components',
    links.invitation,
  ];
  const of = (id: string, ...parts: readonly string[]) => parts.map((part) => `/applications/${id}${part}`);
  const staffRound = (id: string) => `/staff/rounds/${id}`;
  return [
    ...visits('public', ...everyone, links.signOff, links.confirm, '/confirm/handed-on'),
    { as: 'public', path: `/rounds/${rounds.open.id}/check`, status: 303 },
    ...visits('official', '/sign-off'),
    ...visits('office', '/confirm', '/confirm/sheet'),
    { as: 'public', path: '/awards', linear: true },
    ...visits('owner', ...everyone, '/account'),
    { as: 'owner', path: '/my', reads: 60 },
    { as: 'owner', path: '/applications/new', reads: 70 },
    { as: 'owner', path: links.signOff, waits: 4 },
    { as: 'owner', path: links.confirm, waits: 4 },
    { as: 'owner', path: '/awards', linear: true },
    ...visits('owner', '/organisations/new', `/organisations/${organisation.id}`, '/partnerships/new'),
    ...visits('owner', `/partnerships/${claim.partnershipId}/claim`),
    ...visits('owner', ...of(applications.draft, '/project', '/questions', '/attachments')),
    ...visits('owner', ...of(applications.draft, '/conflicts', '/budget.csv', '/budget/file')),
    // Their partnership has applied more than once: the others are read once it is known which they are.
    ...of(applications.draft, '', '/check').map((path): Visit => ({ as: 'owner', path, waits: 4 })),
    ...of(applications.sent, '').map((path): Visit => ({ as: 'owner', path, waits: 4 })),
    { as: 'owner', path: `/applications/${applications.draft}/copy`, reads: 70 },
    ...visits('owner', ...of(applications.draft, `/copy/${applications.sent}`)),
    ...visits('owner', ...of(applications.sent, '/history/compare')),
    { as: 'owner', path: '/account/addresses/none', status: 404 },
    ...visits('owner', ...of(applications.draft, '/sign-off', '/confirmation', '/files/new', '/history')),
    ...visits('owner', ...of(applications.sent, '/receipt', '/receipt.json', '/submitted', '/print')),
    ...visits('owner', ...of(applications.sent, '/reopen', '/withdraw')),
    ...visits('owner', ...of(applications.awarded, '/outcome', '/complaint')),
    ...visits('reviewer', '/reviews/preferences'),
    { as: 'reviewer', path: `/reviews/rounds/${rounds.closed.id}/preferences`, linear: true },
    // A rival may be any application of the round: each look at a review reads their heads.
    ...linear(
      'reviewer',
      '/reviews',
      `/reviews/${reviews.fresh}/conflict`,
      `/reviews/${reviews.fresh}/decline`,
    ),
    { as: 'reviewer', path: `/reviews/${reviews.submitted}/flags`, linear: true, status: 303 },
    // Once their own is in, with whether others' reviews still count.
    ...['', '/revisions', '/discussion', '/notes', '/rescore'].map((part): Visit => {
      const path = `/reviews/${reviews.submitted}${part}`;
      return { as: 'reviewer', path, linear: true, waits: 4 };
    }),
    ...visits('reviewer', '/reviews/profile'),
    { as: 'reviewer', path: `/reviews/${reviews.submitted}/agenda`, linear: true, waits: 6 },
    ...linear('reviewer in an organisation', '/reviews', `/reviews/${reviews.member}`),
    { as: 'staff', path: '/staff', reads: 90, waits: 4 },
    ...visits('staff', '/staff/rounds', '/staff/rounds/new', staffRound(rounds.draft.id)),
    ...visits('staff', `${staffRound(rounds.draft.id)}/publish`, '/staff/people'),
    ...visits(
      'staff',
      `/staff/people?round=${rounds.closed.id}`,
      `/staff/people/${people.reviewer.personId}`,
    ),
    { as: 'staff', path: '/staff/claims', reads: 32 },
    ...visits('staff', '/staff/questions', '/staff/questions?status=answered'),
    ...visits('staff', `/staff/questions/${questions.asked}`),
    { as: 'staff', path: '/staff/outbox', linear: true, waits: 8 },
    { as: 'staff', path: '/staff/outbox?status=queued', linear: true, waits: 4 },
    ...visits('staff', `${staffRound(rounds.open.id)}/applications`),
    ...visits('staff', `${staffRound(rounds.closed.id)}/applications`),
    ...visits('staff', `${staffRound(rounds.closed.id)}/applications?status=in-review`),
    ...visits('staff', `${staffRound(rounds.closed.id)}/applications?theme=sustainability`),
    ...['', '/exports', '/mailings/new'].map((part): Visit => {
      const path = `/staff/lists/${rounds.closed.id}${part}`;
      return { as: 'staff', path, linear: true, waits: 4 };
    }),
    { as: 'staff', path: `${staffRound(rounds.closed.id)}/assignments`, linear: true, waits: 4 },
    { as: 'staff', path: `${staffRound(rounds.closed.id)}/conflicts`, linear: true, waits: 4 },
    { as: 'staff', path: `${staffRound(rounds.closed.id)}/progress`, linear: true, waits: 5 },
    ...visits('staff', `${staffRound(rounds.closed.id)}/assignments/plan`),
    ...['', '/certificate.json', `/move?${plan.move}`].map((part): Visit => {
      const path = `${staffRound(rounds.closed.id)}/assignments/plans/${plan.id}${part}`;
      return { as: 'staff', path, linear: true, waits: 4 };
    }),
    // Whose reviews count goes by conflicts, which wait for who the reviewers are.
    { as: 'staff', path: `${staffRound(rounds.closed.id)}/scores`, linear: true, waits: 4 },
    { as: 'staff', path: `${staffRound(rounds.closed.id)}/scores/sensitivity`, linear: true, waits: 4 },
    ...['ranking', 'scores', 'weights'].map((name): Visit => {
      const path = `${staffRound(rounds.closed.id)}/scores/export/${name}.csv`;
      return { as: 'staff', path, linear: true, waits: 4 };
    }),
    {
      as: 'staff',
      path: `${staffRound(rounds.closed.id)}/scores/export/reviews-1.csv`,
      linear: true,
      waits: 20,
    },
    ...['', '/export/decisions.csv'].map((part): Visit => {
      const path = `${staffRound(rounds.closed.id)}/decisions${part}`;
      return { as: 'staff', path, linear: true, waits: 4 };
    }),
    { as: 'staff', path: `${staffRound(rounds.closed.id)}/letters/preview`, linear: true, waits: 5 },
    { as: 'staff', path: `${staffRound(rounds.closed.id)}/waitlist`, linear: true },
    { as: 'staff', path: `${staffRound(rounds.closed.id)}/portfolio`, linear: true, waits: 4 },
    ...visits(
      'staff',
      `${staffRound(rounds.closed.id)}/letters`,
      `${staffRound(rounds.closed.id)}/letters/award`,
    ),
    ...visits('staff', `/staff/applications/${applications.reviewed}/feedback`),
    { as: 'staff', path: `/staff/applications/${applications.reviewed}`, reads: 32, waits: 4 },
    ...['/preview', '/extend', '/cancel'].map((part): Visit => {
      const path = `${staffRound(rounds.open.id)}${part}`;
      return { as: 'staff', path };
    }),
    { as: 'staff', path: `${staffRound(rounds.open.id)}/extensions`, linear: true },
    { as: 'staff', path: `${staffRound(rounds.open.id)}/papers`, linear: true },
    ...linear('staff', `${staffRound(rounds.open.id)}/papers/new?partnership=${organisation.partnershipId}`),
    { as: 'staff', path: `${staffRound(rounds.past.id)}/complaints`, linear: true },
    ...visits('staff', `/staff/applications/${applications.awarded}/complaint`),
    ...visits('staff', `/staff/applications/${applications.started}/extension`),
    ...visits('staff', `/staff/applications/${applications.reviewed}/compare`),
    ...visits('staff', `/staff/partnerships/${organisation.partnershipId}/offices`),
    ...visits('staff', `/staff/applications/${applications.reviewed}/redaction`),
    ...visits('staff', `/staff/applications/${applications.awarded}/answer`),
    // Whose review counts goes by conflicts, and a rival may be any application of the round.
    ...['decision', 'discussion', 'notes'].map((part): Visit => {
      const path = `/staff/applications/${applications.reviewed}/${part}`;
      return { as: 'staff', path, linear: true, waits: 4 };
    }),
    { as: 'staff', path: `${staffRound(rounds.closed.id)}/discussion`, linear: true, waits: 4 },
    { as: 'staff', path: `${staffRound(rounds.closed.id)}/agenda`, linear: true, waits: 4 },
    { as: 'staff', path: `${staffRound(rounds.closed.id)}/agenda?choose=discuss`, linear: true, waits: 4 },
    // No file lies there, which is found out as late as that one does.
    { as: 'owner', path: `/applications/${applications.sent}/files/none`, status: 404 },
    { as: 'staff', path: `/staff/applications/${applications.reviewed}/files/none`, status: 404 },
    ...['exports/none/file', 'mailings/none/words'].map((part): Visit => {
      const path = `/staff/lists/${rounds.closed.id}/${part}`;
      return { as: 'staff', path, status: 404 };
    }),
    { as: 'reviewer', path: `/reviews/${reviews.submitted}/files/none`, linear: true, waits: 4, status: 404 },
    ...alumniPagesOf(world),
  ];
};
