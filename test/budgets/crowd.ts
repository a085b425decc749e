import { randomUUID } from 'node:crypto';
import { applicationStore } from '../../shared/applications/application.store.ts';
import { listedPartnerships } from '../../shared/reference/partnerships.ts';
import type { Table } from '../../shared/table/table.ts';
import { aFullRow, putRows } from '../support/roster-rows.ts';
import { addAlumniCrowd } from './alumni-crowd.ts';
import { copyOf, type Item, itemsIn, kindsIn, write } from './copies.ts';
import type { World } from './world.ts';

/**
 * Up to so many applications at once were sent with their text, so that a file of them all can be written. What more of
 * them costs, their heads say as well.
 */
export const withText = 100;

/** Of more rows than this at once no more claims are made: some 440 pairs are listed, and two or three claim one. */
const mostClaims = 900;

/** A claim on another of the listed pairs: nobody claims one pair a thousand times. */
const elsewhere = (item: Item, partnershipId: string, at: number): Item[] =>
  copyOf([item], {
    [partnershipId]: listedPartnerships[at % listedPartnerships.length]?.id ?? partnershipId,
  });

/**
 * `count` more of each thing that lists are made of: copies of the world's own items under new ids, written past all
 * rules. Only what reading and writing cost beside them is of interest.
 */
export const addCrowd = async (table: Table, world: World, count: number): Promise<void> => {
  const { rounds, applications, organisation, questions, claim } = world;
  const kinds = (key: string, ...wanted: readonly string[]) => kindsIn(table, key, ...wanted);
  const newIds = () => Array.from({ length: count }, () => randomUUID());
  /** Each copy differs in the one id that all these items share. */
  const copies = (items: readonly Item[], id: string, ids: readonly string[] = newIds()) =>
    ids.flatMap((one) => copyOf(items, { [id]: one }));
  const reviewed = newIds();
  const [staffs, members, held] = await Promise.all([
    itemsIn(table, 'program#leading-asia/invitations', 'gsi2'),
    itemsIn(table, `organisation#${organisation.id}/invitations`, 'gsi2'),
    itemsIn(table, 'message-status#held', 'gsi2'),
  ]);
  const pointers = await kinds(`organisation#${organisation.id}`, 'owned-application');
  await write(table, [
    ...copies(await kinds(`round#${rounds.draft.id}`, 'round'), rounds.draft.id),
    ...copies(
      [
        ...(await kinds(`application#${applications.started}`, 'application')),
        ...pointers.filter(({ id }) => id === applications.started),
      ],
      applications.started,
    ),
    ...copies(
      await kinds(
        `application#${applications.reviewed}`,
        ...['application', 'review', 'decision'],
        ...(count <= withText ? ['submission'] : []),
      ),
      applications.reviewed,
      reviewed,
    ),
    ...copies(
      await kinds(`application#${applications.awarded}`, 'application', 'decision'),
      applications.awarded,
    ),
    ...[...staffs.slice(0, 1), ...members.slice(0, 1), ...held.slice(0, 1)].flatMap((item) =>
      copies([item], String(item.id)),
    ),
    ...copies(
      [
        ...(await kinds(`partnership#${claim.partnershipId}`, 'claim')).filter(
          ({ organisationId }) => organisationId === organisation.id,
        ),
        ...(await kinds(`organisation#${organisation.id}`, 'organisation')),
      ],
      organisation.id,
      newIds().slice(0, mostClaims),
    ).flatMap((item, at) => elsewhere(item, claim.partnershipId, at)),
  ]);
  for (const id of Object.values(questions))
    await write(table, copies(await kinds(`question#${id}`, 'question'), id));
  const head = await applicationStore(table).find(applications.reviewed);
  if (!head) throw new Error('Nothing was reviewed');
  const { version, status, organisationId } = head;
  await putRows(
    table,
    rounds.closed.id,
    // Their words are as long as those of a full round; what is shown of each is read by key.
    reviewed.map((id, at) => ({ ...aFullRow(at), id, version, status, organisationId })),
  );
  await addAlumniCrowd(table, world, count);
};
