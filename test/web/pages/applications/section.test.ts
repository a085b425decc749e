import { expect, test } from 'vitest';
import { applicantSite } from '../../../support/applicant-site.ts';
import { completeText } from '../../../support/applications-fakes.ts';

const project = { title: 'Two rivers', theme: 'sustainability', focus: '', summary: 'We meet.' };

test('scripts off: what is typed is saved and the next section opens', async () => {
  const { post, section } = applicantSite({ text: {} });
  const response = await post('project', { ...project, version: '0', do: 'continue' });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/applications/app-1/outcomes');
  expect(section('project')).toMatchObject({ version: 1, data: project });
});

test('save and return leads to the sections, whatever is missing', async () => {
  const { post, section } = applicantSite({ text: {} });
  const response = await post('project', { title: 'Two rivers', version: '0', do: 'return' });
  expect(response.headers.get('location')).toBe('/applications/app-1');
  expect(section('project')?.data).toMatchObject({ title: 'Two rivers', theme: '' });
});

test('what is incomplete or wrong is saved as typed, and then shown with links to the fields', async () => {
  const { get, post, section } = applicantSite({ text: {} });
  const sent = { direction: 'to-japan', startsOn: 'in May', endsOn: '2027-05-25', version: '0' };
  const response = await post('delegation', sent);
  expect(response.headers.get('location')).toBe('/applications/app-1/delegation?check=1');
  expect(section('delegation')?.data).toMatchObject({ startsOn: 'in May' });
  const html = await (await get('delegation?check=1')).text();
  expect(html).toContain('What you wrote is saved as it is');
  expect(html).toMatch(/<a href="#startsOn">First day: please enter a date/);
  expect(html).toMatch(/id="startsOn"[^>]*value="in May"[^>]*aria-invalid="true"/);
  expect(html).toMatch(/<a href="#delegates">/);
  expect(html).toContain('id="delegates"');
});

test('a section that was only opened shows no errors', async () => {
  const html = await (await applicantSite({ text: {} }).get('project')).text();
  expect(html).not.toContain('class="errors"');
  expect(html).not.toContain('aria-invalid');
});

test('a field the form does not know is refused with 400, and everything typed is kept', async () => {
  const { post, section } = applicantSite({ text: {} });
  const response = await post('project', { ...project, title: 'Kept "title"', admin: '1', version: '0' });
  expect(response.status).toBe(400);
  const html = await response.text();
  expect(html).toContain('value="Kept &quot;title&quot;"');
  expect(html).toContain('Nothing was saved yet');
  expect(section('project')).toBeUndefined();
});

test('a text far over what a draft can hold is refused with 400 and comes back whole', async () => {
  const { post } = applicantSite({ text: {} });
  const summary = 'word '.repeat(2000);
  const response = await post('project', { ...project, summary, version: '0' });
  expect(response.status).toBe(400);
  const html = await response.text();
  expect(html).toContain(summary.trimEnd());
  expect(html).toMatch(/<a href="#summary">Summary: this is far too long/);
});

test('hostile text is shown as text', async () => {
  const hostile = '</textarea><script>alert(1)</script>"\' onfocus=x';
  const { get } = applicantSite({
    text: { ...completeText(), project: { ...project, title: hostile, summary: hostile } },
  });
  for (const page of ['project', 'check', 'print']) {
    const html = await (await get(page)).text();
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(1)');
  }
});

test('saving by itself answers JSON with the new version, and the same failures as the page', async () => {
  const { post } = applicantSite({ text: {} });
  const autosave = { 'x-autosave': '1' };
  const saved = await post('project', { ...project, version: '0' }, autosave);
  expect(saved.status).toBe(200);
  expect(await saved.json()).toMatchObject({ version: 1, savedAt: '2027-01-04T12:00:00.000Z' });
  expect((await post('project', { ...project, version: '0' }, autosave)).status).toBe(412);
  expect((await post('project', { ...project, other: 'x', version: '1' }, autosave)).status).toBe(400);
  expect((await post('/applications/nobody/project', project, autosave)).status).toBe(404);
});

test('Japanese pages are Japanese throughout and keep to their addresses', async () => {
  const { get } = applicantSite({ text: {} });
  const html = await (await get('/ja/applications/app-1/budget?check=1')).text();
  expect(html).toContain('<html lang="ja">');
  const body = html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll(/<[^>]*>/g, ' ');
  const words = body.match(/[A-Za-z]{3,}/g) ?? [];
  const names = new Set(['Austin', 'Music', 'two', 'rivers', 'SHM', 'APP', 'ics']);
  expect(words.filter((word) => !names.has(word))).toEqual([]);
  expect(html).toContain('href="/ja/applications/app-1/project"');
});

test('there is no section of another name, and the outcome’s address is left to its own page', async () => {
  const { get, post } = applicantSite();
  expect((await get('secrets')).status).toBe(404);
  expect((await get('outcome')).status).toBe(404);
  expect((await post('secrets', project)).status).toBe(404);
});

test('a section that is sent can’t be written: the page leads to what was sent, a late save is refused', async () => {
  const { get, post, section } = applicantSite({ signOff: 'given' });
  await post('check');
  const read = await get('project');
  expect(read.headers.get('location')).toBe('/applications/app-1/submitted#project');
  const before = section('project');
  const late = await post('project', { ...project, version: '1' });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('value="Two rivers"');
  expect(section('project')).toEqual(before);
});
