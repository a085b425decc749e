import type { Account } from '../../shared/accounts/account.ts';
import type {
  ApplicationChange,
  Applications,
  PairEntries,
} from '../../shared/applications/application.port.ts';
import type { Application, SectionId } from '../../shared/applications/application.ts';
import type { Attachments, Files, StoredFile } from '../../shared/applications/attachment.port.ts';
import { type Attachment, attachmentLimits, fileKey } from '../../shared/applications/attachment.ts';
import type { Confirmations } from '../../shared/applications/confirmation.port.ts';
import type { Confirmation } from '../../shared/applications/confirmation.ts';
import type { Drafts } from '../../shared/applications/draft.port.ts';
import type { Section } from '../../shared/applications/draft.ts';
import type { SectionData } from '../../shared/applications/sections/section-form.ts';
import type { SignOffs } from '../../shared/applications/sign-off.port.ts';
import type { SignOff } from '../../shared/applications/sign-off.ts';
import { textDigest } from '../../shared/applications/snapshot.ts';
import type { Submissions } from '../../shared/applications/submission.port.ts';
import type { People, Submission } from '../../shared/applications/submission.ts';
import type { OfficeDomain } from '../../shared/endorsements/office-domain.ts';
import type { DomainEvent } from '../../shared/kernel/event.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import type { MessageChange } from '../../shared/messages/message.port.ts';
import { ownerOf, person } from './accounts-fakes.ts';
import { fakeOfficeDomains } from './endorsements-fakes.ts';
import { aClaim, fakePartnerships } from './partnerships-fakes.ts';
import { aRound, fakeRounds, openCursors } from './programs-fakes.ts';

/** The round's last instant with its fifteen minutes’ grace: 17:15 in New York. */
export const lastInstant = new Date('2027-01-14T22:15:00.000Z');
export const closes = new Date('2027-01-14T22:00:00.000Z');

export const owner = ownerOf('org-austin', 'owner-1');
export const editor = person('editor-1', { kind: 'member', organisationId: 'org-austin', as: 'editor' });
export const viewer = person('viewer-1', { kind: 'member', organisationId: 'org-austin', as: 'viewer' });
export const stranger = ownerOf('org-tacoma', 'owner-2');
export const holderOf = (token: string) => ({ kind: 'link', token }) as const;

export const anApplication = (over: Partial<Application> = {}): Application => ({
  id: 'app-1',
  version: 1,
  status: 'draft',
  roundId: 'round-1',
  organisationId: 'org-austin',
  partnershipId: 'austin-tx-oita',
  pair: { us: 'Austin, TX', jp: 'Oita', jpJa: '大分市' },
  title: 'Music on two rivers',
  createdAt: '2026-12-01T00:00:00.000Z',
  ...over,
});

/** Every section as it would be typed: complete, and within the rules of `aRound`. */
export const completeText = (): Record<SectionId, SectionData> => ({
  eligibility: {
    publicOrNonprofit: 'yes',
    runsPartnership: 'yes',
    counterpartKnows: 'yes',
    usesMatch: 'yes',
    earlierAwards: '',
  },
  project: {
    title: 'Music on two rivers',
    theme: 'sustainability',
    focus: 'River towns',
    summary: 'Musicians and planners of two river cities learn from each other.',
  },
  outcomes: {
    indicator: 'more-active',
    objectives: [{ objective: 'Two yearly exchanges', measure: 'Signed plans', by: '2027-12-31' }],
  },
  delegation: {
    direction: 'to-japan',
    startsOn: '2027-06-01',
    endsOn: '2027-06-08',
    minors: '2',
    delegates: [
      { name: 'Robin Example', role: 'Cellist', kind: 'arts' },
      { name: '', role: 'Planner', kind: 'official' },
    ],
  },
  meetings: {
    meetings: [{ with: 'City of Oita', kind: 'city-office', purpose: 'Plan 2028', priority: 'high' }],
  },
  partners: {
    partners: [
      { organisation: 'River School', role: 'Hosts', contribution: 'in-kind', given: 'Rooms', amount: '' },
    ],
  },
  sustainability: { programming: 'A festival every spring.', resources: 'Two members of staff.' },
  budget: {
    lines: [
      {
        category: 'travel',
        description: 'Flights',
        quantity: '10',
        unitCost: '1,200.00',
        requested: '9,000',
        match: '3,000',
      },
    ],
  },
  attachments: { none: 'yes' },
  questions: {},
  counterpart: { office: '大分市国際課', contact: '担当 例', email: 'kokusai@city.oita.example' },
  declaration: {
    officialName: 'Alex Mayor',
    officialTitle: 'Mayor',
    officialEmail: 'mayor@austin.example',
    accurate: 'yes',
    peopleTold: 'yes',
    followsRules: 'yes',
  },
});

