import type { Accounts } from '../accounts/account.port.ts';
import type { Alumni } from '../alumni/alum.port.ts';
import type { Alum } from '../alumni/alum.ts';
import { ownAlum } from '../alumni/own-alum.ts';
import type { PersonProfiles } from '../conflicts/person-profile.port.ts';
import type { Introductions } from '../introductions/introduction.port.ts';
import { idsOf } from '../kernel/actor.ts';
import type { AlumCards } from './alum-card.port.ts';
import { type AlumCard, cardOf, countsBetween } from './alum-card.ts';

export type CardPorts = {
  people: Pick<Accounts, 'find' | 'account'>;
  alumni: Pick<Alumni, 'find' | 'many'>;
  profiles: Pick<PersonProfiles, 'find'>;
  cards: Pick<AlumCards, 'find' | 'ofPerson' | 'save' | 'remove'>;
  introductions: Pick<Introductions, 'requestsOf'>;
};

/** Somebody of whom something has changed, with the alum's id where whoever says so knows it. */
export type Changed = { readonly personId: string; readonly alumId?: string | undefined };
/** An alum whose card is up to date by now; without a version they are gone. */
export type Refreshed = {
  readonly alumId: string;
  readonly personId: string;
  readonly alumVersion: number | undefined;
};

/** How often a card is read anew because another writer came first, before the queue brings the task again. */
const mostTries = 12;

/**
 * Brings the cards of these people up to what the table holds, under all of their accounts. Each is made of what stands now, so
 * told twice, late or the wrong way round it ends up the same. Of two registrations of one person, one has a card.
 */
export const refreshCards =
  (ports: CardPorts) =>
  async (changed: readonly Changed[]): Promise<readonly Refreshed[]> => {
    const done = new Map<string, Refreshed>();
    for (const { personId, alumId } of changed) {
      for (const id of await everyId(ports, personId)) {
        const own = await standing(ports, id);
        const ids = [
          own?.alum.alumId,
          id === personId ? alumId : undefined,
          ...(await ports.cards.ofPerson(id)),
        ];
        for (const each of new Set(ids))
          if (each !== undefined) done.set(each, await refreshCard(ports, each, id));
      }
    }
    return [...done.values()];
  };

/** Under which somebody may have registered: of an account that was closed, too, until it is forgotten. */
const everyId = async (
  { people }: Pick<CardPorts, 'people'>,
  personId: string,
): Promise<readonly string[]> => {
  const known = await people.find(personId);
  if (known) return idsOf(known.actor);
  return [personId, ...((await people.account(personId))?.formerly ?? [])];
};

/** A person's registration, if it is the one that counts of all of their accounts, and the ids of these. */
const standing = async (
  { people, alumni }: Pick<CardPorts, 'people' | 'alumni'>,
  personId: string,
): Promise<{ readonly alum: Alum; readonly ids: readonly string[] } | undefined> => {
  const [known, alum] = await Promise.all([people.find(personId), alumni.find(personId)]);
  if (!alum || !known) return undefined;
  const own = await ownAlum(alumni, known.actor);
  return own?.alumId === alum.alumId ? { alum, ids: idsOf(known.actor) } : undefined;
};

const refreshCard = async (ports: CardPorts, alumId: string, personId: string): Promise<Refreshed> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    // The sources are read after the card: whoever wrote it since has the same or later ones, and our write meets its version.
    const before = await ports.cards.find(alumId);
    const [own, profile] = await Promise.all([standing(ports, personId), ports.profiles.find(personId)]);
    const stands = own?.alum.alumId === alumId ? own : undefined;
    const requests = await Promise.all((stands?.ids ?? []).map(ports.introductions.requestsOf));
    const now =
      stands &&
      cardOf(
        { alum: stands.alum, profile, requests: requests.flatMap((one) => one ?? []) },
        (before?.version ?? 0) + 1,
      );
    const saved = await keep(ports, before, now);
    if (saved) return { alumId, personId, alumVersion: stands?.alum.version };
  }
  throw new Error(`The card of alum ${alumId} is written by too many at once`);
};

const isAsBefore = (before: AlumCard | undefined, now: AlumCard | undefined) =>
  before?.alumVersion === now?.alumVersion &&
  before?.profileVersion === now?.profileVersion &&
  before?.requestsVersion === now?.requestsVersion;

const keep = async (
  { cards }: CardPorts,
  before: AlumCard | undefined,
  now: AlumCard | undefined,
): Promise<boolean> => {
  if (isAsBefore(before, now)) return true;
  const counts = countsBetween(before, now);
  if (now) return (await cards.save(now, counts)).ok;
  return before ? (await cards.remove(before, counts)).ok : true;
};
