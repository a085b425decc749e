/** What a person may do, and within what. Roles live in the table; the token says only who. */
export type Role =
  | { readonly kind: 'staff'; readonly programId: string }
  | { readonly kind: 'member'; readonly organisationId: string; readonly as: 'owner' | 'editor' | 'viewer' }
  | { readonly kind: 'reviewer'; readonly roundId: string }
  | { readonly kind: 'lead'; readonly chapterId: string };

export type Person = {
  readonly kind: 'person';
  readonly personId: string;
  readonly roles: readonly Role[];
  /** The ids of accounts that were merged into this one. What was kept under them is this person's still. */
  readonly formerly?: readonly string[];
  /** The application that came on paper which this member of staff was let in to type, for this one call; never stored. */
  readonly scribeOf?: string;
};

/** Who asks. A link's holder has no account: holding the token is all that is known of them. */
export type Actor = Person | { readonly kind: 'link'; readonly token: string } | { readonly kind: 'public' };

/** Whom an endpoint lets in at all. Whether the thing is theirs is for the use case to say. */
export type Access = 'public' | 'person' | 'staff' | 'reviewer';

export const publicActor: Actor = { kind: 'public' };

/** Every id under which something of this person's may be kept, the present one first. */
export const idsOf = ({ personId, formerly = [] }: Person): readonly string[] => [personId, ...formerly];

/** Whether an id is this person's, under whichever of their accounts. */
export const isSelf = (person: Person, personId: string): boolean => idsOf(person).includes(personId);

export const isStaff = (actor: Actor): actor is Person =>
  actor.kind === 'person' && actor.roles.some(({ kind }) => kind === 'staff');

/** A reviewer of the round, whose role exists only once the confidentiality pledge is signed. */
export const isReviewerOf = (actor: Actor, roundId: string): actor is Person =>
  actor.kind === 'person' && actor.roles.some((held) => held.kind === 'reviewer' && held.roundId === roundId);

/** An officer of the JETAA chapter. */
export const leads = (actor: Actor, chapterId: string): actor is Person =>
  actor.kind === 'person' && actor.roles.some((held) => held.kind === 'lead' && held.chapterId === chapterId);

/** How the actor belongs to the organisation; undefined for a stranger. */
export const membership = (actor: Actor, organisationId: string) => {
  if (actor.kind !== 'person') return undefined;
  const held = actor.roles.find((role) => role.kind === 'member' && role.organisationId === organisationId);
  return held?.kind === 'member' ? held.as : undefined;
};

/** Whether the actor may change what the organisation owns. Viewers may not. */
export const mayEdit = (actor: Actor, organisationId: string): actor is Person => {
  const as = membership(actor, organisationId);
  return as === 'owner' || as === 'editor';
};

/** Whether the actor may act in the organisation's name: submit, withdraw, accept. */
export const owns = (actor: Actor, organisationId: string): actor is Person =>
  membership(actor, organisationId) === 'owner';

export const admits = (access: Access, actor: Actor): boolean =>
  access === 'public' ||
  (actor.kind === 'person' && (access === 'person' || actor.roles.some(({ kind }) => kind === access)));
