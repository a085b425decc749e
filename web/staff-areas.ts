import type { Areas } from './app.tsx';
import { staffQuestionPages } from './pages/ask/staff-questions.router.tsx';
import { complaintFilePages } from './pages/complaints/complaint-file.router.tsx';
import { answerPages } from './pages/decisions/answer-router.tsx';
import { decidePages } from './pages/decisions/decide-router.tsx';
import { staffDiscussionPages } from './pages/discussions/staff-discussion.router.tsx';
import { reportPages } from './pages/introductions/reports.router.tsx';
import { remarksPages } from './pages/letters/remarks-router.tsx';
import { officePages } from './pages/offices/router.tsx';
import { outboxPages } from './pages/outbox/router.tsx';
import { claimPages } from './pages/partnerships/claims-router.tsx';
import { staffPeoplePages } from './pages/people/staff-people.router.tsx';
import { staffPersonPages } from './pages/people/staff-person.router.tsx';
import { rosterPages } from './pages/roster/router.tsx';
import { extensionPages } from './pages/sent/extension.router.tsx';
import { staffComparePages } from './pages/sent/staff-compare.router.tsx';
import { filePages } from './pages/staff-reviews/file.router.tsx';
import { staffTodayPages } from './pages/staff-today/router.tsx';

/** What each router under `/staff`, but not under `/staff/rounds`, asks for. An area adds one line here and one below. */
export type StaffUseCases = {
  people: Parameters<typeof staffPeoplePages>[0] & Parameters<typeof staffPersonPages>[0];
  claims: Parameters<typeof claimPages>[0];
  offices: Parameters<typeof officePages>[0];
  ask: Parameters<typeof staffQuestionPages>[0];
  files: Parameters<typeof filePages>[0];
  versions: Parameters<typeof staffComparePages>[0];
  complaintFile: Parameters<typeof complaintFilePages>[0];
  extension: Parameters<typeof extensionPages>[0];
  decide: Parameters<typeof decidePages>[0];
  answers: Parameters<typeof answerPages>[0];
  discussion: Parameters<typeof staffDiscussionPages>[0];
  remarks: Parameters<typeof remarksPages>[0];
  roster: Parameters<typeof rosterPages>[0];
  outbox: Parameters<typeof outboxPages>[0];
  introductionReports: Parameters<typeof reportPages>[0];
  staffToday: Parameters<typeof staffTodayPages>[0];
};

/** The program office's pages about single applications, people, claims, questions and mail. */
export const staffAreas =
  (of: Partial<StaffUseCases>): Areas =>
  (app) => {
    if (of.offices) app.route('/', officePages(of.offices));
    if (of.people) app.route('/', staffPeoplePages(of.people)).route('/', staffPersonPages(of.people));
    if (of.claims) app.route('/', claimPages(of.claims));
    if (of.ask) app.route('/', staffQuestionPages(of.ask));
    if (of.files) app.route('/', filePages(of.files));
    if (of.versions) app.route('/', staffComparePages(of.versions));
    if (of.complaintFile) app.route('/', complaintFilePages(of.complaintFile));
    if (of.extension) app.route('/', extensionPages(of.extension));
    if (of.decide) app.route('/', decidePages(of.decide));
    if (of.answers) app.route('/', answerPages(of.answers));
    if (of.discussion) app.route('/', staffDiscussionPages(of.discussion));
    if (of.remarks) app.route('/', remarksPages(of.remarks));
    if (of.roster) app.route('/', rosterPages(of.roster));
    if (of.outbox) app.route('/', outboxPages(of.outbox));
    if (of.introductionReports) app.route('/', reportPages(of.introductionReports));
    if (of.staffToday) app.route('/', staffTodayPages(of.staffToday));
  };
