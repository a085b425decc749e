import { expect, test } from 'vitest';
import { applicantSite } from '../../../support/applicant-site.ts';

test('offices that serve the applicant’s state are offered in the reader’s language, and any other name may be typed', async () => {
  const { get } = applicantSite();
  const page = await (await get('meetings?open=meetings.0')).text();
  expect(page).toContain('list="offers-posts"');
  expect(page).toContain('<option value="Consulate-General of Japan in Houston"');
  const japanese = await (await get('/ja/applications/app-1/meetings?open=meetings.0')).text();
  expect(japanese).toContain('<option value="在ヒューストン日本国総領事館"');
});

test('the chapter for the state is offered among partners', async () => {
  const page = await (await applicantSite().get('partners?open=partners.0')).text();
  expect(page).toContain('<option value="JETAA Texoma"');
});
