import type { Person } from '../kernel/actor.ts';
import type { Redaction } from '../reviews/redaction.ts';
import type { Application } from './application.ts';

/** What one reader is shown of what was sent. Its own people see all of it; for readers `sightOf` of the reviews decides. */
export type Sight = {
  /** Names of people; addresses are a matter of their own. */
  readonly people: boolean;
  /** E-mail addresses. Nobody needs one to score. */
  readonly addresses: boolean;
  /** The applicant's name and those of its partners and of the office in Japan. */
  readonly organisations: boolean;
  /** Every file under its name, or those that staff released, under a neutral one. */
  readonly files: 'all' | 'released';
  /** What staff blacked out for this reader; staff themselves read the original. */
  readonly redaction?: Redaction | undefined;
};

/** What its own people see. */
export const wholeSight: Sight = { people: true, addresses: true, organisations: true, files: 'all' };

/** What a person who is no member may see of an application, if anything. Reviews know. */
export type SightFor = (person: Person, application: Application) => Promise<Sight | undefined>;