export const sectionsOf = (text: Partial<Record<SectionId, SectionData>>): Section[] =>
  Object.entries(text).map(([id, data]) => ({
    id: id as SectionId, // `Object.entries` forgets which keys it was given.
    version: 1,
    savedAt: '2027-01-02T00:00:00.000Z',
    savedBy: 'editor-1',
    data,
  }));

export const aSignature = (sections: readonly Section[], round = aRound()): SignOff => ({
  applicationId: 'app-1',
  version: 1,
  signed: {
    name: 'Alex Mayor',
    title: 'Mayor',
    at: '2027-01-03T00:00:00.000Z',
    by: 'owner-1',
    digest: textDigest(sections, round),
  },
});

/** Of whoever wrote something, by name. */
const anAccount = (id: string): Account => ({
  id,
  version: 1,
  email: `${id}@austin.example`,
  name: `担当 ${id.replaceAll(/\D/g, '')}`,
  language: 'en',
  createdAt: '2026-12-01T00:00:00.000Z',
});

/** A file at the store, and whether its content is what it was announced as. */
type Lying = StoredFile & { readonly sound: boolean };

type World = {
  application?: Application;
  /** Beside the one that has all its parts. */
  others?: readonly Application[];
  text?: Partial<Record<SectionId, SectionData>>;
  signOff?: SignOff | 'given' | undefined;
  confirmation?: Confirmation;
  attachments?: readonly Attachment[];
  round?: ReturnType<typeof aRound>;
  recorded?: readonly OfficeDomain[];
  claim?: 'claimed' | 'verified' | 'refused' | 'none';
};

