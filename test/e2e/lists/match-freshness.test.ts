import { afterAll, beforeAll, expect, test } from 'vitest';
import { matchPorts } from '../../../functions/container/matches-queue.ts';
import {
  openPartnerships,
  partnershipsUseCases,
} from '../../../functions/container/partnerships-use-cases.ts';
import { leadingAsia } from '../../../shared/programs/round.ts';
import { listedPartnerships } from '../../../shared/reference/partnerships.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { allAgreed, aRegistration, noneAgreed } from '../../support/alumni-fakes.ts';
import { callAt, done } from '../../support/seeded/clock.ts';
import { newName, type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';

let site: SeededPlatform;
beforeAll(async () => {
  site = await startSeededPlatform();
});
afterAll(() => site?.platform.discard());

/** How long a change may take on its way through stream, queue and consumer into a partnership's list. */
const soon = { timeout: 5000, interval: 100 } as const;

test('who registers, changes, blocks or agrees again, and what is sought, shows in a partnership’s list within five seconds; who withdraws is gone at once', async () => {
  const { api, people, table } = site;
  const staff = await people.join(newName('staff'), { kind: 'staff', programId: leadingAsia });
  const partnershipId = 'lakeland-fl-imabari';
  const list = async () => {
    const { json } = await api.call('listAlumniFor', { params: { partnershipId } }, staff.token);
    return json.items.map(({ alumId, reasons }: { alumId: string; reasons: { kind: string }[] }) => ({
      alumId,
      kinds: reasons.map(({ kind }) => kind),
    }));
  };
  // The first calls wake the functions; what a cold laptop takes for it says nothing about the list.
  expect(await list()).toEqual([]);
  const join = async () => {
    const { token } = await people.join(newName('alum'));
    const body = { ...aRegistration({ choices: allAgreed }), profileVersion: 0 };
    const { json, status } = await api.call('registerAlum', { body }, token);
    expect(status).toBe(201);
    return { token, alumId: json.alum.alumId };
  };
  const early = await join();
  await expect.poll(list, { timeout: 20_000, interval: 100 }).toHaveLength(1);

  const late = await join();
  await expect.poll(list, soon).toHaveLength(2);

  const before = { version: 1, body: { ...aRegistration().offer, japanese: 'none' } };
  expect((await api.call('saveOffer', before, late.token)).status).toBe(200);
  await expect
    .poll(async () => (await list()).at(-1), soon)
    .toMatchObject({ alumId: late.alumId, kinds: ['served', 'lives-near'] });

  const decide = (version: number, choices: typeof allAgreed) =>
    api.call('decideConsents', { version, body: choices }, early.token);
  expect((await decide(1, noneAgreed)).status).toBe(200);
  // At once, and not only soon: before any list knows it.
  expect((await list()).map(({ alumId }: { alumId: string }) => alumId)).toEqual([late.alumId]);
  expect((await decide(2, allAgreed)).status).toBe(200);
  await expect.poll(list, soon).toHaveLength(2);

  // What the partnership's own people say it seeks shows as soon.
  const directory = partnershipsUseCases({
    partnerships: openPartnerships(table),
    cursors: cursorsWith('set-up'),
  });
  const founder = await people.join(newName('owner'));
  const now = () => callAt(new Date());
  const terms = { legalName: 'Sister Cities of Lakeland', kind: 'sister-city-organisation' } as const;
  const { organisation } = done(
    await directory.createOrganisation(await people.actor(founder), terms, now()),
  );
  const claiming = { partnershipId, organisationId: organisation.id };
  const { claim } = done(await directory.claimPartnership(await people.actor(founder), claiming, now()));
  const verified = { ...claiming, outcome: 'verify', version: claim.version } as const;
  done(await directory.settleClaim(await people.actor(staff), verified, now()));
  const sought = { version: 0, body: { topics: [], fields: [], words: ['Food export'] } };
  const said = await api.call('saySought', { params: { partnershipId }, ...sought }, founder.token);
  expect(said.status).toBe(200);
  await expect
    .poll(
      async () => (await list()).filter(({ kinds }: { kinds: string[] }) => kinds.includes('skill')),
      soon,
    )
    .toHaveLength(2);

  // Asked, answered and only then blocked: nothing stands that could end, and they leave the list as soon.
  const note = 'We visit in May and look for somebody who knows the town.';
  const request = { params: { partnershipId }, body: { alumId: late.alumId, note } };
  const asked = await api.call('requestIntroduction', request, founder.token);
  expect(asked.status).toBe(201);
  const of = { params: { introductionId: asked.json.id } };
  const no = await api.call('answerIntroduction', { ...of, body: { answer: 'decline' } }, late.token);
  expect(no.status).toBe(200);
  // Until all lists know the answer: or its own way into them would bring the block with it.
  const { cards, lists } = matchPorts(table);
  const behind = async () => {
    const card = await cards.find(late.alumId);
    if (card?.requestsVersion !== 2) return 'the card';
    const all = await lists.many(listedPartnerships.map(({ id }) => id));
    const theirs = all.flatMap(({ entries }) => entries).filter(({ alum }) => alum.alumId === late.alumId);
    return theirs.filter(({ alum }) => alum.version < card.version).length;
  };
  await expect.poll(behind, { timeout: 20_000, interval: 500 }).toBe(0);
  const block = async (blocked: boolean) => {
    const { status } = await api.call('blockPartnership', { ...of, body: { blocked } }, late.token);
    expect(status).toBe(200);
  };
  await block(true);
  await expect.poll(list, soon).toHaveLength(1);
  await block(false);
  await expect.poll(list, soon).toHaveLength(2);
});
