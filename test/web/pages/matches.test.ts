import { beforeEach, describe, expect, test } from 'vitest';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { explainPair } from '../../../shared/matches/explain-pair.ts';
import { listAlumniFor } from '../../../shared/matches/list-alumni-for.ts';
import { saySought, viewSought } from '../../../shared/matches/say-sought.ts';
import { setAlumAside } from '../../../shared/matches/set-alum-aside.ts';
import type { AreaUseCases } from '../../support/every-area.ts';
import { aCard } from '../../support/matches-fakes.ts';
import { lakeland, lookers, matchedWorld } from '../../support/matches-world.ts';
import { aPerson, webApp } from '../../support/web-app.ts';

const owner = aPerson('owner', ...lookers.owner.roles);
const lead = aPerson('lead', ...lookers.lead.roles);
const stranger = aPerson('stranger');
const first = '0b6a7f4e-0000-4000-8000-0000003f9c2e';
const second = '0b6a7f4e-0000-4000-8000-000000c0ffee';
const path = `/workspace/${lakeland.id}/alumni`;
const seeking = `/workspace/${lakeland.id}/seeking`;

const given = async () => {
  const world = await matchedWorld([
    aCard(first, { skills: ['food export'], fields: ['law'], languages: ['French'] }),
    aCard(second, { japanese: 'N3', home: { in: 'japan' } }),
  ]);
  const asked: { alumId: string; note: string }[] = [];
  const matches = {
    listAlumniFor: listAlumniFor(world.ports),
    setAlumAside: setAlumAside(world.ports),
    viewSought: viewSought(world.ports),
    saySought: saySought(world.ports),
    explainPair: explainPair(world.ports),
    listPartnershipsFor: async () =>
      ok({
        isListed: false,
        items: [
          {
            partnership: lakeland,
            score: 6500,
            isBlocked: false,
            reasons: [
              {
                kind: 'served',
                where: 'prefecture',
                in: {
                  role: 'ALT',
                  name: 'Matsuyama',
                  nameJa: '松山市',
                  prefecture: 'Ehime',
                  from: 2001,
                  to: 2001,
                },
              },
              { kind: 'lives-near', kilometres: 40, place: 'Lakeland' },
              { kind: 'theme', theme: 'rural-and-agriculture' },
              { kind: 'skill', skill: 'law' },
            ],
          },
        ],
      }),
    requestIntroduction: async (_actor: unknown, { alumId, note }: { alumId: string; note: string }) => {
      asked.push({ alumId, note });
      return alumId === second ? fail({ kind: 'alum-unasked' }) : ok({ id: 'i1', expiresAt: '' });
    },
  } as unknown as AreaUseCases['matches']; // A request's own answer is another room's matter.
  const site = webApp({ people: [owner, lead, stranger], useCases: { matches } });
  const html = async (at: string, as = owner) => (await site.get(at, { as })).text();
  return { world, asked, site, html };
};
let here: Awaited<ReturnType<typeof given>>;
beforeEach(async () => {
  here = await given();
});

test('a coordinator reads who fits, why, and what stands against it, in English', async () => {
  const page = await here.html(`/en${path}`);
  for (const words of [
    'Alum A-3F9C2E',
    'Assistant Language Teacher (ALT)',
    'Served in Imabari, Ehime, your sister city, 2009–2012.',
    'Lives in Lakeland, FL.',
    'Works in Japanese with some help (about JLPT N2).',
    'Offers: Interpret.',
    'Also speaks French.',
    'Lives in Japan.',
    'Offers to interpret, and speaks Japanese for daily life (about JLPT N3)',
    'Who will get mail',
  ])
    expect(page).toContain(words);
  expect(page).not.toContain('person-');
});

test('and in Japanese, as an office writes it', async () => {
  const page = await here.html(`/ja${path}`);
  for (const words of [
    'JET経験者 A-3F9C2E',
    '外国語指導助手（ALT）',
    '姉妹都市の愛媛県今治市に勤務していました（2009～2012年）。',
    'フロリダ州レイクランド市にお住まいです。',
    '手助けがあれば、日本語で仕事ができます（N2相当）。',
    '日本にお住まいです。',
    '送信されるメール',
  ])
    expect(page).toContain(words);
});

