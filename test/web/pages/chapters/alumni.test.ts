import { expect, test } from 'vitest';
import type { ShownCounts } from '../../../../shared/chapters/alumni-counts.ts';
import { listChapters, viewChapter } from '../../../../shared/chapters/list-chapters.ts';
import { fail, ok } from '../../../../shared/kernel/result.ts';
import { webApp } from '../../../support/web-app.ts';

const refused = async () => fail({ kind: 'not-found' } as const);
const nothingOfMembers = {
  listChapterMembers: refused,
  viewChapterNumbers: refused,
  exportChapterMembers: refused,
  listChapterIntroductions: refused,
  previewAlumImport: refused,
  importAlumni: refused,
  continueAlumImport: refused,
  listAlumInvitations: refused,
  withdrawAlumInvitation: refused,
  viewAlumInvitation: refused,
  acceptAlumInvitation: refused,
  declineAlumInvitation: refused,
};

const given = (counts: ShownCounts = { prefectures: [], states: [] }) =>
  webApp({
    useCases: {
      chapters: {
        ...nothingOfMembers,
        listChapters: listChapters(),
        viewChapter: viewChapter(),
        viewAlumniCounts: async () => ok(counts),
      },
    },
  });
const pageOf = async (path: string, counts?: ShownCounts) => {
  const answer = await given(counts).get(path);
  return { status: answer.status, html: await answer.text() };
};

test('the public page leads to registering, lists every chapter and says why there are no figures', async () => {
  const { status, html } = await pageOf('/en/alumni');
  expect(status).toBe(200);
  expect(html).toContain('href="/en/alumni/me"');
  expect(html.match(/href="\/en\/chapters\//g)).toHaveLength(21);
  expect(html).not.toContain('JETAA New Orleans');
  expect(html).toContain('Northern California and Nevada');
  expect(html).toContain('No figures yet');
});

test('a state leads to its chapters alone; Guam has none and says so; what is no state is not asked for', async () => {
  const texas = (await pageOf('/en/alumni?state=TX')).html;
  expect(texas.match(/href="\/en\/chapters\/[\w-]+"/g)).toEqual(['href="/en/chapters/jetaa-texoma"']);
  expect((await pageOf('/en/alumni?state=GU')).html).toContain('No chapter covers this state');
  expect((await pageOf('/en/alumni?state=Atlantis')).html.match(/href="\/en\/chapters\//g)).toHaveLength(21);
});

test('figures stand as a table with bars, in the reader’s language', async () => {
  const counts = { prefectures: [{ code: 'Oita', count: 12 }], states: [{ code: 'WA', count: 7 }] };
  const english = (await pageOf('/en/alumni', counts)).html;
  expect(english).toMatch(/<th scope="row">Oita<\/th><td class="num">12<\/td>/);
  expect(english).toMatch(/<th scope="row">Washington<\/th><td class="num">7<\/td>/);
  expect(english).toContain('Fewer than 5 people');
  const japanese = (await pageOf('/ja/alumni', counts)).html;
  expect(japanese).toContain('大分県');
  expect(japanese).toContain('ワシントン州');
  expect(japanese).toContain('JET経験者と姉妹都市交流');
});

test('a chapter’s page has its states, its post and the way to the partnerships of each state', async () => {
  const { html } = await pageOf('/en/chapters/pacific-northwest-jetaa');
  expect(html).toContain('Washington, Montana, and northern Idaho');
  expect(html).toContain('Consulate-General of Japan in Seattle');
  expect(html).toContain('href="/en/partnerships?state=WA"');
  const japanese = (await pageOf('/ja/chapters/jetaa-portland')).html;
  expect(japanese).toContain('オレゴン州、アイダホ州南部');
  expect(japanese).toContain('在ポートランド領事事務所');
  expect((await pageOf('/en/chapters/jetaa-new-orleans')).html).toContain('no longer active');
  expect((await pageOf('/en/chapters/jetaa-atlantis')).status).toBe(404);
});
