import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsUseCases } from '../../../functions/container/complaints-use-cases.ts';
import { refreshRosterOn } from '../../../functions/container/roster-queue.ts';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import { receiptNumber } from '../../../shared/applications/application.ts';
import { dayOf } from '../../../shared/applications/application-actions.ts';
import { localOf } from '../../../shared/kernel/zoned-time.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import { whileOpen } from '../../support/seeded/applications.ts';
import { callAt, done, inDays } from '../../support/seeded/clock.ts';
import { papersOn } from '../../support/seeded/papers.ts';
import { differences, tableState } from '../api/fuzz/table-state.ts';
import type { Committee } from './committee.ts';
import { type Seated, seatHere } from './seated.ts';

let seated: Seated;
beforeAll(async () => {
  seated = await seatHere();
});
afterAll(() => seated?.engine.stop());

type Step = {
  readonly as: keyof Committee['people'];
  readonly path: string;
  readonly form: Record<string, string>;
};
const sent = async (round: 'open' | 'closed') => {
  const { applications, ownerOf, sides, openRound, round: past } = seated.committee;
  const [of, at] = round === 'open' ? [openRound, new Date()] : [past, whileOpen('closed')];
  return applications.submit(await ownerOf('austin'), sides.austin, of, at);
};
const drafted = async () => {
  const { applications, ownerOf, sides, openRound } = seated.committee;
  return applications.start(await ownerOf('austin'), sides.austin, openRound.id, new Date());
};
const proposed = async () => {
  const { id } = await seated.committee.inReview('austin', seated.committee.round);
  await seated.committee.reviews.propose(seated.committee.byStaff, id);
  return id;
};
/** One more application of the closed round, in the list that staff search; the number it is found by. */
const listed = async () => {
  const id = await sent('closed');
  await refreshRosterOn(seated.engine)([id]);
  return receiptNumber(id);
};
/** A complaint about what was announced, and the page where staff take it up and answer it. */
const complained = async () => {
  const { announced, ownerOf } = seated.committee;
  const { id: applicationId } = await announced('austin');
  const text = 'Nobody read the annex';
  done(await complaints().complain(await ownerOf('austin'), { applicationId, text }, call()));
  return { applicationId, path: `/staff/applications/${applicationId}/complaint` };
};
const complaints = () => complaintsUseCases(seated.engine);
const call = () => ({ receivedAt: new Date(), idempotencyKey: randomUUID() });
const mailing = { to: 'owners', 'subject.en': 'About {title}', 'body.en': 'Dear {name}, {page}' };
const scores = { 'scores.outcomes': '3', 'scores.feasibility': '3', 'comments.outcomes': 'Words' };

