import type { Application } from '../applications/application.ts';
import type { Sight } from '../applications/sight.ts';
import { idsOf, isStaff, type Person } from '../kernel/actor.ts';
import { sightOf, staffSight } from './blinding.ts';
import { type OwnReviewPorts, ownReview } from './own-review.ts';
import type { Redactions } from './redaction.port.ts';
import { reviewIdOf } from './review.ts';
import { type ClearancePorts, staffClearance } from './staff-clearance.ts';

/** Whether nothing keeps this member of staff from the application. */
export const isClear =
  (ports: ClearancePorts) =>
  async (person: Person, application: Application): Promise<boolean> => {
    const conflict = await staffClearance(ports)(person, application.roundId);
    return conflict(application) === undefined;
  };

/**
 * What a person who is no member may see of what was sent: staff without a conflict the original, reviewers who were
 * cleared what the round's blinding and the redaction leave; everybody else nothing.
 */
export const sightFor =
  (ports: ClearancePorts & OwnReviewPorts & { redactions: Pick<Redactions, 'find'> }) =>
  async (person: Person, application: Application): Promise<Sight | undefined> => {
    if (isStaff(person)) return (await isClear(ports)(person, application)) ? staffSight : undefined;
    if (application.status === 'withdrawn') return undefined;
    const [own, redaction] = await Promise.all([
      Promise.all(idsOf(person).map((id) => ownReview(ports)(person, reviewIdOf(application.id, id)))),
      ports.redactions.find(application.id),
    ]);
    const mine = own.flatMap((one) => (one.ok ? one.value : []));
    const cleared = mine.find((one) => one.cleared);
    // What keeps them from one of their reviews keeps them from the application.
    if (!cleared || mine.some(({ conflict }) => conflict)) return undefined;
    return sightOf(cleared.round, cleared.file.review.status, redaction);
  };
