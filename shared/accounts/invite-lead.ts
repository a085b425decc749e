import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { fail } from '../kernel/result.ts';
import type { Language } from '../kernel/text.ts';
import { jetaaChapter } from '../reference/jetaa-chapters.ts';
import { type InvitingPorts, type Sent, sendInvitation } from './send-invitation.ts';

type Input = { chapterId: string; email: string; language: Language };

/** Staff invite an officer of a JETAA chapter that is active. The mail goes out at once. */
export const inviteLead =
  (ports: InvitingPorts): UseCase<Input, Sent, NotFound | Conflict> =>
  async (actor, { chapterId, email, language }, call) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const chapter = jetaaChapter(chapterId);
    if (!chapter || chapter.status === 'historic') return fail({ kind: 'not-found' });
    const values = { chapter: chapter.name };
    const role = { kind: 'lead', chapterId } as const;
    return sendInvitation(ports, actor, { email, language, role, kind: 'invitation-lead', values }, call);
  };
