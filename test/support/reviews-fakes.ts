import type { PairEntries, SentFilter } from '../../shared/applications/application.port.ts';
import { type Application, receiptNumber } from '../../shared/applications/application.ts';
import type { Snapshot } from '../../shared/applications/snapshot.ts';
import type { Beside } from '../../shared/endorsements/answer-beside.ts';
import { isSelf, type Person, type Role } from '../../shared/kernel/actor.ts';
import type { Call } from '../../shared/kernel/endpoint.ts';
import type { DomainEvent } from '../../shared/kernel/event.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import { defaultEligibility } from '../../shared/programs/eligibility-rule.ts';
import type { EligibilityTrail } from '../../shared/programs/eligibility-trail.ts';
import { defaultRanking } from '../../shared/programs/ranking-terms.ts';
import type { Round } from '../../shared/programs/round.ts';
import type { Assessment } from '../../shared/reviews/assessment.ts';
import type { Flags } from '../../shared/reviews/flag.port.ts';
import type { Flag, FlagChange } from '../../shared/reviews/flag.ts';
import type { Redactions } from '../../shared/reviews/redaction.port.ts';
import type { Redaction } from '../../shared/reviews/redaction.ts';
import type { ReviewChange, Reviews } from '../../shared/reviews/review.port.ts';
import { type Review, type ReviewFile, reviewIdOf } from '../../shared/reviews/review.ts';
import type { StaffConflicts } from '../../shared/reviews/staff-conflict.port.ts';
import type { StaffConflict } from '../../shared/reviews/staff-conflict.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { fakeInterests, type GivenInterests } from './conflicts-fakes.ts';

const bilingual = (en: string) => ({ en, ja: '' });
const criterion = (id: string, weight: number, commentRequired = false) => ({
  id,
  name: bilingual(id),
  weight,
  anchors: { low: bilingual('low'), middle: bilingual('middle'), high: bilingual('high') },
  commentRequired,
});

/** Closed on January 14, 2027 at 17:00 in New York with 15 minutes of grace; reviews due February 12 at 17:00. */
export const aRound = (over: Partial<Round> = {}): Round => ({
  id: 'round-1',
  programId: 'leading-asia',
  version: 1,
  status: 'published',
  demo: false,
  name: bilingual('Exchange Funding 2027'),
  summary: bilingual('Visit the sister city.'),
  opens: '2026-11-01T09:00',
  closes: '2027-01-14T17:00',
  reviewDue: '2027-02-12T17:00',
  zone: 'America/New_York',
  graceMinutes: 15,
  complaintDays: 14,
  themes: ['sustainability', 'creative-economies'],
  envelopeCents: 9_600_000,
  maximumAwardCents: 1_500_000,
  matchPercent: 25,
  slots: 8,
  reviewersPerApplication: 2,
  blinding: 'open',
  rubric: {
    criteria: [criterion('outcomes', 50, true), criterion('people', 30), criterion('budget', 20)],
  },
  ranking: defaultRanking,
  extraQuestions: [],
  eligibility: defaultEligibility,
  ...over,
});

/** After the last instant, before reviews are due. */
export const inReview = new Date('2027-01-20T12:00:00.000Z');
export const reviewDue = new Date('2027-02-12T22:00:00.000Z');

export const anApplication = (over: Partial<Application> = {}): Application => ({
  id: 'a1',
  version: 3,
  status: 'submitted',
  roundId: 'round-1',
  organisationId: 'lakeland',
  partnershipId: 'lakeland-imabari',
  pair: { us: 'Lakeland, FL', jp: 'Imabari', jpJa: '今治市' },
  title: 'A shop window for two towns of makers',
  createdAt: '2026-12-01T00:00:00.000Z',
  submission: {
    no: 1,
    at: '2027-01-12T15:00:00.000Z',
    theme: 'sustainability',
    requestedCents: 1_260_000,
    matchCents: 515_000,
  },
  ...over,
});

