import * as z from 'zod';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, LinkExpired, NotFound, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { hashToken, type NewToken } from '../kernel/link-token.ts';
import { fail, ok } from '../kernel/result.ts';
import { lineSchema } from '../kernel/text.ts';
import type { MailPaused } from './application.errors.ts';
import type { Applications } from './application.port.ts';
import type { Confirmations } from './confirmation.port.ts';
import { confirmationByLink } from './confirmation-by-link.ts';
import { handOn } from './confirmation-steps.ts';
import { handedOnMails } from './office-mail.ts';

/** The colleague who takes over, at the office's own domain. */
export const colleagueSchema = z.strictObject({
  version: z.int().positive(),
  name: lineSchema(80).default(''),
  email: lineSchema(254).pipe(z.email()),
});
export type Colleague = z.output<typeof colleagueSchema>;

type Ports = {
  confirmations: Pick<Confirmations, 'findByLink' | 'save'>;
  applications: Pick<Applications, 'find'>;
  newToken: NewToken;
};
type Failure = NotFound | Conflict | InvalidInput | LinkExpired | StepRefused | MailPaused;

/** The office hands its link on to a colleague: a new one goes to them, the old one ends, both get mail. */
export const handOnConfirmation =
  ({ confirmations, applications, newToken }: Ports): UseCase<Colleague, { email: string }, Failure> =>
  async (actor, { version, name, email }, { receivedAt, idempotencyKey }) => {
    const found = await confirmationByLink(confirmations, actor);
    const application = found && (await applications.find(found.applicationId));
    if (!found || !application) return fail({ kind: 'not-found' });
    const token = newToken();
    const key = deriveId(found.asked.key, idempotencyKey);
    const tokenHash = hashToken('confirm-exchange', token);
    const handed = handOn(found, { version, name, email, tokenHash, key }, receivedAt);
    if (!handed.ok) return handed;
    const mails = handedOnMails({
      application,
      from: found,
      to: handed.value.confirmation,
      token,
      at: receivedAt,
    });
    const saved = await confirmations.save({ ...handed.value, mails });
    return saved.ok ? ok({ email }) : saved;
  };
