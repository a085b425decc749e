import { type Actor, mayEdit, membership, owns, type Person } from '../kernel/actor.ts';
import type { Application } from './application.ts';

export const belongings = ['owner', 'editor', 'viewer', 'scribe'] as const;
/** How someone belongs to an application: as its applicant's member, or typing for it what came on paper. */
export type Belonging = (typeof belongings)[number];

type Of = Pick<Application, 'id' | 'organisationId' | 'paper'>;

/** Whether `asScribe` let this person in to type this application, for this one call. */
export const isScribe = (actor: Actor, { id, paper }: Pick<Of, 'id' | 'paper'>): actor is Person =>
  paper !== undefined && actor.kind === 'person' && actor.scribeOf === id;

/** Undefined for a stranger. */
export const belonging = (actor: Actor, application: Of): Belonging | undefined =>
  membership(actor, application.organisationId) ?? (isScribe(actor, application) ? 'scribe' : undefined);

/** Who changes what it says: what came on paper its scribes alone, for the paper counts; everything else its editors. */
export const mayWrite = (actor: Actor, application: Of): actor is Person =>
  application.paper ? isScribe(actor, application) : mayEdit(actor, application.organisationId);

/** Who sends it, or takes it back to change it. */
export const maySend = (actor: Actor, application: Of): actor is Person =>
  application.paper ? isScribe(actor, application) : owns(actor, application.organisationId);

/** Who asks the office in Japan: whoever writes it, and its editors in any case. */
export const mayAsk = (actor: Actor, application: Of): actor is Person =>
  mayEdit(actor, application.organisationId) || isScribe(actor, application);

/** Who asks the authorised official: nobody of what came on paper, whose signature stands there. */
export const mayAskOfficial = (actor: Actor, { organisationId, paper }: Of): actor is Person =>
  !paper && mayEdit(actor, organisationId);
