import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { askApplying } from '../../shared/assignment/ask-applying.ts';
import { askPlan } from '../../shared/assignment/ask-plan.ts';
import { listPlans } from '../../shared/assignment/list-plans.ts';
import { listPreferenceRounds } from '../../shared/assignment/list-preference-rounds.ts';
import { movePair } from '../../shared/assignment/move-pair.ts';
import { planStore } from '../../shared/assignment/plan.store.ts';
import { preferenceStore } from '../../shared/assignment/preference.store.ts';
import { saveSettings, viewSettings } from '../../shared/assignment/round-settings.ts';
import { savePreferences } from '../../shared/assignment/save-preferences.ts';
import { settingsStore } from '../../shared/assignment/settings.store.ts';
import { viewCertificate } from '../../shared/assignment/view-certificate.ts';
import { viewPlan } from '../../shared/assignment/view-plan.ts';
import { viewPreferences } from '../../shared/assignment/view-preferences.ts';
import { weighMoves } from '../../shared/assignment/weigh-moves.ts';
import { jobStore, jobWrites } from '../../shared/jobs/job.store.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { pairConflicts } from '../../shared/reviews/pair-conflicts.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffClearance } from '../../shared/reviews/staff-clearance.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

type Engines = { table: Table; cursors: Cursors };

/** What everything about assignment stands on, on one table; the job that makes plans takes it too. */
export const assignmentPorts = (table: Table) => {
  const applications = applicationStore(table);
  const reviews = reviewStore(table, { applicationWrites });
  const staffConflicts = staffConflictStore(table);
  const interests = openInterests(table);
  return {
    applications,
    reviews,
    staffConflicts,
    interests,
    rounds: roundStore(table),
    people: accountStore(table),
    preferences: preferenceStore(table),
    settings: settingsStore(table),
    plans: planStore(table, { jobWrites }),
    jobs: jobStore(table),
    // The only doors to what is a conflict of interest.
    clearance: staffClearance({ staffConflicts, reviews, interests }),
    pairConflicts: pairConflicts({ staffConflicts, reviews, applications, interests }),
  };
};

/** Everything that can be asked about assignment; API and pages take what they need. */
export const assignmentUseCases = ({ table, cursors }: Engines) => {
  const ports = { ...assignmentPorts(table), cursors };
  return {
    listPreferenceRounds: listPreferenceRounds(ports),
    viewPreferences: viewPreferences(ports),
    savePreferences: onceMore(savePreferences(ports)),
    viewSettings: viewSettings(ports),
    saveSettings: onceMore(saveSettings(ports)),
    listPlans: listPlans(ports),
    askPlan: onceMore(askPlan(ports)),
    viewPlan: viewPlan(ports),
    viewCertificate: viewCertificate(ports),
    weighMoves: weighMoves(ports),
    movePair: onceMore(movePair(ports)),
    applyPlan: onceMore(askApplying(ports)),
  };
};
