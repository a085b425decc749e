import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore } from '../../shared/applications/application.store.ts';
import { draftStore } from '../../shared/applications/draft.store.ts';
import { saveSection } from '../../shared/applications/save-section.ts';
import { addToDelegation, listDelegations } from '../../shared/introductions/add-to-delegation.ts';
import { answerByLink, answerIntroduction } from '../../shared/introductions/answer-introduction.ts';
import { blockPartnership } from '../../shared/introductions/block-partnership.ts';
import { introductionStore } from '../../shared/introductions/introduction.store.ts';
import {
  listChapterIntroductions,
  listJoinedAlumni,
  listMyIntroductions,
  listPartnershipIntroductions,
} from '../../shared/introductions/introduction-lists.ts';
import { introductionReportStore } from '../../shared/introductions/introduction-report.store.ts';
import {
  listIntroductionReports,
  reportIntroduction,
  settleIntroductionReport,
} from '../../shared/introductions/report-introduction.ts';
import { offerIntroduction, requestIntroduction } from '../../shared/introductions/request-introduction.ts';
import {
  joinPartnership,
  recordOutcome,
  stepIntroduction,
} from '../../shared/introductions/settle-introduction.ts';
import { viewByLink, viewIntroduction } from '../../shared/introductions/view-introduction.ts';
import type { NewToken } from '../../shared/kernel/link-token.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { messageWrites } from '../../shared/messages/message.store.ts';
import type { Partnerships } from '../../shared/partnerships/partnership.port.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openAskedAlumni } from './asked-alumni.ts';

type Engines = {
  readonly table: Table;
  readonly partnerships: Partnerships;
  readonly cursors: Cursors;
  readonly newToken: NewToken;
};

/** What staff do about introductions: apart, so that their pages need not hold the rest. */
export const introductionReportsUseCases = ({
  table,
  partnerships: directory,
  cursors,
}: Omit<Engines, 'newToken'>) => {
  const introductions = introductionStore(table, { messageWrites });
  const ports = { introductions, reports: introductionReportStore(table), directory, cursors };
  return {
    listIntroductionReports: listIntroductionReports(ports),
    settleIntroductionReport: onceMore(settleIntroductionReport(ports)),
  };
};

/** Everything introductions can do, on one table; API and pages take what they need. */
export const introductionsUseCases = (engines: Engines) => {
  const { table, partnerships: directory, cursors, newToken } = engines;
  const accounts = accountStore(table);
  const ports = {
    introductions: introductionStore(table, { messageWrites }),
    reports: introductionReportStore(table),
    alumni: openAskedAlumni(table),
    accounts,
    people: accounts,
    directory,
    cursors,
    newToken,
  };
  const applications = applicationStore(table);
  const drafts = draftStore(table);
  const delegation = {
    ...ports,
    applications,
    drafts,
    saveSection: saveSection({ applications, drafts, rounds: roundStore(table) }),
  };
  return {
    ...introductionReportsUseCases(engines),
    // Looks again of its own: others may ask the same alum in the same moment, and nobody is to know.
    requestIntroduction: requestIntroduction(ports),
    offerIntroduction: offerIntroduction(ports),
    listPartnershipIntroductions: listPartnershipIntroductions(ports),
    listJoinedAlumni: listJoinedAlumni(ports),
    listChapterIntroductions: listChapterIntroductions(ports),
    listMyIntroductions: listMyIntroductions(ports),
    viewIntroduction: viewIntroduction(ports),
    answerIntroduction: onceMore(answerIntroduction(ports)),
    stepIntroduction: onceMore(stepIntroduction(ports)),
    joinPartnership: onceMore(joinPartnership(ports)),
    recordOutcome: onceMore(recordOutcome(ports)),
    listDelegations: listDelegations(delegation),
    addToDelegation: addToDelegation(delegation),
    blockPartnership: onceMore(blockPartnership(ports)),
    reportIntroduction: reportIntroduction(ports),
    viewIntroductionByLink: viewByLink(ports),
    answerIntroductionByLink: onceMore(answerByLink(ports)),
  };
};
