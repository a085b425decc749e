import * as z from 'zod';
import { askFor } from '../jobs/job-steps.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import type { MatchWeights } from '../matching/match-weights.ts';
import type { Studies } from './study.port.ts';
import { askForStudy, type Study } from './study.ts';
import { faultsOf, matchWeightsSchema } from './weights.ts';

type AskPorts = { studies: Pick<Studies, 'find' | 'ask'> };

const onlyWeights = z.object(matchWeightsSchema.shape);

/** Staff have it worked out what other weights would change. Nothing changes, and nobody gets mail. */
export const tryMatchWeights =
  ({ studies }: AskPorts): UseCase<MatchWeights, Study, NotFound | Conflict | InvalidInput> =>
  async (actor, input, { receivedAt, idempotencyKey }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    // An adapter hands over more than the weights.
    const weights = onlyWeights.parse(input);
    const fields = faultsOf(weights);
    if (fields.length > 0) return fail({ kind: 'invalid-input', fields });
    const id = deriveId('match-trial', actor.personId, idempotencyKey);
    const before = await studies.find(id);
    if (before) return ok(before);
    const by = { by: actor.personId, at: receivedAt };
    const job = askFor({ id: deriveId('job', id), kind: 'try-match-weights', about: id }, by);
    const change = askForStudy({ id, kind: 'trial', top: 1, jobId: job.job.id, weights }, by);
    const saved = await studies.ask(change, job);
    return saved.ok ? ok(change.study) : saved;
  };
