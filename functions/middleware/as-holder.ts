import type { UseCase } from '../../shared/kernel/endpoint.ts';

/** A link's holder has no account: the token in the body is all that says who asks, and goes no further. */
export const asHolder =
  <Input, Output, Failure>(
    run: UseCase<Input, Output, Failure>,
  ): UseCase<Input & { token: string }, Output, Failure> =>
  (_public, { token, ...asked }, call) =>
    // Without its token an input is what the use case asks for: the compiler can't take one part off an intersection.
    run({ kind: 'link', token }, asked as Input, call);
