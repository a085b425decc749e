import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicationsUseCases } from '../../../functions/container/applications-use-cases.ts';
import { openPartnerships } from '../../../functions/container/partnerships-use-cases.ts';
import { applicationIdOf } from '../../../shared/reviews/review.ts';
import { startEngine } from '../../support/engine.ts';
import { callAt, done } from '../../support/seeded/clock.ts';
import { type PastRound, pastRound } from './past-round.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
let of: PastRound;
let reviewId: string;
beforeAll(async () => {
  engine = await startEngine();
  of = await pastRound(engine, { blinding: 'names-hidden' });
  reviewId = await of.reviewed();
});
afterAll(() => engine?.stop());

/** People, organisations and addresses of the application, and the id by which its organisation could be told. */
const names = () => [
  ...['Adult One', 'Adult Three', 'Authorised Official', 'official@city.example', 'kokusai@city.example'],
  ...['Sister Cities of Austin', 'Market Hall', 'Airport', 'city.example', of.austin.id],
];

test('where names are hidden a reviewer’s page holds the text and not one name of a person or an organisation', async () => {
  const { status, text } = await of.site.ask(`/reviews/${reviewId}`, { as: of.reviewer, at: new Date() });
  expect([status, text.includes('Eight people of both trades')]).toEqual([200, true]);
  expect(names().filter((name) => text.includes(name))).toEqual([]);
});

test('nor does what a reviewer can ask the API for', async () => {
  const { viewSubmission } = applicationsUseCases({
    table: engine,
    directory: openPartnerships(engine),
    newToken: () => 'unused',
    files: {
      offerUpload: async () => ({ url: '', fields: {} }),
      arrived: async () => undefined,
      address: async () => '',
      remove: async () => undefined,
    },
  });
  const input = { applicationId: applicationIdOf(reviewId) };
  const seen = JSON.stringify(done(await viewSubmission(of.reviewer, input, callAt(new Date()))));
  expect(seen).toContain('Eight people of both trades');
  expect(names().filter((name) => seen.includes(name))).toEqual([]);
});
