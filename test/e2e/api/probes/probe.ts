import type { Area, contracts } from '../../../../shared/contracts.ts';
import type { Ask } from '../../../support/api-client.ts';
import type { Someone } from '../../../support/seeded/people.ts';
import type { Side, World } from '../world.ts';

/** Makes a resource in the state that the row names, and what to ask of it. `as` is who will ask, if anybody. */
export type Probe = (as: Someone | undefined) => Promise<Ask>;
export type Probes<A extends Area> = (
  world: World,
) => Readonly<Record<keyof (typeof contracts)[A], Readonly<Record<string, Probe>>>>;

export const always =
  (ask: Ask): Probe =>
  async () =>
    ask;

/** A row each for Austin's and Tacoma's, under the names the matrix gives them. */
export const both = (
  austin: string,
  tacoma: string,
  make: (side: Side, as: Someone | undefined) => Promise<Ask>,
): Readonly<Record<string, Probe>> => ({
  [austin]: (as) => make('austin', as),
  [tacoma]: (as) => make('tacoma', as),
});

/** A token as long as a real one, which nobody was ever given. */
export const madeUpToken = 'A'.repeat(43);
