import { createHash } from 'node:crypto';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { fields, waysToHelp } from '../../shared/alumni/alum.ts';
import { topics } from '../../shared/kernel/theme.ts';
import { cardItems } from '../../shared/matches/alum-card.store.ts';
import type { AlumCard } from '../../shared/matches/alum-card.ts';
import { availabilities, readingLevels } from '../../shared/matching/match-facts.ts';
import { listedPartnerships } from '../../shared/reference/partnerships.ts';
import { prefectureCodeSchema, stateCodeSchema } from '../../shared/reference/regions.ts';
import type { Table } from '../../shared/table/table.ts';
import { aCard } from './matches-fakes.ts';

/** A number that follows from these words alone: the same alumni at each run. */
const digits = (...words: readonly (string | number)[]) =>
  createHash('sha256').update(words.join('/')).digest();

/** An id as random as a real one, so that lists are no smaller than theirs. */
const idOf = (what: string, no: number) =>
  digits(what, no)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const oneOf = <One>(all: readonly One[], at: number): One => {
  const found = all[at % all.length];
  if (found === undefined) throw new Error('There is nothing to choose from');
  return found;
};

/** Made-up alumni who served and live where the directory's places are. */
export const madeUpAlum = (no: number): AlumCard => {
  const by = digits('alum', no);
  const at = (place: number) => by.readUInt16BE(place);
  const [served, lives] = [oneOf(listedPartnerships, at(0)), oneOf(listedPartnerships, at(2))];
  const from = 1987 + (at(4) % 38);
  return aCard(idOf('alum', no), {
    personId: idOf('person', no),
    servedIn: [
      {
        role: oneOf(['ALT', 'CIR', 'SEA'], at(6)),
        ...{ name: served.jp.name, ...(served.jp.nameJa && { nameJa: served.jp.nameJa }) },
        prefecture: prefectureCodeSchema.parse(served.jp.region),
        ...{ from, to: from + (at(8) % 5) },
      },
    ],
    home: { in: 'us', city: lives.us.name, state: stateCodeSchema.parse(lives.us.region) },
    japanese: oneOf(readingLevels, at(10)),
    languages: [`language ${at(12)}`],
    fields: [oneOf(fields, at(14)), oneOf(fields, at(14) + 3)],
    skills: [`skill ${at(16)}`, `skill ${at(18)}`],
    topics: [oneOf(topics, at(20)), oneOf(topics, at(20) + 5)],
    ways: waysToHelp.slice(0, 1 + (at(22) % 7)),
    availability: oneOf(availabilities, 1 + (at(24) % 2)),
  });
};

/** Puts the cards of so many alumni straight into the table: more than could register in a test's time. */
export const putAlumni = async (table: Table, many: number): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(many / 25) }, (_, no) => no * 25);
  const itemOf = cardItems(table);
  const put = async (start: number) => {
    const requests = Array.from({ length: Math.min(25, many - start) }, (_, no) => ({
      PutRequest: { Item: itemOf(madeUpAlum(start + no)) },
    }));
    await table.client.send(new BatchWriteCommand({ RequestItems: { [table.table]: requests } }));
  };
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let start = batches.pop(); start !== undefined; start = batches.pop()) await put(start);
    }),
  );
};
