import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Cursors } from '../table/cursor.ts';
import { type EligibilityAnswers, eligibilityAnswersSchema } from './eligibility-rule.ts';
import { type EligibilityTrail, sealAnswers, trailOf } from './eligibility-trail.ts';
import type { Rounds } from './round.port.ts';

type Ports = { rounds: Pick<Rounds, 'find'>; cursors: Cursors };
const answersOnly = eligibilityAnswersSchema.strip();
type Input = EligibilityAnswers & { roundId: string };
/** `checked` carries the answers to the start of an application. */
export type CheckedEligibility = EligibilityTrail & { readonly checked: string };

/** Whether one can apply in a published round, for everyone and without an account. Nothing is stored. */
export const checkRoundEligibility =
  ({ rounds, cursors }: Ports): UseCase<Input, CheckedEligibility, NotFound> =>
  async (_actor, { roundId, ...said }, { receivedAt }) => {
    // The answers alone of whatever else a request says: they are kept as they stand here.
    const answers = answersOnly.parse(said);
    const round = await rounds.find(roundId);
    if (round?.status !== 'published') return fail({ kind: 'not-found' });
    const trail = trailOf(round, answers, receivedAt);
    return ok({ ...trail, checked: sealAnswers(cursors, roundId, trail) });
  };
