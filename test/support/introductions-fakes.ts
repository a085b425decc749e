import type { Alum } from '../../shared/alumni/alum.ts';
import type { AlumRequests } from '../../shared/introductions/alum-requests.ts';
import type { EndedIntroductions, Introductions } from '../../shared/introductions/introduction.port.ts';
import { type Introduction, isOpen, joinedIn, markOf } from '../../shared/introductions/introduction.ts';
import type { IntroductionReports } from '../../shared/introductions/introduction-report.port.ts';
import type { IntroductionReport } from '../../shared/introductions/introduction-report.ts';
import { requestOf } from '../../shared/introductions/introduction-steps.ts';
import type { DomainEvent } from '../../shared/kernel/event.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import type { MessageChange } from '../../shared/messages/message.port.ts';
import type { Message } from '../../shared/messages/message.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import { fakeAccounts, noon, ownerOf, person, staff } from './accounts-fakes.ts';
import { anAlum } from './alumni-fakes.ts';
import { fakeMessages } from './messages-fakes.ts';
import { aClaim, anOrganisation, fakePartnerships } from './partnerships-fakes.ts';

export const daysLater = (days: number): Date => new Date(noon.getTime() + days * 86_400_000);
export const theAsker = 'coordinator-1';
export const theAlum = 'alum-person-1';

/** Asked at noon by a coordinator of `org-1`, or by a chapter lead. */
export const anIntroduction = (
  over: Partial<Introduction> = {},
  as: 'coordinator' | 'lead' = 'coordinator',
): Introduction => {
  const { introduction } = requestOf(
    {
      id: 'introduction-1',
      partnershipId: 'austin-oita',
      alumId: 'alum-1',
      personId: theAlum,
      ...(as === 'coordinator' && { organisationId: 'org-1' }),
      as,
      note: 'We visit in May and look for somebody who knows the town.',
    },
    { by: theAsker, at: noon },
  );
  return { ...introduction, ...over };
};

type Conditions = { readonly id: string; readonly version: number };

/** Introductions in memory, with the store's conditions. `events` and `mails` hold what was written beside the state. */
export const fakeIntroductions = (...held: readonly Introduction[]) => {
  const heads = new Map(held.map((one) => [one.id, one]));
  const places = new Map<string, AlumRequests>();
  const links = new Map<string, string>();
  const mails: Message[] = [];
  const events: DomainEvent[] = [];
  const newest = () =>
    [...heads.values()].toSorted((a, b) => b.asked.at.localeCompare(a.asked.at) || a.id.localeCompare(b.id));
  const marks = (of: (one: Introduction) => boolean) => ({ items: newest().filter(of).map(markOf) });
  const isNext = (
    stored: Pick<Conditions, 'version'> | undefined,
    { version }: Pick<Conditions, 'version'>,
  ) => (stored?.version ?? 0) === version - 1;
  const mailed = (mail: MessageChange | undefined) => {
    if (mail && mails.some(({ id }) => id === mail.message.id)) return false;
    if (mail) mails.push(mail.message);
    return true;
  };
  const conflict = fail({ kind: 'conflict' });
  const introductions: Introductions = {
    find: async (id) => heads.get(id),
    many: async (ids) => ids.flatMap((id) => heads.get(id) ?? []),
    byLink: async (hash) => links.get(hash),
    requestsOf: async (personId) => places.get(personId),
    ofPartnership: async (id) => ({ items: newest().filter(({ partnershipId }) => partnershipId === id) }),
    joinedOf: async (id) => marks(({ partnershipId, status }) => partnershipId === id && status === 'joined'),
    joinedBy: async (id) =>
      newest()
        .filter(({ personId }) => personId === id)
        .flatMap(joinedIn),
    ofPerson: async (id) => marks(({ personId }) => personId === id),
    ofChapter: async (id) => marks(({ chapter }) => chapter === id),
    open: async () => ({ items: newest().filter(isOpen) }),
    save: async ({ introduction, events: made, requests, link, mail }) => {
      const fits =
        isNext(heads.get(introduction.id), introduction) &&
        (!requests || isNext(places.get(requests.personId), requests)) &&
        !(link && links.has(link.tokenHash));
      if (!fits || !mailed(mail)) return conflict;
      heads.set(introduction.id, introduction);
      if (requests) places.set(requests.personId, requests);
      if (link) links.set(link.tokenHash, link.introductionId);
      events.push(...made);
      return ok(undefined);
    },
    saveRequests: async ({ requests, events: made }) => {
      if (!isNext(places.get(requests.personId), requests)) return conflict;
      places.set(requests.personId, requests);
      events.push(...made);
      return ok(undefined);
    },
    remind: async ({ link, mail }) => {
      if (links.has(link.tokenHash) || !mailed(mail)) return conflict;
      links.set(link.tokenHash, link.introductionId);
      return ok(undefined);
    },
  };
  /** What the store of alumni writes with a consent that is withdrawn. */
  const end = ({ requests, changes }: EndedIntroductions) => {
    places.set(requests.personId, requests);
    for (const { introduction, events: made } of changes) {
      heads.set(introduction.id, introduction);
      events.push(...made);
    }
  };
  return { introductions, heads, places, mails, events, end };
};

