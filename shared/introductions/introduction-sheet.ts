import type { KnownPerson, People } from '../accounts/account.port.ts';
import { alumNumber } from '../alumni/alum.ts';
import { mayEdit } from '../kernel/actor.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { jetaaChapter } from '../reference/jetaa-chapters.ts';
import type { Side } from './coordination.ts';
import {
  type Introduction,
  type IntroductionAction,
  type IntroductionStatus,
  introductionAfter,
  isShared,
  statusAt,
  type ToldStatus,
  toldStatus,
} from './introduction.ts';

export type Contact = { readonly name: string; readonly email: string };

/** One introduction as one side may know it. */
export type IntroductionSheet = {
  readonly id: string;
  readonly version: number;
  readonly side: Side['side'] | 'link';
  readonly partnership: Partnership;
  readonly alumId: string;
  /** How the alum is called before anyone may know who they are. */
  readonly number: string;
  /** Of a no and of no answer the side that asked is told the same. */
  readonly status: IntroductionStatus | ToldStatus;
  readonly asked: {
    readonly as: Introduction['asked']['as'];
    readonly at: string;
    readonly note: string;
    /** Who asks, by name, and in whose name. */
    readonly name: string;
    readonly body: string;
  };
  readonly expiresAt: string;
  /** The other side, once both have said yes and while it stands. */
  readonly contact?: Contact | undefined;
  readonly joined?: Introduction['joined'] | undefined;
  readonly outcome?: Pick<NonNullable<Introduction['outcome']>, 'kind' | 'text' | 'at'> | undefined;
  readonly actions: readonly IntroductionAction[];
  /** Whether the alum hears nothing more of the partnership; for the alum alone. */
  readonly blocked?: boolean | undefined;
};

export type SheetPorts = {
  directory: Pick<PartnershipDirectory, 'find' | 'organisation'>;
  people: Pick<People, 'find' | 'membersOf'>;
};

const actionsOf: Readonly<
  Record<IntroductionSheet['side'], Partial<Record<IntroductionStatus, readonly IntroductionAction[]>>>
> = {
  link: { requested: ['accept', 'decline'] },
  alum: {
    requested: ['accept', 'decline'],
    accepted: ['decline'],
    connected: ['leave'],
    joined: ['leave'],
  },
  coordinator: {
    requested: ['withdraw'],
    accepted: ['connect', 'decline'],
    connected: ['join', 'close'],
    joined: ['join', 'close'],
  },
  lead: { requested: ['withdraw'], accepted: ['withdraw'] },
};

const contactOf = (known: KnownPerson | undefined): Contact | undefined =>
  known && { name: known.account.name, email: known.account.email };

/** Whom a side may write to: the alum, or who speaks for the partnership. Read only where both have said yes. */
const otherOf = async (
  { people }: Pick<SheetPorts, 'people'>,
  { personId, connected, organisationId }: Introduction,
  side: IntroductionSheet['side'],
): Promise<KnownPerson | undefined> => {
  if (side === 'coordinator') return people.find(personId);
  if (side !== 'alum' || !connected || organisationId === undefined) return undefined;
  const known = await people.find(connected.by);
  if (known && mayEdit(known.actor, organisationId)) return known;
  // Who said yes has left the organisation since.
  return ownerOf(people, organisationId);
};

/** Who speaks for an organisation once those who did have left: one of its owners, and nobody who is no longer there. */
export const ownerOf = async (
  people: Pick<People, 'find' | 'membersOf'>,
  organisationId: string,
): Promise<KnownPerson | undefined> => {
  const owners = (await people.membersOf(organisationId)).filter(({ as }) => as === 'owner');
  const known = await Promise.all(owners.map(({ personId }) => people.find(personId)));
  return known.find((one) => one && mayEdit(one.actor, organisationId));
};

/** What one side reads of an introduction at this instant; undefined where its partnership is no more. */
export const sheetFor = async (
  { directory, people }: SheetPorts,
  introduction: Introduction,
  side: IntroductionSheet['side'],
  now: Date,
): Promise<IntroductionSheet | undefined> => {
  const { id, version, partnershipId, alumId, asked, organisationId, chapter, expiresAt } = introduction;
  const { joined, outcome } = introduction;
  const status = statusAt(introduction, now);
  const [partnership, asker, organisation, known] = await Promise.all([
    directory.find(partnershipId),
    people.find(asked.by),
    asked.as === 'coordinator' && organisationId ? directory.organisation(organisationId) : undefined,
    isShared(status) ? otherOf({ people }, introduction, side) : undefined,
  ]);
  if (!partnership) return undefined;
  const body = organisation?.legalName ?? (chapter && jetaaChapter(chapter)?.name) ?? '';
  const contact = contactOf(known);
  const allowed = actionsOf[side][status] ?? [];
  return {
    ...{ id, version, side, partnership, alumId, number: alumNumber(alumId) },
    status: side === 'alum' || side === 'link' ? status : toldStatus(status),
    asked: { as: asked.as, at: asked.at, note: asked.note, name: asker?.account.name ?? '', body },
    expiresAt,
    ...(contact && { contact }),
    // A mailed link opens what was asked, and not what came of it.
    ...(joined && side !== 'link' && { joined }),
    ...(outcome &&
      side !== 'link' && { outcome: { kind: outcome.kind, text: outcome.text, at: outcome.at } }),
    actions: allowed.filter((action) => isOffered(introduction, side, status, action)),
  };
};

const isOffered = (
  { asked }: Introduction,
  side: IntroductionSheet['side'],
  status: IntroductionStatus,
  action: IntroductionAction,
) => {
  // A chapter takes back its own request, and a partnership its own.
  if (action === 'withdraw') return asked.as === side;
  // Of those who joined an outcome is noted while they stay.
  return (action === 'close' && status === 'joined') || introductionAfter(status, action) !== undefined;
};
