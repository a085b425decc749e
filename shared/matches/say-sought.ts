import { coordinatedBy } from '../introductions/coordination.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import { matchSight } from './match-sight.ts';
import type { Seekings } from './seeking.port.ts';
import { type SeekingDetails, saySought as said } from './seeking.ts';

type Ports = {
  directory: Pick<PartnershipDirectory, 'find' | 'claim'>;
  seekings: Pick<Seekings, 'find' | 'save'>;
};
type Sought = SeekingDetails & { readonly partnership: Partnership; readonly version: number };

const nothing: SeekingDetails = { topics: [], fields: [], words: [] };

/** What a partnership seeks in alumni, for whoever sees its list; version 0 where it has not said. */
export const viewSought =
  (ports: Ports): UseCase<{ partnershipId: string }, Sought, NotFound> =>
  async (actor, { partnershipId }) => {
    const [sight, seeking] = await Promise.all([
      matchSight(ports, actor, partnershipId),
      ports.seekings.find(partnershipId),
    ]);
    if (!sight) return fail({ kind: 'not-found' });
    const { topics, fields, words } = seeking ?? nothing;
    return ok({ partnership: sight.partnership, version: seeking?.version ?? 0, topics, fields, words });
  };

type Input = SeekingDetails & { partnershipId: string; version: number };

/** Whoever coordinates a partnership says what it seeks; its list is made anew within seconds. Nobody gets mail. */
export const saySought =
  (ports: Ports): UseCase<Input, SeekingDetails & { version: number }, NotFound | Stale | Conflict> =>
  async (actor, { partnershipId, version, ...details }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const [partnership, organisations, earlier] = await Promise.all([
      ports.directory.find(partnershipId),
      coordinatedBy(ports, actor, partnershipId),
      ports.seekings.find(partnershipId),
    ]);
    if (!partnership || partnership.standing === 'proposed' || organisations.length === 0)
      return fail({ kind: 'not-found' });
    const change = said(earlier, { partnershipId, details, by: actor.personId, version }, receivedAt);
    if (!change.ok) return change;
    const saved = await ports.seekings.save(change.value);
    if (!saved.ok) return saved;
    const { topics, fields, words, version: now } = change.value.seeking;
    return ok({ version: now, topics, fields, words });
  };
