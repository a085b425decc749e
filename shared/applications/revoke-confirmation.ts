import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { mayAsk } from './belonging.ts';
import type { Confirmations } from './confirmation.port.ts';
import type { ConfirmationStatus } from './confirmation.ts';
import { revokeAsking } from './confirmation-steps.ts';
import type { Drafts } from './draft.port.ts';
import { revokedMail } from './office-mail.ts';

type Ports = { drafts: Pick<Drafts, 'find'>; confirmations: Pick<Confirmations, 'save'> };

/** Takes the question to the office back: its link opens nothing any more, and the office is told so by mail. */
export const revokeConfirmation =
  ({
    drafts,
    confirmations,
  }: Ports): UseCase<
    { applicationId: string },
    { status: ConfirmationStatus },
    NotFound | Conflict | StepRefused
  > =>
  async (actor, { applicationId }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const draft = await drafts.find(applicationId);
    if (!draft || !mayAsk(actor, draft.application)) return fail({ kind: 'not-found' });
    const { application, confirmation } = draft;
    // A second click finds it taken back.
    if (confirmation?.status === 'revoked') return ok({ status: 'revoked' });
    if (!confirmation) return fail({ kind: 'step-refused', current: 'not-requested', action: 'revoke' });
    const revoked = revokeAsking(confirmation, actor.personId, receivedAt);
    if (!revoked.ok) return revoked;
    const mails = [revokedMail(application, confirmation, actor.personId, receivedAt)];
    const saved = await confirmations.save({ ...revoked.value, mails });
    return saved.ok ? ok({ status: 'revoked' }) : saved;
  };