export const person = (personId: string, ...roles: Role[]): Person => ({ kind: 'person', personId, roles });
export const staff = person('staff-1', { kind: 'staff', programId: 'leading-asia' });
export const reviewer = (personId = 'reviewer-1', ...more: Role[]) =>
  person(personId, { kind: 'reviewer', roundId: 'round-1' }, ...more);
export const memberOf = (organisationId: string, as: 'owner' | 'editor' | 'viewer' = 'viewer'): Role => ({
  kind: 'member',
  organisationId,
  as,
});
export const applicant = person('ada', memberOf('lakeland', 'owner'));

export const aReview = (over: Partial<Review> = {}): Review => {
  const applicationId = over.applicationId ?? 'a1';
  const reviewerId = over.reviewerId ?? 'reviewer-1';
  return {
    id: reviewIdOf(applicationId, reviewerId),
    version: 1,
    status: 'assigned',
    roundId: 'round-1',
    applicationId,
    reviewerId,
    organisationId: 'lakeland',
    pair: { us: 'Lakeland, FL', jp: 'Imabari', jpJa: '今治市' },
    assignedAt: '2027-01-16T09:00:00.000Z',
    assignedBy: 'staff-1',
    ...over,
  };
};

export const anAssessment = (over: Partial<Assessment> = {}): Assessment => ({
  scores: { outcomes: 4, people: 5, budget: 3 },
  comments: { outcomes: 'Each has a measure.' },
  confidence: 'fairly',
  noteToCommittee: '',
  feedbackToApplicant: '',
  ...over,
});

/** Nothing written yet. */
export const emptyWords: Assessment = {
  scores: {},
  comments: {},
  noteToCommittee: '',
  feedbackToApplicant: '',
};

/** A review that was submitted, with its words. */
export const aSubmittedFile = (over: Partial<Review> = {}, assessment = anAssessment()): ReviewFile => {
  const at = '2027-01-25T10:00:00.000Z';
  const { scores, confidence } = assessment;
  const submitted = { no: 1, at, scores, ...(confidence && { confidence }) };
  const review = aReview({ status: 'submitted', version: 3, declaredAt: at, submitted, ...over });
  return {
    review,
    submission: { no: 1, at, key: 'first', assessment },
    draft: { version: 2, savedAt: at, assessment },
  };
};

/** Cleared, with an empty first draft. */
export const aDraftFile = (over: Partial<Review> = {}, assessment = anAssessment()): ReviewFile => ({
  review: aReview({ status: 'reviewing', version: 2, declaredAt: '2027-01-18T09:00:00.000Z', ...over }),
  draft: { version: 1, savedAt: '2027-01-18T09:00:00.000Z', assessment },
});

