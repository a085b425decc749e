import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPartnerships } from '../../../functions/container/partnerships-use-cases.ts';
import { applicationStore } from '../../../shared/applications/application.store.ts';
import { draftStore } from '../../../shared/applications/draft.store.ts';
import { submissionStore } from '../../../shared/applications/submission.store.ts';
import { deriveId } from '../../../shared/kernel/ids.ts';
import { listedPartnerships } from '../../../shared/reference/partnerships.ts';
import { eventsOf } from '../../../shared/table/event.store.ts';
import { noon, staff } from '../../support/accounts-fakes.ts';
import { startEngine } from '../../support/engine.ts';
import { callAt, done } from '../../support/seeded/clock.ts';
import { papersOn } from '../../support/seeded/papers.ts';
import { courses, roundsOn } from '../../support/seeded/rounds.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const partnershipId = listedPartnerships[3]?.id ?? '';
const applicant = { legalName: 'Committee of Two Rivers', kind: 'sister-city-organisation' } as const;
const someone = { ...staff, personId: deriveId('staff-1') };

const begin = async () => {
  const round = await roundsOn(engine).publish(someone, courses.open);
  const papers = papersOn(engine);
  const { organisationId: _, ...terms } = papers.termsOf({ id: '', partnershipId }, round, new Date());
  return { round, papers, input: { ...terms, roundId: round.id, applicant } };
};

test('two clicks on the same form in one moment leave one applicant, one claim, one application', async () => {
  const { papers, input, round } = await begin();
  const call = callAt(new Date());
  const both = await Promise.all([
    papers.act.enterPaper(someone, input, call),
    papers.act.enterPaper(someone, input, call),
  ]);
  const [first, second] = both.map(done);
  expect(second).toEqual(first);
  const held = await applicationStore(engine).heldInRound(round.id);
  expect(held).toMatchObject([{ id: first?.id, version: 1, paper: { enteredBy: someone.personId } }]);
  const claims = await openPartnerships(engine).claimsOn(partnershipId);
  expect(claims.filter(({ organisationId }) => organisationId === held[0]?.organisationId)).toMatchObject([
    { version: 1, status: 'verified', settledBy: someone.personId },
  ]);
  const events = await eventsOf(engine)(`application#${first?.id}`);
  expect(events.map(({ type }) => type)).toEqual(['application-entered-on-paper']);
});

test('an applicant that is enrolled is never written over, and a claim that stands keeps the whole from being written', async () => {
  const partnerships = openPartnerships(engine);
  const id = deriveId('two-rivers');
  const act = { by: someone.personId, at: noon.toISOString() };
  const organisation = { id, version: 1, ...applicant, createdAt: act.at };
  const claim = {
    partnershipId,
    organisationId: id,
    version: 1,
    status: 'verified',
    claimedBy: act.by,
    claimedAt: act.at,
  } as const;
  const write = (legalName: string) =>
    partnerships.enrol({ organisation: { ...organisation, legalName }, events: [] }, { claim, events: [] });
  expect((await write('First')).ok).toBe(true);
  expect((await write('Second')).ok).toBe(false);
  expect((await partnerships.organisation(id))?.legalName).toBe('First');

  const other = deriveId('three-rivers');
  await partnerships.saveClaim({ claim: { ...claim, organisationId: other }, events: [] });
  const late = await partnerships.enrol(
    { organisation: { ...organisation, id: other }, events: [] },
    { claim: { ...claim, organisationId: other }, events: [] },
  );
  expect([late.ok, await partnerships.organisation(other)]).toEqual([false, undefined]);
});

test('two who send the same paper in one moment leave one submission, with both as its scribes', async () => {
  const { papers, input } = await begin();
  const colleague = { ...someone, personId: deriveId('staff-2') };
  const entered = done(await papers.act.enterPaper(someone, input, callAt(new Date())));
  const applicationId = await papers.fillIn(someone, entered.id);
  const signature = await papers.signatureOf(applicationId, new Date());
  done(await papers.act.recordSignature(colleague, { applicationId, ...signature }, callAt(new Date())));
  const sent = await Promise.all(
    [someone, colleague].map((person) =>
      papers.act.submitApplication(person, { applicationId }, callAt(new Date())),
    ),
  );
  expect(sent.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  const draft = await draftStore(engine).find(applicationId);
  expect(draft?.application).toMatchObject({
    status: 'submitted',
    submission: { no: 1 },
    paper: { scribes: [someone.personId, colleague.personId] },
  });
  expect(await submissionStore(engine).find(applicationId, 1)).toMatchObject({
    paper: { receivedOn: input.receivedOn },
  });
  expect(await submissionStore(engine).find(applicationId, 2)).toBeUndefined();
});
