import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, StepRefused } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { hashToken, type NewToken } from '../kernel/link-token.ts';
import { fail, ok } from '../kernel/result.ts';
import { queueMessage } from '../messages/message-steps.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { ClaimUnverified, MailPaused, SectionsIncomplete } from './application.errors.ts';
import { mayAskOfficial } from './belonging.ts';
import type { Drafts } from './draft.port.ts';
import type { SignOffs } from './sign-off.port.ts';
import { askOfficial, signableText } from './sign-off-steps.ts';

type Ports = {
  drafts: Pick<Drafts, 'find'>;
  signOffs: Pick<SignOffs, 'save'>;
  rounds: Pick<Rounds, 'find'>;
  directory: Pick<PartnershipDirectory, 'organisation' | 'claim'>;
  newToken: NewToken;
};
type Failure = NotFound | Conflict | StepRefused | SectionsIncomplete | ClaimUnverified | MailPaused;

/** Mails the official named in the declaration a link of their own. Nobody else ever sees its token. */
export const requestSignOff =
  ({
    drafts,
    signOffs,
    rounds,
    directory,
    newToken,
  }: Ports): UseCase<{ applicationId: string }, { expiresAt: string }, Failure> =>
  async (actor, { applicationId }, { receivedAt, idempotencyKey }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const draft = await drafts.find(applicationId);
    if (!draft || !mayAskOfficial(actor, draft.application)) return fail({ kind: 'not-found' });
    const { application, signOff } = draft;
    const key = deriveId(actor.personId, idempotencyKey);
    if (signOff?.asked?.key === key) return ok({ expiresAt: signOff.asked.expiresAt });

    const { organisationId, partnershipId } = application;
    const [round, organisation, claim] = await Promise.all([
      rounds.find(application.roundId, application),
      directory.organisation(organisationId),
      directory.claim(partnershipId, organisationId),
    ]);
    if (!round) throw new Error(`Application ${applicationId} is in no round`);
    if (round.cancelled)
      return fail({ kind: 'step-refused', current: 'cancelled', action: 'request-sign-off' });
    const text = signableText(draft, round);
    if (!text.ok) return text;
    // Whoever says that a partnership is theirs could otherwise have anyone mailed as its official.
    if (claim?.status !== 'verified') return fail({ kind: 'claim-unverified' });

    const token = newToken();
    const { official } = text.value;
    const tokenHash = hashToken('sign-off', token);
    const asked = askOfficial(signOff, {
      applicationId,
      official,
      tokenHash,
      key,
      by: actor.personId,
      at: receivedAt,
    });
    if (!asked.ok) return asked;
    const until = asked.value.signOff.asked?.expiresAt ?? '';
    const { us, jp, jpJa } = application.pair;
    const mail = queueMessage(
      {
        id: deriveId('sign-off-request', applicationId, key),
        kind: 'sign-off-request',
        about: `application#${applicationId}`,
        roundId: application.roundId,
        to: { address: official.email, name: official.name },
        language: 'en',
        values: {
          title: application.title,
          organisation: organisation?.legalName ?? '',
          us,
          jp,
          jpJa,
          until,
          zone: round.zone,
          linkPath: 'sign-off',
        },
        linkToken: token,
      },
      actor.personId,
      receivedAt,
    );
    const saved = await signOffs.save({ ...asked.value, mail });
    return saved.ok ? ok({ expiresAt: until }) : saved;
  };