/** Steps that decide something; each from a state of its own. */
const steps: Readonly<Record<string, () => Promise<Step>>> = {
  'declaring no conflict': async () => ({
    as: 'undeclared',
    path: `/reviews/${seated.committee.reviewOf.undeclared}/conflict`,
    form: { declaration: 'none', version: '1' },
  }),
  'declaring a conflict': async () => ({
    as: 'undeclared',
    path: `/reviews/${seated.committee.reviewOf.undeclared}/conflict`,
    form: { declaration: 'conflict', reason: 'A cousin', version: '2' },
  }),
  'saving a review': async () => ({
    as: 'both',
    path: `/reviews/${seated.committee.reviewOf.both}`,
    form: { do: 'save', version: '1', noteToCommittee: 'Half a thought' },
  }),
  'submitting a review': async () => ({
    as: 'both',
    path: `/reviews/${seated.committee.reviewOf.both}`,
    form: { do: 'submit', version: '2', confidence: 'very', ...scores },
  }),
  'assigning a reviewer': async () => ({
    as: 'staff',
    path: `/staff/rounds/${seated.committee.round.id}/assignments`,
    form: {
      action: 'assign',
      applicationId: await sent('closed'),
      reviewerId: seated.committee.spare.personId,
    },
  }),
  'taking a reviewer away': async () => {
    const { committee } = seated;
    const id = await sent('closed');
    await committee.reviews.assign(committee.byStaff, committee.round.id, id, committee.spare.personId);
    return {
      as: 'staff',
      path: `/staff/rounds/${committee.round.id}/assignments`,
      form: { action: 'remove', reviewId: reviewIdOf(id, committee.spare.personId), version: '1' },
    };
  },
  'proposing a decision': async () => ({
    as: 'staff',
    path: `/staff/applications/${(await seated.committee.inReview('austin', seated.committee.round)).id}/decision`,
    form: { decision: 'decline', amountCents: '', reason: 'Not this year', version: '0' },
  }),
  'certifying a decision': async () => ({
    as: 'staff',
    path: `/staff/applications/${await proposed()}/decision`,
    form: { action: 'certify', version: '1' },
  }),
  'sending a decision back': async () => ({
    as: 'staff',
    path: `/staff/applications/${await proposed()}/decision`,
    form: { action: 'send-back', version: '1' },
  }),
  'stepping aside': async () => ({
    as: 'both',
    path: `/staff/applications/${await sent('closed')}`,
    form: { action: 'declare-conflict', reason: 'A cousin' },
  }),
  'returning for changes': async () => ({
    as: 'staff',
    path: `/staff/applications/${await sent('open')}`,
    form: { action: 'return', reason: 'The budget', until: '2999-01-01T00:00' },
  }),
  'giving more time': async () => ({
    as: 'staff',
    path: `/staff/applications/${await drafted()}/extension`,
    form: { action: 'extend', until: '2999-01-01T00:00', reason: 'A storm', version: '1' },
  }),
  'entering a paper': async () => {
    const { openRound, sides } = seated.committee;
    const { id: organisationId, partnershipId } = sides.austin;
    const receivedOn = dayOf(new Date(), openRound);
    return {
      as: 'staff',
      path: `/staff/rounds/${openRound.id}/papers/new?partnership=${partnershipId}`,
      form: { organisationId, title: 'Bread on paper', receivedOn },
    };
  },
  'recording the signature on a paper': async () => {
    const { byStaff, openRound, sides } = seated.committee;
    const papers = papersOn(seated.engine);
    const { applicationId, signature } = await papers.typed(byStaff, sides.austin, openRound, new Date());
    return {
      as: 'staff',
      path: `/applications/${applicationId}/sign-off`,
      form: { do: 'record', ...signature },
    };
  },
  'taking more time back': async () => {
    const path = `/staff/applications/${await drafted()}/extension`;
    const given = { action: 'extend', until: '2999-01-01T00:00', reason: 'A storm', version: '1' };
    const form = { ...given, _key: randomUUID() };
    await seated.ask(path, { as: await seated.as('staff'), at: new Date(), form });
    return { as: 'staff', path, form: { action: 'end', why: 'By mistake', version: '2' } };
  },
  reopening: async () => ({ as: 'owner', path: `/applications/${await sent('open')}/reopen`, form: {} }),
  withdrawing: async () => ({
    as: 'owner',
    path: `/applications/${await sent('open')}/withdraw`,
    form: { sure: 'yes' },
  }),
  'recording an office’s domain': async () => ({
    as: 'staff',
    path: `/staff/partnerships/${seated.committee.sides.austin.partnershipId}/offices`,
    form: { act: 'record', domain: 'city.oita.example', evidence: 'Their site' },
  }),
  'taking a request to an office back': async () => {
    const { committee } = seated;
    const owner = await committee.ownerOf('austin');
    const id = await committee.applications.complete(
      owner,
      committee.sides.austin,
      committee.openRound,
      new Date(),
    );
    await committee.applications.linkOf(() =>
      committee.applications.act.requestConfirmation(owner, { applicationId: id }, callAt(new Date())),
    );
    return { as: 'owner', path: `/applications/${id}/confirmation`, form: { do: 'revoke' } };
  },
  'taking an office’s domain back': async () => {
    const path = `/staff/partnerships/${seated.committee.sides.austin.partnershipId}/offices`;
    const form = { act: 'record', domain: 'old.oita.example', evidence: 'Their site', _key: randomUUID() };
    await seated.ask(path, { as: await seated.as('staff'), at: new Date(), form });
    return { as: 'staff', path, form: { act: 'withdraw', domain: 'old.oita.example', version: '1' } };
  },
  'carrying text over from an earlier application': async () => {
    const { applications, ownerOf, sides, openRound } = seated.committee;
    const from = await applications.complete(await ownerOf('austin'), sides.austin, openRound, new Date());
    return {
      as: 'owner',
      path: `/applications/${await drafted()}/copy/${from}`,
      form: { sections: 'project' },
    };
  },
  'replacing a budget by a file': async () => {
    const lines = [
      'category,description,quantity,unitCost,requested,match,inKind',
      'travel,Flights,10,"1,200.00",9000,2000,1000',
    ];
    const form = { do: 'replace', csv: lines.join('\n'), version: '0' };
    return { as: 'owner', path: `/applications/${await drafted()}/budget/file`, form };
  },
  complaining: async () => {
    const { id } = await seated.committee.announced('austin');
    return { as: 'owner', path: `/applications/${id}/complaint`, form: { text: 'Nobody read the annex' } };
  },
  'taking a complaint back': async () => {
    const { applicationId } = await complained();
    const path = `/applications/${applicationId}/complaint`;
    return { as: 'owner', path, form: { action: 'withdraw', version: '1' } };
  },
  'taking a complaint up': async () => {
    const { path } = await complained();
    return { as: 'both', path, form: { action: 'take-up', version: '1' } };
  },
  'answering a complaint': async () => {
    const { applicationId, path } = await complained();
    const both = await seated.as('both');
    done(await complaints().takeUpComplaint(both, { applicationId, version: 1 }, call()));
    const form = { action: 'settle', outcome: 'reject', reason: 'The annex was read', version: '2' };
    return { as: 'both', path, form };
  },
  'having a list made anew': async () => ({
    as: 'staff',
    path: `/staff/lists/${seated.committee.round.id}`,
    form: { action: 'rebuild' },
  }),
  'asking for an export': async () => {
    await listed();
    const path = `/staff/lists/${seated.committee.round.id}/exports`;
    return { as: 'staff', path, form: { action: 'ask', format: 'csv' } };
  },
  'beginning a mail to what is filtered': async () => ({
    as: 'staff',
    path: `/staff/lists/${seated.committee.round.id}/mailings/new`,
    form: mailing,
  }),
  'having its messages written': async () => {
    const { round } = seated.committee;
    const title = await listed();
    const begun = await seated.ask(`/staff/lists/${round.id}/mailings/new?q=${title}`, {
      ...{ as: await seated.as('staff'), at: new Date() },
      form: { ...mailing, _key: randomUUID() },
    });
    const path = begun.location.replace(/^\/(en|ja)/, '');
    return { as: 'staff', path, form: { action: 'send', version: '1', hold: 'hold', applications: '1' } };
  },
  'publishing a round': async () => {
    const { id, version } = await seated.committee.draftRound();
    return { as: 'staff', path: `/staff/rounds/${id}/publish`, form: { version: String(version) } };
  },
  'putting a close off': async () => {
    const { id, version, zone } = await seated.committee.runningRound();
    const [closes, reviewDue] = [20, 60].map((days) => localOf(inDays(days), zone));
    const form = {
      version: String(version),
      closes: closes ?? '',
      reviewDue: reviewDue ?? '',
      'reason.en': 'Storms',
    };
    return { as: 'staff', path: `/staff/rounds/${id}/extend`, form };
  },
  'cancelling a round': async () => {
    const { id, version } = await seated.committee.runningRound();
    const form = { version: String(version), 'reason.en': 'Storms' };
    return { as: 'staff', path: `/staff/rounds/${id}/cancel`, form };
  },
  'drafting next year’s round': async () => {
    const { id } = await seated.committee.runningRound();
    return { as: 'staff', path: `/staff/rounds/${id}/next-year`, form: {} };
  },
  'announcing a round': async () => {
    const { round } = await seated.committee.certified('austin');
    const form = { version: String(round.version) };
    return { as: 'staff', path: `/staff/rounds/${round.id}/decisions`, form };
  },
  'recording the answer to an award': async () => {
    const { id } = await seated.committee.announced('austin');
    const version = (await applicationStore(seated.engine).find(id))?.version;
    const form = { answer: 'decline-award', reason: 'No answer came', version: String(version) };
    return { as: 'staff', path: `/staff/applications/${id}/answer`, form };
  },
  'removing a member': async () => ({
    as: 'owner',
    path: `/organisations/${seated.committee.sides.austin.id}`,
    form: { act: 'remove-member', personId: seated.committee.people.viewer.personId },
  }),
  'saying one’s name': async () => ({
    as: 'owner',
    path: '/account',
    form: { act: 'save', name: 'Ada', language: 'en', version: '1' },
  }),
};

test.each(Object.keys(steps))('%s by a double click is done once, and no refusal is shown', async (name) => {
  const step = await steps[name]?.();
  if (!step) throw new Error('There is no such step');
  const as = await seated.as(step.as);
  const form = { ...step.form, _key: randomUUID() };
  const send = async () => (await seated.ask(step.path, { as, at: new Date(), form })).status;
  const state = () => tableState(seated.engine.endpoint, seated.engine.table);
  const before = await state();
  expect(await Promise.all([send(), send()])).toEqual([303, 303]);
  const after = await state();
  expect(differences(before, after).length).toBeGreaterThan(0);
  expect([await send(), differences(after, await state())]).toEqual([303, []]);
});
