import { invitationSteps } from '../../shared/accounts/invitation.ts';
import { applicationSteps } from '../../shared/applications/application.ts';
import { confirmationSteps } from '../../shared/applications/confirmation.ts';
import { planSteps } from '../../shared/assignment/plan-record.ts';
import { decisionSteps } from '../../shared/awards/decision.ts';
import { remarksSteps } from '../../shared/awards/remarks.ts';
import { complaintSteps } from '../../shared/complaints/complaint.ts';
import { roundDiscussionSteps } from '../../shared/discussions/round-discussion.ts';
import { introductionSteps } from '../../shared/introductions/introduction.ts';
import { jobSteps } from '../../shared/jobs/job.ts';
import { messageSteps } from '../../shared/messages/message.ts';
import { reviewSteps } from '../../shared/reviews/review.ts';
import { mailingSteps } from '../../shared/roster/mailing.ts';

type Steps = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Every status table there is, by the name its diagram bears in docs/domain.md. */
const tables: Readonly<Record<string, Steps>> = {
  introduction: introductionSteps,
  invitation: invitationSteps,
  application: applicationSteps,
  complaint: complaintSteps,
  confirmation: confirmationSteps,
  review: reviewSteps,
  decision: decisionSteps,
  job: jobSteps,
  remarks: remarksSteps,
  plan: planSteps,
  discussion: roundDiscussionSteps,
  message: messageSteps,
  mailing: mailingSteps,
};

const diagram = (steps: Steps): string => {
  const rows = Object.entries(steps).flatMap(([from, actions]) =>
    Object.entries(actions).map(([action, to]) => `  ${nameOf(from)} --> ${nameOf(to)}: ${action}`),
  );
  const first = Object.keys(steps)[0] ?? '';
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${nameOf(first)}`, ...rows, '```'].join('\n');
};

// Mermaid reads a hyphen in a state's name as part of an arrow.
const nameOf = (status: string) => status.replaceAll('-', '_');

/** The document with each `<!-- diagram: name -->` … `<!-- end -->` block filled from its status table. */
export const withDiagrams = (document: string): string =>
  document.replaceAll(/(<!-- diagram: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g, (_, open, name, close) => {
    const steps = tables[name];
    if (!steps) throw new Error(`docs/domain.md asks for a diagram of ${name}, which has no status table`);
    return `${open}${diagram(steps)}\n${close}`;
  });
