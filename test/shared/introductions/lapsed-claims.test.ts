import { expect, test } from 'vitest';
import { remindIntroductions } from '../../../shared/introductions/remind-introductions.ts';
import {
  offerIntroduction,
  requestIntroduction,
} from '../../../shared/introductions/request-introduction.ts';
import { atNoon } from '../../support/accounts-fakes.ts';
import {
  austin,
  coordinator,
  daysLater,
  introductionsWorld,
  lead,
} from '../../support/introductions-fakes.ts';

const note = 'We visit in May.';

/** Reminders on the seventh day, after the organisation has lost its claim on the partnership. */
const remindedAfterLosing = async (as: 'coordinator' | 'lead') => {
  const { ports, alumId, now } = introductionsWorld();
  const asked =
    as === 'coordinator'
      ? await requestIntroduction(ports)(coordinator, { partnershipId: austin, alumId, note }, atNoon)
      : await offerIntroduction(ports)(
          lead,
          { chapterId: 'jetaa-texoma', partnershipId: austin, alumId, note },
          atNoon,
        );
  if (!asked.ok) throw new Error(JSON.stringify(asked));
  const claim = await ports.directory.claim(austin, 'org-austin');
  if (!claim) throw new Error('There is no claim');
  const lost = { ...claim, version: claim.version + 1, status: 'refused' as const };
  await ports.directory.saveClaim({ claim: lost, events: [] });
  now.at = daysLater(7);
  return remindIntroductions(ports)();
};

test('nobody is reminded of what an organisation asked that has lost the partnership: a yes would be refused', async () => {
  expect(await remindedAfterLosing('coordinator')).toBe(0);
  // A chapter's request is not the organisation's.
  expect(await remindedAfterLosing('lead')).toBe(1);
});
