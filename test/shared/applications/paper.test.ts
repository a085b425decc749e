import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enterPaper } from '../../../shared/applications/enter-paper.ts';
import { reopenApplication } from '../../../shared/applications/reopen-application.ts';
import { requestSignOff } from '../../../shared/applications/request-sign-off.ts';
import { signAsOwner } from '../../../shared/applications/sign-application.ts';
import { verifySnapshot } from '../../../shared/applications/verify-snapshot.ts';
import { viewReceipt } from '../../../shared/applications/view-receipt.ts';
import { withdrawApplication } from '../../../shared/applications/withdraw-application.ts';
import type { PersonProfile } from '../../../shared/conflicts/person-profile.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { isClear } from '../../../shared/reviews/may-read.ts';
import { callAt, staff } from '../../support/accounts-fakes.ts';
import {
  anApplication,
  closes,
  editor,
  holderOf,
  lastInstant,
  owner,
  stranger,
  viewer,
} from '../../support/applications-fakes.ts';
import { aProfile, fakeProfiles, type GivenInterests } from '../../support/conflicts-fakes.ts';
import { aPaper, colleague, paperWorld } from '../../support/paper-fakes.ts';
import { aRound } from '../../support/programs-fakes.ts';
import { reviewPorts } from '../../support/reviews-fakes.ts';

const of = { applicationId: 'app-1' };
const nothing = fail({ kind: 'not-found' });
const terms = {
  roundId: 'round-1',
  partnershipId: 'austin-tx-oita',
  organisationId: 'org-austin',
  title: 'Music on two rivers',
  receivedOn: '2027-01-12',
};
const weekAfterClose = new Date('2027-01-21T15:00:00.000Z');
const call = callAt(weekAfterClose);
const invalid = (path: string, code: string) => fail({ kind: 'invalid-input', fields: [{ path, code }] });
const entered = async (world: ReturnType<typeof paperWorld>, over: object = {}, at = call) => {
  const done = await world.enterPaper(staff, { ...terms, ...over }, at);
  return done.ok ? world.heads.get(done.value.id) : undefined;
};

