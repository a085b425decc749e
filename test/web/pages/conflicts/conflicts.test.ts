import { expect, test } from 'vitest';
import { type Account, editAccount, openAccount } from '../../../../shared/accounts/account.ts';
import type { Application } from '../../../../shared/applications/application.ts';
import { organisationDigest, personDigests } from '../../../../shared/conflicts/facts.ts';
import { listConflicts } from '../../../../shared/conflicts/list-conflicts.ts';
import type { PersonProfile } from '../../../../shared/conflicts/person-profile.ts';
import { settleConflict } from '../../../../shared/conflicts/settle-conflict.ts';
import { scoreRound } from '../../../../shared/ranking/score-round.ts';
import { listMyReviews } from '../../../../shared/reviews/list-my-reviews.ts';
import { saveReview } from '../../../../shared/reviews/save-review.ts';
import { viewReview } from '../../../../shared/reviews/view-review.ts';
import { aProfile, fakeProfiles, fakeSettlements } from '../../../support/conflicts-fakes.ts';
import type { AreaUseCases } from '../../../support/every-area.ts';
import {
  aDraftFile,
  anApplication,
  anAssessment,
  aSubmittedFile,
  callAt,
  inReview,
  memberOf,
  reviewer,
  reviewPorts,
  staff,
} from '../../../support/reviews-fakes.ts';
import { aPerson, webApp } from '../../../support/web-app.ts';

const office = aPerson('staff-1', ...staff.roles);
const r1 = aPerson('reviewer-1', ...reviewer().roles);
const path = '/en/staff/rounds/round-1/conflicts';
const facts = { us: 'TX', jp: 'Oita', orgs: '', people: '' };
const pair = { us: 'Austin, TX', jp: 'Oita', jpJa: '大分市' };
const placed = (text: string) => ({
  placements: [{ place: { text }, role: 'ALT' as const, from: 2009 }],
});

type Given = {
  profile?: Partial<PersonProfile>;
  application?: Partial<Application>;
  rivals?: Application[];
  accounts?: readonly Account[];
};

const given = ({
  profile = placed('Nowhere village'),
  application = {},
  rivals = [],
  accounts = [],
}: Given = {}) => {
  const settlements = fakeSettlements();
  const profiles = fakeProfiles(aProfile(profile));
  const one = anApplication({ status: 'in-review', pair, facts, ...application });
  const ports = {
    ...reviewPorts({
      applications: [one, ...rivals],
      files: [aDraftFile()],
      interests: { profiles, settlements, accounts },
    }),
    settlements,
  };
  const conflicts = { listConflicts: listConflicts(ports), settleConflict: settleConflict(ports) };
  // Only this page is asked for.
  const useCases = { conflicts, staffConflicts: conflicts } as unknown as AreaUseCases;
  const site = webApp({ people: [office, r1], useCases, ports: { clock: () => inReview } });
  const seen = async () => {
    const listed = await listConflicts(ports)(staff, { roundId: 'round-1' }, callAt());
    if (!listed.ok) throw new Error(listed.failure.kind);
    return listed.value;
  };
  const cause = async () => (await seen()).items[0]?.reviewers[0]?.findings[0]?.cause ?? '';
  const settle = async (over: Partial<Parameters<ReturnType<typeof settleConflict>>[1]> = {}, by = staff) =>
    settleConflict(ports)(
      by,
      {
        ...{ applicationId: one.id, personId: 'reviewer-1', cause: await cause(), version: 0 },
        ...{ outcome: 'none', reason: 'It lies elsewhere', ...over },
      },
      callAt(),
    );
  const reviewId = aDraftFile().review.id;
  const look = async () => {
    const found = await viewReview(ports)(reviewer(), { reviewId }, callAt());
    if (!found.ok) throw new Error(found.failure.kind);
    return found.value;
  };
  return { ...site, ports, profiles, settlements, one, seen, cause, settle, look, reviewId };
};

test('what nobody could place is settled on the page with a reason, and the review opens at once', async () => {
  const { get, post, one, cause, look } = given();
  const html = await (await get(path, { as: office })).text();
  expect(html).toContain('1 to settle');
  expect(html).toContain('Nowhere village');
  expect(await look()).toMatchObject({ conflict: 'place-unknown', found: [{ state: 'waits' }] });
  const form = { applicationId: one.id, personId: 'reviewer-1', cause: await cause(), version: '0' };
  const refused = await post(path, { ...form, outcome: 'none', reason: ' ' }, { as: office });
  expect(refused.status).toBe(400);
  const settled = await post(path, { ...form, outcome: 'none', reason: 'It lies in Kochi' }, { as: office });
  expect(settled.status).toBe(303);
  expect(await (await get(path, { as: office })).text()).toContain('It lies in Kochi');
  const open = await look();
  expect(open.conflict).toBeUndefined();
  expect(open.found).toMatchObject([{ kind: 'place-unknown', state: 'let-go' }]);
});

