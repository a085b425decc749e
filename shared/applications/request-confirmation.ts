import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { hashToken, type NewToken } from '../kernel/link-token.ts';
import { fail, ok } from '../kernel/result.ts';
import { dayOf, japanZone } from '../kernel/zoned-time.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { ClaimUnverified, MailPaused, SectionsIncomplete } from './application.errors.ts';
import { isEditable } from './application-actions.ts';
import { refuseStep } from './application-steps.ts';
import { mayAsk } from './belonging.ts';
import type { Confirmations } from './confirmation.port.ts';
import { askOffice } from './confirmation-steps.ts';
import type { Drafts } from './draft.port.ts';
import { askingMail } from './office-mail.ts';
import { planToConfirm } from './plan-to-confirm.ts';

type Ports = {
  drafts: Pick<Drafts, 'find'>;
  confirmations: Pick<Confirmations, 'save'>;
  rounds: Pick<Rounds, 'find'>;
  directory: Pick<PartnershipDirectory, 'organisation' | 'claim'>;
  newToken: NewToken;
};
type Failure = NotFound | Conflict | StepRefused | SectionsIncomplete | ClaimUnverified | MailPaused;

/** Mails the Japanese office a link of its own, in Japanese. Nobody else ever sees its token. */
export const requestConfirmation =
  ({
    drafts,
    confirmations,
    rounds,
    directory,
    newToken,
  }: Ports): UseCase<{ applicationId: string }, { expiresAt: string }, Failure> =>
  async (actor, { applicationId }, { receivedAt, idempotencyKey }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const draft = await drafts.find(applicationId);
    // Another organisation's application looks like none at all, so that ids cannot be probed.
    if (!draft || !mayAsk(actor, draft.application)) return fail({ kind: 'not-found' });
    const { application, confirmation } = draft;
    const key = deriveId(actor.personId, idempotencyKey);
    if (confirmation?.asked.key === key) return ok({ expiresAt: confirmation.asked.expiresAt });
    if (!isEditable(application) && application.status !== 'submitted')
      return fail(refuseStep(application, 'ask-counterpart'));

    const planned = planToConfirm(draft.sections, dayOf(receivedAt, japanZone));
    if (!planned.ok) return planned;
    const { plan: written, office } = planned.value;
    const { organisationId, partnershipId } = application;
    const [round, organisation, claim] = await Promise.all([
      rounds.find(application.roundId),
      directory.organisation(organisationId),
      directory.claim(partnershipId, organisationId),
    ]);
    if (round?.cancelled)
      return fail({ kind: 'step-refused', current: 'cancelled', action: 'ask-counterpart' });
    // Whoever says that a partnership is theirs could otherwise have its city's office mailed.
    if (claim?.status !== 'verified') return fail({ kind: 'claim-unverified' });
    const { yenRate } = round ?? {};
    const plan = { ...written, ...(yenRate && { yenRate }) };
    const token = newToken();
    const asked = askOffice(confirmation, {
      of: { applicationId, organisationId, plan },
      asked: { ...office, by: actor.personId, tokenHash: hashToken('confirm-exchange', token), key },
      at: receivedAt,
    });
    if (!asked.ok) return asked;

    const mail = askingMail({
      application,
      asked: asked.value.confirmation,
      organisation: organisation?.legalName ?? '',
      token,
      at: receivedAt,
    });
    const saved = await confirmations.save({ ...asked.value, mails: [mail] });
    return saved.ok ? ok({ expiresAt: asked.value.confirmation.asked.expiresAt }) : saved;
  };
