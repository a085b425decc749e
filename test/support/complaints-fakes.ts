import type { Application } from '../../shared/applications/application.ts';
import { complain } from '../../shared/complaints/complain.ts';
import type { ComplaintChange } from '../../shared/complaints/complaint.port.ts';
import type { Complaint } from '../../shared/complaints/complaint.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import { callAt, ownerOf, person } from './accounts-fakes.ts';
import { aDecision, fakeDecisions } from './awards-fakes.ts';
import { anApplication, aRound, fakeApplications } from './reviews-fakes.ts';

export const announcedAt = '2027-03-01T15:00:00.000Z';
export const now = callAt(new Date('2027-03-02T15:00:00.000Z'));
export const staffed = (id: string) => person(id, { kind: 'staff', programId: 'leading-asia' });
export const staff = staffed('nobody-before');
export const application = anApplication({
  status: 'declined',
  outcome: { decision: 'decline', amountCents: 0, at: announcedAt },
});
export const owner = ownerOf(application.organisationId, 'owner-1');
export const of = { applicationId: application.id };
export const text = 'Nobody read the annex.';

type Given = { head?: Application; kept?: boolean; reviewed?: readonly string[] };
/** An announced decision that `proposer` proposed and `certifier` certified, with nobody’s complaint about it yet. */
export const given = ({ head = application, kept = false, reviewed = [] }: Given = {}) => {
  let complaint: Complaint | undefined;
  const changes: ComplaintChange[] = [];
  const ports = {
    applications: fakeApplications(head),
    rounds: { find: async () => aRound({ announcedAt, complaintDays: 14 }) },
    complaints: {
      find: async () => complaint,
      ofRound: async () => (complaint ? [complaint] : []),
      save: async (change: ComplaintChange) => {
        if ((complaint?.version ?? 0) !== change.complaint.version - 1)
          return fail({ kind: 'conflict' } as const);
        complaint = change.complaint;
        changes.push(change);
        return ok(undefined);
      },
    },
    decisions: fakeDecisions(
      aDecision({
        applicationId: head.id,
        status: 'announced',
        proposedBy: 'proposer',
        settledBy: 'certifier',
      }),
    ),
    // Only whose review of which application it is counts here.
    reviews: {
      allOfReviewer: async (id: string) =>
        (reviewed.includes(id) ? [{ applicationId: head.id }] : []) as never[],
    },
    clearance: async () => () => (kept ? 'declared' : undefined),
  };
  return { ports, changes, stands: () => complaint };
};
/** The same with the owner’s complaint. */
export const filed = async (over: Given = {}) => {
  const world = given(over);
  const done = await complain(world.ports)(owner, { ...of, text }, now);
  if (!done.ok) throw new Error('not filed');
  return world;
};
