import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { fail } from '../kernel/result.ts';
import { inLanguage, type Language } from '../kernel/text.ts';
import type { Rounds } from '../programs/round.port.ts';
import { type InvitingPorts, type Sent, sendInvitation } from './send-invitation.ts';

type Ports = InvitingPorts & { rounds: Pick<Rounds, 'find'> };
type Input = { roundId: string; email: string; language: Language };

/** Staff invite a reviewer of one round. The role begins with the signed pledge, not with this. */
export const inviteReviewer =
  (ports: Ports): UseCase<Input, Sent, NotFound | Conflict> =>
  async (actor, { roundId, email, language }, call) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const round = await ports.rounds.find(roundId);
    if (!round) return fail({ kind: 'not-found' });
    const values = { round: inLanguage(round.name, language) };
    const role = { kind: 'reviewer', roundId } as const;
    return sendInvitation(ports, actor, { email, language, role, kind: 'invitation-reviewer', values }, call);
  };
