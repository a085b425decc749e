import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { acceptInvitation } from '../../../../shared/accounts/accept-invitation.ts';
import { askAddress } from '../../../../shared/accounts/ask-address.ts';
import { deleteAccount, deletePerson, viewDeletion } from '../../../../shared/accounts/delete-account.ts';
import { editAccount } from '../../../../shared/accounts/edit-account.ts';
import { endSessions } from '../../../../shared/accounts/end-sessions.ts';
import { inviteLead } from '../../../../shared/accounts/invite-lead.ts';
import { inviteReviewer } from '../../../../shared/accounts/invite-reviewer.ts';
import { inviteStaff } from '../../../../shared/accounts/invite-staff.ts';
import { listStaffInvitations } from '../../../../shared/accounts/list-invitations.ts';
import { listLeads, listReviewers, listStaff } from '../../../../shared/accounts/list-people.ts';
import { mergePeople, viewPerson } from '../../../../shared/accounts/merge-people.ts';
import { viewNamedData } from '../../../../shared/accounts/own-data-names.ts';
import { proveAddress } from '../../../../shared/accounts/prove-address.ts';
import { revokeInvitation } from '../../../../shared/accounts/revoke-invitation.ts';
import { revokeLead, revokeReviewer, revokeStaff } from '../../../../shared/accounts/revoke-role.ts';
import { viewAddressProof } from '../../../../shared/accounts/view-address-proof.ts';
import { viewInvitation } from '../../../../shared/accounts/view-invitation.ts';
import { viewOwnData } from '../../../../shared/accounts/view-own-data.ts';
import type { PersonalData } from '../../../../shared/kernel/personal-data.ts';
import { listRounds } from '../../../../shared/programs/list-rounds.ts';
import { viewRound } from '../../../../shared/programs/view-round.ts';
import { fakeAccounts, person } from '../../../support/accounts-fakes.ts';
import { aRound, fakeRounds, openCursors } from '../../../support/programs-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const staff = aPerson('staff-1', { kind: 'staff', programId: 'leading-asia' });
const ann = aPerson('ann');
const reviewer = person('rev-1', { kind: 'reviewer', roundId: 'round-1' });

/** One part of what is kept, as a store would say it. */
const kept: PersonalData = {
  name: 'profile',
  export: async () => [{ nameJa: '山田 春夫', formerly: [{ until: '2027-01-04T12:00:00.000Z' }] }],
  erase: async () => undefined,
};

const nothingToName = {
  partnerships: { many: async () => [], organisations: async () => [] },
  applications: { many: async () => [] },
  rounds: { find: async () => undefined },
};

const given = () => {
  const fakes = fakeAccounts(staff.actor, ann.actor, reviewer);
  const rounds = fakeRounds(aRound());
  const organisations = { organisation: async () => undefined };
  let made = 0;
  const applications = { ofOrganisation: async () => ({ items: [] }) };
  const ports = {
    ...fakes,
    applications,
    rounds,
    organisations,
    cursors: openCursors,
    newToken: () => `secret-${++made}`,
  };
  const ownData = viewOwnData({ ...ports, data: [kept] });
  const people = {
    listStaff: listStaff(ports),
    listReviewers: listReviewers(ports),
    listLeads: listLeads(ports),
    inviteLead: inviteLead(ports),
    revokeLead: revokeLead(ports),
    listStaffInvitations: listStaffInvitations(ports),
    listRounds: listRounds(ports),
    viewRound: viewRound(ports),
    inviteStaff: inviteStaff(ports),
    inviteReviewer: inviteReviewer(ports),
    revokeInvitation: revokeInvitation(ports),
    revokeStaff: revokeStaff(ports),
    revokeReviewer: revokeReviewer(ports),
    viewInvitation: viewInvitation(ports),
    acceptInvitation: acceptInvitation(ports),
    editAccount: editAccount(ports),
    endSessions: endSessions(ports),
    askAddress: askAddress(ports),
    viewAddressProof: viewAddressProof(ports),
    proveAddress: proveAddress(ports),
    viewPerson: viewPerson(ports),
    mergePeople: mergePeople(ports),
    viewOwnData: ownData,
    viewNamedData: viewNamedData({ view: ownData, ...nothingToName }),
    viewDeletion: viewDeletion(ports),
    deleteAccount: deleteAccount(ports),
    deletePerson: deletePerson(ports),
  };
  const site = webApp({ people: [staff, ann], useCases: { people } });
  const link = () => `/en/invitations/${fakes.messages.at(-1)?.linkToken}`;
  return { ...fakes, ...site, link, people };
};
const mail = { act: 'invite', email: 'new@example.org', language: 'ja' };

