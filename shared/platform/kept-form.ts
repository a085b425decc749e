/** A form that was sent when its sender's sign-in had ended. What they wrote comes back after the next sign-in. */
export type KeptForm = {
  readonly personId: string;
  /** The page it was filled in on, without language. */
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
};

/** Half an hour, to find one's password. */
export const keptMinutes = 30;

/** Items stay under 100 KB; sealing makes a third more of it. Longer forms stay in the browser's history alone. */
export const largestKeptForm = 65_000;
