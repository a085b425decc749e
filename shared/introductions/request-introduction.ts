import * as z from 'zod';
import type { KnownPerson, People } from '../accounts/account.port.ts';
import { idsOf, isSelf, leads, type Person } from '../kernel/actor.ts';
import type { Call, UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import { deriveId, idSchema } from '../kernel/ids.ts';
import { hashToken, type NewToken } from '../kernel/link-token.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { jetaaChapter, jetaaChapterSchema } from '../reference/jetaa-chapters.ts';
import { type AlumRequests, takePlace } from './alum-requests.ts';
import type { AskedAlum, AskedAlumni } from './asked-alumni.port.ts';
import { coordinatedBy } from './coordination.ts';
import type { AlumUnasked } from './introduction.errors.ts';
import type { IntroductionChange, Introductions } from './introduction.port.ts';
import { type Introduction, noteSchema } from './introduction.ts';
import { introductionMail } from './introduction-mail.ts';
import { requestOf } from './introduction-steps.ts';

export const requestTermsSchema = z.strictObject({ alumId: idSchema, note: noteSchema });
export const offerTermsSchema = requestTermsSchema.extend({ partnershipId: idSchema });
type Terms = z.output<typeof requestTermsSchema>;

type Ports = {
  introductions: Pick<Introductions, 'find' | 'requestsOf' | 'save'>;
  alumni: Pick<AskedAlumni, 'personOf' | 'find'>;
  directory: Pick<PartnershipDirectory, 'find' | 'claim' | 'organisation'>;
  people: Pick<People, 'find'>;
  newToken: NewToken;
};
export type Requested = { readonly id: string; readonly expiresAt: string };
type Outcome = Result<Requested, NotFound | Conflict | AlumUnasked>;

type Asking = Terms & {
  readonly asker: Person;
  readonly partnership: Partnership;
  /** In whose name: the organisation's or the chapter's. */
  readonly body: string;
  readonly as: Introduction['asked']['as'];
  readonly organisationId?: string;
  readonly chapterId?: string;
};

const unasked = fail({ kind: 'alum-unasked' });
/** How often a request looks again after another came first. There are three places to meet at. */
const tries = 6;

const isAskable = (alum: AskedAlum | undefined, { chapterId }: Asking): alum is AskedAlum =>
  alum?.consents.matched.given === true &&
  alum.availability !== 'none' &&
  (chapterId === undefined || (alum.consents.chapter.given && alum.chapter === chapterId));

/**
 * One more request to an alum, if there is a place for it. Whoever may not be asked, does not wish to be, has blocked the
 * partnership or is asked by as many as they wish answers alike, so that nothing of it can be told from outside.
 */
const ask = async (ports: Ports, asking: Asking, { receivedAt, idempotencyKey }: Call): Promise<Outcome> => {
  const { introductions, alumni } = ports;
  const { asker, partnership, alumId } = asking;
  const id = deriveId('introduction', partnership.id, alumId, asker.personId, idempotencyKey);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const earlier = await introductions.find(id);
    if (earlier) return ok({ id, expiresAt: earlier.expiresAt });
    const personId = await alumni.personOf(alumId);
    if (!personId || isSelf(asker, personId)) return unasked;
    // In this order: a consent that is withdrawn writes the places, too, so that one read before it refuses this request.
    const requests = await introductions.requestsOf(personId);
    const [alum, known] = await Promise.all([alumni.find(personId), ports.people.find(personId)]);
    // A card of an account that became part of another a moment ago may stand yet.
    if (!isAskable(alum, asking) || alum.alumId !== alumId) return unasked;
    const elsewhere = await requestsElsewhere(ports, known, personId);
    const change = await changeOf(ports, asking, { id, alum, known, at: receivedAt });
    const { expiresAt } = change.introduction;
    const place = { introductionId: id, partnershipId: partnership.id, expiresAt };
    const taken = takePlace(requests, { personId, place, most: alum.most, elsewhere }, receivedAt);
    if (!taken) return unasked;
    const saved = await introductions.save({ ...change, requests: taken });
    if (saved.ok) return ok({ id, expiresAt });
  }
  return unasked;
};

