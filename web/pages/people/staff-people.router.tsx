import { type Context, Hono } from 'hono';
import { inviteSchema } from '../../../shared/accounts/invitation.ts';
import type { Failure } from '../../../shared/failures.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import { fail } from '../../../shared/kernel/result.ts';
import { type JetaaChapter, jetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, type View, viewOf } from '../../view.ts';
import { StaffPeoplePage } from './staff-people-page.tsx';
import type { StaffPeopleUseCases } from './use-cases.ts';

type Scope = { readonly roundId?: string | undefined; readonly chapter?: JetaaChapter | undefined };

/** `/staff/people` is staff, `?round=…` that round's reviewers, `?chapter=…` its leads: each with its own invitations. */
export const staffPeoplePages = (useCases: StaffPeopleUseCases) => {
  const scopeOf = (c: Context<Site>): Scope => {
    const chapter = jetaaChapter(c.req.query('chapter') ?? '');
    return chapter ? { chapter } : { roundId: idSchema.safeParse(c.req.query('round')).data };
  };
  const holdersOf = ({ actor, call }: View, { roundId, chapter }: Scope) => {
    if (chapter) return useCases.listLeads(actor, { chapterId: chapter.id }, call);
    return roundId ? useCases.listReviewers(actor, { roundId }, call) : useCases.listStaff(actor, {}, call);
  };

  const page = async (c: Context<Site>, failure?: Failure) => {
    const view = viewOf(c);
    const scope = scopeOf(c);
    const { roundId, chapter } = scope;
    const { actor, call } = view;
    const [people, invitations, rounds, asked] = await Promise.all([
      holdersOf(view, scope),
      useCases.listStaffInvitations(actor, { cursor: c.req.query('cursor') }, call),
      useCases.listRounds(actor, {}, call),
      // An older round is not among the first ones listed.
      roundId ? useCases.viewRound(actor, { roundId }, call) : undefined,
    ]);
    if (!people.ok || !rounds.ok) return c.notFound();
    if (!invitations.ok) return seeOther(c, addressOf(scope));
    if (asked && !asked.ok) return c.notFound();
    const round = asked?.value;
    const newest = rounds.value.items;
    const listed = round && !newest.some(({ id }) => id === round.id) ? [...newest, round] : newest;
    return render(
      c,
      <StaffPeoplePage
        view={view}
        rounds={listed}
        round={round}
        chapter={chapter}
        people={people.value.items}
        invitations={invitations.value}
        typed={failure && view.typed.text('act') === 'invite' ? view.typed : undefined}
        deleted={c.req.query('deleted') === '1'}
        failure={failure}
      />,
      failure,
    );
  };

  return new Hono<Site>()
    .get('/staff/people', (c) => page(c))
    .post('/staff/people', async (c) => {
      const scope = scopeOf(c);
      const done = await actOn(useCases, viewOf(c), scope);
      return done.ok ? seeOther(c, addressOf(scope)) : page(c, done.failure);
    });
};

const addressOf = ({ roundId, chapter }: Scope) => {
  if (chapter) return `/staff/people?chapter=${chapter.id}`;
  return roundId ? `/staff/people?round=${roundId}` : '/staff/people';
};

const actOn = async (useCases: StaffPeopleUseCases, view: View, { roundId, chapter }: Scope) => {
  const { actor, call, typed } = view;
  const act = typed.text('act');
  if (act === 'revoke-invitation')
    return useCases.revokeInvitation(actor, { invitationId: typed.id('id') }, call);
  if (act === 'revoke-role') {
    const personId = typed.id('id');
    if (chapter) return useCases.revokeLead(actor, { chapterId: chapter.id, personId }, call);
    return roundId
      ? useCases.revokeReviewer(actor, { roundId, personId }, call)
      : useCases.revokeStaff(actor, { personId }, call);
  }
  const invited = inviteSchema.safeParse({ email: typed.text('email'), language: typed.text('language') });
  if (!invited.success)
    return fail({
      kind: 'invalid-input',
      fields: invited.error.issues.map(({ path, code }) => ({ path: path.join('.'), code })),
    });
  if (chapter) return useCases.inviteLead(actor, { ...invited.data, chapterId: chapter.id }, call);
  return roundId
    ? useCases.inviteReviewer(actor, { ...invited.data, roundId }, call)
    : useCases.inviteStaff(actor, invited.data, call);
};
