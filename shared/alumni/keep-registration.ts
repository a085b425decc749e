import { jetYearOf, jetYears } from '../conflicts/jet-years.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { AlumDrafts, Alumni } from './alum.port.ts';
import { draftDays, type Registration } from './alum-draft.ts';
import { ownAlum } from './own-alum.ts';

type Ports = { alumni: Pick<Alumni, 'many'>; drafts: Pick<AlumDrafts, 'find' | 'save'> };
type Input = Registration & { version: number };
type Kept = { draftVersion: number; registration: Registration };
type Failures = NotFound | InvalidInput | Stale | Conflict | StepRefused;

const dayMs = 24 * 60 * 60_000;

/**
 * Keeps a page of somebody's registration; pages that are not sent stay as they were. Nobody sees any of it, and it is
 * forgotten after sixty days.
 */
export const keepRegistration =
  ({ alumni, drafts }: Ports): UseCase<Input, Kept, Failures> =>
  async (actor, { version, ...pages }, { receivedAt }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const [alum, earlier] = await Promise.all([ownAlum(alumni, actor), drafts.find(actor.personId)]);
    if (alum) return fail({ kind: 'step-refused', current: 'registered', action: 'keep-registration' });
    const wrong = wrongYears(pages, receivedAt);
    if (wrong.length > 0) return fail({ kind: 'invalid-input', fields: wrong });
    const current = earlier?.version ?? 0;
    if (version !== current) return fail({ kind: 'stale', current });
    const registration = { ...earlier?.registration, ...pages };
    const saved = await drafts.save({
      ...earlier,
      personId: actor.personId,
      version: current + 1,
      savedAt: receivedAt.toISOString(),
      expiresAt: Math.ceil((receivedAt.getTime() + draftDays * dayMs) / 1000),
      registration,
    });
    return saved.ok ? ok({ draftVersion: current + 1, registration }) : saved;
  };

const wrongYears = ({ placements = [] }: Registration, at: Date) =>
  placements.flatMap((one, row) =>
    jetYears(one, jetYearOf(at)).map(({ path, code }) => ({ path: `placements.${row}.${path}`, code })),
  );