/** Reviews in memory, as strict about versions as the store. `saved` holds every change in order. */
export const fakeReviews = (...held: ReviewFile[]): Reviews & { saved: ReviewChange[] } => {
  const files = new Map(held.map((file) => [file.review.id, file]));
  const saved: ReviewChange[] = [];
  const all = () => [...files.values()];
  const withoutDraft = ({ review, submission }: ReviewFile) => ({ review, submission });
  return {
    saved,
    find: async (reviewId) => files.get(reviewId),
    ofApplication: async (id) =>
      all()
        .map(withoutDraft)
        .filter(({ review }) => review.applicationId === id),
    revisionsOf: async (id) => {
      const made = [
        ...held.map(({ review, submission }) => ({ review, submission })),
        ...saved.map(({ review, submission }) => ({ review, submission })),
      ].filter(({ review }) => review.applicationId === id);
      const byReview = Map.groupBy(made, ({ review }) => review.id);
      return new Map([...byReview].map(([key, some]) => [key, some.flatMap((one) => one.submission ?? [])]));
    },
    ofRound: async (id) =>
      all()
        .map(({ review }) => review)
        .filter(({ roundId }) => roundId === id),
    ofReviewer: async (id) => ({
      items: all()
        .map(({ review }) => review)
        .filter(({ reviewerId }) => reviewerId === id),
    }),
    allOfReviewer: async (id) =>
      all()
        .map(({ review }) => review)
        .filter(({ reviewerId }) => reviewerId === id),
    draftsOf: async (reviews) =>
      new Map(
        reviews.flatMap(({ id }) => {
          const draft = files.get(id)?.draft;
          return draft ? [[id, { version: draft.version, savedAt: draft.savedAt }] as const] : [];
        }),
      ),
    save: async (change) => {
      const { review, draft, submission } = change;
      const known = files.get(review.id);
      if ((known?.review.version ?? 0) !== review.version - 1) return fail({ kind: 'conflict' });
      if (draft && (known?.draft?.version ?? 0) !== draft.version - 1) return fail({ kind: 'conflict' });
      files.set(review.id, {
        review,
        draft: draft ?? known?.draft,
        submission: submission ?? known?.submission,
      });
      saved.push(change);
      return ok(undefined);
    },
    dropDraft: async ({ id }) => {
      const known = files.get(id);
      if (known) files.set(id, { ...known, draft: undefined });
    },
    saveDraft: async (review, draft) => {
      const known = files.get(review.id);
      if (!known || (known.draft?.version ?? 0) !== draft.version - 1) return fail({ kind: 'conflict' });
      files.set(review.id, { ...known, draft });
      return ok(undefined);
    },
  };
};

export const fakeStaffConflicts = (...held: StaffConflict[]): StaffConflicts & { held: StaffConflict[] } => ({
  held,
  ofPerson: async (personId, roundId) =>
    held.filter((one) => one.personId === personId && one.roundId === roundId),
  declare: async (conflict) => {
    const same = (one: StaffConflict) =>
      one.personId === conflict.personId && one.applicationId === conflict.applicationId;
    if (held.some(same)) return fail({ kind: 'conflict' });
    held.push(conflict);
    return ok(undefined);
  },
});

/** Accounts by their actors; the name is `Name of <id>`. */
export const fakePeople = (...actors: Person[]) => ({
  find: async (personId: string) => {
    // A merged account's id leads to the survivor, as it does in the table.
    const actor = actors.find((one) => isSelf(one, personId));
    if (!actor) return undefined;
    const account = {
      id: actor.personId,
      version: 1,
      email: `${actor.personId}@example.org`,
      name: `Name of ${actor.personId}`,
      language: 'en' as const,
      createdAt: '2026-01-01T00:00:00.000Z',
      ...(actor.formerly && { formerly: [...actor.formerly] }),
    };
    return { account, actor };
  },
  reviewersOf: async (roundId: string) =>
    actors
      .filter(({ roles }) => roles.some((role) => role.kind === 'reviewer' && role.roundId === roundId))
      .map(({ personId }) => personId),
});

/** Redactions in memory, as strict about versions as the store. */
export const fakeRedactions = (...held: Redaction[]): Redactions & { events: DomainEvent[] } => {
  const known = new Map(held.map((one) => [one.applicationId, one]));
  const events: DomainEvent[] = [];
  return {
    events,
    find: async (id) => known.get(id),
    many: async (ids) => ids.flatMap((id) => known.get(id) ?? []),
    save: async (changed, happened) => {
      if ((known.get(changed.applicationId)?.version ?? 0) !== changed.version - 1)
        return fail({ kind: 'conflict' });
      known.set(changed.applicationId, changed);
      events.push(...happened);
      return ok(undefined);
    },
  };
};

