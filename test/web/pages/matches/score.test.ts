import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../../../shared/kernel/result.ts';
import { explainNumbered } from '../../../../shared/matches/explain-numbered.ts';
import { explainPair } from '../../../../shared/matches/explain-pair.ts';
import { listAlumniFor } from '../../../../shared/matches/list-alumni-for.ts';
import { matching } from '../../../../shared/partnerships/directory.ts';
import type { AreaUseCases } from '../../../support/every-area.ts';
import { aCard } from '../../../support/matches-fakes.ts';
import { lakeland, lookers, matchedWorld } from '../../../support/matches-world.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const staff = aPerson('staff', ...lookers.staff.roles);
const lead = aPerson('lead', ...lookers.lead.roles);
const near = '0b6a7f4e-0000-4000-8000-0000003f9c2e';
const stranger = '0b6a7f4e-0000-4000-8000-000000c0ffee';
const hidden = '0b6a7f4e-0000-4000-8000-00000000dead';
const at = '/alumni/matching/score';
const pair = `${at}?partnership=${lakeland.id}`;

const given = async () => {
  const world = await matchedWorld([
    aCard(near, { skills: ['food export'], topics: ['sustainability'], ways: [] }),
    aCard(stranger, { servedIn: [], home: { in: 'japan' }, japanese: 'N4', availability: 'some' }),
    aCard(hidden, { consents: { matched: false, chapter: true, mail: true, statistics: true } }),
  ]);
  const useCases = {
    listAlumniFor: listAlumniFor(world.ports),
    explainPair: explainPair(world.ports),
    explainNumbered: explainNumbered(world.ports),
    listPartnerships: async (_: unknown, filter: { text?: string }) => ok({ matches: matching([], filter) }),
  } as unknown as AreaUseCases['matching'] & AreaUseCases['matches']; // What these pages ask for, and no more.
  const site = webApp({ people: [staff, lead], useCases: { matching: useCases, matches: useCases } });
  const read = async (path: string, status = 200, as = staff) => {
    const answer = await site.get(path, { as });
    expect(answer.status).toBe(status);
    return answer.text();
  };
  return { world, site, read };
};
let here: Awaited<ReturnType<typeof given>>;
beforeEach(async () => {
  here = await given();
});

