import type { Application } from '../applications/application.ts';
import { usStates } from '../reference/regions.ts';
import type { Facts } from './facts.ts';

type Sent = Pick<Application, 'pair' | 'facts'>;

/** Whether its partners and people can be compared: they are noted when it is sent, and once were not. */
export const isCompared = ({ facts }: Sent): boolean => facts !== undefined;

/**
 * What is known of where an application belongs: noted when it was sent, or read from the names of its pair. From those
 * the prefecture of a town can't be told, and stays empty.
 */
export const factsKnown = ({ pair, facts }: Sent): Facts => {
  if (facts) return facts;
  const [, code] = /, ([A-Z]{2})$/.exec(pair.us) ?? [];
  const whole = pair.us.replace(/^State of /, '');
  const [, prefecture = ''] = /^(.+) Prefecture$/.exec(pair.jp) ?? [];
  const us = code ?? usStates.find(({ name }) => name === whole)?.code ?? '';
  return { us, jp: prefecture, orgs: '', people: '' };
};
