import { expect, test } from 'vitest';
import { createHandler } from '../../../functions/api/discussions.ts';
import { addPost } from '../../../shared/discussions/add-post.ts';
import { moveDiscussion } from '../../../shared/discussions/move-discussion.ts';
import { nameLead } from '../../../shared/discussions/name-lead.ts';
import { nameLeads } from '../../../shared/discussions/name-leads.ts';
import { reviseReview } from '../../../shared/discussions/revise-review.ts';
import { saveNotes } from '../../../shared/discussions/save-notes.ts';
import { setAgenda } from '../../../shared/discussions/set-agenda.ts';
import { viewAgenda } from '../../../shared/discussions/view-agenda.ts';
import { viewDiscussion } from '../../../shared/discussions/view-discussion.ts';
import { viewMyAgenda } from '../../../shared/discussions/view-my-agenda.ts';
import { viewRoundDiscussion } from '../../../shared/discussions/view-round-discussion.ts';
import { reviewIdOf } from '../../../shared/reviews/review.ts';
import { apiCall, originSecret } from '../../support/api-event.ts';
import { discussionPorts, inDiscussion } from '../../support/discussions-fakes.ts';
import { anApplication, anAssessment, aSubmittedFile, reviewer, staff } from '../../support/reviews-fakes.ts';

const reviewId = reviewIdOf('a1', 'reviewer-1');
const people = [staff, reviewer(), reviewer('reviewer-2')];

const api = () => {
  const ports = discussionPorts({
    applications: [anApplication({ status: 'in-review' })],
    people,
    files: [aSubmittedFile(), aSubmittedFile({ reviewerId: 'reviewer-2' })],
    openings: [],
  });
  const ask = apiCall(
    createHandler(
      {
        originSecret,
        personOf: async (subject) => people.find(({ personId }) => personId === subject),
        viewRoundDiscussion: viewRoundDiscussion(ports),
        moveDiscussion: moveDiscussion(ports),
        nameLeads: nameLeads(ports),
        nameLead: nameLead(ports),
        viewDiscussion: viewDiscussion(ports),
        addPost: addPost(ports),
        saveNotes: saveNotes(ports),
        reviseReview: reviseReview(ports),
        viewAgenda: viewAgenda(ports),
        setAgenda: setAgenda(ports),
        viewMyAgenda: viewMyAgenda(ports),
      },
      () => {},
    ),
  );
  return (as: string, method: string, path: string, body?: unknown, version?: number) =>
    ask(method, `/api/v1${path}`, {
      ...{ as, at: inDiscussion, body },
      headers: {
        'idempotency-key': path.replaceAll('/', '-'),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
    });
};

test('from opening a discussion to changed scores, each answer as the contract has it', async () => {
  const call = api();
  const round = '/staff/rounds/round-1';
  const opened = await call('staff-1', 'POST', `${round}/discussion`, { action: 'open' }, 0);
  expect(opened).toMatchObject({ status: 200, json: { status: 'open', version: 1 } });
  expect(await call('staff-1', 'POST', `${round}/discussion/leads`, {})).toMatchObject({
    json: { named: 1 },
  });
  const lead = '/staff/applications/a1/discussion/lead';
  const stale = await call('staff-1', 'PUT', lead, { reviewerId: 'reviewer-2' }, 7);
  expect(stale.status).toBe(412);
  const discussion = '/applications/a1/discussion';
  expect(await call('reviewer-1', 'POST', `${discussion}/posts`, { text: 'Thin.' })).toMatchObject({
    status: 201,
    json: { no: 1 },
  });
  expect((await call('reviewer-1', 'POST', `${discussion}/posts`, { text: ' ' })).status).toBe(400);
  expect(await call('staff-1', 'PUT', `${discussion}/notes`, { text: 'Agreed.' }, 0)).toMatchObject({
    status: 200,
    json: { version: 1 },
  });
  const revision = { assessment: anAssessment({ scores: { outcomes: 2 } }), reason: 'New figures' };
  expect(await call('reviewer-1', 'POST', `/reviews/${reviewId}/revisions`, revision, 2)).toMatchObject({
    status: 400,
    json: { errors: [{ pointer: '/assessment/scores/people' }, { pointer: '/assessment/scores/budget' }] },
  });
  const whole = { ...revision, assessment: anAssessment({ scores: { outcomes: 2, people: 5, budget: 3 } }) };
  expect((await call('reviewer-1', 'POST', `/reviews/${reviewId}/revisions`, whole, 2)).status).toBe(201);
  expect(await call('staff-1', 'GET', discussion)).toMatchObject({
    status: 200,
    json: { total: 1, notes: { text: 'Agreed.' }, rescored: [{ reason: 'New figures' }] },
  });
  const read = await call('reviewer-2', 'GET', discussion);
  expect(read).toMatchObject({ status: 200, json: { posts: [{ text: 'Thin.' }], rescored: [] } });
  expect(JSON.stringify(read.json)).not.toMatch(/Name of|New figures/);
  expect(await call('staff-1', 'GET', `${round}/discussion`)).toMatchObject({
    status: 200,
    json: { kept: 0 },
  });
});

test('an agenda is set by staff and read by each reviewer as their own', async () => {
  const call = api();
  const path = '/staff/rounds/round-1/agenda';
  expect(await call('staff-1', 'GET', path)).toMatchObject({ status: 200, json: { version: 0 } });
  const agenda = { startsAt: '2027-03-01T10:00', minutes: 10, applicationIds: ['a1'] };
  expect((await call('staff-1', 'PUT', path, agenda)).status).toBe(428);
  expect(await call('staff-1', 'PUT', path, agenda, 0)).toMatchObject({ status: 200, json: { version: 1 } });
  expect(await call('reviewer-1', 'GET', `/reviews/${reviewId}/agenda`)).toMatchObject({
    status: 200,
    json: { parts: [{ from: '2027-03-01T15:00:00.000Z', own: { reviewId } }] },
  });
  expect((await call('reviewer-1', 'GET', path)).status).toBe(404);
});
