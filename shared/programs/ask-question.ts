import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Questions } from './question.port.ts';
import { type Ask, askQuestion as ask } from './question.ts';
import type { Rounds } from './round.port.ts';

type Ports = { questions: Pick<Questions, 'save'>; rounds: Pick<Rounds, 'find'> };
type Output = { questionId: string };

/** Anyone may ask; the answer goes to the address they give. Nobody gets mail for the asking. */
export const askQuestion =
  ({ questions, rounds }: Ports): UseCase<Ask, Output, NotFound | Conflict> =>
  async (actor, { roundId, name, email, language, text }, { receivedAt: at, idempotencyKey }) => {
    const round = roundId ? await rounds.find(roundId) : undefined;
    if (roundId && round?.status !== 'published') return fail({ kind: 'not-found' });

    const askedBy = actor.kind === 'person' ? actor.personId : undefined;
    const questionId = deriveId(askedBy ?? email, 'question', idempotencyKey);
    const asked = ask(
      { ...(roundId && { roundId }), name, email, language, text },
      { id: questionId, askedBy, at },
    );
    const saved = await questions.save(asked);
    // A conflict on a derived id is the same form sent twice.
    return saved.ok || saved.failure.kind === 'conflict' ? ok({ questionId }) : saved;
  };
