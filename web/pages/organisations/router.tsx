import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { type Invitation, inviteSchema } from '../../../shared/accounts/invitation.ts';
import type { ListedPeople } from '../../../shared/accounts/list-people.ts';
import { memberships } from '../../../shared/accounts/role.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import { idSchema } from '../../../shared/kernel/ids.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import { fail } from '../../../shared/kernel/result.ts';
import {
  type OrganisationTerms,
  organisationTermsSchema,
} from '../../../shared/partnerships/organisation.ts';
import type { Organisation } from '../../../shared/partnerships/partnership.ts';
import type { OrganisationView } from '../../../shared/partnerships/view-organisation.ts';
import { render, seeOther } from '../../respond.tsx';
import { type Site, viewOf } from '../../view.ts';
import { readForm } from '../partnerships/read-form.ts';
import { NewOrganisationPage } from './new-organisation-page.tsx';
import { OrganisationPage } from './organisation-page.tsx';

type Of = { organisationId: string };
type Invite = z.output<typeof inviteSchema> & { as: (typeof memberships)[number] };
export type OrganisationUseCases = {
  createOrganisation: UseCase<OrganisationTerms, { organisation: Organisation }, Failure>;
  viewOrganisation: UseCase<Of, OrganisationView, Failure>;
  listMembers: UseCase<Of, ListedPeople, Failure>;
  listOrganisationInvitations: UseCase<Of & { cursor?: string | undefined }, Page<Invitation>, Failure>;
  inviteMember: UseCase<Of & Invite, unknown, Failure>;
  revokeInvitation: UseCase<{ invitationId: string }, unknown, Failure>;
  revokeMember: UseCase<Of & { personId: string }, unknown, Failure>;
};

const inviteFormSchema = inviteSchema.extend({ as: z.enum(memberships) });

/** Where a new organisation was wanted for: a claim, or a pair to add. */
const afterFounding = (claim: string | undefined, organisationId: string): string => {
  if (claim === 'new') return '/partnerships/new';
  return idSchema.safeParse(claim).success
    ? `/partnerships/${claim}/claim`
    : `/organisations/${organisationId}`;
};

/** Founding an organisation; its page with members, invitations and claims. */
export const organisationPages = (useCases: OrganisationUseCases) => {
  const page = async (c: Context<Site>, organisationId: string, failure?: Failure) => {
    const view = viewOf(c);
    const of = { organisationId };
    const [seen, members, invitations] = await Promise.all([
      useCases.viewOrganisation(view.actor, of, view.call),
      useCases.listMembers(view.actor, of, view.call),
      useCases.listOrganisationInvitations(view.actor, of, view.call),
    ]);
    if (!seen.ok) return c.notFound();
    return render(
      c,
      <OrganisationPage
        view={view}
        seen={seen.value}
        members={members.ok ? members.value.items : []}
        invitations={invitations.ok ? invitations.value.items : []}
        failure={failure}
      />,
      failure,
    );
  };

  const act = async (c: Context<Site>, organisationId: string) => {
    const { actor, typed, call } = viewOf(c);
    switch (typed.text('act')) {
      case 'revoke-invitation':
        return useCases.revokeInvitation(actor, { invitationId: typed.id('invitationId') }, call);
      case 'remove-member':
        return useCases.revokeMember(actor, { organisationId, personId: typed.id('personId') }, call);
      case 'invite': {
        const read = readForm(inviteFormSchema, typed.record, ['email', 'language', 'as']);
        return read.ok ? useCases.inviteMember(actor, { organisationId, ...read.value }, call) : read;
      }
      default:
        return fail({ kind: 'not-found' });
    }
  };

  return new Hono<Site>()
    .get('/organisations/new', (c) => render(c, <NewOrganisationPage view={viewOf(c)} />))
    .post('/organisations/new', async (c) => {
      const view = viewOf(c);
      const read = readForm(organisationTermsSchema, view.typed.record, ['legalName', 'kind', 'ein']);
      const done = read.ok ? await useCases.createOrganisation(view.actor, read.value, view.call) : read;
      if (!done.ok)
        return render(c, <NewOrganisationPage view={view} failure={done.failure} />, done.failure);
      return seeOther(c, afterFounding(c.req.query('claim'), done.value.organisation.id));
    })
    .get('/organisations/:id', (c) => page(c, c.req.param('id')))
    .post('/organisations/:id', async (c) => {
      const organisationId = c.req.param('id');
      const done = await act(c, organisationId);
      return done.ok
        ? seeOther(c, `/organisations/${organisationId}`)
        : page(c, organisationId, done.failure);
    });
};
