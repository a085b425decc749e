import { accountStore } from '../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../shared/applications/application.store.ts';
import { asScribe } from '../../shared/applications/as-scribe.ts';
import { listConflicts } from '../../shared/conflicts/list-conflicts.ts';
import { nameReviewers, viewNamedReviewers } from '../../shared/conflicts/name-reviewers.ts';
import { namedReviewersStore } from '../../shared/conflicts/named-reviewers.store.ts';
import { personProfileStore } from '../../shared/conflicts/person-profile.store.ts';
import { savePersonProfile } from '../../shared/conflicts/save-person-profile.ts';
import { searchMunicipalities } from '../../shared/conflicts/search-municipalities.ts';
import { settleConflict } from '../../shared/conflicts/settle-conflict.ts';
import { settlementStore } from '../../shared/conflicts/settlement.store.ts';
import { viewPersonProfile } from '../../shared/conflicts/view-person-profile.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import type { PartnershipDirectory } from '../../shared/partnerships/partnership.port.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { isClear } from '../../shared/reviews/may-read.ts';
import { reviewStore } from '../../shared/reviews/review.store.ts';
import { staffConflictStore } from '../../shared/reviews/staff-conflict.store.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';
import { openInterests } from './interests.ts';

type Engines = { table: Table; cursors: Cursors; directory: Pick<PartnershipDirectory, 'find'> };

/** Everything that is said and found of conflicts of interest; API and pages take what they need. */
export const conflictsUseCases = ({ table, cursors, directory }: Engines) => {
  const ports = {
    applications: applicationStore(table),
    rounds: roundStore(table),
    people: accountStore(table),
    reviews: reviewStore(table, { applicationWrites }),
    staffConflicts: staffConflictStore(table),
    profiles: personProfileStore(table),
    settlements: settlementStore(table),
    namedReviewers: namedReviewersStore(table),
    interests: openInterests(table),
    directory,
    cursors,
  };
  const typing = asScribe({ ...ports, isClear: isClear(ports) });
  return {
    viewPersonProfile: viewPersonProfile(ports),
    savePersonProfile: onceMore(savePersonProfile(ports)),
    searchMunicipalities: searchMunicipalities(),
    viewNamedReviewers: typing(viewNamedReviewers(ports)),
    nameReviewers: onceMore(typing(nameReviewers(ports))),
    listConflicts: listConflicts(ports),
    settleConflict: onceMore(settleConflict(ports)),
  };
};