/** Flags in memory, as strict about versions as the store. */
export const fakeFlags = (...held: Flag[]): Flags & { saved: FlagChange[] } => {
  const known = new Map(held.map((one) => [one.id, one]));
  const saved: FlagChange[] = [];
  const all = () => [...known.values()];
  return {
    saved,
    find: async ({ id }) => known.get(id),
    ofReview: async (_, reviewId) => all().filter((one) => one.reviewId === reviewId),
    ofRound: async (roundId) => ({ items: all().filter((one) => one.roundId === roundId) }),
    raised: async () => ({ items: all().filter(({ status }) => status === 'raised') }),
    save: async (change) => {
      const { flag } = change;
      if ((known.get(flag.id)?.version ?? 0) !== flag.version - 1) return fail({ kind: 'conflict' });
      known.set(flag.id, flag);
      saved.push(change);
      return ok(undefined);
    },
  };
};

export const fakeApplications = (...held: Application[]) => ({
  find: async (id: string) => held.find((one) => one.id === id),
  many: async (ids: readonly string[]) => held.filter(({ id }) => ids.includes(id)),
  ofOrganisation: async (id: string) => ({ items: held.filter((one) => one.organisationId === id) }),
  sentInRound: async (id: string, _position?: string, { status, theme }: SentFilter = {}) => ({
    items: held.filter(
      (one) =>
        one.roundId === id &&
        one.status !== 'draft' &&
        (!status || one.status === status) &&
        (!theme || one.submission?.theme === theme),
    ),
  }),
  allSent: async (id: string, status?: Application['status']) =>
    held.filter((one) => one.roundId === id && one.status !== 'draft' && (!status || one.status === status)),
  applicantsIn: async (id: string) =>
    new Set(held.filter((one) => one.roundId === id).map(({ organisationId }) => organisationId)),
});

/** What a round has for one partnership, of the same applications. */
export const fakePairEntries =
  (...held: Application[]): PairEntries =>
  async (roundId, partnershipId) =>
    held.filter((one) => one.roundId === roundId && one.partnershipId === partnershipId);

export const fakeRounds = (...rounds: Round[]) => ({
  find: async (id: string) => rounds.find((one) => one.id === id),
});

const digests = {
  official: `sha256:${'1'.repeat(64)}`,
  traveller: `sha256:${'2'.repeat(64)}`,
  address: `sha256:${'3'.repeat(64)}`,
};

/** What was sent: an official, a traveller and an address stand in it as digests. */
export const aSnapshot = (application: Application): Snapshot => ({
  number: receiptNumber(application.id),
  no: 1,
  at: '2027-01-12T15:00:00.000Z',
  roundId: application.roundId,
  roundVersion: 1,
  organisationId: application.organisationId,
  organisation: 'Lakeland Sister Cities, Inc.',
  partnershipId: application.partnershipId,
  pair: application.pair,
  ...(application.paper && { paper: { receivedOn: application.paper.receivedOn } }),
  sections: {
    eligibility: {
      publicOrNonprofit: 'yes',
      runsPartnership: 'yes',
      counterpartKnows: 'yes',
      usesMatch: 'yes',
      earlierAwards: '',
    },
    project: {
      title: application.title,
      theme: 'sustainability',
      focus: '',
      summary: `Summary of ${application.id}`,
    },
    outcomes: {
      indicator: 'more-active',
      objectives: [{ objective: 'Products on sale', measure: '12 from each town', by: '2027-11-30' }],
    },
    delegation: {
      direction: 'to-japan',
      startsOn: '2027-05-11',
      endsOn: '2027-05-18',
      minors: '',
      delegates: [{ name: digests.traveller, role: 'Citrus grower', kind: 'business' }],
    },
    meetings: {
      meetings: [
        { with: 'Imabari industry office', kind: 'city-office', purpose: 'Hosts', priority: 'high' },
      ],
    },
    partners: {
      partners: [
        {
          organisation: 'Lakeland Chamber',
          role: 'Shop front',
          contribution: 'in-kind',
          given: 'Rooms',
          amount: '',
        },
      ],
    },
    sustainability: { programming: 'The shop window stays.', resources: 'The chamber pays.' },
    budget: {
      lines: [
        {
          category: 'travel',
          description: 'Airfare',
          quantity: '6',
          unitCost: '1,240.00',
          requested: '7,440.00',
          match: '',
        },
      ],
    },
    attachments: { none: '' },
    questions: {},
    counterpart: { office: '今治市産業振興課', contact: '', email: digests.address },
    declaration: {
      officialName: digests.official,
      officialTitle: 'Mayor',
      officialEmail: digests.address,
      accurate: 'yes',
      peopleTold: 'yes',
      followsRules: 'yes',
    },
  },
  attachments: [
    { id: 'f1', name: 'Letter of Mayor Ono.pdf', type: 'application/pdf', size: 1200, etag: 'e' },
  ],
  signOff: { name: digests.official, title: 'Mayor', at: '2027-01-11T15:00:00.000Z', digest: 'd' },
  confirmation: { status: 'confirmed', domain: 'city.imabari.ehime.jp' },
});