test('a hard one is settled by nobody, an unknown one is not waived, and nobody settles their own', async () => {
  const hard = given({
    profile: { partnerships: [{ partnershipId: anApplication().partnershipId, as: 'board' }] },
  });
  expect(await hard.settle({ outcome: 'waived' })).toMatchObject({ failure: { kind: 'step-refused' } });
  expect(await hard.settle({ outcome: 'none' })).toMatchObject({ failure: { kind: 'step-refused' } });
  const unknown = given();
  expect(await unknown.settle({ outcome: 'waived' })).toMatchObject({ failure: { kind: 'step-refused' } });
  expect(await unknown.settle({ version: 3 })).toMatchObject({ failure: { kind: 'stale' } });
  expect(await unknown.settle({ personId: 'staff-1' })).toMatchObject({ failure: { kind: 'not-found' } });
  expect(await unknown.settle({}, reviewer('reviewer-2'))).toMatchObject({ failure: { kind: 'not-found' } });
  expect(unknown.settlements.held).toHaveLength(0);
});

test('what a reviewer took out of their profile waits for staff, worded in both languages, and opens once settled as none', async () => {
  const home = { in: 'us', city: 'Austin', state: 'TX' } as const;
  const formerly = [{ until: '2027-01-06T12:00:00.000Z', fact: { kind: 'home' as const, home } }];
  const { get, seen, settle, look } = given({ profile: { formerly } });
  expect(await seen()).toMatchObject({ items: [{ open: 1 }] });
  const english = await (await get(path, { as: office })).text();
  expect(english).toContain('says no longer: staff settle whether it counts.');
  expect(english).toContain('On record: Austin, TX.');
  expect(english).toContain(
    'Said until Wed, January 6, 2027, and since then no longer: Lives in one of the two cities.',
  );
  const japanese = await (await get(path.replace('/en', '/ja'), { as: office })).text();
  expect(japanese).toContain('2027年1月6日（水）に削除・変更された内容： いずれかの都市に居住しています。');
  expect(await look()).toMatchObject({
    conflict: 'formerly-said',
    found: [{ kind: 'formerly-said', state: 'waits', facts: 'Austin, TX' }],
  });
  expect(await settle({ outcome: 'waived' })).toMatchObject({ failure: { kind: 'step-refused' } });
  expect(await settle({ reason: 'They moved away long ago' })).toMatchObject({ ok: true });
  expect((await look()).conflict).toBeUndefined();
});

const rival = () =>
  anApplication({
    id: 'app-rival',
    partnershipId: 'houston-chiba',
    organisationId: 'houston',
    facts,
    status: 'in-review',
  });

test('a soft one keeps from the review until it is waived; an autosave is never lost to it', async () => {
  const { look, ports, reviewId, settle, seen } = given({
    profile: { partnerships: [{ partnershipId: 'houston-chiba', as: 'board' }] },
    rivals: [rival()],
  });
  const told = await look();
  expect(told).toMatchObject({ conflict: 'rival', found: [{ kind: 'rival', state: 'waivable', facts: '' }] });
  expect(told.content).toBeUndefined();
  const words = { reviewId, version: 1, assessment: anAssessment() };
  expect(await saveReview(ports)(reviewer(), words, callAt())).toMatchObject({ ok: true });
  const of = (await seen()).items.flatMap(({ id, reviewers }) =>
    reviewers.flatMap(({ findings }) => findings.map((one) => ({ id, ...one }))),
  );
  const soft = of.find(({ kind }) => kind === 'rival');
  expect(
    await settle({ applicationId: soft?.id ?? '', cause: soft?.cause ?? '', outcome: 'waived' }),
  ).toMatchObject({ ok: true });
  expect((await look()).conflict).toBeUndefined();
});

