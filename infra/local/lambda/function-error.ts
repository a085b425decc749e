/** Why an invocation brought no answer. */
export type FunctionFault = 'threw' | 'timed-out' | 'too-large' | 'crashed' | 'stopped';

export class FunctionError extends Error {
  override readonly name = 'FunctionError';
  readonly fault: FunctionFault;

  constructor(fault: FunctionFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
