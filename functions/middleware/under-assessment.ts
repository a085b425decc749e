import type { Failure } from '../../shared/failures.ts';
import type { UseCase } from '../../shared/kernel/endpoint.ts';
import { fail } from '../../shared/kernel/result.ts';

/** What is wrong with an assessment, by where it stands in the body. */
export const underAssessment =
  <Input, Output>(run: UseCase<Input, Output, Failure>): UseCase<Input, Output, Failure> =>
  async (actor, input, call) => {
    const done = await run(actor, input, call);
    if (done.ok || done.failure.kind !== 'invalid-input') return done;
    const fields = done.failure.fields.map(({ path, code }) => ({ path: `assessment.${path}`, code }));
    return fail({ kind: 'invalid-input', fields });
  };