const fakeReports = () => {
  const held = new Map<string, IntroductionReport>();
  const keyOf = ({ introductionId, side }: Pick<IntroductionReport, 'introductionId' | 'side'>) =>
    `${introductionId}/${side}`;
  const reports: IntroductionReports = {
    find: async (of) => held.get(keyOf(of)),
    ofStatus: async (status) => ({ items: [...held.values()].filter((one) => one.status === status) }),
    save: async ({ report }) => {
      if ((held.get(keyOf(report))?.version ?? 0) !== report.version - 1) return fail({ kind: 'conflict' });
      held.set(keyOf(report), report);
      return ok(undefined);
    },
  };
  return reports;
};

export const austin = 'austin-tx-oita';
export const tacoma = 'tacoma-wa-kitakyushu';
export const coordinator = ownerOf('org-austin', 'coordinator-1');
export const stranger = ownerOf('org-tacoma', 'coordinator-2');
export const lead = person('lead-1', { kind: 'lead', chapterId: 'jetaa-texoma' });
export const otherLead = person('lead-2', { kind: 'lead', chapterId: 'jetaa-florida' });
export const alumPerson = person(theAlum);

/** Names nobody else has, so that a search for them finds what leaks. */
export const planted = {
  alum: { name: 'Hanako Plantedson', email: 'hanako.planted@leak.example' },
  coordinator: { name: 'Casey Plantedfield', email: 'casey.planted@leak.example' },
} as const;

/** Austin's and Tacoma's partnerships, each with its organisation and coordinator; one alum who agreed to everything. */
export const introductionsWorld = (over: Partial<Alum> = {}) => {
  const fake = fakeIntroductions();
  const alum = { value: anAlum({ personId: theAlum, chapter: 'jetaa-texoma', ...over }) };
  const accounts = fakeAccounts(coordinator, stranger, lead, otherLead, alumPerson, staff);
  const { partnerships } = fakePartnerships({
    claims: [
      aClaim({ partnershipId: austin, organisationId: 'org-austin', status: 'verified' }),
      aClaim({ partnershipId: tacoma, organisationId: 'org-tacoma', status: 'verified' }),
    ],
    organisations: [
      anOrganisation(),
      anOrganisation({ id: 'org-tacoma', legalName: 'Tacoma Sister City Committee' }),
    ],
  });
  const named = async (id: string, details: { name: string; email: string }) => {
    const account = await accounts.accounts.account(id);
    if (account)
      await accounts.accounts.save({
        account: { ...account, ...details, version: account.version + 1 },
        events: [],
      });
  };
  let tokens = 0;
  const now = { at: noon };
  const messages = fakeMessages();
  const ports = {
    introductions: fake.introductions,
    reports: fakeReports(),
    alumni: {
      personOf: async (alumId: string) => (alumId === alum.value.alumId ? alum.value.personId : undefined),
      find: async (personId: string) => (personId === alum.value.personId ? alum.value : undefined),
      many: async (ids: readonly string[]) => (ids.includes(alum.value.personId) ? [alum.value] : []),
    },
    accounts: accounts.accounts,
    people: {
      find: accounts.people.find,
      membersOf: async (organisationId: string) =>
        [coordinator, stranger].flatMap(({ personId, roles: [role] }) =>
          role?.kind === 'member' && role.organisationId === organisationId
            ? [{ personId, as: role.as }]
            : [],
        ),
    },
    directory: partnerships,
    messages,
    newToken: () => {
      tokens += 1;
      return `token-${tokens}`.padEnd(43, 't');
    },
    clock: () => now.at,
    cursors: cursorsWith('test'),
  };
  return {
    ...fake,
    ports,
    alum,
    accounts,
    now,
    messages,
    alumId: alum.value.alumId,
    async name() {
      await named(theAlum, planted.alum);
      await named(coordinator.personId, planted.coordinator);
    },
  };
};