describe('a pair’s score', () => {
  test('is told part by part with its points, its weight, why, and the sum', async () => {
    const page = await here.read(`/en${pair}&alum=${near}`);
    for (const words of [
      'A-3F9C2E',
      '74.17 points',
      'Served in Imabari, Ehime, the sister city, 2009–2012.',
      '40.00',
      'Lives in Lakeland, FL.',
      'They have no theme in common.',
      'Names nothing that the partnership looks for.',
      'Works in Japanese with some help (about JLPT N2).',
      '6.67',
      'May be asked at any time.',
      'Served until 2012.',
      '2.50',
      'The very municipality 40, elsewhere in its prefecture 22, a prefecture beside it 8.',
      'half of it every 47 miles (75 km)',
      'Hasn’t said how they would help.',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('person-');
  });

  test('and in Japanese', async () => {
    const page = await here.read(`/ja${pair}&alum=${near}`);
    for (const words of [
      '点数の内訳',
      '74.17点',
      '勤務地',
      '姉妹都市の愛媛県今治市に勤務していました',
      '2012年まで',
    ])
      expect(page).toContain(words);
  });

  test('names the weight that counted where somebody served elsewhere', async () => {
    const [card] = here.world.cards.kept.values();
    const [served] = card?.servedIn ?? [];
    if (!card || !served) throw new Error('There is a card');
    const elsewhere = { ...served, name: 'Matsuyama', nameJa: '松山市', municipality: '38201' };
    const { to: _, ...still } = elsewhere;
    here.world.cards.kept.set(near, { ...card, servedIn: [still] });
    const page = await here.read(`/en${pair}&alum=${near}`);
    expect(page).toContain('22.00');
    expect(page).toContain('Serves still.');
  });

  test('is none where nothing ties the two, and the page says why', async () => {
    const page = await here.read(`/en${pair}&alum=${stranger}`);
    for (const words of ['Nothing ties the two', '0.00 points', 'Has named no placement.', 'Lives in Japan.'])
      expect(page).toContain(words);
  });

  test('leads to another alum, and to another partnership for the same one', async () => {
    expect(await here.read(`/en${pair}&alum=${near}`)).toContain(`/en${at}?alum=${near}`);
    const other = await here.read(`/en${at}?alum=${near}&q=Florida`);
    expect(other).toContain(`${pair}&amp;alum=${near}`);
    expect(other).toContain('Alum A-3F9C2E');
    const asking = await here.read(`/en${pair}`);
    expect(asking).toContain('Lakeland, FL – Imabari');
    expect(asking).toContain('name="number"');
    expect(await here.read(`/en${at}?alum=${near}`)).toContain('Alum A-3F9C2E');
  });
});

describe('asking for a pair', () => {
  test('finds the partnership by a place and the alum by the number in its list, however it is typed', async () => {
    for (const number of ['A-3F9C2E', 'a-3f9c2e', '３Ｆ９Ｃ２Ｅ'])
      expect(await here.read(`/en${at}?q=Imabari&number=${encodeURIComponent(number)}`)).toContain(
        '74.17 points',
      );
  });

  test('lets choose among several partnerships and keeps the number', async () => {
    const page = await here.read(`/en${at}?q=Florida&number=A-3F9C2E`);
    expect(page).toContain(`partnership=${lakeland.id}&amp;number=A-3F9C2E`);
    expect(await here.read(`/en${at}?q=Atlantis&number=A-3F9C2E`)).toContain('No partnership fits');
  });

  test('says what is missing or cannot be read, and keeps what was typed', async () => {
    const empty = await here.read(`/en${at}?q=&number=`, 400);
    expect(empty).toContain('href="#q"');
    expect(empty).toContain('href="#number"');
    const wrong = await here.read(`/en${at}?q=Imabari&number=A-3F9`, 400);
    expect(wrong).toContain('A- and six digits');
    expect(wrong).toContain('value="A-3F9"');
  });
});

describe('nothing is told', () => {
  test.each([
    ['of an alum who has not agreed', `${pair}&alum=${hidden}`, 'The alum is in no list'],
    ['of nobody', `${pair}&alum=nobody`, 'The alum is in no list'],
    ['of a number that is in no list of it', `${pair}&number=A-C0FFEE`, 'Nobody of this number'],
    ['of no such partnership', `${at}?partnership=nowhere&alum=${near}`, 'There is no such partnership'],
  ])('%s, and the page says so', async (_, path, words) => {
    const page = await here.read(`/en${path}`, 404);
    expect(page).toContain('Nothing is told of this pair');
    expect(page).toContain(words);
    expect(await here.read(`/ja${path}`, 404)).toContain('この組合せの内訳は表示できません');
  });

  test('of who has withdrawn this instant, by id or by number', async () => {
    here.world.withdrawals.push({ personId: 'p', alumId: near, version: 2, purposes: ['matched'] });
    await here.read(`/en${pair}&alum=${near}`, 404);
    await here.read(`/en${pair}&number=A-3F9C2E`, 404);
  });

  test('to a chapter’s lead or to whoever is not signed in', async () => {
    await here.read(`/en${pair}&alum=${near}`, 404, lead);
    expect((await here.site.get(`/en${pair}&alum=${near}`)).status).not.toBe(200);
  });
});

test('staff reach it from each entry of a partnership’s list, a lead does not', async () => {
  const list = `/en/workspace/${lakeland.id}/alumni`;
  const link = `${pair}&amp;alum=${near}`;
  expect(await here.read(list)).toContain(link);
  expect(await here.read(list, 200, lead)).not.toContain(at);
});
