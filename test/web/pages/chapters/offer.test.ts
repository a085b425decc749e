import { expect, test } from 'vitest';
import { viewChapter } from '../../../../shared/chapters/list-chapters.ts';
import { fail, ok } from '../../../../shared/kernel/result.ts';
import { listPartnerships } from '../../../../shared/partnerships/list-partnerships.ts';
import type { OfferUseCases } from '../../../../web/pages/chapters/offer.router.tsx';
import { fakePartnerships } from '../../../support/partnerships-fakes.ts';
import { openCursors } from '../../../support/programs-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const lead = aPerson('lead', { kind: 'lead', chapterId: 'jetaa-florida' });
const other = aPerson('other', { kind: 'lead', chapterId: 'jetaa-texoma' });
const alum = '0b6a7f4e-0000-4000-8000-0000003f9c2e';
const path = '/chapters/jetaa-florida/offer';

const given = (answer: Awaited<ReturnType<OfferUseCases['offerIntroduction']>> = ok({})) => {
  const asked: unknown[] = [];
  const { partnerships } = fakePartnerships({});
  const offers: OfferUseCases = {
    viewChapter: viewChapter(),
    listPartnerships: listPartnerships({ partnerships, cursors: openCursors }),
    offerIntroduction: async (_actor, input) => {
      asked.push(input);
      return answer;
    },
  };
  const site = webApp({ people: [lead, other], useCases: { offers } });
  const html = async (at: string, as = lead) => (await site.get(at, { as })).text();
  const send = (form: Record<string, string>) => site.post(`/en${path}`, { alum, ...form }, { as: lead });
  return { site, asked, html, send };
};

test('a lead chooses among the partnerships of the chapter’s states, or looks for another', async () => {
  const { html } = given();
  const page = await html(`/en${path}?alum=${alum}`);
  expect(page).toContain('Offer A-3F9C2E an introduction');
  expect(page).toContain('value="lakeland-fl-imabari"');
  expect(page).not.toContain('value="austin-tx-oita"');
  const found = await html(`/ja${path}?alum=${alum}&q=${encodeURIComponent('大分市')}`);
  expect(found).toContain('value="austin-tx-oita"');
  expect(found).toContain('A-3F9C2Eに紹介を提案する');
  expect(await html(`/en${path}?alum=${alum}&q=nowhere`)).toContain('No partnership of this name');
});

test('offers it with the lead’s note, and leads to what is under way', async () => {
  const { send, asked } = given();
  const done = await send({ partnershipId: 'lakeland-fl-imabari', note: 'You come to mind.' });
  expect(done.headers.get('location')).toBe('/en/chapters/jetaa-florida/introductions');
  expect(asked).toEqual([
    {
      chapterId: 'jetaa-florida',
      partnershipId: 'lakeland-fl-imabari',
      alumId: alum,
      note: 'You come to mind.',
    },
  ]);
});

test('what is missing is told at its field, and what was typed stays', async () => {
  const { send, asked } = given();
  const refused = await send({ note: 'You come to mind.' });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain('You come to mind.');
  expect(html).toContain('partnershipId-error');
  expect(asked).toEqual([]);
});

test('an alum who cannot be asked just now is no reason to lose the note', async () => {
  const { send } = given(fail({ kind: 'alum-unasked' }));
  const refused = await send({ partnershipId: 'lakeland-fl-imabari', note: 'You come to mind.' });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('You come to mind.');
});

test('is for the chapter’s own leads', async () => {
  const { site } = given();
  expect((await site.get(`/en${path}?alum=${alum}`, { as: other })).status).toBe(404);
  expect((await site.get(`/en${path}`, { as: lead })).status).toBe(404);
  expect((await site.get(`/en${path}?alum=${alum}`)).status).toBe(303);
});