export const planted = {
  official: 'Planted Official',
  traveller: 'Planted Traveller',
  address: 'planted@city.example',
};

export const fakeSubmissions = (...applications: Application[]) => submissionsWith(applications, []);

/** The same with more files among what was sent. */
const submissionsWith = (applications: readonly Application[], files: Snapshot['attachments']) => ({
  find: async (applicationId: string, no: number) => {
    const application = applications.find(({ id }) => id === applicationId);
    return application?.submission?.no === no
      ? {
          applicationId,
          no,
          at: '2027-01-12T15:00:00.000Z',
          by: 'ada',
          key: 'k',
          sha256: 'a'.repeat(64),
          snapshot: JSON.stringify(withFiles(aSnapshot(application), files)),
        }
      : undefined;
  },
  people: async () => ({
    [digests.official]: { salt: 's', text: planted.official },
    [digests.traveller]: { salt: 's', text: planted.traveller },
    [digests.address]: { salt: 's', text: planted.address },
  }),
});

const withFiles = ({ attachments, ...snapshot }: Snapshot, more: Snapshot['attachments']): Snapshot => ({
  ...snapshot,
  attachments: [...attachments, ...more],
});

type Given = {
  sentFiles?: Snapshot['attachments'];
  trail?: EligibilityTrail;
  beside?: Beside;
  round?: Round;
  applications?: readonly Application[];
  files?: readonly ReviewFile[];
  people?: readonly Person[];
  conflicts?: readonly StaffConflict[];
  redactions?: readonly Redaction[];
  flags?: readonly Flag[];
  interests?: GivenInterests;
};

/** Every port of the reviews' use cases, in memory, over one small round. */
export const reviewPorts = ({
  round = aRound(),
  applications = [anApplication()],
  files = [],
  people = [staff, reviewer(), reviewer('reviewer-2')],
  conflicts = [],
  redactions = [],
  flags = [],
  interests = {},
  sentFiles = [],
  beside,
  trail,
}: Given = {}) => {
  const noted: DomainEvent[] = [];
  const history: DomainEvent[] = [];
  return {
    noted,
    history,
    reviews: fakeReviews(...files),
    staffConflicts: fakeStaffConflicts(...conflicts),
    redactions: fakeRedactions(...redactions),
    flags: fakeFlags(...flags),
    applications: fakeApplications(...applications),
    pairEntries: fakePairEntries(...applications),
    submissions: submissionsWith(applications, sentFiles),
    rounds: fakeRounds(round),
    people: fakePeople(...people),
    interests: fakeInterests(interests),
    answerBeside: async () => beside,
    eligibilityTrailOf: async () => trail,
    eventsOf: async () => history,
    note: async (event: DomainEvent) => {
      noted.push(event);
    },
    cursors: cursorsWith('seal-key-of-the-tests'),
  };
};

export const callAt = (receivedAt: Date = inReview, idempotencyKey = 'key-1'): Call => ({
  receivedAt,
  idempotencyKey,
});
