import type { Trust } from '../endorsements/office-domain.ts';
import { instantsOf, type Round } from '../programs/round.ts';
import { type Application, visibleStatus } from './application.ts';
import type { AttachmentView, ConfirmationView, SignOffView } from './application-view.ts';
import { type Attachment, attachmentState } from './attachment.ts';
import { type Confirmation, domainOf, isOpen } from './confirmation.ts';
import { type SignOff, signOffState } from './sign-off.ts';

/** The head as its applicant may know it: what the committee prepared stays hidden until the announcement. */
export const shownToApplicant = (
  application: Application,
  round: Pick<Round, 'announcedAt'>,
): Application => {
  const announced = round.announcedAt !== undefined;
  const { outcome, ...head } = application;
  return {
    ...head,
    status: visibleStatus(application.status, announced),
    ...(outcome && announced && { outcome }),
  };
};

/**
 * What an applicant's history tells. Everything else stays with the committee: how it was read, reviewed and decided,
 * who stepped aside, and whatever event comes to be later.
 */
const applicantsEvents =
  /^application-(started|entered-on-paper|submitted|reopened|returned|extended|extension-ended|review-begun|accepted|award-declined|acceptance-recorded|refusal-recorded|withdrawn|signed-off|signature-recorded)$|^sign-off-(requested|mail-bounced)$|^counterpart-(asked|answered|awaiting-approval|handed-on|revoked|mail-bounced)$/;
const outcomeEvents = /^application-(awarded|waitlisted|declined)$/;

export const isForApplicant = ({ type }: { type: string }, round: Pick<Round, 'announcedAt'>): boolean =>
  applicantsEvents.test(type) || (round.announcedAt !== undefined && outcomeEvents.test(type));

export const attachmentView = (found: Attachment): AttachmentView => {
  const { arrived, version: _version, held: _held, ...attachment } = found;
  return { ...attachment, state: attachmentState(found), arrivedBytes: arrived?.size };
};

export const signOffView = (signOff: SignOff | undefined, digest: string, now: Date): SignOffView => {
  const { asked, signed } = signOff ?? {};
  return {
    state: signOffState(signOff, digest, now),
    asked: asked && {
      name: asked.name,
      email: asked.email,
      by: asked.by,
      at: asked.at,
      expiresAt: asked.expiresAt,
      bouncedAt: asked.bouncedAt,
    },
    signed: signed && {
      name: signed.name,
      title: signed.title,
      at: signed.at,
      by: signed.by,
      signedOn: signed.signedOn,
    },
  };
};

export const confirmationView = (
  confirmation: Confirmation | undefined,
  now: Date,
  trust?: Trust,
): ConfirmationView => {
  if (!confirmation) return { status: 'not-requested', expired: false };
  const { status, plan, asked, answer, kept } = confirmation;
  const { office, email, by, at, expiresAt, forwardedAt, bouncedAt } = asked;
  return {
    status,
    expired: isOpen(status) && now >= new Date(expiresAt),
    plan,
    asked: { office, email, domain: domainOf(email), by, at, expiresAt, forwardedAt, bouncedAt },
    trust,
    awaitingSince: status === 'awaiting-approval' ? kept?.at : undefined,
    answer,
  };
};

/** What is due of an application, and until when (inclusive); undefined if nothing is. */
export const dueOf = (application: Application, round: Round, lastInstant: Date, now: Date) => {
  const at = lastInstant.toISOString();
  // What came on paper is for staff to type and to send.
  const open = !application.paper && now <= lastInstant && now >= instantsOf(round).opens;
  if (application.status === 'draft' && open) return { what: 'submit' as const, at };
  if (application.status === 'returned' && open) return { what: 'send-again' as const, at };
  return application.status === 'awarded' && round.announcedAt ? { what: 'accept' as const } : undefined;
};
