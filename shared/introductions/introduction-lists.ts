import type { Accounts } from '../accounts/account.port.ts';
import { standingAccounts } from '../accounts/standing-accounts.ts';
import { alumNumber } from '../alumni/alum.ts';
import { idsOf, leads } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Partnerships } from '../partnerships/partnership.port.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import type { Cursors } from '../table/cursor.ts';
import type { AskedAlumni } from './asked-alumni.port.ts';
import { coordinatedBy, isOfOrganisations } from './coordination.ts';
import type { Introductions } from './introduction.port.ts';
import {
  type Introduction,
  type IntroductionMark,
  type IntroductionStatus,
  isShared,
  statusAt,
  type ToldStatus,
  toldStatus,
} from './introduction.ts';

/** One line of a list: no contact details, and a name only once both have said yes. */
export type IntroductionEntry = {
  readonly id: string;
  readonly alumId: string;
  readonly number: string;
  readonly partnership: Partnership;
  readonly status: IntroductionStatus | ToldStatus;
  readonly at: string;
  readonly expiresAt: string;
  readonly name?: string | undefined;
  readonly role?: NonNullable<Introduction['joined']>['role'] | undefined;
  readonly joinedAt?: string | undefined;
};
type Listing<Of> = UseCase<
  Of & { cursor?: string | undefined },
  Page<IntroductionEntry>,
  NotFound | InvalidInput
>;

type Ports = {
  introductions: Pick<Introductions, 'ofPartnership' | 'joinedOf' | 'ofPerson' | 'ofChapter'>;
  alumni: Pick<AskedAlumni, 'many'>;
  directory: Pick<Partnerships, 'find' | 'many' | 'claim'>;
  accounts: Pick<Accounts, 'many'>;
  cursors: Cursors;
};

const badCursor = fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
const notFound = fail({ kind: 'not-found' });

/** Where a page begins, from a cursor of this list and reader; undefined for one that was made for another. */
const placeIn = ({ cursors }: Ports, scope: string, cursor: string | undefined) => {
  const position = cursor === undefined ? '' : cursors.open(scope, cursor);
  return position === undefined ? undefined : { position: position === '' ? undefined : position };
};
const sealed = ({ cursors }: Ports, scope: string, next: string | undefined) =>
  next ? { next: cursors.seal(scope, next) } : {};

const entryOf = (mark: IntroductionMark, partnership: Partnership, now: Date): IntroductionEntry => ({
  ...{ id: mark.id, alumId: mark.alumId, number: alumNumber(mark.alumId), partnership },
  ...{ status: statusAt(mark, now), at: mark.at, expiresAt: mark.expiresAt },
  ...(mark.joined && { role: mark.joined.role, joinedAt: mark.joined.at }),
});

/** As the side that asked is told it. */
const toldOf = (entry: IntroductionEntry): IntroductionEntry => ({
  ...entry,
  // A told status stays what it is.
  status: toldStatus(entry.status as IntroductionStatus),
});

/** With the names of those who have said yes as the partnership has. */
const named = async (
  { accounts }: Ports,
  entries: readonly IntroductionEntry[],
  personOf: ReadonlyMap<string, string>,
) => {
  const shared = entries.filter(({ status }) => isShared(status as IntroductionStatus));
  const known = await standingAccounts(
    accounts,
    shared.flatMap(({ id }) => personOf.get(id) ?? []),
  );
  return entries.map((entry) => {
    const name = shared.includes(entry) && known.get(personOf.get(entry.id) ?? '')?.name;
    return name ? { ...entry, name } : entry;
  });
};

const personsOf = (marks: readonly Pick<IntroductionMark, 'id' | 'personId'>[]) =>
  new Map(marks.map(({ id, personId }) => [id, personId]));

/** A partnership's introductions, newest first, for its coordinators: their organisation's, and what chapters asked for. */
export const listPartnershipIntroductions =
  (
    ports: Ports,
  ): UseCase<
    { partnershipId: string; cursor?: string | undefined },
    Page<IntroductionEntry> & { readonly partnership: Partnership },
    NotFound | InvalidInput
  > =>
  async (actor, { partnershipId, cursor }, { receivedAt }) => {
    if (actor.kind !== 'person') return notFound;
    const organisations = await coordinatedBy(ports, actor, partnershipId);
    const partnership = organisations.length > 0 && (await ports.directory.find(partnershipId));
    if (!partnership) return notFound;
    const scope = `introductions:${partnershipId}:${actor.personId}`;
    const place = placeIn(ports, scope, cursor);
    if (!place) return badCursor;
    const page = await ports.introductions.ofPartnership(partnershipId, place.position);
    const theirs = page.items.filter((one) => isOfOrganisations(one, organisations));
    const entries = theirs.map((one) =>
      toldOf(entryOf({ ...one, at: one.asked.at }, partnership, receivedAt)),
    );
    return ok({
      partnership,
      items: await named(ports, entries, personsOf(theirs)),
      ...sealed(ports, scope, page.next),
    });
  };

