import { expect, test } from 'vitest';
import type { PublicAward } from '../../../../shared/awards/list-awards.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import { webApp } from '../../../support/web-app.ts';

const given = (...items: PublicAward[]) =>
  webApp({ useCases: { publicAwards: { listAwards: async () => ok({ items }) } } });
const award: PublicAward = {
  applicationId: 'a1',
  partnershipId: 'st-louis-mo-suwa',
  pair: { us: 'St. Louis, MO', jp: 'Suwa', jpJa: '諏訪市' },
  title: 'Clocks of two cities',
  theme: 'business-development',
  amountCents: 1_234_500,
  round: { en: 'Exchange Funding 2027', ja: '2027年度 交流助成' },
  year: 2027,
};

test('the twelve of 2011 and 2012 stand with their year and no amount or date', async () => {
  const html = await (await given().get('/en/awards')).text();
  const [of2012 = '', of2011 = ''] = html.split('Recipients of 2011');
  expect(of2012.match(/<tr><td>/g)).toHaveLength(7);
  expect(of2011.match(/<tr><td>/g)).toHaveLength(5);
  expect(html).not.toMatch(/\$\d|<time/);
  expect(html).toContain('Amounts and dates are not known');
});

test('announced awards come first, by round, with project, theme and amount', async () => {
  const html = await (
    await given(award, { ...award, applicationId: 'a2', partnershipId: 'added-1' }).get('/en/awards')
  ).text();
  expect(html.indexOf('Exchange Funding 2027')).toBeLessThan(html.indexOf('Recipients of 2012'));
  expect(html).toContain('Clocks of two cities');
  expect(html).toContain('12,345.00');
  expect(html).toContain('Map of the Pacific with an arc for each of 13 funded partnerships');
});

test('the page stands in Japanese with the themes and places in Japanese', async () => {
  const html = await (await given().get('/ja/awards')).text();
  expect(html).toContain('医療機器産業の交流');
  expect(html).toContain('ミネソタ州ミネアポリス市');
});