test('staff invite a reviewer on the round’s own list, which then shows the invitation', async () => {
  const { get, post, messages } = given();
  const sent = await post('/en/staff/people?round=round-1', mail, { as: staff });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/en/staff/people?round=round-1']);
  expect(messages).toMatchObject([{ kind: 'invitation-reviewer', to: { address: 'new@example.org' } }]);
  const html = await (await get('/en/staff/people?round=round-1', { as: staff })).text();
  expect(html).toMatch(/new@example.org.*Waiting for an answer/s);
  expect(html).toContain('rev-1@example.org');
  expect(await (await get('/ja/staff/people', { as: staff })).text()).not.toContain('new@example.org');
});

test('a chapter’s leads have a list of their own: invited there, accepted, and taken again', async () => {
  const { get, post, link, rolesOf } = given();
  const path = '/en/staff/people?chapter=jetaa-texoma';
  const sent = await post(path, mail, { as: staff });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, path]);
  expect(await (await get(path, { as: staff })).text()).toMatch(/new@example.org.*Waiting for an answer/s);
  const others = await get('/en/staff/people?chapter=jetaa-chicago', { as: staff });
  expect(await others.text()).not.toContain('new@example.org');
  expect(await (await get(link(), { as: ann })).text()).toContain('JETAA Texoma');
  await post(link(), {}, { as: ann });
  expect(rolesOf('ann')).toEqual([{ kind: 'lead', chapterId: 'jetaa-texoma' }]);
  await post(path, { act: 'revoke-role', id: 'ann' }, { as: staff });
  expect(rolesOf('ann')).toEqual([]);
});

test('an address that is none comes back with 400, marked, and as it was typed', async () => {
  const { post, messages } = given();
  const refused = await post('/en/staff/people', { ...mail, email: 'nobody at home' }, { as: staff });
  expect(refused.status).toBe(400);
  const html = await refused.text();
  expect(html).toContain('value="nobody at home"');
  expect(html).toMatch(/href="#email"/);
  expect(messages).toEqual([]);
});

test('a page says before the button that nobody gets mail when a role is taken, and takes it', async () => {
  const { get, post, rolesOf } = given();
  const html = await (await get('/en/staff/people?round=round-1', { as: staff })).text();
  expect(html).toContain('No mail goes to anyone.');
  await post('/en/staff/people?round=round-1', { act: 'revoke-role', id: 'rev-1' }, { as: staff });
  expect(rolesOf('rev-1')).toEqual([]);
  const own = await post('/en/staff/people', { act: 'revoke-role', id: 'staff-1' }, { as: staff });
  expect(own.status).toBe(409);
});

test('nobody but staff finds the page of people, and a round that does not exist is not found', async () => {
  const { get } = given();
  expect((await get('/en/staff/people', { as: ann })).status).toBe(404);
  expect((await get('/en/staff/people?round=none', { as: staff })).status).toBe(404);
});

test('an invitation is shown without signing in, and accepted only after it', async () => {
  const { get, post, link, rolesOf } = given();
  await post('/en/staff/people', mail, { as: staff });
  const html = await (await get(link())).text();
  expect(html).toContain('Sign in to accept');
  expect(html).toMatch(/\/en\/sign-in\?next=%2Finvitations%2F/);
  expect((await post(link())).headers.get('location')).toMatch(/^\/en\/sign-in\?next=%2Finvitations%2F/);

  const accepted = await post(link(), {}, { as: ann });
  expect(accepted.headers.get('location')).toBe('/en/staff');
  expect(rolesOf('ann')).toEqual([{ kind: 'staff', programId: 'leading-asia' }]);
});

test('a reviewer reads the pledge and signs it: without the tick there is no role', async () => {
  const { get, post, link, rolesOf } = given();
  await post('/en/staff/people?round=round-1', mail, { as: staff });
  expect(await (await get(link().replace('/en', '/ja'), { as: ann })).text()).toContain('利益相反');
  const refused = await post(link(), {}, { as: ann });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toMatch(/href="#pledge"/);
  expect(rolesOf('ann')).toEqual([]);
  expect((await post(link(), { pledge: 'yes' }, { as: ann })).headers.get('location')).toBe(
    '/en/reviews/profile',
  );
  expect(rolesOf('ann')).toEqual([{ kind: 'reviewer', roundId: 'round-1' }]);
});

