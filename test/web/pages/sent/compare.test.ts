import { expect, test } from 'vitest';
import { applicantSite, people } from '../../../support/applicant-site.ts';
import { completeText } from '../../../support/applications-fakes.ts';

const changed = async () => {
  const site = applicantSite({ signOff: 'given' });
  await site.post('check');
  await site.post('reopen');
  site.write('project', {
    ...completeText().project,
    theme: 'business-development',
    summary: 'Musicians and engineers',
  });
  return site;
};

test('the history leads to a comparison: words struck through and underlined, also said; choices in their words', async () => {
  const { get } = await changed();
  expect(await (await get('history')).text()).toContain('href="/applications/app-1/history/compare"');
  const html = await (await get('history/compare')).text();
  expect(html).toMatch(/<del><span class="sr">\[taken out: <\/span>planners/);
  expect(html).toMatch(/<ins><span class="sr">\[added: <\/span>engineers/);
  expect(html).toMatch(/<del>.*Sustainability.*<\/del>.*<ins>.*Business/s);
  expect(html).toContain('As it is written now, not sent');
  expect(html).not.toContain('id="changed-budget"');
  expect(html.match(/class="go"/g)).toHaveLength(1);
});

test('any two are chosen by address, in Japanese too; viewers may, strangers find nothing', async () => {
  const { as, get } = await changed();
  const same = await get('history/compare?from=1&to=1');
  expect(await same.text()).toContain('the same, word for word');
  const ja = await get('/ja/applications/app-1/history/compare?from=1&to=now');
  expect(await ja.text()).toContain('取消線は前の版のみ');
  expect((await as(people.viewer).get('history/compare')).status).toBe(200);
  expect((await as(people.stranger).get('history/compare')).status).toBe(404);
  expect((await get('history/compare?from=1&to=9')).status).toBe(404);
});
