import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { announceRound } from '../../shared/awards/announce-round.ts';
import { applyAnnouncement } from '../../shared/awards/apply-announcement.ts';
import { askPortfolio } from '../../shared/awards/ask-portfolio.ts';
import { decisionStore } from '../../shared/awards/decision.store.ts';
import { saveLetter, setAnswerDate, viewLetters } from '../../shared/awards/edit-letters.ts';
import { letterStore } from '../../shared/awards/letter.store.ts';
import { listAwards } from '../../shared/awards/list-awards.ts';
import { listDecisions } from '../../shared/awards/list-decisions.ts';
import { portfolioStore } from '../../shared/awards/portfolio.store.ts';
import { previewLetters } from '../../shared/awards/preview-letters.ts';
import { proposeDecision } from '../../shared/awards/propose-decision.ts';
import { proposeDecisions } from '../../shared/awards/propose-decisions.ts';
import { proposePortfolio } from '../../shared/awards/propose-portfolio.ts';
import { recordAwardAnswer, viewAwardAnswer } from '../../shared/awards/record-answer.ts';
import { remarksStore } from '../../shared/awards/remarks.store.ts';
import { requestConfirmations } from '../../shared/awards/request-confirmations.ts';
import { saveRemarks, viewRemarks } from '../../shared/awards/save-remarks.ts';
import { settleDecision } from '../../shared/awards/settle-decision.ts';
import { viewDecision } from '../../shared/awards/view-decision.ts';
import { viewOutcome } from '../../shared/awards/view-outcome.ts';
import { viewPortfolio } from '../../shared/awards/view-portfolio.ts';
import { viewWaitlist } from '../../shared/awards/view-waitlist.ts';
import { jobStore, jobWrites } from '../../shared/jobs/job.store.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import type { Compose } from '../../shared/messages/message.port.ts';
import { messageStore, messageWrites } from '../../shared/messages/message.store.ts';
import { roundStore, roundWrites } from '../../shared/programs/round.store.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { committeeClearance } from '../../shared/reviews/staff-clearance.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

const storesOn = (table: Table) => ({
  applications: applicationStore(table),
  rounds: roundStore(table),
  reviews: reviewStore(table, { applicationWrites }),
  decisions: decisionStore(table, { applicationWrites, messageWrites, roundWrites }),
  letters: letterStore(table),
  remarks: remarksStore(table),
  people: accountStore(table),
  staffConflicts: staffConflictStore(table),
  interests: openInterests(table),
  messages: messageStore(table),
  portfolios: portfolioStore(table, { jobWrites }),
  jobs: jobStore(table),
});

type Engines = { readonly table: Table; readonly cursors: Cursors; readonly compose: Compose };

/** Everything decisions can do, on one table; API and pages take what they need. */
export const awardsUseCases = ({ table, cursors, compose }: Engines) => {
  const stores = storesOn(table);
  const ports = { ...stores, clearance: committeeClearance(stores), cursors, compose };
  return {
    listAwards: listAwards(ports),
    listDecisions: listDecisions(ports),
    viewDecision: viewDecision(ports),
    proposeDecision: onceMore(proposeDecision(ports)),
    proposeDecisions: proposeDecisions(ports),
    settleDecision: onceMore(settleDecision(ports)),
    announceRound: onceMore(announceRound(ports)),
    viewWaitlist: viewWaitlist(ports),
    viewAwardAnswer: viewAwardAnswer(ports),
    recordAwardAnswer: onceMore(recordAwardAnswer(ports)),
    viewOutcome: viewOutcome(ports),
    viewLetters: viewLetters(ports),
    saveLetter: onceMore(saveLetter(ports)),
    setAnswerDate: onceMore(setAnswerDate(ports)),
    previewLetters: previewLetters(ports),
    requestConfirmations: onceMore(requestConfirmations(ports)),
    viewPortfolio: viewPortfolio(ports),
    askPortfolio: onceMore(askPortfolio(ports)),
    proposePortfolio: proposePortfolio(ports),
    viewRemarks: viewRemarks(ports),
    saveRemarks: onceMore(saveRemarks(ports)),
  };
};

/** What the job that plans a portfolio stands on. */
export const portfolioPorts = (table: Table) => storesOn(table);

/** The announcement's job on one table. */
export const announcementOn = (table: Table, clock: Clock) =>
  applyAnnouncement({ ...storesOn(table), clock });
