import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { SectionsIncomplete, TextChanged } from './application.errors.ts';
import { isScribe } from './belonging.ts';
import type { Drafts } from './draft.port.ts';
import type { PaperSignature } from './paper-terms.ts';
import type { SignOffs } from './sign-off.port.ts';
import { recordSignatureAs, signableText } from './sign-off-steps.ts';

type Ports = {
  drafts: Pick<Drafts, 'find'>;
  signOffs: Pick<SignOffs, 'save'>;
  rounds: Pick<Rounds, 'find'>;
};
type Input = PaperSignature & { applicationId: string };
type Failure = NotFound | Conflict | StepRefused | InvalidInput | SectionsIncomplete | TextChanged;

/** Whoever types a paper records the signature that stands on it, given no later than the paper came. Nobody gets mail. */
export const recordSignature =
  ({ drafts, signOffs, rounds }: Ports): UseCase<Input, { recordedAt: string }, Failure> =>
  async (actor, { applicationId, name, signedOn, textDigest: seen }, { receivedAt }) => {
    const draft = await drafts.find(applicationId);
    if (!draft || !isScribe(actor, draft.application)) return fail({ kind: 'not-found' });
    const { application, signOff } = draft;
    const round = await rounds.find(application.roundId, application);
    if (!round) throw new Error(`Application ${applicationId} is in no round`);
    const text = signableText(draft, round);
    if (!text.ok) return text;
    if (signedOn > (application.paper?.receivedOn ?? ''))
      return fail({ kind: 'invalid-input', fields: [{ path: 'signedOn', code: 'after-receipt' }] });
    const { signed } = signOff ?? {};
    // A second click finds the signature that the first has recorded.
    if (signed?.by === 'paper' && signed.digest === text.value.digest && signed.signedOn === signedOn)
      return ok({ recordedAt: signed.at });

    const by = actor.personId;
    const recorded = recordSignatureAs(signOff, text.value, {
      ...{ applicationId, seen, name, signedOn, by },
      at: receivedAt,
    });
    if (!recorded.ok) return recorded;
    const saved = await signOffs.save(recorded.value);
    return saved.ok ? ok({ recordedAt: receivedAt.toISOString() }) : saved;
  };
