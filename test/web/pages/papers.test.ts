import { expect, test } from 'vitest';
import { listPartnerships } from '../../../shared/partnerships/list-partnerships.ts';
import { viewRound } from '../../../shared/programs/view-round.ts';
import { aPaper, paperWorld } from '../../support/paper-fakes.ts';
import { openCursors } from '../../support/programs-fakes.ts';
import { staff } from '../../support/round-site.ts';
import { aPerson, webApp } from '../../support/web-app.ts';

const ann = aPerson('ann');
const now = new Date('2027-01-21T15:00:00.000Z');
const list = '/staff/rounds/round-1/papers';
const entry = `${list}/new?partnership=austin-tx-oita`;
const given = { organisationId: 'org-austin', title: 'Music on two rivers', receivedOn: '2027-01-12' };

const siteOf = (world = paperWorld()) => {
  const papers = {
    listPapers: world.listPapers,
    listClaimants: world.listClaimants,
    enterPaper: world.enterPaper,
    viewRound: viewRound(world),
    listPartnerships: listPartnerships({ partnerships: world.partnerships, cursors: openCursors }),
  };
  const site = webApp({ people: [staff, ann], useCases: { papers }, ports: { clock: () => now } });
  const get = async (path: string) => (await site.get(path, { as: staff })).text();
  return { world, site, get };
};

test('from the pair to the first section without a script, in both languages, saying who gets mail', async () => {
  const { world, site, get } = siteOf();
  const found = await get(`${list}?q=austin`);
  expect(found).toContain(`href="${entry}"`);
  const html = await get(entry);
  expect(html).toContain('Nobody gets mail now');
  expect(html).toContain('neither reviews it nor has a part in deciding');
  expect(html.match(/class="go"/g)).toHaveLength(1);
  expect(await get(`/ja${entry}`)).toMatch(/書面の受付日/);
  const done = await site.post(entry, given, { as: staff });
  expect(done.status).toBe(303);
  const id = done.headers.get('location')?.split('/').at(-1) ?? '';
  expect(world.heads.get(id)?.paper?.receivedOn).toBe('2027-01-12');
  expect(await get(list)).toContain(`/applications/${id}"`);
});

test('what is wrong is said at its field, in plain words, and what was typed is kept', async () => {
  const { site } = siteOf();
  const late = await site.post(entry, { ...given, receivedOn: '2027-01-15' }, { as: staff });
  const html = await late.text();
  expect(late.status).toBe(400);
  expect(html).toContain('href="#lateReason"');
  expect(html).toContain('It can be taken only with a reason');
  expect(html).toContain('value="Music on two rivers"');
  const empty = await site.post(entry, { organisationId: 'new', title: '', receivedOn: '' }, { as: staff });
  const refused = await empty.text();
  const links = [...refused.matchAll(/href="#([\w-]+)"/g)].map(([, id]) => id);
  const wrong = ['applicant-legalName', 'applicant-kind', 'title', 'receivedOn'];
  expect(links.filter((id) => id && wrong.includes(id))).toEqual(wrong);
  // In the order in which the fields stand on the page.
  const fields = ['applicant.legalName', 'applicant.kind', 'title', 'receivedOn'].map((name) =>
    refused.indexOf(`name="${name}"`),
  );
  expect(fields).toEqual([...fields].sort((a, b) => a - b));
});

test('what is asked of another organization has to be filled in, and scripts show it only for one', async () => {
  const html = await siteOf().get(entry);
  expect(html).toMatch(/data-if="organisationId" data-answers="new"/);
  const asked = html.slice(html.indexOf('data-if="organisationId"'), html.indexOf('name="title"'));
  // The tax number alone can be left out.
  expect(asked.match(/\(optional\)/g)).toHaveLength(1);
});

test('whom a conflict keeps from it is told so, and that nothing was changed', async () => {
  const { world, site } = siteOf(paperWorld({ kept: [staff.actor.personId] }));
  const refused = await site.post(entry, given, { as: staff });
  expect([refused.status, world.changes]).toEqual([409, []]);
  expect(await refused.text()).toContain('A conflict of interest keeps you from this application');
});

test('the list marks what one typed oneself, and what is typed leads on to its sections', async () => {
  const { get } = siteOf(paperWorld({ application: aPaper() }));
  const html = await get(list);
  expect(html).toContain('href="/applications/app-1"');
  expect(html).toContain('Tue, January 12, 2027');
});

test('nobody but staff finds these pages', async () => {
  const { site } = siteOf();
  for (const path of [list, entry]) expect((await site.get(path, { as: ann })).status).toBe(404);
  expect((await site.post(entry, given, { as: ann })).status).toBe(404);
});