describe('entering', () => {
  test('a paper that came in time is entered after the close, as a draft that is marked', async () => {
    const world = paperWorld();
    expect(await entered(world)).toMatchObject({
      version: 1,
      status: 'draft',
      organisationId: 'org-austin',
      createdAt: weekAfterClose.toISOString(),
      paper: {
        receivedOn: '2027-01-12',
        enteredAt: weekAfterClose.toISOString(),
        enteredBy: 'staff-1',
        scribes: ['staff-1'],
      },
    });
    expect(world.events).toMatchObject([
      { type: 'application-entered-on-paper', by: 'staff-1', data: { receivedOn: '2027-01-12' } },
    ]);
  });

  test('the same request sent again finds the first, and another is another', async () => {
    const world = paperWorld();
    const [first, again] = [await entered(world), await entered(world)];
    expect(again).toEqual(first);
    expect((await entered(world, {}, callAt(weekAfterClose, 'key-2')))?.id).not.toBe(first?.id);
  });

  test('the last day that counts is the close’s own, with its grace, in the round’s zone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -60, max: 6 }), async (days) => {
        const day = new Date(closes.getTime() + days * 86_400_000).toISOString().slice(0, 10);
        const isTaken = (await entered(paperWorld(), { receivedOn: day })) !== undefined;
        return isTaken === (day >= '2026-11-02' && day <= '2027-01-14');
      }),
    );
    // Over midnight in New York by its grace: the paper of the next day still counts.
    const round = aRound({ closes: '2027-01-14T23:50', graceMinutes: 15 });
    expect(await entered(paperWorld({ round }), { receivedOn: '2027-01-15' })).toBeDefined();
    expect(await entered(paperWorld({ round }), { receivedOn: '2027-01-16' })).toBeUndefined();
  });

  test.each([
    ['after the close without a reason', { receivedOn: '2027-01-15' }, 'lateReason', 'late-reason'],
    ['in time with a reason', { lateReason: 'Snow' }, 'lateReason', 'not-late'],
    ['of tomorrow', { receivedOn: '2027-01-22' }, 'receivedOn', 'in-the-future'],
    ['from before the opening', { receivedOn: '2026-11-01' }, 'receivedOn', 'before-opening'],
    [
      'of an applicant named twice',
      { applicant: { legalName: 'X', kind: 'city' } },
      'applicant',
      'one-of-two',
    ],
    ['of nobody', { organisationId: undefined }, 'organisationId', 'required'],
  ])('a paper %s is refused, naming the field', async (_what, over, path, code) => {
    const world = paperWorld();
    // Undefined stands for what is left out.
    const input = { ...terms, ...over } as Parameters<typeof world.enterPaper>[1];
    expect(await world.enterPaper(staff, input, call)).toEqual(invalid(path, code));
    expect(world.changes).toEqual([]);
  });

  test('a late one is taken with a reason, as the extension that its applicant reads', async () => {
    const world = paperWorld();
    const late = await entered(world, { receivedOn: '2027-01-18', lateReason: 'The post was on strike' });
    expect(late?.extension).toEqual({
      until: '2027-01-19T04:59:00.000Z',
      reason: 'The post was on strike',
      at: weekAfterClose.toISOString(),
    });
  });

  test.each([
    ['before the opening', {}, new Date('2026-11-02T13:59:59.999Z'), 'round-not-open'],
    ['once it is announced', { announcedAt: '2027-01-20T12:00:00.000Z' }, weekAfterClose, 'step-refused'],
    [
      'once it is canceled',
      { cancelled: { reason: { en: 'x', ja: '' }, at: '2027-01-20T12:00:00.000Z' } },
      weekAfterClose,
      'step-refused',
    ],
  ])('nothing is entered %s', async (_what, over, at, kind) => {
    const world = paperWorld({ round: aRound(over) });
    expect(await world.enterPaper(staff, terms, callAt(at))).toMatchObject({ failure: { kind } });
    expect(world.changes).toEqual([]);
  });

  test('an organization without a claim on the pair is refused; one known from its paper alone is enrolled', async () => {
    const world = paperWorld();
    const without = { ...terms, organisationId: 'org-tacoma' };
    expect(await world.enterPaper(staff, without, call)).toEqual(fail({ kind: 'claim-missing' }));

    const { organisationId: _, ...unnamed } = terms;
    const applicant = { legalName: 'Austin–Oita Committee', kind: 'sister-city-organisation' } as const;
    const first = await world.enterPaper(staff, { ...unnamed, applicant }, call);
    expect(await world.enterPaper(staff, { ...unnamed, applicant }, call)).toEqual(first);
    const head = first.ok ? world.heads.get(first.value.id) : undefined;
    expect(world.organisations.get(head?.organisationId ?? '')).toMatchObject(applicant);
    expect([...world.claims.values()].at(-1)).toMatchObject({
      organisationId: head?.organisationId,
      status: 'verified',
      settledBy: 'staff-1',
      onPaper: true,
    });
    // Nobody belongs to it: whoever entered it is no member of the applicant.
    expect(world.owners.size).toBe(0);
  });

  test('whom a conflict keeps from it cannot enter it, and leaves nothing behind', async () => {
    const world = paperWorld({ kept: ['staff-1'] });
    const { organisationId: _, ...unnamed } = terms;
    const applicant = { legalName: 'Austin–Oita Committee', kind: 'city' } as const;
    for (const input of [terms, { ...unnamed, applicant }])
      expect(await world.enterPaper(staff, input, call)).toEqual(fail({ kind: 'paper-kept-from-you' }));
    expect([world.changes, world.organisations.size]).toEqual([[], 1]);
  });

  test.each([
    publicActor,
    owner,
    editor,
    viewer,
    stranger,
    holderOf('token'),
  ])('nobody but staff enters one or learns of any: %j', async (actor) => {
    const world = paperWorld({ application: aPaper() });
    expect(await world.enterPaper(actor, terms, call)).toEqual(nothing);
    expect(await world.listPapers(actor, { roundId: 'round-1' }, call)).toEqual(nothing);
    expect(await world.listClaimants(actor, { partnershipId: 'austin-tx-oita' }, call)).toEqual(nothing);
  });
});

