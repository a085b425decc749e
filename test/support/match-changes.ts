import { deleteAccount } from '../../shared/accounts/delete-account.ts';
import { mergePeople } from '../../shared/accounts/merge-people.ts';
import type { Offer } from '../../shared/alumni/alum.ts';
import type { SaidPlaces } from '../../shared/alumni/alum-profile.ts';
import type { Choices } from '../../shared/alumni/consent.ts';
import { decideConsents } from '../../shared/alumni/decide-consents.ts';
import { ownAlum } from '../../shared/alumni/own-alum.ts';
import { registerAlum } from '../../shared/alumni/register-alum.ts';
import { saveOffer } from '../../shared/alumni/save-offer.ts';
import { savePlaces } from '../../shared/alumni/save-places.ts';
import type { ProfileDetails } from '../../shared/conflicts/person-profile.ts';
import { savePersonProfile } from '../../shared/conflicts/save-person-profile.ts';
import { answerIntroduction } from '../../shared/introductions/answer-introduction.ts';
import { blockPartnership } from '../../shared/introductions/block-partnership.ts';
import { endOpenOf } from '../../shared/introductions/end-introductions.ts';
import { expireIntroductions } from '../../shared/introductions/expire-introductions.ts';
import { offerIntroduction, requestIntroduction } from '../../shared/introductions/request-introduction.ts';
import { stepIntroduction } from '../../shared/introductions/settle-introduction.ts';
import type { DomainEvent } from '../../shared/kernel/event.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { applyMatchWeights } from '../../shared/matches/apply-match-weights.ts';
import { matchTaskOf } from '../../shared/matches/match-task.ts';
import { rebuildMatches } from '../../shared/matches/rebuild-matches.ts';
import { refreshMatches } from '../../shared/matches/refresh-matches.ts';
import { saySought } from '../../shared/matches/say-sought.ts';
import { routeChange } from '../../shared/messages/route-change.ts';
import { confirmPartnership } from '../../shared/partnerships/confirm-partnership.ts';
import { callAt, fakeAccounts, noon, ownerOf, person, staff } from './accounts-fakes.ts';
import { aRegistration, fakeAlumDrafts, fakeAlumni } from './alumni-fakes.ts';
import { fakeProfiles, profileDetails } from './conflicts-fakes.ts';
import { fakeIntroductions } from './introductions-fakes.ts';
import { cardsInMemory, listsInMemory, seekingsInMemory, weightsInMemory } from './matches-fakes.ts';
import { aClaim, anOrganisation, aProposed, fakePartnerships } from './partnerships-fakes.ts';

export const lakeland = 'lakeland-fl-imabari';
export const added = 'added-1';
export const one = 'alum-person-1';
export const other = 'alum-person-2';
const coordinator = ownerOf('org-austin', 'coordinator-1');
const lead = person('lead-1', { kind: 'lead', chapterId: 'jetaa-florida' });

/** Events at any depth of what a store is given: a transaction holds those of several areas. */
const eventsIn = (value: unknown): readonly DomainEvent[] => {
  if (Array.isArray(value)) return value.flatMap(eventsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    // Whatever stands under this name is what a store writes as events.
    key === 'events' ? (inner as readonly DomainEvent[]) : eventsIn(inner),
  );
};

const value = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
};

/**
 * Everything that cards and lists are made of, changed by its own use cases, on stores in memory. `follow` does what the relay
 * and the matches' consumer do with the events that the stores were given, and with nothing else.
 */
