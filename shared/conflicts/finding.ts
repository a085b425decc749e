import { deriveId } from '../kernel/ids.ts';
import { type ConflictClass, type ConflictKind, classOf } from './conflict-kind.ts';
import type { Settlement } from './settlement.ts';

/** One reason that keeps a person from an application, with what it rests on; staff may have settled it. */
export type Finding = {
  readonly kind: ConflictKind;
  readonly class: ConflictClass;
  /** Stands for this reason in a settlement. */
  readonly cause: string;
  /** Names, places and years as the page words them. */
  readonly evidence: Readonly<Record<string, string>>;
  readonly settled?: Settlement | undefined;
};

/** Its cause is made of its kind, of these parts and of its evidence: of one that changes it is another. */
export const finding = (
  kind: ConflictKind,
  evidence: Finding['evidence'] = {},
  ...parts: readonly string[]
): Finding => ({
  kind,
  class: classOf(kind),
  cause: deriveId('conflict', kind, ...parts, ...Object.values(evidence)),
  evidence,
});

/** What was settled of one account's words settles nothing of another's, also once the two are one person. */
export const saidUnder = (personId: string, one: Finding): Finding => ({
  ...one,
  cause: deriveId('conflict', personId, one.cause),
});

/**
 * What rests on something that is said no longer: a mistake, or a way around, which staff settle. What was settled while
 * it was said, or when it was removed another time, settles nothing of it.
 */
export const saidUntil = (until: string, { kind, cause, evidence }: Finding): Finding =>
  finding('formerly-said', { ...evidence, was: kind, until }, cause);

/** Whether a reason stands in the way: always if hard, until it is waived if soft, until settled as none if unknown. */
export const stands = ({ class: kind, settled }: Finding): boolean =>
  kind === 'hard' || settled === undefined || settled.outcome === 'conflict';

/** What keeps the person out, the gravest first; undefined where nothing does. */
export const keptBy = (findings: readonly Finding[]): ConflictKind | undefined => findings.find(stands)?.kind;
