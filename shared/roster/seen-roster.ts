import { type Application, visibleStatus } from '../applications/application.ts';
import type { Judged } from '../conflicts/judged.ts';
import type { Person } from '../kernel/actor.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { keepsFromCommitteeOnly } from '../reviews/staff-clearance.ts';
import type { Roster } from './roster.port.ts';
import { isListed, type ListedRow } from './roster-row.ts';

/** `committeeClearance`, asked once for a round: a conflict, a review that is owed, a paper that one typed, or nothing. */
export type Clearance = (
  person: Person,
  roundId: string,
) => Promise<(application: Judged) => string | undefined>;

export type SeenRosterPorts = {
  roster: Pick<Roster, 'ofRound'>;
  rounds: Pick<Rounds, 'find'>;
  clearance: Clearance;
};

/** A round's rows as far as one member of staff may know of them. */
export type SeenRoster = {
  readonly round: Round;
  readonly rows: readonly ListedRow[];
  /** How many are being written; staff learn no more of them. */
  readonly drafts: number;
  /** The same door for what is read by key afterwards: nothing is decided by the roster. */
  readonly shown: <Head extends Pick<Application, 'status'> & Judged>(head: Head) => Head | undefined;
};

/**
 * The one door to the roster. What this person conflicts with is in nothing that comes of it, neither as a row nor in a
 * number; who still has to review an application, or has typed it from paper, learns of its status what an applicant may. Undefined where there is no
 * such round.
 */
export const seenRoster =
  ({ roster, rounds, clearance }: SeenRosterPorts) =>
  async (person: Person, roundId: string): Promise<SeenRoster | undefined> => {
    const [round, all, cleared] = await Promise.all([
      rounds.find(roundId),
      roster.ofRound(roundId),
      clearance(person, roundId),
    ]);
    if (!round) return undefined;
    const shown: SeenRoster['shown'] = (head) => {
      const kept = cleared(head);
      if (kept === undefined) return head;
      if (!keepsFromCommitteeOnly(kept)) return undefined;
      return { ...head, status: visibleStatus(head.status, round.announcedAt !== undefined) };
    };
    return {
      round,
      rows: all.filter(isListed).flatMap((row) => shown(row) ?? []),
      drafts: all.filter((row) => 'unsent' in row && row.unsent === 'draft').length,
      shown,
    };
  };
