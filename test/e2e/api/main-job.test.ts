import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SectionId, sectionIds } from '../../../shared/applications/application.ts';
import { leadingAsia } from '../../../shared/programs/round.ts';
import { completeSections } from '../../support/seeded/complete-sections.ts';
import type { Someone } from '../../support/seeded/people.ts';
import { assessment } from '../../support/seeded/reviews.ts';
import { courses, termsOf } from '../../support/seeded/rounds.ts';
import { type SeededPlatform, startSeededPlatform } from '../../support/seeded-platform.ts';
import { linkIn, type Steps, stepsOn } from './main-job-steps.ts';

// From draft to decision over HTTP, as a client would go; each test goes on where the one before it stopped.

let site: SeededPlatform;
let ask: Steps['ask'];
let lettersTo: Steps['lettersTo'];
let closeRound: Steps['closeRound'];
let staff: Someone;
let staffTwo: Someone;
let owner: Someone;
let reviewer: Someone;
const kept = { roundId: '', organisationId: '', partnershipId: '', applicationId: '', reviewId: '' };

beforeAll(async () => {
  site = await startSeededPlatform();
  ({ ask, lettersTo, closeRound } = stepsOn(site));
  staff = await site.people.join('staff', { kind: 'staff', programId: leadingAsia });
  staffTwo = await site.people.join('staff-two');
  owner = await site.people.join('owner');
  reviewer = await site.people.join('reviewer');
});
afterAll(() => site?.platform.discard());

test('staff draft a round, change it and publish it', async () => {
  const terms = termsOf(courses.open);
  const { id, version } = await ask('createRound', staff, { body: { ...terms, slots: 3 } });
  const params = { roundId: id };
  const edited = await ask('editRound', staff, { params, version, body: { ...terms, slots: 2 } });
  await ask('publishRound', staff, { params, version: edited.version });
  kept.roundId = id;
  const { phase, slots } = await ask('viewOpenRound', undefined, { params });
  expect({ phase, slots }).toEqual({ phase: 'open', slots: 2 });
});

test('staff and reviewers are invited by mail, and a reviewer signs the pledge first', async () => {
  const invited = { email: staffTwo.email, language: 'en' };
  await ask('inviteStaff', staff, { body: invited });
  const [letter] = await lettersTo(staffTwo.email);
  const token = linkIn(letter?.body.text, 'invitations');
  await ask('acceptInvitation', staffTwo, { body: { token } });
  expect((await ask('listStaff', staffTwo)).items).toHaveLength(2);

  const params = { roundId: kept.roundId };
  await ask('inviteReviewer', staff, { params, body: { email: reviewer.email, language: 'en' } });
  const [offer] = await lettersTo(reviewer.email);
  const body = { token: linkIn(offer?.body.text, 'invitations') };
  const unsigned = await site.api.call('acceptInvitation', { body }, reviewer.token);
  expect(unsigned.json).toMatchObject({ status: 400, errors: [{ pointer: '/pledge', code: 'required' }] });
  await ask('acceptInvitation', reviewer, { body: { ...body, pledge: true } });
  expect((await ask('listReviewers', staff, { params })).items).toHaveLength(1);
});

test('an applicant founds an organisation, claims a partnership, and drafts before staff verify the claim', async () => {
  const terms = { legalName: 'Sister Cities of Austin', kind: 'sister-city-organisation' };
  kept.organisationId = (await ask('createOrganisation', owner, { body: terms })).organisation.id;
  const directory = await ask('listPartnerships', undefined, { query: { state: 'TX', text: 'Austin' } });
  kept.partnershipId = directory.items[0].partnership.id;
  const { organisationId, partnershipId, roundId } = kept;
  await ask('claimPartnership', owner, { params: { partnershipId }, body: { organisationId } });
  const body = { roundId, organisationId, partnershipId, title: 'Bread and clay' };
  kept.applicationId = (await ask('startApplication', owner, { body })).id;

  const { items } = await ask('listOpenClaims', staff);
  const { claim } = items[0];
  expect(claim.organisationId).toBe(organisationId);
  const params = { partnershipId, organisationId };
  await ask('settleClaim', staff, { params, version: claim.version, body: { outcome: 'verify' } });
});

test('all sections are filled in, with a file sent straight to the file store', async () => {
  const params = { applicationId: kept.applicationId };
  const pdf = Buffer.from('%PDF-1.7\n% a plan\n');
  const announced = { name: 'Plan.pdf', type: 'application/pdf', size: pdf.length };
  const { attachmentId, upload } = await ask('addAttachment', owner, { params, body: announced });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.set(name, String(value));
  form.set('file', new Blob([pdf], { type: announced.type }), announced.name);
  expect((await fetch(upload.url, { method: 'POST', body: form })).ok).toBe(true);
  const ofFile = { params: { ...params, attachmentId } };
  expect(await ask('settleAttachment', owner, ofFile)).toMatchObject({ bytes: pdf.length });
  // It opens once it was scanned.
  const opened = () => site.api.call('openAttachment', ofFile, owner.token);
  await expect.poll(async () => (await opened()).status, { timeout: 20_000 }).toBe(200);
  const { address } = (await opened()).json;
  expect(Buffer.from(await (await fetch(address)).arrayBuffer())).toEqual(pdf);

  const sections = completeSections('Bread and clay');
  for (const sectionId of sectionIds) {
    const data = sectionId === 'attachments' ? {} : sections[sectionId];
    await ask('saveSection', owner, { params: { ...params, sectionId }, version: 0, body: { data } });
  }
  const { sections: seen } = await ask('viewApplication', owner, { params });
  const states = seen.map(({ id, state }: { id: SectionId; state: string }) => ({ id, state }));
  expect(states).toEqual(sectionIds.map((id) => ({ id, state: 'done' })));
});

