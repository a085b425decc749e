import type { UseCase } from '../kernel/endpoint.ts';
import type { LinkExpired, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Applications } from './application.port.ts';
import { receiptNumber } from './application.ts';
import type { ConfirmationSheet } from './application-view.ts';
import type { Confirmations } from './confirmation.port.ts';
import { answersAfter, domainOf } from './confirmation.ts';
import { confirmationByLink } from './confirmation-by-link.ts';
import { checkLink } from './confirmation-steps.ts';

type Ports = {
  confirmations: Pick<Confirmations, 'findByLink'>;
  applications: Pick<Applications, 'find'>;
  directory: Pick<PartnershipDirectory, 'organisation'>;
  rounds: Pick<Rounds, 'find'>;
};

/** What the office was asked, for whoever holds the open link and nobody else. */
export const viewConfirmation =
  ({
    confirmations,
    applications,
    directory,
    rounds,
  }: Ports): UseCase<unknown, ConfirmationSheet, NotFound | LinkExpired> =>
  async (actor, _input, { receivedAt }) => {
    const found = await confirmationByLink(confirmations, actor);
    if (!found) return fail({ kind: 'not-found' });
    const link = checkLink(found, receivedAt);
    if (!link.ok) return link;
    const [application, organisation] = await Promise.all([
      applications.find(found.applicationId),
      directory.organisation(found.organisationId),
    ]);
    if (!application) throw new Error(`Application ${found.applicationId} is gone`);
    const round = await rounds.find(application.roundId);
    if (!round) throw new Error(`Application ${application.id} is in no round`);
    const { office, contact, email, at, expiresAt } = found.asked;
    const { name, zone, demo } = round;
    return ok({
      status: found.status,
      version: found.version,
      organisation: organisation?.legalName ?? '',
      pair: application.pair,
      plan: found.plan,
      round: { name, zone, demo },
      number: receiptNumber(application.id),
      asked: { office, contact, domain: domainOf(email), at, expiresAt },
      kept: found.kept,
      answer: found.answer,
      answers: answersAfter(found.status),
    });
  };
