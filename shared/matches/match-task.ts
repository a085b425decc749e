import type { DomainEvent } from '../kernel/event.ts';

/** What an event may change in the lists: an alum's place in them, one partnership's list, or all of them. */
export type MatchTask =
  | { readonly kind: 'person'; readonly personId: string; readonly alumId?: string | undefined }
  | { readonly kind: 'partnership'; readonly partnershipId: string }
  | { readonly kind: 'all' };

const personEvents = [
  'person-profile-saved',
  'account-took-in',
  'account-merged',
  'account-deleted',
  'account-erased',
];
const partnershipEvents = ['partnership-seeking-changed', 'partnership-confirmed'];

const after = (subject: string, prefix: string) =>
  subject.startsWith(prefix) ? subject.slice(prefix.length) : undefined;
const idIn = (value: string | number | undefined) => (typeof value === 'string' ? value : undefined);

/** What an event means for cards and lists; undefined for all others. */
export const matchTaskOf = ({ type, subject, data }: DomainEvent): MatchTask | undefined => {
  if (type === 'match-weights-changed') return { kind: 'all' };
  const partnershipId = after(subject, 'partnership#');
  if (partnershipId && partnershipEvents.includes(type)) return { kind: 'partnership', partnershipId };
  const personId = after(subject, 'person#');
  if (personId && (type.startsWith('alum-') || personEvents.includes(type)))
    return { kind: 'person', personId, alumId: idIn(data.alumId) };
  // An introduction changes the places of whoever was asked; which registration speaks for them is not its to say.
  const asked = type.startsWith('introduction-') ? idIn(data.personId) : undefined;
  return asked === undefined ? undefined : { kind: 'person', personId: asked };
};