describe('typing', () => {
  const section = {
    ...of,
    sectionId: 'sustainability',
    version: 1,
    data: { programming: 'As on the paper' },
  } as const;

  test('any member of staff without a conflict types on, after the close too', async () => {
    const world = paperWorld({ application: aPaper() });
    expect((await world.save(staff, section, call)).ok).toBe(true);
    expect((await world.save(colleague, { ...section, version: 2 }, call)).ok).toBe(true);
    expect(await world.view(colleague, of, call)).toMatchObject({
      value: { as: 'scribe', actions: ['edit', 'record-signature', 'ask-counterpart', 'submit', 'withdraw'] },
    });
  });

  test('with a conflict it is as if there were nothing', async () => {
    const world = paperWorld({ application: aPaper(), kept: ['staff-2'] });
    expect(await world.view(colleague, of, call)).toEqual(nothing);
    expect(await world.save(colleague, section, call)).toEqual(nothing);
    expect(await world.listPapers(colleague, { roundId: 'round-1' }, call)).toMatchObject({
      value: { items: [] },
    });
  });

  test('an applicant’s own draft is never opened or written by this door', async () => {
    const world = paperWorld();
    const asked = { ...of, name: 'Alex Mayor', signedOn: '2027-01-02', textDigest: world.digest };
    expect(await world.view(staff, of, call)).toEqual(nothing);
    expect(await world.save(staff, section, call)).toEqual(nothing);
    expect(await world.sign(staff, asked, call)).toEqual(nothing);
    expect(await world.submit(staff, of, call)).toEqual(nothing);
    expect(world.events).toEqual([]);
  });

  test('the applicant’s people read it and write nothing in it, for the paper counts', async () => {
    const world = paperWorld({ application: aPaper() });
    expect(await world.view(owner, of, call)).toMatchObject({
      value: {
        as: 'owner',
        application: { paper: { receivedOn: '2027-01-12' } },
        actions: ['ask-counterpart', 'withdraw'],
      },
    });
    expect(await world.save(owner, section, call)).toEqual(nothing);
    expect(await world.submit(owner, of, call)).toEqual(nothing);
    const signature = { ...of, name: 'Alex Mayor', agreed: true, textDigest: world.digest } as const;
    expect(await signAsOwner(world.ports)(owner, signature, call)).toEqual(nothing);
    expect(await requestSignOff(world.ports)(editor, of, call)).toEqual(nothing);
  });

  test('what was sent is opened again by those who typed it alone', async () => {
    const sent = aPaper({
      status: 'submitted',
      submission: {
        no: 1,
        at: '2027-01-21T15:00:00.000Z',
        theme: 'sustainability',
        requestedCents: 1,
        matchCents: 1,
      },
    });
    const world = paperWorld({ application: sent });
    expect(await world.view(staff, of, call)).toMatchObject({ value: { as: 'scribe' } });
    expect(await world.view(colleague, of, call)).toEqual(nothing);
    const merged = { ...colleague, formerly: ['staff-1'] };
    expect((await world.view(merged, of, call)).ok).toBe(true);
  });

  test('an entry made by mistake is given up while it is held, and not once it is sent', async () => {
    const world = paperWorld({ application: aPaper() });
    const giveUp = world.typing(withdrawApplication(world.ports));
    expect(await giveUp(staff, of, call)).toEqual(ok({ status: 'withdrawn' }));
    const sent = paperWorld({ application: aPaper({ status: 'submitted' }) });
    expect(await sent.typing(withdrawApplication(sent.ports))(staff, of, call)).toEqual(nothing);
  });
});

