import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, LinkExpired, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Confirmations } from './confirmation.port.ts';
import type { Answer, ConfirmationStatus } from './confirmation.ts';
import { confirmationByLink } from './confirmation-by-link.ts';
import { answerAsOffice } from './confirmation-steps.ts';

type Ports = { confirmations: Pick<Confirmations, 'findByLink' | 'save'> };
type Failure = NotFound | Conflict | InvalidInput | LinkExpired | StepRefused;

/** The office confirms, proposes changes or declines. The applicant's owners and editors are told by mail. */
export const answerConfirmation =
  ({ confirmations }: Ports): UseCase<Answer, { status: ConfirmationStatus }, Failure> =>
  async (actor, answer, { receivedAt }) => {
    const found = await confirmationByLink(confirmations, actor);
    if (!found) return fail({ kind: 'not-found' });
    const answered = answerAsOffice(found, answer, receivedAt);
    if (!answered.ok) return answered;
    const saved = await confirmations.save(answered.value);
    return saved.ok ? ok({ status: answered.value.confirmation.status }) : saved;
  };
