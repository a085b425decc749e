import type { Applications } from '../applications/application.port.ts';
import { isReviewerOf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Theme } from '../kernel/theme.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Reviews } from '../reviews/review.port.ts';
import { declaredBeside } from '../reviews/staff-clearance.ts';
import type { StaffConflicts } from '../reviews/staff-conflict.port.ts';
import type { Cursors } from '../table/cursor.ts';
import type { PreferencesClosed } from './assignment.errors.ts';
import type { PairConflicts, PreferencesPort, SettingsPort } from './plan.port.ts';
import { isAssignable } from './plan-facts.ts';
import { type PreferenceKind, takesPreferences } from './preference.ts';

type Ports = {
  applications: Pick<Applications, 'sentInRound'>;
  rounds: Pick<Rounds, 'find'>;
  preferences: Pick<PreferencesPort, 'find'>;
  settings: Pick<SettingsPort, 'find'>;
  reviews: Pick<Reviews, 'allOfReviewer'>;
  staffConflicts: Pick<StaffConflicts, 'ofPerson'>;
  pairConflicts: PairConflicts;
  cursors: Cursors;
};

type Named = {
  readonly applicationId: string;
  readonly pair: { readonly us: string; readonly jp: string; readonly jpJa: string };
};
/** All that a reviewer may know of an application before they have declared whether they have a conflict with it. */
export type Offered = Named & {
  readonly theme: Theme | undefined;
  readonly choice: PreferenceKind | undefined;
};
export type PreferencesView = {
  readonly round: Pick<Round, 'id' | 'name' | 'demo' | 'zone' | 'closes' | 'graceMinutes'>;
  readonly version: number;
  readonly most: number | undefined;
  readonly closed: PreferencesClosed['because'] | undefined;
  readonly items: readonly Offered[];
  /** Those of the page that this person declared a conflict with: which pair it was, and nothing more. */
  readonly declared: readonly Named[];
  readonly next?: string | undefined;
};
type Input = { roundId: string; cursor?: string | undefined };

/**
 * What a reviewer of the round may say they want, 50 applications a page: those without a conflict, by pair and theme. No
 * word of an applicant's is shown, as nobody has declared anything yet. Nothing is listed while preferences are closed, and
 * what is withheld is not even counted, but for what they have declared themselves.
 */
export const viewPreferences =
  (ports: Ports): UseCase<Input, PreferencesView, NotFound | InvalidInput> =>
  async (actor, { roundId, cursor }, { receivedAt }) => {
    if (!isReviewerOf(actor, roundId)) return fail({ kind: 'not-found' });
    const scope = `preferences:${roundId}:${actor.personId}`;
    const position = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const [round, stated, settings, conflict, declared, page] = await Promise.all([
      ports.rounds.find(roundId),
      ports.preferences.find(actor.personId, roundId),
      ports.settings.find(roundId),
      ports.pairConflicts(roundId, [{ actor }]),
      declaredBeside(ports)(actor, roundId),
      ports.applications.sentInRound(roundId, position),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const open = takesPreferences(round, settings?.appliedAt, receivedAt);
    const { id, name, demo, zone, closes, graceMinutes } = round;
    const view = {
      round: { id, name, demo, zone, closes, graceMinutes },
      version: stated?.version ?? 0,
      most: stated?.most,
      closed: open.ok ? undefined : open.failure.because,
    };
    if (!open.ok) return ok({ ...view, items: [], declared: [] });
    const items = page.items
      .filter((application) => isAssignable(application) && !conflict(actor.personId, application))
      .map(({ id: applicationId, pair, submission }) => ({
        applicationId,
        pair,
        theme: submission?.theme,
        choice: stated?.choices[applicationId],
      }));
    // Whatever has become of them: a line that goes would tell.
    const own = page.items.filter((application) => declared.has(application.id));
    const names = own.map(({ id: applicationId, pair }) => ({ applicationId, pair }));
    return ok({
      ...view,
      items,
      declared: names,
      ...(page.next && { next: ports.cursors.seal(scope, page.next) }),
    });
  };
