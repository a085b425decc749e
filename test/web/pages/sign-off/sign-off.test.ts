import { expect, test } from 'vitest';
import { applicantSite } from '../../../support/applicant-site.ts';
import { completeText } from '../../../support/applications-fakes.ts';

const asked = async () => {
  const site = applicantSite();
  await site.post('sign-off', { do: 'ask' });
  const link = `/sign-off/${site.linkToken()}`;
  const swapped = await site.site.post(link);
  const cookie =
    swapped.headers
      .getSetCookie()
      .find((one) => one.startsWith('link='))
      ?.split(';')[0] ?? '';
  const open = async (path = '/sign-off') => site.site.get(path, { cookie });
  const send = async (form: Record<string, string>) =>
    site.site.post('/sign-off', { of: 'app-1', ...form }, { cookie });
  const digest = async () => /name="textDigest" value="(\w+)"/.exec(await (await open()).text())?.[1] ?? '';
  return { ...site, open, send, digest };
};

test('the official reads the whole text without an account, and nothing is cached', async () => {
  const { open } = await asked();
  const response = await open();
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  const html = await response.text();
  expect(html).toContain('Musicians and planners of two river cities');
  expect(html).toContain('Austin–Oita Committee');
  expect(html).toContain('No mail goes to anyone');
  expect(html).not.toContain('Sign out');
});

test('reading it changes nothing', async () => {
  const { open, events } = await asked();
  const before = events.length;
  await open();
  expect(events).toHaveLength(before);
});

test('name, tick and the text that was shown make the signature', async () => {
  const { send, open, digest, signOff } = await asked();
  const response = await send({ textDigest: await digest(), name: 'Alex Mayor', agreed: 'yes' });
  expect(response.headers.get('location')).toBe('/sign-off');
  expect(signOff()?.signed).toMatchObject({ name: 'Alex Mayor', by: 'link:sign-off' });
  const html = await (await open()).text();
  expect(html).toContain('Signed. Thank you.');
  expect(html).not.toContain('<form');
});

test('without the tick it comes back with 400 and the name kept', async () => {
  const { send, digest, signOff } = await asked();
  const response = await send({ textDigest: await digest(), name: 'Alex "A" Mayor' });
  expect(response.status).toBe(400);
  const html = await response.text();
  expect(html).toContain('value="Alex &quot;A&quot; Mayor"');
  expect(html).toMatch(/href="#agreed"/);
  expect(signOff()?.signed).toBeUndefined();
});

test('a text changed while it was open is not signed; the new one is shown', async () => {
  const { send, digest, write } = await asked();
  const seen = await digest();
  write('project', { ...completeText().project, title: 'Another title' });
  const response = await send({ textDigest: seen, name: 'Alex Mayor', agreed: 'yes' });
  expect(response.status).toBe(409);
  expect(await response.text()).toContain('Another title');
});

test('a link that opens nothing says whom to ask, and names nobody', async () => {
  const { open } = await asked();
  const response = await open('/ja/sign-off/nothing');
  expect(response.status).toBe(404);
  const html = await response.text();
  expect(html).toContain('このリンクはお使いいただけません');
  expect(html).not.toContain('Austin');
});
