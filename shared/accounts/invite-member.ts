import { owns } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { fail } from '../kernel/result.ts';
import type { Language } from '../kernel/text.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Membership } from './role.ts';
import { type InvitingPorts, type Sent, sendInvitation } from './send-invitation.ts';

type Ports = InvitingPorts & { organisations: Pick<PartnershipDirectory, 'organisation'> };
type Input = { organisationId: string; email: string; language: Language; as: Membership };

/** An organisation's owner invites one more owner, editor or viewer of it. */
export const inviteMember =
  (ports: Ports): UseCase<Input, Sent, NotFound | Conflict> =>
  async (actor, { organisationId, email, language, as }, call) => {
    if (!owns(actor, organisationId)) return fail({ kind: 'not-found' });
    const organisation = await ports.organisations.organisation(organisationId);
    if (!organisation) return fail({ kind: 'not-found' });
    const values = { organisation: organisation.legalName };
    const role = { kind: 'member', organisationId, as } as const;
    return sendInvitation(ports, actor, { email, language, role, kind: 'invitation-member', values }, call);
  };
