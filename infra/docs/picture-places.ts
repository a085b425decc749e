import { applicationIdOf } from '../../shared/reviews/review.ts';
import { type Ask, apiClient, type OperationId } from '../../test/support/api-client.ts';
import type { TestPlatform } from '../../test/support/platform.ts';
import { demoTerms } from '../local/demo/round-terms.ts';

/** What stands for an id, or for a mailed link, in the address of a page. */
export type Place =
  | 'open'
  | 'review'
  | 'planning'
  | 'announced'
  | 'planned'
  | 'plan'
  | 'draft'
  | 'ready'
  | 'sent'
  | 'awarded'
  | 'organisation'
  | 'inReview'
  | 'undeclared'
  | 'scoring'
  | 'reviewed'
  | 'discussed'
  | 'question'
  | 'matched'
  | 'member'
  | 'signOffLink'
  | 'confirmLink'
  | 'invitationLink';
export type Places = Readonly<Record<Place, string>>;

// biome-ignore lint/suspicious/noExplicitAny: the answers of many endpoints, of which an id is read.
type Item = any;
type Act = (who: string | undefined, operation: OperationId, ask?: Ask) => Promise<Item>;

const actOn =
  (platform: TestPlatform): Act =>
  async (who, operation, ask = {}) => {
    const token = who && (await platform.token(who));
    const { status, text, json } = await apiClient(platform.origin).call(operation, ask, token);
    if (status >= 300) throw new Error(`${operation} by ${who} answered ${status}: ${text}`);
    return json;
  };

const first = (items: readonly Item[], what: string, fits: (item: Item) => boolean): Item => {
  const found = items.find(fits);
  if (!found) throw new Error(`The demo data has no ${what}`);
  return found;
};

/** Makes, on a platform with demo data, what the pages still lack, and says where each thing is. */
export const findPlaces = async (platform: TestPlatform): Promise<Places> => {
  const act = actOn(platform);
  const rounds = (await act(undefined, 'listOpenRounds')).items;
  const roundIn = (phase: string, season: string): string =>
    first(rounds, `${phase} ${season} round`, (one) => one.phase === phase && one.name.en.includes(season))
      .id;
  const [open, review] = [roundIn('open', 'spring'), roundIn('closed', 'autumn')];
  const [planning, announced] = [roundIn('closed', 'winter'), roundIn('announced', 'first')];

  const applicationOf = async (city: string, roundId: string): Promise<string> => {
    const { items } = await act(`applicant-${city}`, 'listMyApplications');
    return first(items, `application of ${city}`, ({ application }) => application.roundId === roundId)
      .application.id;
  };
  const reviewOf = async (who: string, status: string): Promise<string> =>
    first((await act(who, 'listMyReviews')).items, `${status} review`, (one) => one.status === status).id;

  const ready = await applicationOf('sebastopol', open);
  const scoring = await reviewOf('reviewer-3', 'assigned');
  await act('reviewer-3', 'declareNone', { params: { reviewId: scoring }, version: 1, body: {} });
  const organisation: string = (await act('applicant-austin', 'listMyOrganisations')).items[0].organisation
    .id;
  const claim = { params: { partnershipId: 'houston-tx-chiba' }, body: { organisationId: organisation } };
  await act('applicant-austin', 'claimPartnership', claim);
  const planned = await act('staff', 'createRound', {
    body: demoTerms(new Date(), ['Exchange Funding, summer round', '交流助成　夏期公募'], {
      opens: 30,
      closes: 70,
      reviewDue: 100,
    }),
  });
  const atAustin = { params: { partnershipId: 'austin-tx-oita' } };
  const atFlorida = { params: { chapterId: 'jetaa-florida' } };
  const inReview = await applicationOf('tacoma', review);
  return {
    open,
    review,
    planning,
    announced,
    planned: planned.id,
    plan: await makePlans(act, { planning, review }, inReview),
    draft: await applicationOf('austin', open),
    ready,
    sent: await applicationOf('lakeland', open),
    awarded: await applicationOf('austin', announced),
    organisation,
    inReview,
    undeclared: await reviewOf('reviewer-2', 'assigned'),
    scoring,
    reviewed: await reviewOf('reviewer-1', 'submitted'),
    discussed: first(
      (await act('reviewer-1', 'listMyReviews')).items,
      'review of Tacoma',
      ({ id }) => applicationIdOf(id) === inReview,
    ).id,
    matched: first((await act('staff', 'listAlumniFor', atAustin)).items, 'alum who fits Austin', Boolean)
      .alumId,
    member: first(
      (await act('lead-florida', 'listChapterMembers', atFlorida)).items,
      'member in Florida',
      Boolean,
    ).alumId,
    question: await askQuestions(act, open),
    ...(await askByMail(platform, act, { ready, review })),
  };
};

/** A plan of assignments and a portfolio, made by jobs while the letters are asked for; and a decision to preview. */
const makePlans = async (
  act: Act,
  { planning, review: roundId }: { planning: string; review: string },
  applicationId: string,
): Promise<string> => {
  const plan = await act('staff', 'askPlan', { params: { roundId: planning }, body: {} });
  const floors = [{ kind: 'small-town', value: '50000', measure: 'awards', least: 1 }];
  await act('staff', 'askPortfolio', {
    params: { roundId },
    version: 0,
    body: { floors, minimumShare: 100, overrides: [] },
  });
  await act('staff', 'proposeDecision', {
    params: { applicationId },
    version: 0,
    body: { decision: 'award', amountCents: 9_000_00, reason: 'As the committee agreed.' },
  });
  return plan.id;
};

const askQuestions = async (act: Act, roundId: string): Promise<string> => {
  const ask = async (text: string): Promise<string> => {
    const body = { roundId, name: '', email: 'someone@city.example', language: 'en', text };
    return (await act(undefined, 'askQuestion', { body })).questionId;
  };
  const answered = await ask('Our counterpart changes on 1 April. Whom do we name?');
  await act('staff', 'answerQuestion', {
    params: { questionId: answered },
    version: 1,
    body: {
      text: 'Name the office, not the person. The link for the confirmation goes to the office’s address.',
      isPublic: true,
      publicQuestion: 'Whom do we name when our counterpart is about to change?',
    },
  });
  return ask('May students under eighteen travel with the delegation?');
};

/** The three letters whose links need no account, and the paths in them. */
const askByMail = async (platform: TestPlatform, act: Act, at: { ready: string; review: string }) => {
  const invited = 'reviewer@university.example';
  const of = { params: { applicationId: at.ready }, body: {} };
  await act('applicant-sebastopol', 'requestSignOff', of);
  await act('applicant-sebastopol', 'requestConfirmation', of);
  await act('staff', 'inviteReviewer', {
    params: { roundId: at.review },
    body: { email: invited, language: 'en' },
  });
  await platform.settled();
  const letters = await platform.letters();
  const link = (kind: string): string => {
    const pattern = new RegExp(`/(?:en|ja)(/${kind}/\\S+)`);
    const found = letters.map(({ body }) => pattern.exec(body.text ?? '')?.[1]).find(Boolean);
    if (!found) throw new Error(`No letter has a link to /${kind}`);
    return found;
  };
  return {
    signOffLink: link('sign-off'),
    confirmLink: link('confirm'),
    invitationLink: link('invitations'),
  };
};