/** Those who joined a partnership, the latest first, with their roles, for the coordinators of the organisation they joined. */
export const listJoinedAlumni =
  (ports: Ports): Listing<{ partnershipId: string }> =>
  async (actor, { partnershipId, cursor }, { receivedAt }) => {
    if (actor.kind !== 'person') return notFound;
    const organisations = await coordinatedBy(ports, actor, partnershipId);
    const partnership = organisations.length > 0 && (await ports.directory.find(partnershipId));
    if (!partnership) return notFound;
    const scope = `joined-alumni:${partnershipId}:${actor.personId}`;
    const place = placeIn(ports, scope, cursor);
    if (!place) return badCursor;
    const page = await ports.introductions.joinedOf(partnershipId, place.position);
    const theirs = page.items.filter((one) => isOfOrganisations(one, organisations));
    const entries = theirs.map((one) => entryOf(one, partnership, receivedAt));
    return ok({
      items: await named(ports, entries, personsOf(theirs)),
      ...sealed(ports, scope, page.next),
    });
  };

const entriesOf = async ({ directory }: Ports, marks: readonly IntroductionMark[], now: Date) => {
  const pairs = await directory.many([...new Set(marks.map(({ partnershipId }) => partnershipId))]);
  const byId = new Map(pairs.map((one) => [one.id, one]));
  return marks.flatMap((mark) => {
    const partnership = byId.get(mark.partnershipId);
    return partnership ? [entryOf(mark, partnership, now)] : [];
  });
};

/**
 * What the signed-in alum was ever asked, newest first; under every account that became theirs, one after the other, a page going
 * on into the next account where one comes to its end: what waits for an answer is not to lie behind an empty page.
 */
export const listMyIntroductions =
  (ports: Ports): Listing<unknown> =>
  async (actor, { cursor }, { receivedAt }) => {
    if (actor.kind !== 'person') return notFound;
    const scope = `my-introductions:${actor.personId}`;
    const place = placeIn(ports, scope, cursor);
    if (!place) return badCursor;
    const [no = '0', position = ''] = (place.position ?? '').split(/\/(.*)/s);
    const marks: IntroductionMark[] = [];
    let from = position || undefined;
    for (const [at, id] of [...idsOf(actor).entries()].slice(Number(no))) {
      const page = await ports.introductions.ofPerson(id, from);
      marks.push(...page.items);
      from = undefined;
      if (page.next)
        return ok({
          items: await entriesOf(ports, marks, receivedAt),
          ...sealed(ports, scope, `${at}/${page.next}`),
        });
    }
    return ok({ items: await entriesOf(ports, marks, receivedAt) });
  };

/**
 * Introductions of a chapter's alumni, newest first, for its leads: of those alone who let the chapter see them now, which is
 * asked of their registrations and not of a list.
 */
export const listChapterIntroductions =
  (ports: Ports): Listing<{ chapterId: string }> =>
  async (actor, { chapterId, cursor }, { receivedAt }) => {
    if (!leads(actor, chapterId)) return notFound;
    const scope = `chapter-introductions:${chapterId}:${actor.personId}`;
    const place = placeIn(ports, scope, cursor);
    if (!place) return badCursor;
    const page = await ports.introductions.ofChapter(chapterId, place.position);
    const alumni = await ports.alumni.many([...new Set(page.items.map(({ personId }) => personId))]);
    const agreed = new Set(
      alumni
        .filter(({ chapter, consents }) => chapter === chapterId && consents.chapter.given)
        .map(({ personId }) => personId),
    );
    const seen = page.items.filter(({ personId }) => agreed.has(personId));
    const entries = await entriesOf(ports, seen, receivedAt);
    return ok({ items: entries.map(toldOf), ...sealed(ports, scope, page.next) });
  };