test('looking at an invitation, however often, accepts nothing', async () => {
  const { get, post, link, rolesOf } = given();
  await post('/en/staff/people', mail, { as: staff });
  for (const as of [undefined, ann, ann]) expect((await get(link(), { as })).status).toBe(200);
  expect(rolesOf('ann')).toEqual([]);
});

test('a link that is wrong or was withdrawn says so with 404, and nothing of what it offered', async () => {
  const { get, post, link, invitations } = given();
  await post('/en/staff/people?round=round-1', mail, { as: staff });
  const id = (await invitations.list('program#leading-asia')).items[0]?.id ?? '';
  await post('/en/staff/people?round=round-1', { act: 'revoke-invitation', id }, { as: staff });
  for (const path of [link(), '/en/invitations/made-up']) {
    const closed = await get(path);
    expect(closed.status).toBe(404);
    const html = await closed.text();
    expect(html).toContain('This invitation is closed');
    expect(html).not.toMatch(/Exchange Funding 2027|Reviewer/);
  }
});

test('a person sets name and language; two tabs do not overwrite each other silently', async () => {
  const { get, post, accounts } = given();
  expect(await (await get('/en/account', { as: ann })).text()).toContain('ann@example.org');
  const typed = { name: 'YAMADA Haruo', language: 'ja', version: '1' };
  expect((await post('/en/account', typed, { as: ann })).headers.get('location')).toBe('/en/account?saved=1');
  expect((await accounts.find('ann'))?.account).toMatchObject({ name: 'YAMADA Haruo', language: 'ja' });
  const second = await post('/en/account', { ...typed, name: 'Other' }, { as: ann });
  expect(second.status).toBe(412);
  expect(await second.text()).toContain('value="Other"');
});

test('what the account was called is shown to its person, who is told that it is kept, in both languages', async () => {
  const formerNames = [{ name: 'TANAKA Ann', until: '2027-01-04T12:00:00.000Z' }];
  const renamed = { ...ann, account: { ...ann.account, formerNames } };
  const { get } = webApp({ people: [renamed], useCases: { people: given().people } });
  const english = await (await get('/en/account', { as: renamed })).text();
  for (const words of ['the earlier name is kept for finding conflicts', 'Names you went by', 'TANAKA Ann'])
    expect(english).toContain(words);
  const japanese = await (await get('/ja/account', { as: renamed })).text();
  for (const words of ['以前の氏名は利益相反の判定のため保管されます', '以前の氏名', 'TANAKA Ann'])
    expect(japanese).toContain(words);
  expect(await (await given().get('/en/account', { as: ann })).text()).not.toContain('Names you went by');
});

test('signing out everywhere leads to the first page, and an account is nobody else’s to see', async () => {
  const { get, post } = given();
  const done = await post('/ja/account', { act: 'end-sessions' }, { as: ann });
  expect(done.headers.get('location')).toBe('/ja');
  expect((await get('/en/account')).status).toBe(303);
});

test('a second address is asked for on the account page and confirmed on the page of the mailed link', async () => {
  const { get, post, messages, accounts } = given();
  const wrong = await post('/en/account', { act: 'ask-address', email: 'nonsense' }, { as: ann });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toMatch(/value="nonsense"/);
  const sent = await post('/en/account', { act: 'ask-address', email: 'rev-1@example.org' }, { as: ann });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/en/account?address=sent#addresses']);
  const link = `/en/account/addresses/${messages.at(-1)?.linkToken}`;
  const page = await (await get(link, { as: ann })).text();
  expect(page).toMatch(/has an account of its own.*cannot be undone.*Reviewer/s);
  expect((await accounts.find('rev-1'))?.actor.personId).toBe('rev-1');
  expect((await get(link, { as: staff })).status).toBe(404);
  expect((await post(link, {}, { as: ann })).status).toBe(400);
  const done = await post(link, { merge: 'yes' }, { as: ann });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/en/account?address=added#addresses']);
  expect((await accounts.find('rev-1'))?.actor.personId).toBe('ann');
});

