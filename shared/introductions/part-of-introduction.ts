import { isSelf, leads, membership, type Person } from '../kernel/actor.ts';
import type { Introduction } from './introduction.ts';

/**
 * Whether somebody is part of an introduction: who was introduced, asked or said yes; who belongs to the organisation, or leads the
 * chapter, in whose name it was. Of a lead's request, which is any organisation's of the partnership until one has said yes,
 * members of all organisations. As staff they leave to a colleague what tells of the other side.
 */
export const isPartOf = (
  person: Person,
  { personId, asked, connected, organisationId, chapter }: Introduction,
): boolean =>
  [personId, asked.by, connected?.by].some((id) => id !== undefined && isSelf(person, id)) ||
  (organisationId === undefined
    ? person.roles.some(({ kind }) => kind === 'member')
    : membership(person, organisationId) !== undefined) ||
  (asked.as === 'lead' && chapter !== undefined && leads(person, chapter));
