import { mayEdit } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { hashToken, type NewToken } from '../kernel/link-token.ts';
import { fail, ok } from '../kernel/result.ts';
import { queueMessage } from '../messages/message-steps.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { SectionsIncomplete } from './application.errors.ts';
import { isEditable } from './application-actions.ts';
import { refuseStep } from './application-steps.ts';
import type { Confirmations } from './confirmation.port.ts';
import type { Confirmation } from './confirmation.ts';
import { askOffice } from './confirmation-steps.ts';
import type { Drafts } from './draft.port.ts';
import { planToConfirm } from './plan-to-confirm.ts';

type Ports = {
  drafts: Pick<Drafts, 'find'>;
  confirmations: Pick<Confirmations, 'save'>;
  directory: Pick<PartnershipDirectory, 'organisation'>;
  newToken: NewToken;
};
type Failure = NotFound | Conflict | StepRefused | SectionsIncomplete;

/** Mails the Japanese office a link of its own, in Japanese. Nobody else ever sees its token. */
export const requestConfirmation =
  ({
    drafts,
    confirmations,
    directory,
    newToken,
  }: Ports): UseCase<{ applicationId: string }, { expiresAt: string }, Failure> =>
  async (actor, { applicationId }, { receivedAt, idempotencyKey }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const draft = await drafts.find(applicationId);
    // Another organisation's application looks like none at all, so that ids cannot be probed.
    if (!draft || !mayEdit(actor, draft.application.organisationId)) return fail({ kind: 'not-found' });
    const { application, confirmation } = draft;
    const key = deriveId(actor.personId, idempotencyKey);
    if (confirmation?.asked.key === key) return ok({ expiresAt: confirmation.asked.expiresAt });
    if (!isEditable(application) && application.status !== 'submitted')
      return fail(refuseStep(application, 'ask-counterpart'));

    const planned = planToConfirm(draft.sections);
    if (!planned.ok) return planned;
    const { plan, office } = planned.value;
    const organisation = await directory.organisation(application.organisationId);
    const token = newToken();
    const asked = askOffice(confirmation, {
      of: { applicationId, organisationId: application.organisationId, plan },
      asked: { ...office, by: actor.personId, tokenHash: hashToken('confirm-exchange', token), key },
      at: receivedAt,
    });
    if (!asked.ok) return asked;

    const letter = letterTo(asked.value.confirmation, organisation?.legalName ?? '', application.pair);
    const mail = queueMessage(
      {
        id: deriveId('counterpart-request', applicationId, key),
        about: `application#${applicationId}`,
        roundId: application.roundId,
        linkToken: token,
        ...letter,
      },
      actor.personId,
      receivedAt,
    );
    const saved = await confirmations.save({ ...asked.value, mail });
    return saved.ok ? ok({ expiresAt: asked.value.confirmation.asked.expiresAt }) : saved;
  };

const letterTo = (
  { asked, plan }: Confirmation,
  organisation: string,
  { us, jp, jpJa }: { us: string; jp: string; jpJa: string },
) => ({
  kind: 'counterpart-request' as const,
  to: { address: asked.email, name: asked.contact },
  language: 'ja' as const,
  values: {
    office: asked.office,
    organisation,
    us,
    jp,
    jpJa,
    title: plan.title,
    arrives: plan.arrivesOn,
    leaves: plan.leavesOn,
    until: asked.expiresAt,
    linkPath: 'confirm',
  },
});
