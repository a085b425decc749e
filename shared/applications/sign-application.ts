import * as z from 'zod';
import { type Actor, owns } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, LinkExpired, NotFound, StepRefused } from '../kernel/failure.ts';
import { hashToken } from '../kernel/link-token.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { lineSchema } from '../kernel/text.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { SectionsIncomplete, TextChanged } from './application.errors.ts';
import type { Drafts } from './draft.port.ts';
import type { Draft } from './draft.ts';
import type { SignOffs } from './sign-off.port.ts';
import { signableText, signText } from './sign-off-steps.ts';

/** The name as the signer types it, the box ticked, and the digest of the text they were shown. */
export const signatureSchema = z.strictObject({
  name: lineSchema(120).pipe(z.string().min(1)),
  agreed: z.literal(true),
  textDigest: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Signature = z.output<typeof signatureSchema>;

type Ports = {
  drafts: Pick<Drafts, 'find'>;
  signOffs: Pick<SignOffs, 'findByLink' | 'save'>;
  rounds: Pick<Rounds, 'find'>;
};
type Failure =
  | NotFound
  | Conflict
  | StepRefused
  | LinkExpired
  | InvalidInput
  | SectionsIncomplete
  | TextChanged;
type Signed = { signedAt: string };

const signDraft =
  ({ signOffs, rounds }: Ports) =>
  async (draft: Draft, signature: Signature, by: string, at: Date): Promise<Result<Signed, Failure>> => {
    const { application, signOff } = draft;
    const round = await rounds.find(application.roundId, application);
    if (!round) throw new Error(`Application ${application.id} is in no round`);
    const text = signableText(draft, round);
    if (!text.ok) return text;
    const { signed } = signOff ?? {};
    // A second click finds the signature that the first has left.
    if (signed?.by === by && signed.digest === text.value.digest) return ok({ signedAt: signed.at });

    const { name, textDigest: seen } = signature;
    const stepped = signText(signOff, text.value, { applicationId: application.id, seen, name, by, at });
    if (!stepped.ok) return stepped;
    const saved = await signOffs.save(stepped.value);
    return saved.ok ? ok({ signedAt: at.toISOString() }) : saved;
  };

/** The official signs by the link that was mailed to them. */
export const signByLink =
  (ports: Ports): UseCase<Signature, Signed, Failure> =>
  async (actor: Actor, signature, { receivedAt }) => {
    if (actor.kind !== 'link') return fail({ kind: 'not-found' });
    const hash = hashToken('sign-off', actor.token);
    const linked = await ports.signOffs.findByLink(hash);
    const draft = linked && (await ports.drafts.find(linked.applicationId));
    const asked = draft?.signOff?.asked;
    // The index may still know a link that another has replaced: what the table says counts.
    if (!draft || asked?.tokenHash !== hash) return fail({ kind: 'not-found' });
    if (receivedAt >= new Date(asked.expiresAt))
      return fail({ kind: 'link-expired', expiredAt: asked.expiresAt });
    return signDraft(ports)(draft, signature, 'link:sign-off', receivedAt);
  };

/** An owner who is the authorised official signs on the page. */
export const signAsOwner =
  (ports: Ports): UseCase<Signature & { applicationId: string }, Signed, Failure> =>
  async (actor, { applicationId, ...signature }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const draft = await ports.drafts.find(applicationId);
    if (!draft || draft.application.paper || !owns(actor, draft.application.organisationId))
      return fail({ kind: 'not-found' });
    return signDraft(ports)(draft, signature, actor.personId, receivedAt);
  };
