import type { ConflictClass } from './conflict-kind.ts';
import type { Finding } from './finding.ts';
import type { Judged } from './judged.ts';
import { type Circumstances, ownFindings } from './own-findings.ts';
import type { PersonFacts } from './person-facts.ts';
import { recognise } from './recognise.ts';
import { rivalFindings } from './rival-findings.ts';
import { settlementOf } from './settlement.ts';

/**
 * Every reason that keeps this person from an application, computed from what is known this moment. The one place
 * that decides it: pages, steps, plans and lists all ask here. Order: hard, unknown, soft. For a whole round it is made
 * once a person: their ties with a rival are the same whichever application is asked about.
 */
export const conflictsFor = (
  person: PersonFacts,
  circumstances: Circumstances = {},
): ((application: Judged) => readonly Finding[]) => {
  const known = recognise(person);
  const rivals = rivalFindings(known, circumstances);
  return (application) => {
    const found = [...ownFindings(known, application, circumstances), ...rivals(application)];
    const settled = found.map((one) => ({
      ...one,
      settled: settlementOf(person.settled, application.id, one.cause),
    }));
    return settled.toSorted((a, b) => order.indexOf(a.class) - order.indexOf(b.class));
  };
};

/** The same of one application. */
export const findConflicts = (
  person: PersonFacts,
  application: Judged,
  circumstances: Circumstances = {},
): readonly Finding[] => conflictsFor(person, circumstances)(application);

const order: readonly ConflictClass[] = ['hard', 'unknown', 'soft'];
