import { expect, test } from 'vitest';
import { complain, viewComplaint, withdrawComplaint } from '../../../../shared/complaints/complain.ts';
import {
  listComplaints,
  settleComplaint,
  takeUpComplaint,
  viewComplaintFile,
} from '../../../../shared/complaints/handle-complaints.ts';
import { filed, given, now, owner, staff, staffed, text } from '../../../support/complaints-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const [ann, bob, cara, editor] = [
  aPerson(owner.personId, ...owner.roles),
  aPerson(staff.personId, ...staff.roles),
  aPerson('certifier', ...staffed('certifier').roles),
  aPerson('editor-1', { kind: 'member', organisationId: 'lakeland', as: 'editor' }),
];

const site = (world = given(), at = now.receivedAt) => {
  const { ports } = world;
  const complaint = {
    viewComplaint: viewComplaint(ports),
    complain: complain(ports),
    withdrawComplaint: withdrawComplaint(ports),
  };
  const complaintFile = {
    viewComplaintFile: viewComplaintFile(ports),
    takeUpComplaint: takeUpComplaint(ports),
    settleComplaint: settleComplaint(ports),
  };
  const useCases = { complaint, complaintFile, complaints: { listComplaints: listComplaints(ports) } };
  return webApp({ people: [ann, bob, cara, editor], useCases, ports: { clock: () => at } });
};
const own = '/applications/a1/complaint';
const file = '/staff/applications/a1/complaint';
const list = '/staff/rounds/round-1/complaints';

test('an owner reads where, by when and who looks at it, complains, and sees it received', async () => {
  const world = given();
  const { get, post } = site(world);
  const html = await (await get(`/en${own}`, { as: ann })).text();
  expect(html).toContain('neither reviewed nor decided your application');
  expect(html).toContain('2027-03-16T03:59:59.999Z');
  expect(html.indexOf('Every owner of your organization')).toBeLessThan(
    html.indexOf('Send the complaint</button>'),
  );
  expect(html.match(/class="go"/g)).toHaveLength(1);
  expect((await post(`/en${own}`, { action: 'file', text }, { as: ann })).status).toBe(303);
  expect(world.stands()).toMatchObject({ status: 'received', text, filedBy: ann.account.id });
  const after = await (await get(`/ja${own}`, { as: ann })).text();
  expect(after).toContain(text);
  expect(after).not.toContain('value="file"');
  expect((await post(`/ja${own}`, { action: 'withdraw', version: '1' }, { as: ann })).status).toBe(303);
  expect(world.stands()).toMatchObject({ status: 'withdrawn' });
});

test('an empty or overlong complaint is refused at its field, and nothing of it is lost', async () => {
  const world = given();
  const { post } = site(world);
  const empty = await post(`/en${own}`, { action: 'file', text: '  ' }, { as: ann });
  expect(empty.status).toBe(400);
  expect(await empty.text()).toContain('href="#text"');
  const words = `${'x'.repeat(4001)} the end`;
  const long = await post(`/en${own}`, { action: 'file', text: words }, { as: ann });
  expect(long.status).toBe(400);
  expect(await long.text()).toContain('the end</textarea>');
  expect(world.stands()).toBeUndefined();
});

test('one millisecond after the last instant the page says that it is over and has no form', async () => {
  const late = site(given(), new Date('2027-03-16T04:00:00.000Z'));
  const html = await (await late.get(`/en${own}`, { as: ann })).text();
  expect(html).toContain('Complaints were taken until');
  expect(html).not.toContain('<textarea');
  expect((await late.post(`/en${own}`, { action: 'file', text }, { as: ann })).status).toBe(409);
});

test('an editor reads that an owner can complain, and staff find nothing under the applicant’s address', async () => {
  const { get } = site();
  expect(await (await get(`/en${own}`, { as: editor })).text()).toContain(
    'An owner of your organization can complain.',
  );
  expect((await get(`/en${own}`, { as: bob })).status).toBe(404);
});

test('staff find it in the round’s list, take it up, settle it with reasons; the applicant reads them', async () => {
  const world = await filed();
  const { get, post } = site(world);
  expect(await (await get(`/en${list}`, { as: bob })).text()).toContain(`href="/en${file}"`);
  const read = await (await get(`/en${file}`, { as: bob })).text();
  expect(read).toContain('value="take-up"');
  expect(read).toContain(`href="/en${list}"`);
  // What was decided, and not the sentence that the applicant reads of it.
  expect(read).toContain('<dd>Decline</dd>');
  expect(read).not.toContain('We could not fund');
  expect((await post(`/en${file}`, { action: 'take-up', version: '1' }, { as: bob })).status).toBe(303);
  const settling = { action: 'settle', version: '2', outcome: 'reject' };
  const bare = await post(`/en${file}`, { ...settling, reason: '' }, { as: bob });
  expect(bare.status).toBe(400);
  expect(await bare.text()).toMatch(/href="#reason"[\s\S]*value="reject" checked/);
  const reason = 'All three reviewers read the annex.';
  expect((await post(`/ja${file}`, { ...settling, reason }, { as: bob })).status).toBe(303);
  const seen = await (await get(`/en${own}`, { as: ann })).text();
  expect(seen).toContain(reason);
  expect(seen).not.toContain(bob.account.id);
});

test('whoever decided it reads it without a button, and is refused; who reviewed it finds nothing', async () => {
  const { get, post } = site(await filed());
  const html = await (await get(`/en${file}`, { as: cara })).text();
  expect(html).toContain('a colleague settles it');
  expect(html).not.toContain('value="take-up"');
  expect((await post(`/en${file}`, { action: 'take-up', version: '1' }, { as: cara })).status).toBe(409);
  const reader = site(await filed({ reviewed: [bob.account.id] }));
  expect((await reader.get(`/en${file}`, { as: bob })).status).toBe(404);
  const none = await (await reader.get(`/ja${list}`, { as: bob })).text();
  expect(none).toContain('不服申立て');
  expect(none).not.toContain(file);
});