describe('asking', () => {
  test('needs somebody to ask and a message, and keeps what was typed', async () => {
    const answer = await here.site.post(`/en${path}`, { note: '' }, { as: owner });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Tick at least one alum to ask.');
    const typed = await here.site.post(`/en${path}`, { note: 'Come to Imabari' }, { as: owner });
    expect(await typed.text()).toContain('Come to Imabari');
    expect(here.asked).toEqual([]);
  });

  test('asks everyone who is ticked, and says of how many it could not be', async () => {
    const form = [
      ['ask', first],
      ['ask', second],
      ['note', 'Come to Imabari'],
    ] as const;
    const answer = await here.site.post(`/en${path}`, form, { as: owner });
    expect(answer.status).toBe(303);
    expect(here.asked).toEqual([first, second].map((alumId) => ({ alumId, note: 'Come to Imabari' })));
    const after = await here.html(answer.headers.get('location') ?? '');
    expect(after).toContain('1 alum is asked.');
    expect(after).toContain('1 of those you ticked cannot be asked at present.');
  });

  test('puts one aside and takes them back, without asking anybody', async () => {
    await here.site.post(`/en${path}`, { aside: first }, { as: owner });
    const without = await here.html(`/en${path}`);
    expect(without).toContain('Take back Alum A-3F9C2E');
    expect(without).not.toContain('Ask Alum A-3F9C2E');
    await here.site.post(`/en${path}`, { back: first }, { as: owner });
    expect(await here.html(`/en${path}`)).toContain('Ask Alum A-3F9C2E');
    expect(here.asked).toEqual([]);
  });
});

test('a chapter’s lead reads the list and asks nobody from it', async () => {
  const page = await here.html(`/en${path}`, lead);
  expect(page).toContain('JET alumni who fit this partnership');
  expect(page).not.toContain('who could join you');
  expect(await here.html(`/ja${path}`, lead)).not.toContain('貴団体');
  expect(page).toContain('Alum A-3F9C2E');
  expect(page).not.toContain('type="checkbox"');
  expect(page).not.toContain('Who will get mail');
});

test.each([path, seeking])('%s is nobody else’s', async (at) => {
  expect((await here.site.get(`/en${at}`, { as: stranger })).status).toBe(404);
  expect((await here.site.post(`/en${at}`, { aside: first, topics: 'x' }, { as: stranger })).status).not.toBe(
    303,
  );
  expect((await here.site.get(`/en${at}`)).status).not.toBe(200);
});

test('an empty list says why', async () => {
  here.world.lists.kept.clear();
  expect(await here.html(`/en${path}`)).toContain('Nobody yet');
  expect(await here.html(`/ja${path}`)).toContain('該当する方はまだいません');
});

test('what is sought is saved with its version, refused with what was typed, and not over another’s', async () => {
  const form = [
    ['version', '0'],
    ['topics', 'sustainability'],
    ['topics', 'forestry-and-timber'],
    ['fields', 'law'],
    ['words', 'food export、太鼓'],
  ] as const;
  expect((await here.site.post(`/en${seeking}`, form, { as: owner })).status).toBe(303);
  expect(here.world.seekings.kept.get(lakeland.id)).toMatchObject({
    topics: ['sustainability', 'forestry-and-timber'],
    fields: ['law'],
    words: ['food export', '太鼓'],
  });
  expect(await here.html(`/ja${seeking}`)).toContain('林業・木造建築');
  const stale = await here.site.post(`/en${seeking}`, form, { as: owner });
  expect(stale.status).toBe(412);
  expect(await stale.text()).toContain('Somebody else of your partnership changed this meanwhile.');
  const wrong = await here.site.post(`/en${seeking}`, [...form, ['fields', 'magic']], { as: owner });
  expect(wrong.status).toBe(400);
});

test('an alum reads where they fit, and that nobody finds them yet, in both languages', async () => {
  const page = await here.html('/en/alumni/partnerships');
  for (const words of [
    'You served in Matsuyama, Ehime, in the same prefecture, 2001.',
    'You live 25 miles (40 km) from Lakeland, FL.',
    'It works on Rural areas and agriculture, as you would.',
    'It looks for what you bring: Law.',
    'No partnership finds you',
  ])
    expect(page).toContain(words);
  const japanese = await here.html('/ja/alumni/partnerships');
  expect(japanese).toContain('同じ都道府県の愛媛県松山市に勤務されました（2001年）。');
  expect(japanese).toContain('「農村・農業」に取り組んでおり');
});