/** One application in memory with all its parts, as strict about versions as the stores. */
export const fakeApplication = ({
  application = anApplication(),
  others = [],
  text = completeText(),
  signOff,
  confirmation,
  attachments = [],
  round = aRound(),
  recorded = [],
  claim = 'verified',
}: World = {}) => {
  const heads = new Map([application, ...others].map((one) => [one.id, one]));
  const sections = new Map(sectionsOf(text).map((section) => [section.id, section]));
  const places = new Map(attachments.map((one) => [one.id, one]));
  let signature = signOff === 'given' ? aSignature([...sections.values()], round) : signOff;
  let asked = confirmation;
  const sent = new Map<number, { submission: Submission; people: People }>();
  const stored = new Map<string, Lying>();
  const events: DomainEvent[] = [];
  const mails: MessageChange[] = [];
  const changes: ApplicationChange[] = [];
  let secrets = 0;
  const secret = (kind: string) => {
    secrets += 1;
    return `${kind}-${secrets}`;
  };

  let trail: ApplicationChange['trail'];
  const saveHead = (change: ApplicationChange) => {
    const { id, version } = change.application;
    if ((heads.get(id)?.version ?? 0) !== version - 1) return fail({ kind: 'conflict' });
    heads.set(id, change.application);
    changes.push(change);
    trail = change.trail ?? trail;
    events.push(...change.events);
    return ok(undefined);
  };
  const applications: Applications = {
    find: async (id) => heads.get(id),
    many: async (ids) => ids.flatMap((id) => heads.get(id) ?? []),
    allSent: async () => [...heads.values()].filter(({ status }) => status !== 'draft'),
    applicantsIn: async () => new Set([...heads.values()].map(({ organisationId }) => organisationId)),
    ofRound: async (roundId) => ({ items: [...heads.values()].filter((one) => one.roundId === roundId) }),
    sentInRound: async () => ({ items: [...heads.values()].filter(({ status }) => status !== 'draft') }),
    heldInRound: async () =>
      [...heads.values()].filter(({ status }) => status === 'draft' || status === 'returned'),
    ofOrganisation: async (id) => ({
      items: [...heads.values()].filter(({ organisationId }) => organisationId === id),
    }),
    save: async (change) => saveHead(change),
  };
  const pairEntries: PairEntries = async (roundId, partnershipId) =>
    [...heads.values()].filter((one) => one.roundId === roundId && one.partnershipId === partnershipId);
  const drafts: Drafts = {
    find: async (id) => {
      const head = heads.get(id);
      return (
        head && {
          application: head,
          sections: [...sections.values()],
          attachments: [...places.values()],
          space,
          signOff: signature,
          confirmation: asked,
          trail,
        }
      );
    },
    section: async (_id, id) => sections.get(id),
    saveSection: async (_id, section) => {
      const current = sections.get(section.id)?.version ?? 0;
      if (current !== section.version - 1) return fail({ kind: 'stale', current });
      const before = sections.get(section.id);
      const known = before?.editors ?? (before && { [before.savedBy]: before.savedAt });
      const editors = { ...known, [section.savedBy]: section.savedAt };
      sections.set(section.id, { ...section, editors });
      return ok(section);
    },
  };
  const submissions: Submissions = {
    find: async (_id, no) => sent.get(no)?.submission,
    people: async (_id, no) => sent.get(no)?.people ?? {},
    submit: async ({ submission, people, ...change }) => {
      const saved = saveHead(change);
      if (saved.ok) sent.set(submission.no, { submission, people });
      return saved;
    },
    erasePeople: async (_id, no) => {
      const one = sent.get(no);
      if (one) sent.set(no, { ...one, people: {} });
    },
  };
  const keep = (made: readonly DomainEvent[], sentMails: readonly (MessageChange | undefined)[]) => {
    events.push(...made);
    mails.push(...sentMails.filter((mail) => mail !== undefined));
    return ok(undefined);
  };
  const signOffs: SignOffs = {
    find: async () => signature,
    findByLink: async (hash) => (signature?.asked?.tokenHash === hash ? signature : undefined),
    save: async (change) => {
      if ((signature?.version ?? 0) !== change.signOff.version - 1) return fail({ kind: 'conflict' });
      signature = change.signOff;
      return keep(change.events, [change.mail]);
    },
  };
  const confirmations: Confirmations = {
    find: async () => asked,
    findByLink: async (hash) => (asked?.asked.tokenHash === hash ? asked : undefined),
    save: async (change) => {
      if ((asked?.version ?? 0) !== change.confirmation.version - 1) return fail({ kind: 'conflict' });
      asked = change.confirmation;
      return keep(change.events, change.mails ?? []);
    },
  };
  const spaceOf = () => ({
    bytes: [...places.values()].reduce((sum, { held }) => sum + held, 0),
    files: places.size,
  });
  let space = { ...spaceOf(), version: places.size };
  const keepPlace = (id: string, place: Attachment | undefined) => {
    if (place) places.set(id, place);
    else places.delete(id);
    space = { ...spaceOf(), version: space.version + 1 };
    return ok(undefined);
  };
  const attachmentPlaces: Attachments = {
    find: async (_id, attachmentId) => places.get(attachmentId),
    reserve: async (one) => {
      const isRoom =
        space.bytes + one.held <= attachmentLimits.together && space.files < attachmentLimits.files;
      if (places.has(one.id) || !isRoom) return fail({ kind: 'conflict' });
      return keepPlace(one.id, one);
    },
    settle: async (from, to) => {
      if (places.get(from.id)?.version !== from.version) return fail({ kind: 'conflict' });
      if (to.held > from.held && space.bytes + to.held - from.held > attachmentLimits.together)
        return fail({ kind: 'conflict' });
      return keepPlace(to.id, to);
    },
    release: async (one, { applicationVersion, events: made }) => {
      const isSame = places.get(one.id)?.version === one.version;
      if (!isSame || heads.get(one.applicationId)?.version !== applicationVersion)
        return fail({ kind: 'conflict' });
      events.push(...made);
      return keepPlace(one.id, undefined);
    },
  };
  const files: Files = {
    offerUpload: async ({ key, type, maximumBytes }) => ({
      url: 'https://files.example',
      fields: { key, type, maximumBytes: String(maximumBytes) },
    }),
    find: async (key) => stored.get(key),
    isSound: async ({ key }) => stored.get(key)?.sound ?? false,
    address: async ({ key }) => `https://files.example/${key}`,
    remove: async (key) => {
      stored.delete(key);
    },
  };
  const claims = claim === 'none' ? [] : [aClaim({ status: claim })];
  return {
    heads,
    applications,
    pairEntries,
    drafts,
    submissions,
    signOffs,
    confirmations,
    officeDomains: fakeOfficeDomains(...recorded),
    attachments: attachmentPlaces,
    files,
    rounds: fakeRounds(round),
    accounts: { many: async (ids: readonly string[]) => ids.map(anAccount) },
    directory: fakePartnerships({ claims }).partnerships,
    eventsOf: async () => events,
    newToken: () => secret('token').padEnd(43, 'x'),
    newSalt: () => secret('salt'),
    cursors: openCursors,
    isClear: async () => true,
    sightFor: async () => undefined,
    /** What a test looks at. */
    events,
    mails,
    changes,
    sent,
    head: () => heads.get(application.id) ?? application,
    section: (id: SectionId) => sections.get(id),
    write: (id: SectionId, data: SectionData) => {
      const version = (sections.get(id)?.version ?? 0) + 1;
      for (const section of sectionsOf({ [id]: data }))
        sections.set(id, { ...section, version, editors: { [section.savedBy]: section.savedAt } });
    },
    setHead: (over: Partial<Application>) => {
      const head = heads.get(application.id) ?? application;
      heads.set(application.id, { ...head, ...over, version: head.version + 1 });
    },
    signOff: () => signature,
    confirmation: () => asked,
    /** What lies at the store, whether or not its place has noted it. */
    upload: (attachment: Pick<Attachment, 'applicationId' | 'id'>, file: Lying) => {
      stored.set(fileKey(attachment), file);
    },
    hasFile: (attachment: Pick<Attachment, 'applicationId' | 'id'>) => stored.has(fileKey(attachment)),
    linkToken: () => mails.findLast(({ message }) => message.linkToken)?.message.linkToken ?? '',
  };
};
