import { afterAll, beforeAll, expect, test } from 'vitest';
import { applicationsUseCases } from '../../../functions/container/applications-use-cases.ts';
import { openInterests } from '../../../functions/container/interests.ts';
import { openPartnerships } from '../../../functions/container/partnerships-use-cases.ts';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { applicationStore, applicationWrites } from '../../../shared/applications/application.store.ts';
import type { Message } from '../../../shared/messages/message.ts';
import { remindReviewers } from '../../../shared/messages/remind-reviewers.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import { reviewStore } from '../../../shared/reviews/review.store.ts';
import { applicationIdOf } from '../../../shared/reviews/review.ts';
import { reviewsApi } from '../../../shared/reviews/reviews.api.ts';
import { staffConflictStore } from '../../../shared/reviews/staff-conflict.store.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
import { startEngine } from '../../support/engine.ts';
import { fakeMessages } from '../../support/messages-fakes.ts';
import { callAt, done, inDays } from '../../support/seeded/clock.ts';
import { type PastRound, pastRound } from './past-round.ts';

const opened = ['names-hidden', 'hidden-until-own-review-is-in', 'open'] as const;
type Blinding = (typeof opened)[number];
type Engine = Awaited<ReturnType<typeof startEngine>>;
type World = { readonly engine: Engine; readonly of: PastRound; readonly reviewId: string };

const worlds = new Map<Blinding, World>();
beforeAll(async () => {
  for (const blinding of opened) {
    const engine = await startEngine();
    const of = await pastRound(engine, { blinding });
    worlds.set(blinding, { engine, of, reviewId: await of.reviewed() });
  }
});
afterAll(async () => {
  for (const { engine } of worlds.values()) await engine.stop();
});

const world = (blinding: Blinding): World => {
  const known = worlds.get(blinding);
  if (!known) throw new Error(`No round is ${blinding}`);
  return known;
};

/** People, organisations and addresses of the application, and the id by which its organisation could be told. */
const names = ({ of }: World) => [
  ...['Adult One', 'Adult Three', 'Authorised Official', 'official@city.example', 'kokusai@city.example'],
  ...['Sister Cities of Austin', 'Market Hall', 'Airport', 'city.example', of.austin.id],
];

const applicationsOf = ({ engine }: World) =>
  applicationsUseCases({
    table: engine,
    directory: openPartnerships(engine),
    newToken: () => 'unused',
    cursors: cursorsWith('unused'),
  });

/** All that a reviewer can get: pages in both languages, what the API answers, and mail. */
const everything = async (there: World): Promise<string> => {
  const { of, reviewId } = there;
  const as = { as: of.reviewer, at: new Date() };
  const review = `/reviews/${reviewId}`;
  const paths = [
    '/reviews',
    ...['', '/conflict', '/decline', '/revisions', '/files/none'].map((one) => review + one),
  ];
  const pages = await Promise.all(
    ['en', 'ja'].flatMap((language) => paths.map((path) => of.site.ask(`/${language}${path}`, as))),
  );
  const input = { applicationId: applicationIdOf(reviewId) };
  const call = callAt(new Date());
  // As the API answers: parsing by the contract drops whatever it does not name.
  const answers = [
    done(await applicationsOf(there).viewSubmission(of.reviewer, input, call)),
    reviewsApi.viewReview.output.parse(done(await of.act.viewReview(of.reviewer, { reviewId }, call))),
    reviewsApi.listMyReviews.output.parse(done(await of.act.listMyReviews(of.reviewer, {}, call))),
    reviewsApi.listRevisions.output.parse(done(await of.act.listRevisions(of.reviewer, { reviewId }, call))),
  ];
  return [...pages.map(({ text }) => text), JSON.stringify(answers), await mailAround(there)].join('\n');
};

const mailAround = async ({ engine, of: { round, instants } }: World): Promise<string> => {
  const messages = fakeMessages();
  const rounds = roundStore(engine);
  await remindReviewers({
    rounds: { find: rounds.find, list: async () => ({ items: [round] }) },
    applications: applicationStore(engine),
    reviews: reviewStore(engine, { applicationWrites }),
    staffConflicts: staffConflictStore(engine),
    people: accountStore(engine),
    interests: openInterests(engine),
    messages,
    clock: () => new Date(instants.reviewDue.getTime() - 2 * 86_400_000),
  })();
  const compose = composeMail('https://shimai.test');
  const all: Message[] = messages.saved.map(({ message }) => message);
  return all.map((message) => JSON.stringify([message, compose(message)])).join('\n');
};

const found = (text: string, sought: readonly string[]) => sought.filter((one) => text.includes(one));

test('where names are hidden a reviewer gets the text and not one name, by page, API and mail', async () => {
  const text = await everything(world('names-hidden'));
  expect(text).toContain('Eight people of both trades');
  expect(text).toContain('reminder-review');
  expect(found(text, names(world('names-hidden')))).toEqual([]);
});

test('where they are hidden until one’s own review is in, they open with it, and addresses never', async () => {
  const hidden = world('hidden-until-own-review-is-in');
  expect(found(await everything(hidden), names(hidden))).toEqual([]);
  await hidden.of.submitted(hidden.reviewId);
  const text = await everything(hidden);
  expect(found(text, ['Adult One', 'Sister Cities of Austin', 'Market Hall'])).toHaveLength(3);
  expect(found(text, ['official@city.example', 'kokusai@city.example'])).toEqual([]);
});

test('what staff blacked out reaches no reviewer by any way, and its applicant still reads it', async () => {
  const open = world('open');
  const applicationId = applicationIdOf(open.reviewId);
  const words = ['Eight people of both trades', 'Adult One', 'Sister Cities of Austin', 'Market Hall'];
  expect(found(await everything(open), words)).toEqual(words);
  for (const [version, text] of words.entries())
    done(
      await open.of.act.hidePassage(
        open.of.staff,
        { applicationId, version, path: 'everywhere', text },
        callAt(inDays(-1)),
      ),
    );
  const text = await everything(open);
  expect(text).toContain('[hidden by the program office]');
  expect(found(text, words)).toEqual([]);
  const own = await applicationsOf(open).viewSubmission(open.of.owner, { applicationId }, callAt(new Date()));
  expect(found(JSON.stringify(own), words)).toEqual(words);
});
