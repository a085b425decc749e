import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { listPreferenceRounds } from '../../shared/assignment/list-preference-rounds.ts';
import { preferenceStore } from '../../shared/assignment/preference.store.ts';
import { savePreferences } from '../../shared/assignment/save-preferences.ts';
import { settingsStore } from '../../shared/assignment/settings.store.ts';
import { viewPreferences } from '../../shared/assignment/view-preferences.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { pairConflicts } from '../../shared/reviews/pair-conflicts.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

type Engines = { table: Table; cursors: Cursors };

/** What reviewers say of assignment, without plans: their function need not hold them. */
export const preferencesUseCases = ({ table, cursors }: Engines) => {
  const applications = applicationStore(table);
  const reviews = reviewStore(table, { applicationWrites });
  const staffConflicts = staffConflictStore(table);
  const interests = openInterests(table);
  const ports = {
    applications,
    reviews,
    staffConflicts,
    rounds: roundStore(table),
    people: accountStore(table),
    preferences: preferenceStore(table),
    settings: settingsStore(table),
    pairConflicts: pairConflicts({ staffConflicts, reviews, applications, interests }),
    cursors,
  };
  return {
    listPreferenceRounds: listPreferenceRounds(ports),
    viewPreferences: viewPreferences(ports),
    savePreferences: onceMore(savePreferences(ports)),
  };
};