/** Nobody takes a place there any more: it is read for what stands. */
const requestsElsewhere = async (
  { introductions }: Pick<Ports, 'introductions'>,
  known: KnownPerson | undefined,
  personId: string,
): Promise<readonly AlumRequests[]> => {
  const others = known ? idsOf(known.actor).filter((one) => one !== personId) : [];
  return (await Promise.all(others.map(introductions.requestsOf))).flatMap((one) => one ?? []);
};

type Of = {
  readonly id: string;
  readonly alum: AskedAlum;
  readonly known: KnownPerson | undefined;
  readonly at: Date;
};

const changeOf = async (
  ports: Ports,
  asking: Asking,
  { id, alum, known, at }: Of,
): Promise<IntroductionChange> => {
  const { asker, partnership, body, as, organisationId, chapterId, note } = asking;
  const by = asker.personId;
  const { personId, alumId, chapter, consents } = alum;
  // Its leads may know of it only with the alum's consent.
  const seenBy = chapterId ?? (consents.chapter.given ? chapter : undefined);
  const change = requestOf(
    {
      ...{ id, partnershipId: partnership.id, alumId, personId, as, note },
      ...(organisationId && { organisationId }),
      ...(seenBy && { chapter: jetaaChapterSchema.parse(seenBy) }),
    },
    { by, at },
  );
  if (!consents.mail.given || !known) return change;
  const sender = await ports.people.find(by);
  const token = ports.newToken();
  const mail = introductionMail(
    { introduction: change.introduction, partnership, sender: { name: sender?.account.name ?? '', body } },
    {
      ...{ kind: 'introduction-request', to: known.account, cause: '', token },
      ...{ path: 'alumni/introductions', by, at },
    },
  );
  const link = { tokenHash: hashToken('introduction', token), introductionId: id, at: at.toISOString() };
  return { ...change, link, mail };
};

/**
 * An owner or editor of an organisation whose claim on the partnership staff have verified asks an alum, with a note. The alum
 * gets mail if they agreed to it.
 */
export const requestIntroduction =
  (ports: Ports): UseCase<Terms & { partnershipId: string }, Requested, NotFound | Conflict | AlumUnasked> =>
  async (actor, { partnershipId, alumId, note }, call) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const [partnership, [organisationId]] = await Promise.all([
      ports.directory.find(partnershipId),
      coordinatedBy(ports, actor, partnershipId),
    ]);
    const organisation = organisationId && (await ports.directory.organisation(organisationId));
    if (!partnership || !organisation) return fail({ kind: 'not-found' });
    const body = organisation.legalName;
    return ask(
      ports,
      { asker: actor, partnership, body, as: 'coordinator', organisationId: organisation.id, alumId, note },
      call,
    );
  };

/** A chapter's lead offers a partnership to an alum of the chapter who lets it see them. The partnership says yes afterwards. */
export const offerIntroduction =
  (
    ports: Ports,
  ): UseCase<
    z.output<typeof offerTermsSchema> & { chapterId: string },
    Requested,
    NotFound | Conflict | AlumUnasked
  > =>
  async (actor, { chapterId, partnershipId, alumId, note }, call) => {
    if (!leads(actor, chapterId)) return fail({ kind: 'not-found' });
    const partnership = await ports.directory.find(partnershipId);
    // One that is not confirmed is known to those alone who proposed it.
    if (!partnership || partnership.standing === 'proposed') return fail({ kind: 'not-found' });
    const body = jetaaChapter(chapterId)?.name ?? chapterId;
    return ask(ports, { asker: actor, partnership, body, as: 'lead', chapterId, alumId, note }, call);
  };