describe('the signature on the paper', () => {
  const signature = (world: ReturnType<typeof paperWorld>) => ({
    ...of,
    name: 'alex  MAYOR',
    signedOn: '2027-01-10',
    textDigest: world.digest,
  });

  test('is recorded with the day beside it, once however often it is sent', async () => {
    const world = paperWorld({ application: aPaper() });
    expect(await world.sign(staff, signature(world), call)).toEqual(
      ok({ recordedAt: weekAfterClose.toISOString() }),
    );
    expect((await world.sign(staff, signature(world), callAt(new Date('2027-01-22T00:00:00.000Z')))).ok).toBe(
      true,
    );
    expect((await world.drafts.find('app-1'))?.signOff).toMatchObject({
      version: 1,
      signed: {
        by: 'paper',
        signedOn: '2027-01-10',
        recordedBy: 'staff-1',
        at: weekAfterClose.toISOString(),
      },
    });
    expect(world.mails).toEqual([]);
  });

  test('stands no later than the paper came, in the name that the declaration states, for the text as it is', async () => {
    const world = paperWorld({ application: aPaper() });
    const given = signature(world);
    expect(await world.sign(staff, { ...given, signedOn: '2027-01-13' }, call)).toEqual(
      invalid('signedOn', 'after-receipt'),
    );
    expect(await world.sign(staff, { ...given, name: 'Somebody Else' }, call)).toEqual(
      invalid('name', 'name-differs'),
    );
    expect(await world.sign(staff, { ...given, textDigest: '0'.repeat(64) }, call)).toEqual(
      fail({ kind: 'text-changed' }),
    );
  });

  test('is out of date with any change of the text', async () => {
    const world = paperWorld({ application: aPaper() });
    await world.sign(staff, signature(world), call);
    const changed = {
      ...of,
      sectionId: 'sustainability',
      version: 1,
      data: { programming: 'Otherwise', resources: 'Two' },
    } as const;
    await world.save(staff, changed, call);
    expect(await world.view(staff, of, call)).toMatchObject({ value: { signOff: { state: 'outdated' } } });
    expect(await world.submit(staff, of, call)).toEqual(
      fail({ kind: 'sign-off-missing', state: 'outdated' }),
    );
  });
});

describe('sending', () => {
  const sent = async (application = aPaper(), at = call) => {
    const world = paperWorld({ application });
    const signature = { ...of, name: 'Alex Mayor', signedOn: '2027-01-10', textDigest: world.digest };
    await world.sign(staff, signature, at);
    return { world, receipt: await world.submit(colleague, of, at) };
  };

  test('the receipt holds both, the day it came and the instant it was typed and sent, and neither for the other', async () => {
    const { world, receipt } = await sent();
    expect(receipt).toMatchObject({
      value: { no: 1, at: weekAfterClose.toISOString(), paper: { receivedOn: '2027-01-12' } },
    });
    const seen = await world.typing(viewReceipt(world.ports))(colleague, of, call);
    if (!seen.ok || !receipt.ok) throw new Error('no receipt');
    expect(JSON.parse(seen.value.snapshot)).toMatchObject({
      at: weekAfterClose.toISOString(),
      paper: { receivedOn: '2027-01-12' },
      signOff: { signedOn: '2027-01-10', at: weekAfterClose.toISOString() },
    });
    expect(verifySnapshot(JSON.parse(seen.value.snapshot), receipt.value)).toMatchObject({ matches: true });
    const owners = await viewReceipt(world.ports)(owner, of, call);
    expect(owners).toEqual(seen);
  });

  test('everyone who typed of it is known from then on, and the event says for the mail that it came on paper', async () => {
    const { world } = await sent();
    expect(world.heads.get('app-1')?.paper?.scribes).toEqual(['staff-1', 'editor-1', 'staff-2']);
    expect(world.events.at(-1)).toMatchObject({
      type: 'application-submitted',
      by: 'staff-2',
      data: { receivedOn: '2027-01-12' },
    });
  });

  test('counts by the day it came: in time long after the close, and never once the round is announced', async () => {
    expect((await sent()).receipt.ok).toBe(true);
    const late = aPaper({
      paper: { receivedOn: '2027-01-15', enteredAt: '', enteredBy: 'staff-1', scribes: ['staff-1'] },
    });
    expect((await sent(late)).receipt).toMatchObject({ failure: { kind: 'round-closed' } });
    const extension = { until: '2027-01-16T04:59:00.000Z', reason: 'Snow', at: '2027-01-15T12:00:00.000Z' };
    expect((await sent({ ...late, extension })).receipt.ok).toBe(true);
    const announced = paperWorld({
      application: aPaper(),
      signOff: 'given',
      round: aRound({ announcedAt: '2027-01-20T12:00:00.000Z' }),
    });
    expect(await announced.submit(staff, of, call)).toMatchObject({ failure: { kind: 'round-closed' } });
  });

  test('whoever typed it takes it back to correct what was typed, also after the close; its owner does not', async () => {
    const { world } = await sent();
    expect(await reopenApplication(world.ports)(owner, of, call)).toEqual(nothing);
    expect(await world.typing(reopenApplication(world.ports))(colleague, of, call)).toEqual(
      ok({ status: 'draft' }),
    );
  });

  test('an application that did not come on paper says nothing of any, and is refused after the close', async () => {
    const world = paperWorld({ signOff: 'given' });
    const receipt = await world.submit(owner, of, callAt(lastInstant));
    expect(receipt).toMatchObject({ value: { no: 1 } });
    expect(receipt.ok && 'paper' in receipt.value).toBe(false);
    expect((await paperWorld({ signOff: 'given' }).submit(owner, of, call)).ok).toBe(false);
  });
});

