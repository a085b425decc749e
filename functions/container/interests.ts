import { accountStore } from '../../shared/accounts/account.store.ts';
import type { Interests } from '../../shared/conflicts/interests.port.ts';
import { namedReviewersStore } from '../../shared/conflicts/named-reviewers.store.ts';
import { personFacts } from '../../shared/conflicts/person-facts.ts';
import { personProfileStore } from '../../shared/conflicts/person-profile.store.ts';
import { settlementStore } from '../../shared/conflicts/settlement.store.ts';
import { introductionMarkStore } from '../../shared/introductions/introduction-mark.store.ts';
import { organisationStore } from '../../shared/partnerships/organisation.store.ts';
import { eventsOf } from '../../shared/table/event.store.ts';
import type { Table } from '../../shared/table/table.ts';

/** Where every area that asks about conflicts of interest gets its facts. */
export const openInterests = (table: Table): Interests => ({
  ofPerson: personFacts({
    accounts: accountStore(table),
    profiles: personProfileStore(table),
    settlements: settlementStore(table),
    eventsOf: eventsOf(table),
    // Only names are read here: the list of partnerships would double a function's size.
    organisations: organisationStore(table, () => []),
    joinedBy: introductionMarkStore(table).joinedBy,
  }),
  namedIn: namedReviewersStore(table).ofRound,
});
