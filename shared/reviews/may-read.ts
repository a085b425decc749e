import type { Application } from '../applications/application.ts';
import { isStaff, type Person } from '../kernel/actor.ts';
import { type OwnReviewPorts, ownReview } from './own-review.ts';
import { reviewIdOf } from './review.ts';
import { type ClearancePorts, staffClearance } from './staff-clearance.ts';

/** Whether nothing keeps this member of staff from the application. */
export const isClear =
  (ports: ClearancePorts) =>
  async (person: Person, application: Application): Promise<boolean> => {
    const conflict = await staffClearance(ports)(person, application.roundId);
    return conflict(application) === undefined;
  };

/** Whether a person who is no member may read what was sent: staff without a conflict, reviewers who were cleared. */
export const mayRead =
  (ports: ClearancePorts & OwnReviewPorts) =>
  async (person: Person, application: Application): Promise<boolean> => {
    const { personId } = person;
    if (isStaff(person)) return isClear(ports)(person, application);
    if (application.status === 'withdrawn') return false;
    const own = await ownReview(ports)(person, reviewIdOf(application.id, personId));
    return own.ok && own.value.cleared;
  };