test('a change of the profile acts at once on queue, review, list and autosave', async () => {
  const { look, ports, profiles, reviewId, seen } = given({ profile: {} });
  expect((await look()).conflict).toBeUndefined();
  const home = { in: 'us' as const, city: 'Austin', state: 'TX' as const };
  await profiles.save({ profile: aProfile({ version: 2, home }), events: [] });
  expect(await look()).toMatchObject({ conflict: 'home', found: [{ facts: 'Austin, TX' }] });
  expect(await listMyReviews(ports)(reviewer(), {}, callAt())).toMatchObject({
    value: { items: [{ status: 'conflicted' }] },
  });
  const words = { reviewId, version: 1, assessment: anAssessment() };
  expect(await saveReview(ports)(reviewer(), words, callAt())).toMatchObject({ failure: { reason: 'home' } });
  expect((await seen()).items[0]?.reviewers[0]?.findings[0]?.kind).toBe('home');
});

test('a change of membership acts at once, and so does one of the application', async () => {
  const { ports, reviewId } = given({ profile: {} });
  const member = memberOf(anApplication().organisationId);
  const joined = { ...reviewer(), roles: [...reviewer().roles, member] };
  expect(await viewReview(ports)(joined, { reviewId }, callAt())).toMatchObject({
    value: { conflict: 'member-of-applicant' },
  });
  const before = given({ profile: { organisations: [{ name: 'Oita Toy Guild', from: 2015 }] } });
  const { submission } = before.one;
  if (!submission) throw new Error('expected one that was sent');
  const sentAgain = (...partners: string[]) => {
    const orgs = ['Austin–Oita Committee', ...partners].map(organisationDigest).join('');
    const again = { ...before.one, submission: { ...submission, no: 2 }, facts: { ...facts, orgs } };
    before.ports.applications = reviewPorts({ applications: [again] }).applications;
  };
  expect((await before.look()).conflict).toBeUndefined();
  sentAgain('Oita Toy Guild, Inc.');
  expect(await before.look()).toMatchObject({ conflict: 'organisation', found: [{ state: 'stands' }] });
  expect((await before.seen()).items[0]?.reviewers[0]?.findings[0]?.kind).toBe('organisation');
  sentAgain('Oita Toy Museum');
  expect((await before.look()).conflict).toBeUndefined();
});

test('a change of one’s own name acts at once, and to be rid of the earlier one takes staff', async () => {
  const opening = { id: 'reviewer-1', email: 'r1@people.example', language: 'en', by: 'reviewer-1' } as const;
  const accounts = [openAccount({ ...opening, at: inReview }).account];
  const contact = personDigests(anApplication().id, { names: ['小野 桜', 'Sakura Ōno'], addressHashes: [] });
  const people = contact.map((one) => `c${one}`).join('');
  const { look, ports, reviewId, seen, settle } = given({
    profile: {},
    application: { facts: { ...facts, people } },
    accounts,
  });
  const call = (name: string) => {
    const [account] = accounts;
    if (!account) throw new Error('expected an account');
    const edited = editAccount(account, { name, language: 'en', version: account.version }, inReview);
    if (!edited.ok) throw new Error(edited.failure.kind);
    accounts[0] = edited.value.account;
  };
  call('Hanako Endo');
  expect((await look()).conflict).toBeUndefined();
  const words = { reviewId, version: 1, assessment: anAssessment() };
  for (const [name, conflict, state] of [
    ['ONO Sakura', 'same-name', 'waits'],
    ['小野桜', 'in-application', 'stands'],
  ] as const) {
    call(name);
    expect(await look()).toMatchObject({ conflict, found: [{ state }] });
    expect(await saveReview(ports)(reviewer(), words, callAt())).toMatchObject({
      failure: { reason: conflict },
    });
    expect((await seen()).items[0]?.reviewers[0]?.findings[0]?.kind).toBe(conflict);
    call('Hanako Endo');
    expect((await look()).conflict).toBe('formerly-said');
    const open = (await seen()).items[0]?.reviewers[0]?.findings.filter(({ settled }) => !settled) ?? [];
    for (const { cause } of open) expect(await settle({ cause })).toMatchObject({ ok: true });
    expect((await look()).conflict).toBeUndefined();
  }
});

