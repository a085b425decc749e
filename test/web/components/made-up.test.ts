import { expect, test } from 'vitest';
import { aPerson, webApp } from '../../support/web-app.ts';

const label = 'Demonstration. City pairs are real';
const accountOf = async (email: string) => {
  const { account, actor } = aPerson('ada');
  const person = { account: { ...account, email }, actor };
  return (await webApp({ people: [person] }).get('/en/privacy', { as: person })).text();
};

test('whoever signs in with a reserved address sees on every page that it is made up', async () => {
  expect(await accountOf('ada@austin.example')).toContain(label);
});

test('nobody with an address of their own is told so', async () => {
  expect(await accountOf('ada@example.org')).not.toContain(label);
});
