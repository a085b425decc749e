/** Something that calls a function unasked, until it is stopped. */
export type Source = {
  /** Resolves once all that had arrived when it was called has been handed over. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
};
