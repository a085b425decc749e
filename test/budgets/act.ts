import { callAt } from '../support/seeded/clock.ts';

/** One act, ready to be done once: its name in docs/access-patterns.md and the write units it may cost. */
export type Act = {
  readonly name: string;
  readonly act: () => Promise<{ readonly ok: boolean }>;
  /** Asked after the act: a submission's budget goes by its own length. */
  readonly writes: () => number | Promise<number>;
  /** Where what it costs grows with the round, as docs/access-patterns.md says: the read units it may take. */
  readonly linear?: { readonly reads: number };
};

export const now = () => callAt(new Date());

export const anAct = (name: string, writes: number, act: Act['act']): Act => ({
  name,
  act,
  writes: () => writes,
});
