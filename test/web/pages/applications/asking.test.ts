import { expect, test } from 'vitest';
import { mailCameBack } from '../../../../shared/endorsements/mail-came-back.ts';
import { noon } from '../../../support/accounts-fakes.ts';
import { applicantSite, people } from '../../../support/applicant-site.ts';
import { completeText } from '../../../support/applications-fakes.ts';
import { fakeMessages } from '../../../support/messages-fakes.ts';

test('asking for the sign-off names who gets the mail before the button, and sends it', async () => {
  const { get, post, mails } = applicantSite();
  const html = await (await get('sign-off')).text();
  expect(html).toMatch(/When you ask, mail goes to.*mayor@austin\.example.*Ask Alex Mayor to sign/s);
  expect((await post('sign-off', { do: 'ask' })).status).toBe(303);
  expect(mails).toHaveLength(1);
  expect(await (await get('sign-off')).text()).toContain(
    'Waiting for Alex Mayor, asked Mon, January 4, 2027',
  );
});

test('with sections missing there is no button, but a link to each', async () => {
  const { sustainability: _, ...text } = completeText();
  const html = await (await applicantSite({ text }).get('sign-off')).text();
  expect(html).toContain('href="/applications/app-1/sustainability?check=1"');
  expect(html).not.toContain('class="go"');
});

test('an owner who is the official signs on the page: name and tick are needed', async () => {
  const { get, post, signOff } = applicantSite();
  const digest = /name="textDigest" value="(\w+)"/.exec(await (await get('sign-off')).text())?.[1] ?? '';
  const refused = await post('sign-off', { do: 'sign', textDigest: digest, name: 'Alex Mayor' });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain('value="Alex Mayor"');
  expect(html).toContain('href="#agreed"');
  const signed = { do: 'sign', textDigest: digest, name: 'Alex Mayor', agreed: 'yes' };
  expect((await post('sign-off', signed)).status).toBe(303);
  expect(signOff()?.signed).toMatchObject({ name: 'Alex Mayor', by: 'owner-1' });
});

test('a signature under a text that changed meanwhile is refused and said so', async () => {
  const { get, post, write } = applicantSite();
  const digest = /name="textDigest" value="(\w+)"/.exec(await (await get('sign-off')).text())?.[1] ?? '';
  write('project', { ...completeText().project, title: 'Another one' });
  const response = await post('sign-off', { do: 'sign', textDigest: digest, name: 'A', agreed: 'yes' });
  expect(response.status).toBe(409);
  expect(await response.text()).toContain('The text was changed while this page was open');
});

test('editors ask and cannot sign', async () => {
  const { as } = applicantSite();
  const html = await (await as(people.editor).get('sign-off')).text();
  expect(html).toContain('Ask Alex Mayor to sign');
  expect(html).not.toContain('name="textDigest"');
});

test('a change after the signature is said on every page that shows its state', async () => {
  const { get, write } = applicantSite({ signOff: 'given' });
  write('project', { ...completeText().project, title: 'Another one' });
  for (const page of ['', 'sign-off', 'check'])
    expect(await (await get(page)).text()).toContain('Changed since it was signed');
});

test('asking the Japanese office names the address, and mails once', async () => {
  const { get, post, mails } = applicantSite();
  const html = await (await get('confirmation')).text();
  expect(html).toMatch(/mail goes to.*kokusai@city\.oita\.example.*大分市国際課<?/s);
  await post('confirmation', { _key: 'key-1' });
  await post('confirmation', { _key: 'key-1' });
  expect(mails).toHaveLength(1);
  expect(await (await get('confirmation')).text()).toContain('Waiting for 大分市国際課');
});

test('without days or an office’s address nobody is asked, and the page says what is missing', async () => {
  const { counterpart: _, ...text } = completeText();
  const { get, post, mails } = applicantSite({ text });
  const html = await (await get('confirmation')).text();
  expect(html).toContain('href="/applications/app-1/counterpart?check=1"');
  expect(html).not.toContain('class="go"');
  expect((await post('confirmation')).status).toBe(409);
  expect(mails).toHaveLength(0);
});

test.each([
  ['sign-off', { do: 'ask' }, 'mayor@austin.example', 'declaration'],
  ['confirmation', {}, 'kokusai@city.oita.example', 'counterpart'],
])('a letter that came back is said on the page that asked (%s), with the way to its address, until one asks again', async (page, form, address, section) => {
  const { get, post, ...world } = applicantSite();
  await post(page, form);
  expect(await (await get(page)).text()).not.toContain('came back');
  const [mail] = world.mails;
  if (!mail) throw new Error('Nothing was mailed');
  const messages = fakeMessages({ ...mail.message, status: 'sent', version: 3 });
  await mailCameBack({ ...world, messages, clock: () => noon })(mail.message.id);

  const html = await (await get(page)).text();
  expect(html).toContain(`The mail to ${address} came back`);
  expect(html).toContain(`<a class="tap" href="/applications/app-1/${section}">Correct the address</a>`);
  const ja = await (await get(`/ja/applications/app-1/${page}`)).text();
  expect(ja).toContain(`${address} へのメールが届きませんでした`);
  expect((await post(page, { ...form, _key: 'again' })).status).toBe(303);
  expect(await (await get(page)).text()).not.toContain('came back');
});