test('nothing is sent before the authorised official has signed by the link mailed to them', async () => {
  const params = { applicationId: kept.applicationId };
  const early = await site.api.call('submitApplication', { params }, owner.token);
  expect(early.json).toMatchObject({ type: '/problems/sign-off-missing', status: 409 });
  await ask('requestSignOff', owner, { params });
  const [letter] = await lettersTo('official@city.example');
  const token = linkIn(letter?.body.text, 'sign-off');
  const { textDigest } = await ask('viewSignOff', undefined, { body: { token } });
  const signature = { token, textDigest, name: 'Authorised Official', agreed: true };
  await ask('signByLink', undefined, { body: signature });
});

test('the Japanese office confirms by a link, in Japanese, and the applicant is told', async () => {
  await ask('requestConfirmation', owner, { params: { applicationId: kept.applicationId } });
  const [letter] = await lettersTo('kokusai@city.example');
  expect(letter?.body.text).toMatch(/[ぁ-ん]/);
  const token = linkIn(letter?.body.text, 'confirm');
  const { version } = await ask('viewConfirmation', undefined, { body: { token } });
  await ask('answerConfirmation', undefined, { version, body: { token, action: 'confirm', name: '担当者' } });
  expect(await lettersTo(owner.email)).toHaveLength(1);
});

test('a submission gives a receipt whose SHA-256 is that of its canonical JSON, and mails it to the owner', async () => {
  const params = { applicationId: kept.applicationId };
  await ask('submitApplication', owner, { params });
  await ask('reopenApplication', owner, { params });
  const receipt = await ask('submitApplication', owner, { params });
  const { snapshot, sha256, no, number } = await ask('viewReceipt', owner, { params });
  expect({ sha256, no }).toEqual({ sha256: receipt.sha256, no: 2 });
  expect(createHash('sha256').update(snapshot, 'utf8').digest('hex')).toBe(sha256);
  // The people it names are digests in it.
  expect(snapshot).not.toContain('Authorised Official');
  const mailed = (await lettersTo(owner.email)).filter(({ body }) => body.text?.includes(number));
  expect(mailed).toHaveLength(2);
});

test('reviewers are assigned once the round has closed, and see nothing before they declare', async () => {
  const { roundId, applicationId } = kept;
  const given = { params: { roundId }, body: { applicationId, reviewerId: reviewer.personId } };
  const early = await site.api.call('assignReviewer', given, staff.token);
  expect(early.json).toMatchObject({ type: '/problems/round-still-open', status: 409 });
  await closeRound(roundId);
  kept.reviewId = (await ask('assignReviewer', staff, given)).id;

  const params = { reviewId: kept.reviewId };
  const undeclared = await ask('viewReview', reviewer, { params });
  expect(undeclared).not.toHaveProperty('content');
  await ask('declareNone', reviewer, { params, version: undeclared.version });
  const { content } = await ask('viewReview', reviewer, { params });
  expect(content.title).toBe('Bread and clay');
  const draft = await ask('saveReview', reviewer, { params, version: 1, body: { assessment } });
  await ask('submitReview', reviewer, { params, version: draft.version, body: { assessment } });
});

test('one member of staff proposes, another certifies, and the announcement mails nobody', async () => {
  const { roundId, applicationId } = kept;
  const params = { applicationId };
  const scores = await ask('scoreRound', staff, { params: { roundId } });
  expect(JSON.stringify(scores)).toContain(applicationId);
  const proposal = { decision: 'award', amountCents: 600_000, reason: 'Strong outcomes' };
  const { version } = await ask('proposeDecision', staff, { params, version: 0, body: proposal });
  const certify = { params, version, body: { action: 'certify' } };
  const own = await site.api.call('settleDecision', certify, staff.token);
  expect(own.json).toMatchObject({ type: '/problems/own-proposal', status: 409 });
  await ask('settleDecision', staffTwo, certify);
  expect((await site.api.call('viewOutcome', { params }, owner.token)).status).toBe(404);

  const { remarks } = await ask('viewRemarks', staff, { params });
  await ask('saveRemarks', staff, { params, version: 0, body: { action: 'approve', remarks } });
  const before = (await lettersTo(owner.email)).length;
  const round = await ask('viewRound', staff, { params: { roundId } });
  await ask('announceRound', staff, { params: { roundId }, version: round.version });
  expect(await lettersTo(owner.email)).toHaveLength(before);
  const { application, feedback } = await ask('viewOutcome', owner, { params });
  expect(application).toMatchObject({ status: 'awarded', outcome: { amountCents: 600_000 } });
  expect(feedback).toMatchObject([{ feedback: 'Well planned.' }]);
});

test('a released letter goes out, the award is accepted, and the public sees it', async () => {
  const { roundId, applicationId } = kept;
  const before = (await lettersTo(owner.email)).length;
  expect(await ask('releaseLetters', staff, { params: { roundId } })).toEqual({ released: 1, withdrawn: 0 });
  expect(await lettersTo(owner.email)).toHaveLength(before + 1);
  const accepted = await ask('acceptAward', owner, { params: { applicationId } });
  expect(accepted).toEqual({ status: 'accepted' });
  const { items } = await ask('listAwards', undefined);
  expect(items).toMatchObject([{ applicationId, amountCents: 600_000, title: 'Bread and clay' }]);
});
