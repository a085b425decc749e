import type { UseCase } from './endpoint.ts';

/**
 * The use case, run once more where another writer came first. A second click in the same moment then finds done what
 * it asked for; whoever wanted something else meets the version or the step that stands now.
 */
export const onceMore =
  <Input, Output, Failure extends { readonly kind: string }>(
    useCase: UseCase<Input, Output, Failure>,
  ): UseCase<Input, Output, Failure> =>
  async (actor, input, call) => {
    const first = await useCase(actor, input, call);
    return !first.ok && first.failure.kind === 'conflict' ? useCase(actor, input, call) : first;
  };
