import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { fail } from '../kernel/result.ts';
import type { Language } from '../kernel/text.ts';
import { leadingAsia } from '../programs/round.ts';
import { type InvitingPorts, type Sent, sendInvitation } from './send-invitation.ts';

type Input = { email: string; language: Language };

/** Staff invite staff of the program. The mail goes out at once. */
export const inviteStaff =
  (ports: InvitingPorts): UseCase<Input, Sent, NotFound | Conflict> =>
  async (actor, { email, language }, call) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const role = { kind: 'staff', programId: leadingAsia } as const;
    return sendInvitation(
      ports,
      actor,
      { email, language, role, kind: 'invitation-staff', values: {} },
      call,
    );
  };
