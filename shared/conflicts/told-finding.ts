import { asTold, type ConflictKind, isAlike } from './conflict-kind.ts';
import { type Finding, stands } from './finding.ts';

export const toldStates = ['stands', 'waivable', 'waits', 'let-go'] as const;

/** A reason as the person whom it concerns is told it. */
export type ToldFinding = {
  readonly kind: ConflictKind;
  /** `waits` and `waivable` are for staff to settle; `let-go` is what they have settled as none, or waived. */
  readonly state: (typeof toldStates)[number];
  /** What of their own it rests on, in their own words and years; empty where it is not theirs. */
  readonly facts: string;
};

// Of a rival nothing is told, for they may know nothing of it; nor who named them, or what staff have written.
const owned: ReadonlySet<ConflictKind> = new Set([
  'home',
  'placement',
  'place-unknown',
  'formerly-said',
  'organisation',
  'chapter',
]);

const factsOf = ({ kind, evidence }: Finding): string => {
  if (!owned.has(kind)) return '';
  const { home, name, chapter, from, to } = evidence;
  const years = from ? `${from}–${to ?? ''}` : '';
  return [home ?? name ?? chapter ?? '', years].filter(Boolean).join(' ');
};

const stateOf = (finding: Finding): ToldFinding['state'] => {
  if (!stands(finding)) return 'let-go';
  // What an applicant said reads as any that is on record.
  if (asTold(finding.kind) !== finding.kind || finding.settled || finding.class === 'hard') return 'stands';
  return finding.class === 'soft' ? 'waivable' : 'waits';
};

const ofNamesake = ({ kind, evidence }: Finding): boolean =>
  isAlike(kind) || evidence.was === 'same-name' || evidence.was === 'named-alike';

/**
 * Every reason once, with the person's own facts and nothing of another application, nor of somebody of their name. Who
 * has declared a conflict is told of that alone: what else they say of themselves would be answered with what stands in
 * the application.
 */
export const toldFindings = (findings: readonly Finding[]): readonly ToldFinding[] => {
  const declared = findings.filter(({ kind }) => kind === 'declared');
  const own = findings.filter((finding) => !ofNamesake(finding) || stands(finding));
  const told = (declared.length > 0 ? declared : own).map((finding) => ({
    kind: asTold(finding.kind) ?? finding.kind,
    state: stateOf(finding),
    facts: factsOf(finding),
  }));
  const of = ({ kind, state, facts }: ToldFinding) => `${kind} ${state} ${facts}`;
  return [...new Map(told.map((one) => [of(one), one])).values()];
};
