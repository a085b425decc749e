import { expect, test } from 'vitest';
import {
  endExtension,
  extendApplication,
  viewExtension,
} from '../../../../shared/applications/extend-application.ts';
import { listExtensions } from '../../../../shared/applications/list-extensions.ts';
import { noon } from '../../../support/accounts-fakes.ts';
import { applicantSite } from '../../../support/applicant-site.ts';
import { fakeApplication } from '../../../support/applications-fakes.ts';
import { staff } from '../../../support/round-site.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const ann = aPerson('ann');
const staffSite = () => {
  const world = { ...fakeApplication(), clearance: async () => () => undefined };
  const cases = {
    listExtensions: listExtensions(world),
    viewExtension: viewExtension(world),
    extendApplication: extendApplication(world),
    endExtension: endExtension(world),
  };
  const useCases = { extensions: cases, extension: cases };
  const site = webApp({ people: [staff, ann], useCases, ports: { clock: () => noon } });
  return { ...world, site };
};
const page = '/staff/applications/app-1/extension';
const given = {
  action: 'extend',
  until: '2027-01-20T17:00',
  reason: 'A storm closed the office.',
  version: '1',
};

test('staff find a draft by its number, give it time, and the page says before who gets mail', async () => {
  const { site, head } = staffSite();
  const list = await (
    await site.get('/staff/rounds/round-1/extensions?number=shm+app1', { as: staff })
  ).text();
  expect(list).toContain(`href="${page}"`);
  expect(list).not.toContain('Music on two rivers');
  const html = await (await site.get(page, { as: staff })).text();
  expect(html.indexOf('Owners and editors of the applicant')).toBeLessThan(
    html.indexOf('Give more time</button>'),
  );
  expect(html.match(/class="go"/g)).toHaveLength(1);
  expect((await site.post(page, given, { as: staff })).status).toBe(303);
  expect(head().extension).toMatchObject({ until: '2027-01-20T22:00:00.000Z' });
  const listed = await (await site.get('/staff/rounds/round-1/extensions', { as: staff })).text();
  expect(listed).toContain('A storm closed the office.');
  expect((await site.get('/staff/rounds/round-1/extensions?number=SHM-NO', { as: staff })).status).toBe(200);
});

test('what is wrong is said at its field, and what was typed is kept', async () => {
  const { site } = staffSite();
  const response = await site.post(
    page,
    { ...given, until: '2027-01-10T17:00', reason: 'Kept words' },
    { as: staff },
  );
  expect(response.status).toBe(400);
  const html = await response.text();
  expect(html).toContain('this is no later than what holds already');
  expect(html).toContain('Kept words');
  const empty = await site.post(page, { ...given, until: '', reason: '' }, { as: staff });
  expect(await empty.text()).toMatch(/Why: please fill this in/);
});

test('it is taken back with a reason, from a folded part of the page', async () => {
  const { site, head } = staffSite();
  await site.post(page, given, { as: staff });
  expect((await site.post(page, { action: 'end', why: '', version: '2' }, { as: staff })).status).toBe(400);
  const done = await site.post(page, { action: 'end', why: 'By mistake', version: '2' }, { as: staff });
  expect(done.status).toBe(303);
  expect(head().extension?.ended?.reason).toBe('By mistake');
});

test('nobody but staff finds these pages', async () => {
  const { site } = staffSite();
  for (const path of [page, '/staff/rounds/round-1/extensions'])
    expect((await site.get(path, { as: ann })).status).toBe(404);
});

test('the applicant reads it wherever the clocks stand, in both languages, with what is left of it', async () => {
  const extension = {
    until: '2027-01-20T22:00:00.000Z',
    reason: 'A storm closed the office.',
    at: noon.toISOString(),
  };
  const { get, setHead } = applicantSite({ now: noon });
  setHead({ extension });
  for (const path of ['', 'check', 'project'])
    expect(await (await get(path)).text(), path).toContain('has given this application until');
  expect(await (await get('/ja/applications/app-1')).text()).toContain('提出期限を');
  setHead({ extension: { ...extension, ended: { reason: 'By mistake', at: noon.toISOString() } } });
  expect(await (await get('')).text()).toContain('The extension was withdrawn on');
});
