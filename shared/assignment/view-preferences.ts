import type { Applications } from '../applications/application.port.ts';
import { shownTitle } from '../applications/read-snapshot.ts';
import { isReviewerOf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Theme } from '../kernel/theme.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Redactions } from '../reviews/redaction.port.ts';
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
  pairConflicts: PairConflicts;
  redactions: Pick<Redactions, 'many'>;
  cursors: Cursors;
};

/** All that a reviewer may know of an application before it is theirs to review. */
export type Offered = {
  readonly applicationId: string;
  readonly pair: { readonly us: string; readonly jp: string; readonly jpJa: string };
  readonly title: string;
  readonly theme: Theme | undefined;
  readonly choice: PreferenceKind | undefined;
};
export type PreferencesView = {
  readonly round: Pick<Round, 'id' | 'name' | 'demo' | 'zone' | 'closes' | 'graceMinutes'>;
  readonly version: number;
  readonly most: number | undefined;
  readonly closed: PreferencesClosed['because'] | undefined;
  readonly items: readonly Offered[];
  readonly next?: string | undefined;
};
type Input = { roundId: string; cursor?: string | undefined };

/**
 * What a reviewer of the round may say they want, 50 applications a page: those without a conflict, by pair, theme and
 * title with its hidden words black. Nothing is listed while preferences are closed, and what is withheld is not even counted.
 */
export const viewPreferences =
  (ports: Ports): UseCase<Input, PreferencesView, NotFound | InvalidInput> =>
  async (actor, { roundId, cursor }, { receivedAt }) => {
    if (!isReviewerOf(actor, roundId)) return fail({ kind: 'not-found' });
    const scope = `preferences:${roundId}:${actor.personId}`;
    const position = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !position)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const [round, stated, settings, conflict, page] = await Promise.all([
      ports.rounds.find(roundId),
      ports.preferences.find(actor.personId, roundId),
      ports.settings.find(roundId),
      ports.pairConflicts(roundId, [{ actor }]),
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
    if (!open.ok) return ok({ ...view, items: [] });
    const offered = page.items.filter(
      (application) => isAssignable(application) && !conflict(actor.personId, application),
    );
    const hidden = await ports.redactions.many(offered.map((application) => application.id));
    const redactionOf = new Map(hidden.map((one) => [one.applicationId, one]));
    const items = offered.map(({ id: applicationId, pair, title, submission }) => ({
      applicationId,
      pair,
      title: shownTitle(title, redactionOf.get(applicationId)),
      theme: submission?.theme,
      choice: stated?.choices[applicationId],
    }));
    return ok({ ...view, items, ...(page.next && { next: ports.cursors.seal(scope, page.next) }) });
  };
