import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Draft,
  editor,
  newContext,
  openDraft,
  owner,
  says,
  signIn,
  status,
  told,
} from './austins-draft.ts';

let draft: Draft;
let [mine, theirs]: Page[] = [];
const pages = (): readonly [Page, Page] => {
  if (!mine || !theirs) throw new Error('Nobody is there yet');
  return [mine, theirs];
};
beforeAll(async () => {
  draft = await openDraft();
  const [first, second] = await Promise.all([newContext(draft.browser), newContext(draft.browser)]);
  [mine, theirs] = await Promise.all([first.newPage(), second.newPage()]);
  await signIn(mine, draft.platform.origin, owner);
  await signIn(theirs, draft.platform.origin, editor);
  await draft.accept(theirs);
});
afterAll(() => draft?.close());

const both = async (name: string) => {
  for (const page of pages()) await page.goto(draft.address(name));
  return pages();
};

test('two editors in one section see each other’s changes on saving, and both are kept', async () => {
  const [a, b] = await both('project');
  await a.fill('#title', 'By the owner');
  await says(a, /^Saved at \d/);
  await b.fill('#focus', 'By the editor');
  await expect
    .poll(() => told(b).textContent(), { timeout: 20_000 })
    .toContain('what Applicant, Austin changed');
  expect(await b.inputValue('#title')).toBe('By the owner');
  expect(await draft.stored('project')).toMatchObject({ title: 'By the owner', focus: 'By the editor' });
  // Each goes on from what stands, again and again.
  await a.fill('#summary', 'Owner’s summary.');
  await expect.poll(() => told(a).textContent(), { timeout: 20_000 }).toContain(editor);
  expect(await a.inputValue('#focus')).toBe('By the editor');
  await b.fill('#focus', 'By the editor, twice');
  await expect.poll(() => b.inputValue('#summary'), { timeout: 20_000 }).toBe('Owner’s summary.');
  await expect
    .poll(() => draft.stored('project'), { timeout: 20_000 })
    .toMatchObject({ focus: 'By the editor, twice', summary: 'Owner’s summary.' });
  await a.reload();
  expect(await a.locator('main').innerText()).toContain(`Also written here lately: ${editor} (`);
});

test('rows that another adds are kept while one writes on, and shown when one asks', async () => {
  const [a, b] = await both('meetings?open=meetings');
  await a.fill('[name="meetings.0.with"]', 'Consulate');
  await says(a, /^Saved at \d/);
  await b.fill('[name="meetings.0.with"]', 'Chamber');
  await expect.poll(() => told(b).textContent(), { timeout: 20_000 }).toContain('Meetings');
  await b.fill('[name="meetings.0.purpose"]', 'To ask for help');
  const names = async () => JSON.stringify((await draft.stored('meetings')).meetings);
  await expect.poll(names, { timeout: 20_000 }).toContain('To ask for help');
  expect(await names()).toContain('Consulate');
  await Promise.all([b.waitForEvent('load'), told(b).getByRole('button', { name: 'Show it here' }).click()]);
  expect(await b.locator('main').innerText()).toMatch(/Consulate[\s\S]*Chamber/);
});

test('a true clash shows both texts side by side, to choose or to join, and nothing is lost', async () => {
  const [a, b] = await both('project');
  await a.fill('#title', 'Owner’s title');
  await says(a, /^Saved at \d/);
  await b.fill('#title', 'Editor’s title');
  await expect.poll(() => status(b).textContent(), { timeout: 20_000 }).toMatch(/^Someone else has changed/);
  expect((await draft.stored('project')).title).toBe('Owner’s title');
  await Promise.all([b.waitForEvent('load'), b.locator('main .go[value=continue]').click()]);
  expect(await b.locator('main').innerText()).toMatch(/Editor’s title[\s\S]*Owner’s title/);
  expect((await new AxeBuilder({ page: b }).analyze()).violations).toEqual([]);
  // Who edits the joined text has chosen it.
  await b.locator('[name="joined:title:title"]').fill('Owner’s and editor’s title');
  await Promise.all([b.waitForEvent('load'), b.locator('main .go[value=settle]').click()]);
  expect((await draft.stored('project')).title).toBe('Owner’s and editor’s title');
  await b.goto(draft.address('project'));
  await b.waitForTimeout(1500);
  // What was settled is not offered again.
  expect(await told(b).count()).toBe(0);
});
