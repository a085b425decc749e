import type { Accounts } from '../accounts/account.port.ts';
import type { OfficeDomains } from '../endorsements/office-domain.port.ts';
import { trustIn } from '../endorsements/office-domain.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { EventsOf } from './application.port.ts';
import { receiptNumber } from './application.ts';
import { actionsFor, lastInstantOf } from './application-actions.ts';
import type { ApplicationView } from './application-view.ts';
import { belonging } from './belonging.ts';
import { domainOf } from './confirmation.ts';
import type { Drafts } from './draft.port.ts';
import {
  attachmentView,
  confirmationView,
  isForApplicant,
  shownToApplicant,
  signOffView,
} from './draft-view.ts';
import { otherEditors } from './other-editors.ts';
import { sectionViews } from './section-state.ts';
import { textDigest } from './snapshot.ts';

type Ports = {
  drafts: Pick<Drafts, 'find'>;
  eventsOf: EventsOf;
  rounds: Pick<Rounds, 'find'>;
  directory: Pick<PartnershipDirectory, 'organisation' | 'claimsOf'>;
  accounts: Pick<Accounts, 'many'>;
  officeDomains: Pick<OfficeDomains, 'of'>;
};

/** The application for its own people, viewers included: what it says, what is missing, what they may do next. */
export const viewApplication =
  ({
    drafts,
    eventsOf,
    rounds,
    directory,
    accounts,
    officeDomains,
  }: Ports): UseCase<{ applicationId: string }, ApplicationView, NotFound> =>
  async (actor, { applicationId }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const [draft, events] = await Promise.all([
      drafts.find(applicationId),
      eventsOf(`application#${applicationId}`),
    ]);
    const as = draft && belonging(actor, draft.application);
    if (!as) return fail({ kind: 'not-found' });

    const { application, confirmation } = draft;
    const [round, organisation, claims, editors, records] = await Promise.all([
      rounds.find(application.roundId, application),
      directory.organisation(application.organisationId),
      directory.claimsOf(application.organisationId),
      otherEditors(accounts)(draft.sections, actor),
      confirmation?.answer ? officeDomains.of(domainOf(confirmation.asked.email)) : undefined,
    ]);
    if (!round) throw new Error(`Application ${applicationId} is in no round`);
    const digest = textDigest(draft.sections, round);
    const claim = claims.find(({ partnershipId }) => partnershipId === application.partnershipId);
    return ok({
      application: shownToApplicant(application, round),
      number: receiptNumber(application.id),
      organisation: organisation?.legalName ?? '',
      round,
      lastInstant: lastInstantOf(application, round).toISOString(),
      claim: claim?.status ?? 'none',
      sections: sectionViews({ ...draft, terms: round }),
      editors,
      attachments: draft.attachments.map(attachmentView),
      signOff: signOffView(draft.signOff, digest, receivedAt),
      textDigest: digest,
      ...(draft.trail && { eligibilityCheck: draft.trail }),
      confirmation: confirmationView(
        confirmation,
        receivedAt,
        records && trustIn(records, application.partnershipId),
      ),
      history: events.filter((event) => isForApplicant(event, round)),
      as,
      actions: actionsFor(actor, application, round, receivedAt),
    });
  };
