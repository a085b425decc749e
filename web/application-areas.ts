import type { Areas } from './app.tsx';
import { applicantPages } from './pages/applications/router.tsx';
import { complaintPages } from './pages/complaints/complaint.router.tsx';
import { outcomePages } from './pages/decisions/outcome-router.tsx';
import { comparePages } from './pages/sent/compare.router.tsx';

/** What each router under `/my` and `/applications` asks for. An area adds one line here and one below. */
export type ApplicantUseCases = {
  outcome: Parameters<typeof outcomePages>[0];
  complaint: Parameters<typeof complaintPages>[0];
  compare: Parameters<typeof comparePages>[0];
  applicant: Parameters<typeof applicantPages>[0];
};

/** The pages of applicants, all of them under `/my` and `/applications`: the gateway sends their function nothing else. */
export const applicationAreas =
  (of: Partial<ApplicantUseCases>): Areas =>
  (app) => {
    // Before the applicant’s own: the address of a section would fit this one too.
    if (of.outcome) app.route('/', outcomePages(of.outcome));
    if (of.complaint) app.route('/', complaintPages(of.complaint));
    if (of.compare) app.route('/', comparePages(of.compare));
    if (of.applicant) app.route('/', applicantPages(of.applicant));
  };
