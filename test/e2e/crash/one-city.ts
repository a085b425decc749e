import { leadingAsia } from '../../../shared/programs/round.ts';
import { applicationsOn } from '../../support/seeded/applications.ts';
import { courses, roundsOn } from '../../support/seeded/rounds.ts';
import type { SeededPlatform } from '../../support/seeded-platform.ts';

/** One organisation with an owner, a verified claim and an open round, and as many drafts as asked, ready to submit. */
export const seedOneCity = async ({ table, people }: SeededPlatform, { drafts }: { drafts: number }) => {
  const staff = await people.join('staff', { kind: 'staff', programId: leadingAsia });
  const owner = await people.join('owner');
  const applications = applicationsOn(table);
  const round = await roundsOn(table).publish(await people.actor(staff), courses.open);
  const { id } = await applications.found(await people.actor(owner), 'Sister Cities of Austin');
  const partnershipId = await applications.claim(await people.actor(owner), id);
  await applications.verify(await people.actor(staff), { id, partnershipId });
  const asOwner = await people.actor(owner);
  const ids: string[] = [];
  for (let made = 0; made < drafts; made += 1)
    ids.push(await applications.sign(asOwner, { id, partnershipId }, round, new Date()));
  return { staff, owner, drafts: ids };
};
