/** A reason why the platform cannot start, in one sentence for the person at the keyboard. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