test('a name that somebody in the application bears too is settled on the page as somebody else’s, in both languages', async () => {
  const opening = { id: 'reviewer-1', email: 'r1@people.example', language: 'en', by: 'reviewer-1' } as const;
  const account = { ...openAccount({ ...opening, at: inReview }).account, name: 'Sakura Ōno' };
  const people = personDigests(anApplication().id, { names: ['ONO Sakura'], addressHashes: [] })
    .map((one) => `d${one}`)
    .join('');
  const { get, post, one, cause, look } = given({
    ...{ profile: {}, application: { facts: { ...facts, people } }, accounts: [account] },
  });
  const english = await (await get(path, { as: office })).text();
  for (const words of [
    'has the same name: staff have to settle',
    'On record: Sakura Ōno. In the application: a traveler.',
    'Somebody else',
  ])
    expect(english).toContain(words);
  const japanese = await (await get(path.replace('/en', '/ja'), { as: office })).text();
  for (const words of ['読みまたは表記が同じ氏名', '訪問団の参加者', '別人である', '本人である'])
    expect(japanese).toContain(words);
  const form = { applicationId: one.id, personId: 'reviewer-1', cause: await cause(), version: '0' };
  const said = { ...form, outcome: 'none', reason: 'The traveler is a student in Oita' };
  expect((await post(path, said, { as: office })).status).toBe(303);
  expect(await (await get(path, { as: office })).text()).toContain('The traveler is a student in Oita');
  const open = await look();
  expect(open.conflict).toBeUndefined();
  // Whose name it is stays with staff.
  expect(open.found).toEqual([]);
});

test('one that was sent before facts were noted is compared as far as it can be, and staff are told', async () => {
  const home = { in: 'us' as const, city: 'Austin', state: 'TX' as const };
  const { facts: _, ...earlier } = anApplication({ status: 'in-review', pair });
  const { ports, get } = given({ profile: { home } });
  ports.applications = reviewPorts({ applications: [earlier] }).applications;
  const html = await (await get(path, { as: office })).text();
  expect(html).toContain('Lives in one of the two cities.');
  expect(html).toContain('were not compared with any reviewer');
});

test('staff see nothing of what they conflict with, reviewers nothing at all, and Japanese is there', async () => {
  const { get, post } = given();
  expect((await get(path, { as: r1 })).status).toBe(404);
  expect((await post(path, {}, { as: r1 })).status).not.toBe(303);
  expect(await (await get(path.replace('/en/', '/ja/'), { as: office })).text()).toContain('要確認');
  const own = given();
  await own.ports.staffConflicts.declare(
    { applicationId: own.one.id, roundId: 'round-1', personId: 'staff-1', reason: 'Kin', at: '' },
    [],
  );
  const html = await (await own.get(path, { as: office })).text();
  expect(html).not.toContain('大分市');
  expect(html).not.toContain('Nowhere village');
});

test('one person under two accounts who reviewed it twice is told by name on the page', async () => {
  const merged = { ...reviewer(), formerly: ['former'] };
  const ports = reviewPorts({
    applications: [anApplication({ status: 'in-review', pair, facts })],
    files: [aSubmittedFile(), aSubmittedFile({ reviewerId: 'former' })],
    people: [staff, merged],
  });
  // Only this page is asked for.
  const useCases = { staffConflicts: { listConflicts: listConflicts(ports) } } as unknown as AreaUseCases;
  const { get } = webApp({ people: [office], useCases, ports: { clock: () => inReview } });
  const html = await (await get(path, { as: office })).text();
  expect(html).toContain('The same person under two accounts');
  expect(html.match(/Name of reviewer-1/g)).toHaveLength(2);
});

test('a submitted review that a conflict sets aside is told beside it, and counts again once that is let go', async () => {
  const settlements = fakeSettlements();
  const interests = { profiles: fakeProfiles(aProfile(placed('Nowhere village'))), settlements };
  const applications = [anApplication({ status: 'in-review', pair, facts })];
  const ports = { ...reviewPorts({ applications, files: [aSubmittedFile()], interests }), settlements };
  const conflicts = { listConflicts: listConflicts(ports), settleConflict: settleConflict(ports) };
  // Only this page is asked for.
  const useCases = { conflicts, staffConflicts: conflicts } as unknown as AreaUseCases;
  const { get, post } = webApp({ people: [office], useCases, ports: { clock: () => inReview } });
  const html = await (await get(path, { as: office })).text();
  expect(html).toContain('Their submitted review is set aside');
  const [, cause = ''] = /name="cause" value="([^"]+)"/.exec(html) ?? [];
  const form = { applicationId: 'a1', personId: 'reviewer-1', cause, version: '0' };
  const settled = await post(path, { ...form, outcome: 'none', reason: 'Elsewhere' }, { as: office });
  expect(settled.status).toBe(303);
  const scores = await scoreRound(ports)(staff, { roundId: 'round-1' }, callAt());
  expect(scores).toMatchObject({ value: { setAside: [], ranked: [{ id: 'a1' }] } });
  expect(await (await get(path, { as: office })).text()).not.toContain('is set aside');
});