test('staff see an account and merge another into it with a reason; what was typed stays where it is refused', async () => {
  const { get, post } = given();
  const path = '/en/staff/people/ann';
  expect(await (await get(path, { as: staff })).text()).toContain('ann@example.org');
  expect((await get(path, { as: ann })).status).toBe(404);
  const refused = await post(path, { email: 'no@example.org', reason: 'Same voice' }, { as: staff });
  expect(await refused.text()).toMatch(/No account signs in with this address.*Same voice/s);
  const done = await post(path, { email: 'rev-1@example.org', reason: 'Same voice' }, { as: staff });
  expect([done.status, done.headers.get('location')]).toEqual([303, `${path}?merged=1`]);
  expect(await (await get(path, { as: staff })).text()).toMatch(/rev-1@example\.org.*Reviewer/s);
});

test('all that is kept of oneself is a page to read and a file to take along, in both languages', async () => {
  const { get } = given();
  const english = await (await get('/en/account/data', { as: ann })).text();
  for (const words of ['Profile', 'Name in Japanese', '山田 春夫', 'Said earlier', 'January 4, 2027'])
    expect(english).toContain(words);
  expect(await (await get('/ja/account/data', { as: ann })).text()).toMatch(
    /プロフィール.*漢字・かなの氏名/s,
  );
  const file = await get('/account/data.json', { as: ann });
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="shimai-data.json"');
  const text = gunzipSync(await file.arrayBuffer()).toString();
  expect(JSON.parse(text)).toMatchObject({ personId: 'ann', parts: [{ name: 'profile' }] });
  expect((await get('/en/account/data')).status).toBe(303);
});

test('the account ends once its address is typed: signed out, and told so on a page of its own', async () => {
  const { get, post, accounts } = given();
  const page = await (await get('/en/account/delete', { as: ann })).text();
  for (const words of ['Erased within minutes', 'What stays', 'No mail goes to anyone'])
    expect(page).toContain(words);
  const wrong = await post('/en/account/delete', { email: 'other@example.org' }, { as: ann });
  expect([wrong.status, (await wrong.text()).includes('This is no address of the account.')]).toEqual([
    400,
    true,
  ]);
  expect((await accounts.account('ann'))?.deletedAt).toBeUndefined();

  const done = await post('/en/account/delete', { email: 'Ann@Example.org' }, { as: ann });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/en/account-deleted']);
  expect(done.headers.get('set-cookie')).toMatch(/session=;/);
  expect(await accounts.find('ann')).toBeUndefined();
  expect(await (await get('/ja/account-deleted')).text()).toContain('アカウントを削除しました');
});

test('the only one of staff is told on the page what to do first, and no form is there', async () => {
  const { get, post, accounts } = given();
  const page = await (await get('/en/account/delete', { as: staff })).text();
  expect(page).toContain('You are the only one in the program office.');
  expect(page).not.toContain('name="email"');
  const refused = await post('/en/account/delete', { email: 'staff-1@example.org' }, { as: staff });
  expect(refused.status).toBe(409);
  expect(await accounts.find('staff-1')).toBeDefined();
});

test('staff delete an account on request on its page, saying how they were asked, and not their own', async () => {
  const { get, post, accounts } = given();
  expect(await (await get('/en/staff/people/ann', { as: staff })).text()).toContain('How did they ask?');
  expect(await (await get('/en/staff/people/staff-1', { as: staff })).text()).not.toContain(
    'How did they ask?',
  );
  const form = { act: 'delete', email: 'ann@example.org' };
  const silent = await post('/en/staff/people/ann', form, { as: staff });
  expect([silent.status, (await silent.text()).includes('#reason')]).toEqual([400, true]);
  const done = await post('/en/staff/people/ann', { ...form, reason: 'asked-in-writing' }, { as: staff });
  expect(done.headers.get('location')).toBe('/en/staff/people?deleted=1');
  expect(await accounts.find('ann')).toBeUndefined();
  expect(await (await get('/en/staff/people?deleted=1', { as: staff })).text()).toContain('is being erased');
});

test('the provider’s own sign-in ends with the account, and leads to the page that says so', async () => {
  const { people, accounts } = given();
  const logoutUrl = 'https://sign-in.test/logout?client_id=site&logout_uri=http%3A%2F%2Fshimai.test%2F';
  const { post } = webApp({ people: [ann], useCases: { people }, ports: { logoutUrl } });
  const done = await post('/en/account/delete', { email: 'ann@example.org' }, { as: ann });
  expect(done.headers.get('location')).toBe(
    'https://sign-in.test/logout?client_id=site&logout_uri=http%3A%2F%2Fshimai.test%2Faccount-deleted',
  );
  expect(await accounts.find('ann')).toBeUndefined();
});