test('staff list what came on paper, what is being typed first, with what they typed themselves', async () => {
  const world = paperWorld({ application: anApplication() });
  world.heads.set('app-2', aPaper({ id: 'app-2', status: 'in-review' }));
  world.heads.set('app-3', aPaper({ id: 'app-3' }));
  expect(await world.listPapers(colleague, { roundId: 'round-1' }, call)).toMatchObject({
    value: {
      open: true,
      items: [
        { id: 'app-3', mayType: true, typed: false, paper: { receivedOn: '2027-01-12' } },
        { id: 'app-2', mayType: false },
      ],
    },
  });
  expect(await world.listPapers(staff, { roundId: 'round-1' }, call)).toMatchObject({
    value: { items: [{ typed: true }, { typed: true }] },
  });
});

test('what keeps from entering is what keeps from anything else of an application: found, never told by hand', async () => {
  const member = {
    ...staff,
    roles: [...staff.roles, { kind: 'member', organisationId: 'org-austin', as: 'viewer' } as const],
  };
  const profile = (over: Partial<PersonProfile>) => ({
    profiles: fakeProfiles(aProfile({ personId: 'staff-1', ...over })),
  });
  const kept: readonly [string, Person, GivenInterests][] = [
    ['a member of the applicant', member, {}],
    [
      'whoever has a seat in the partnership',
      staff,
      profile({ partnerships: [{ partnershipId: 'austin-tx-oita', as: 'board' }] }),
    ],
    [
      'whoever belongs to an organization of the applicant’s name',
      staff,
      profile({ organisations: [{ name: 'AUSTIN–Oita Committee, Inc.', from: 2020 }] }),
    ],
  ];
  const { organisationId: _, ...unnamed } = terms;
  const named = { ...unnamed, applicant: { legalName: 'Austin–Oita Committee', kind: 'city' } as const };
  for (const [who, person, interests] of kept) {
    const world = paperWorld();
    const enter = enterPaper({ ...world.ports, isClear: isClear(reviewPorts({ interests })) });
    const input = who.includes('name') ? named : terms;
    expect(await enter(person, input, call), who).toEqual(fail({ kind: 'paper-kept-from-you' }));
    expect(world.changes, who).toEqual([]);
    const clear = enterPaper({ ...world.ports, isClear: isClear(reviewPorts()) });
    expect((await clear(colleague, input, call)).ok, who).toBe(true);
  }
});
