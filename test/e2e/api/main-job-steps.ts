import { expect } from 'vitest';
import { localOf } from '../../../shared/kernel/zoned-time.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import type { Ask, OperationId } from '../../support/api-client.ts';
import { done, inDays } from '../../support/seeded/clock.ts';
import type { Someone } from '../../support/seeded/people.ts';
import type { SeededPlatform } from '../../support/seeded-platform.ts';

/** The token in a letter's link, which stands last in its path. */
export const linkIn = (text = '', path: string): string =>
  new RegExp(`/${path}/([\\w.-]+)`).exec(text)?.[1] ?? '';

export const stepsOn = ({ platform, table, api }: SeededPlatform) => ({
  /** Asks, and takes nothing but the success that the contract promises. */
  ask: async (operation: OperationId, as: Someone | undefined, given: Ask = {}) => {
    const { status, json } = await api.call(operation, given, as?.token);
    const isDone = status === 200 || status === 201;
    expect({ operation, status, ...(!isDone && { problem: json }) }).toEqual({ operation, status });
    return json;
  },

  /** The letters to one address, oldest first, once all that was written has been dealt with. */
  lettersTo: async (address: string) => {
    await platform.settled();
    const letters = await platform.letters();
    return letters.filter(({ destination }) => destination.to.some((one) => one.includes(address)));
  },

  /** Time passes: the round's dates move back behind the rules, as nothing but a clock could have it. */
  closeRound: async (roundId: string) => {
    const rounds = roundStore(table);
    const round = await rounds.find(roundId);
    if (!round) throw new Error(`There is no round ${roundId}`);
    const closes = localOf(inDays(-1), round.zone);
    done(await rounds.save({ round: { ...round, closes, version: round.version + 1 }, events: [] }));
  },
});
export type Steps = ReturnType<typeof stepsOn>;
