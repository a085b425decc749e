import { expect, test } from 'vitest';
import { doorBehind, doorsFor } from '../../../web/components/navigation.ts';
import { aPerson, webApp } from '../../support/web-app.ts';

const staff = aPerson('staff', { kind: 'staff', programId: 'leading-asia' });
const member = aPerson('member', { kind: 'member', organisationId: 'o1', as: 'owner' });
const reviewer = aPerson('reviewer', { kind: 'reviewer', roundId: 'r1' });
const lead = aPerson('lead', { kind: 'lead', chapterId: 'jetaa-texoma' });
const paths = (person?: typeof staff) =>
  doorsFor(person?.actor ?? { kind: 'public' }).map(({ path }) => path);

test('each sees the doors to their own work first', () => {
  expect(paths()).toEqual(['/rounds', '/partnerships', '/awards', '/alumni', '/ask']);
  expect(paths(member)[0]).toBe('/my');
  expect(paths(reviewer)[0]).toBe('/reviews');
  expect(paths(lead)[0]).toBe('/chapters/jetaa-texoma');
  expect(paths(staff)).toEqual(['/staff', '/staff/rounds', '/staff/outbox', '/staff/people']);
});

test('the door one is behind is the nearest one', () => {
  const doors = doorsFor(staff.actor);
  expect(doorBehind(doors, '/staff/rounds/r1?x=/staff/outbox')?.path).toBe('/staff/rounds');
  expect(doorBehind(doors, '/staff/applications/a1/decision')?.path).toBe('/staff/rounds');
  expect(doorBehind(doors, '/staff/lists/r1/exports')?.path).toBe('/staff/rounds');
  expect(doorBehind(doors, '/staff/claims')?.path).toBe('/staff');
  expect(doorBehind(doors, '/staffing')).toBeUndefined();
});

test('a person’s name is text, and signing out is a form', async () => {
  const named = { ...member, account: { ...member.account, name: '<img src=x>' } };
  const html = await (await webApp({ people: [named] }).get('/en/privacy', { as: named })).text();
  expect(html).toContain('&lt;img src=x&gt;');
  expect(html).toContain('<form method="post" action="/en/sign-out" data-person="member">');
  expect(html).not.toContain('Sign in<');
});

test('the sign-in link leads back to this page', async () => {
  expect(await (await webApp().get('/ja/components?a=b')).text()).toContain(
    'href="/ja/sign-in?next=%2Fcomponents%3Fa%3Db"',
  );
});
