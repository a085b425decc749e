import type { Application } from '../applications/application.ts';
import type { Sight } from '../applications/sight.ts';
import { isStaff, type Person } from '../kernel/actor.ts';
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
    const { personId } = person;
    if (isStaff(person)) return (await isClear(ports)(person, application)) ? staffSight : undefined;
    if (application.status === 'withdrawn') return undefined;
    const [own, redaction] = await Promise.all([
      ownReview(ports)(person, reviewIdOf(application.id, personId)),
      ports.redactions.find(application.id),
    ]);
    if (!own.ok || !own.value.cleared) return undefined;
    return sightOf(own.value.round, own.value.file.review.status, redaction);
  };
