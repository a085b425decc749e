import type { UseCase } from '../kernel/endpoint.ts';
import type { LinkExpired, NotFound } from '../kernel/failure.ts';
import { hashToken } from '../kernel/link-token.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import { isEditable } from './application-actions.ts';
import type { SignOffSheet } from './application-view.ts';
import type { Drafts } from './draft.port.ts';
import { attachmentView, signOffView } from './draft-view.ts';
import { sectionViews } from './section-state.ts';
import type { SignOffs } from './sign-off.port.ts';
import { textDigest } from './snapshot.ts';

type Ports = {
  drafts: Pick<Drafts, 'find'>;
  signOffs: Pick<SignOffs, 'findByLink'>;
  rounds: Pick<Rounds, 'find'>;
  directory: Pick<PartnershipDirectory, 'organisation'>;
};

/** The application as its authorised official reads it before signing: for whoever holds the open link. */
export const viewSignOff =
  ({ drafts, signOffs, rounds, directory }: Ports): UseCase<unknown, SignOffSheet, NotFound | LinkExpired> =>
  async (actor, _input, { receivedAt }) => {
    if (actor.kind !== 'link') return fail({ kind: 'not-found' });
    const hash = hashToken('sign-off', actor.token);
    const linked = await signOffs.findByLink(hash);
    if (!linked) return fail({ kind: 'not-found' });
    const draft = await drafts.find(linked.applicationId);
    const { application, signOff } = draft ?? {};
    // The index may still know a link that another has replaced: what the table says counts.
    if (!draft || !application || signOff?.asked?.tokenHash !== hash) return fail({ kind: 'not-found' });
    const { expiresAt } = signOff.asked;
    if (receivedAt >= new Date(expiresAt)) return fail({ kind: 'link-expired', expiredAt: expiresAt });

    const [round, organisation] = await Promise.all([
      rounds.find(application.roundId, application),
      directory.organisation(application.organisationId),
    ]);
    if (!round) throw new Error(`Application ${application.id} is in no round`);
    const digest = textDigest(draft.sections, round);
    return ok({
      application,
      organisation: organisation?.legalName ?? '',
      round,
      sections: sectionViews({ ...draft, terms: round }),
      attachments: draft.attachments.map(attachmentView),
      signOff: signOffView(signOff, digest, receivedAt),
      textDigest: digest,
      open: isEditable(application),
    });
  };