export const changingWorld = () => {
  const told: DomainEvent[] = [];
  const heard = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...given: unknown[]) => {
          const answer: unknown = await method.apply(target, given);
          const isRefused = typeof answer === 'object' && answer && 'ok' in answer && !answer.ok;
          if (!isRefused) told.push(...eventsIn(given));
          return answer;
        };
      },
    });

  const now = { at: noon };
  const accounts = fakeAccounts(person(one), person(other), coordinator, lead, staff);
  const asked = fakeIntroductions();
  const kept = fakeProfiles();
  const profiles = heard(kept);
  const registered = fakeAlumni(kept).alumni;
  const alumni = heard<typeof registered>({
    ...registered,
    save: async (change) => {
      const saved = await registered.save(change);
      if (saved.ok) for (const ended of change.ended ?? []) asked.end(ended);
      return saved;
    },
  });
  const introductions = heard(asked.introductions);
  const { partnerships } = fakePartnerships({
    partnerships: [
      aProposed({
        id: added,
        us: { name: 'Tampa', region: 'FL' },
        jp: { name: 'Kamijima', region: 'Ehime', nameJa: '上島町' },
      }),
    ],
    organisations: [anOrganisation()],
    claims: [aClaim({ partnershipId: lakeland, status: 'verified' })],
  });
  const people = heard(accounts.accounts);
  const directory = heard(partnerships);
  const [cards, lists] = [cardsInMemory(), listsInMemory()];
  let tokens = 0;
  const ports = {
    ...{ alumni, profiles, introductions, directory, people, partnerships: directory },
    ...{ accounts: people, roles: heard(accounts.roles), sessions: accounts.sessions },
    ...{ drafts: fakeAlumDrafts(), endOpen: endOpenOf({ introductions }) },
    ...{ seekings: heard(seekingsInMemory().seekings), weights: heard(weightsInMemory()) },
    ...{ cards: cards.cards, lists: lists.lists },
    applications: { ofOrganisation: async () => ({ items: [] }) },
    withdrawals: { caughtUp: async () => undefined },
    clock: () => now.at,
  };
  const askedAlumni = {
    // Known before there is a card: what comes before a change need not be followed step by step.
    personOf: async (alumId: string) =>
      (await registered.all()).items.find((alum) => alum.alumId === alumId)?.personId,
    find: async (personId: string) => {
      const known = await people.find(personId);
      const own = known && (await ownAlum(alumni, known.actor));
      return own && { ...own, personId };
    },
    many: alumni.many,
  };
  const asking = {
    ...ports,
    alumni: askedAlumni,
    newToken: () => {
      tokens += 1;
      return `token-${tokens}`.padEnd(43, 't');
    },
  };

  const call = () => callAt(now.at, `key-${told.length}`);
  const actor = async (id: string) => {
    const known = await people.find(id);
    if (!known) throw new Error(`${id} is nobody`);
    return known.actor;
  };
  const own = async (id: string) => {
    const alum = await ownAlum(alumni, await actor(id));
    if (!alum) throw new Error(`${id} has not registered`);
    return alum;
  };
  const latest = () => {
    const introduction = [...asked.heads.values()].at(-1);
    if (!introduction) throw new Error('Nobody has asked');
    return { introductionId: introduction.id, version: introduction.version };
  };
  const offer: Offer = { ...aRegistration().offer, chapter: 'jetaa-florida' };

  const act = {
    register: async (id: string) => {
      const registration = aRegistration({ offer });
      const input = { ...registration, profileVersion: (await profiles.find(id))?.version ?? 0 };
      const made = registerAlum({ ...ports, newId: () => `alum-of-${id}` });
      return value(await made(await actor(id), input, call()));
    },
    offer: async (id: string, over: Partial<Offer>) => {
      const { version } = await own(id);
      return value(await saveOffer(ports)(await actor(id), { ...offer, ...over, version }, call()));
    },
    places: async (id: string, over: Partial<SaidPlaces>) => {
      const { nameJa, placements, home } = aRegistration();
      const version = (await profiles.find((await own(id)).personId))?.version ?? 0;
      const input = { nameJa, placements, home, ...over, version };
      return value(await savePlaces(ports)(await actor(id), input, call()));
    },
    profile: async (id: string, over: Partial<ProfileDetails>) => {
      const { nameJa, placements } = aRegistration();
      const version = (await profiles.find(id))?.version ?? 0;
      const said = profileDetails({ nameJa, placements, chapters: ['jetaa-florida'], ...over });
      return value(await savePersonProfile(ports)(await actor(id), { ...said, version }, call()));
    },
    consents: async (id: string, over: Partial<Choices>) => {
      const { version } = await own(id);
      const choices = { ...aRegistration().choices, ...over };
      return value(await decideConsents(ports)(await actor(id), { ...choices, version }, call()));
    },
    ask: async (id: string) => {
      const { alumId } = await own(id);
      const terms = { partnershipId: lakeland, alumId, note: 'We visit in May.' };
      return value(await requestIntroduction(asking)(coordinator, terms, call()));
    },
    offerByLead: async (id: string) => {
      const { alumId } = await own(id);
      const of = { partnershipId: lakeland, chapterId: 'jetaa-florida', alumId, note: 'They visit in May.' };
      return value(await offerIntroduction(asking)(lead, of, call()));
    },
    answer: async (id: string, answer: 'accept' | 'decline') =>
      value(await answerIntroduction(ports)(await actor(id), { ...latest(), answer }, call())),
    step: async (action: 'connect' | 'decline' | 'withdraw') =>
      value(await stepIntroduction(asking)(coordinator, { ...latest(), action }, call())),
    expire: async (days: number) => {
      now.at = new Date(noon.getTime() + days * 86_400_000);
      return expireIntroductions(ports)();
    },
    block: async (id: string, blocked: boolean) => {
      const { introductionId } = latest();
      return value(await blockPartnership(ports)(await actor(id), { introductionId, blocked }, call()));
    },
    merge: async (from: string, into: string) => {
      const input = { personId: into, email: `${from}@example.org`, reason: 'One person' };
      return value(await mergePeople(ports)(staff, input, call()));
    },
    deleteAccount: async (id: string) =>
      value(await deleteAccount(ports)(await actor(id), { email: `${id}@example.org` }, call())),
    seek: async () => {
      const wishes = { topics: [], fields: ['international-trade' as const], words: ['Food export'] };
      const input = { partnershipId: lakeland, version: 0, ...wishes };
      return value(await saySought(ports)(coordinator, input, call()));
    },
    weigh: async () => {
      const { version, weights } = await ports.weights.find();
      const others = { ...weights, japanese: weights.japanese + 5, distance: weights.distance - 5 };
      return value(await applyMatchWeights(ports)(staff, { ...others, version }, call()));
    },
    confirm: async () => value(await confirmPartnership(ports)(staff, { partnershipId: added }, call())),
  };

  const picture = ({ kept }: Pick<typeof cards, 'kept'>, made: Pick<typeof lists, 'kept'>) => ({
    cards: [...kept.values()]
      .map(({ version: _, ...card }) => card)
      .toSorted((a, b) => a.alumId.localeCompare(b.alumId)),
    // A list without anybody says what no list says.
    lists: [...made.kept.values()]
      .filter(({ entries }) => entries.length > 0)
      .map(({ version: _, entries, ...list }) => ({
        ...list,
        entries: entries.map(({ alum: { version: __, ...alum }, ...entry }) => ({ ...entry, alum })),
      }))
      .toSorted((a, b) => a.partnershipId.localeCompare(b.partnershipId)),
  });

  return {
    act,
    /** What the matches' consumer is told by now; told once. */
    follow: async () => {
      const tasks = told
        .splice(0)
        .flatMap((event) => routeChange({ entity: 'event', event }))
        .flatMap(({ consumer, task }) =>
          consumer === 'matches' && task.kind === 'event' ? (matchTaskOf(task.event) ?? []) : [],
        );
      await refreshMatches(ports)(tasks);
      return tasks;
    },
    kept: () => picture(cards, lists),
    /** Cards and lists as making all of them anew would leave them. */
    anew: async () => {
      const [freshCards, freshLists] = [cardsInMemory(), listsInMemory()];
      await rebuildMatches({ ...ports, cards: freshCards.cards, lists: freshLists.lists })();
      return picture(freshCards, freshLists);
    },
  };
};
