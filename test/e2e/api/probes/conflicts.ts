import { openInterests } from '../../../../functions/container/interests.ts';
import { applicationStore } from '../../../../shared/applications/application.store.ts';
import { findConflicts } from '../../../../shared/conflicts/find-conflicts.ts';
import { profileDetailsSchema } from '../../../../shared/conflicts/person-profile.ts';
import { newName, type SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, type Probes } from './probe.ts';

export const conflictsProbes =
  ({ people, api, table }: SeededPlatform): Probes<'conflicts'> =>
  (world) => {
    const { committee, inReview, application } = world;
    const draft = async (side: Side) => ({ params: { applicationId: await application(side, 'start') } });
    const details = profileDetailsSchema.parse({ business: true });
    const named = { people: [{ name: 'Rita Rival', reason: 'A former partner' }] };

    /** A reviewer who served in a place that nobody can find. */
    const lost = async () => {
      const reviewer = await people.join(newName('reviewer'), { kind: 'reviewer', roundId: committee.id });
      const placements = [{ text: 'Nowhere village', role: 'ALT', from: 2009, to: 2012 }];
      await api.call('savePersonProfile', { version: 0, body: { ...details, placements } }, reviewer.token);
      return reviewer;
    };
    const unknown = async (side: Side) => {
      const [{ id: applicationId }, reviewer] = await Promise.all([inReview(side), lost()]);
      const [facts, head] = await Promise.all([
        openInterests(table).ofPerson(await people.actor(reviewer)),
        applicationStore(table).find(applicationId),
      ]);
      const cause = head && findConflicts(facts, head)[0]?.cause;
      const body = { cause, outcome: 'none', reason: 'It became a part of another city' };
      return { params: { applicationId, personId: reviewer.personId }, version: 0, body };
    };

    return {
      viewPersonProfile: { 'one’s own': always({}) },
      savePersonProfile: { 'one’s own': always({ version: 0, body: details }) },
      searchMunicipalities: { all: always({ query: { text: 'Oita' } }) },
      viewNamedReviewers: both('Austin’s draft', 'Tacoma’s draft', draft),
      nameReviewers: both('Austin’s draft', 'Tacoma’s draft', async (side) => ({
        ...(await draft(side)),
        version: 0,
        body: named,
      })),
      listConflicts: { 'of a closed round': always({ params: { roundId: committee.id } }) },
      settleConflict: both('with Austin’s', 'with Tacoma’s', unknown),
    };
  };
