import { randomUUID } from 'node:crypto';
import { matchPorts, openCards } from '../../functions/container/matches-queue.ts';
import { jobWrites } from '../../shared/jobs/job.store.ts';
import { cardItems } from '../../shared/matches/alum-card.store.ts';
import { remakeLists } from '../../shared/matches/remake-lists.ts';
import { studyStore } from '../../shared/matches/study.store.ts';
import { perShelf } from '../../shared/matches/study.ts';
import { listedPartnerships } from '../../shared/reference/partnerships.ts';
import type { Table } from '../../shared/table/table.ts';
import { copyOf, kindsIn, write } from './copies.ts';
import type { World } from './world.ts';

/**
 * `count` more alumni of the chapter, each of whom joined the partnership and of each of whom both sides have written a report;
 * as many requests more that one alum has declined, and as many more whom the chapter has asked to register. Plans introduce two
 * of them to each partnership.
 */
export const addAlumniCrowd = async (table: Table, { alumni }: World, count: number): Promise<void> => {
  const { alum, member, introductions, invitationId, partnershipId, studies } = alumni;
  const { personId } = member.person;
  const card = await openCards(table).find(member.alumId);
  if (!card) throw new Error('Nobody has a card');
  const [theirs, joined, marks, declined, invitation] = await Promise.all([
    kindsIn(table, `person#${personId}`, 'account', 'alum', 'introduction-mark'),
    kindsIn(table, `introduction#${introductions.joined}`, 'introduction', 'introduction-report'),
    kindsIn(table, `person#${alum.person.personId}`, 'introduction-mark'),
    kindsIn(table, `introduction#${introductions.declined}`, 'introduction'),
    kindsIn(table, `alum-invitation#${invitationId}`, 'alum-invitation'),
  ]);
  const refused = [...declined, ...marks.filter(({ id }) => id === introductions.declined)];
  const itemOf = cardItems(table);
  const others = Array.from({ length: count }, () => ({ personId: randomUUID(), alumId: randomUUID() }));
  await write(
    table,
    others.flatMap((other) => {
      return [
        ...copyOf([...theirs, ...joined], {
          [personId]: other.personId,
          [member.alumId]: other.alumId,
          [introductions.joined]: randomUUID(),
        }),
        // On the shelf that is its own, by whose it is.
        itemOf({ ...card, ...other }),
        ...copyOf(refused, { [introductions.declined]: randomUUID() }),
        ...copyOf(invitation, { [invitationId]: randomUUID() }),
      ];
    }),
  );
  // No stream runs here.
  await remakeLists(matchPorts(table))([partnershipId]);
  const pick = (at: number) => ({ alumId: others[at % count]?.alumId ?? '', score: 1000 });
  const rows = listedPartnerships
    .slice(0, perShelf)
    .map(({ id }, at) => ({ partnershipId: id, picks: [pick(2 * at), pick(2 * at + 1)], gone: [] }));
  for (const id of Object.values(studies)) await studyStore(table, { jobWrites }).keep(id, 1, [rows]);
};
