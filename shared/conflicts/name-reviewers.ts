import type { RoundClosed } from '../applications/application.errors.ts';
import type { Applications } from '../applications/application.port.ts';
import { isInTime, lastInstantOf } from '../applications/application-actions.ts';
import { belonging, mayWrite } from '../applications/belonging.ts';
import { canonicalJson } from '../applications/snapshot.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { Conflict, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { NamedReviewerLists } from './named-reviewers.port.ts';
import { type NamedPerson, nameReviewers as name } from './named-reviewers.ts';

type Ports = {
  applications: Pick<Applications, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  namedReviewers: Pick<NamedReviewerLists, 'find' | 'save'>;
};
type Of = { applicationId: string };
export type NamedReviewersView = {
  readonly version: number;
  readonly people: readonly NamedPerson[];
  /** Whether this member may still change it. */
  readonly open: boolean;
  /** The last instant at which it may be changed, ISO 8601. */
  readonly lastInstant: string;
};

/** Whom the applicant has asked to keep away, for its own members. */
export const viewNamedReviewers =
  ({ applications, rounds, namedReviewers }: Ports): UseCase<Of, NamedReviewersView, NotFound> =>
  async (actor, { applicationId }, { receivedAt }) => {
    const [application, named] = await Promise.all([
      applications.find(applicationId),
      namedReviewers.find(applicationId),
    ]);
    if (!application || !belonging(actor, application)) return fail({ kind: 'not-found' });
    const round = await rounds.find(application.roundId);
    if (!round) return fail({ kind: 'not-found' });
    return ok({
      version: named?.version ?? 0,
      people: named?.people ?? [],
      open: mayWrite(actor, application) && isInTime(application, round, receivedAt),
      lastInstant: lastInstantOf(application, round).toISOString(),
    });
  };

type Input = Of & { version: number; people: readonly NamedPerson[] };
type Failures = NotFound | Conflict | Stale | RoundClosed;

/** Editors say whom they ask to keep away, and why, until the close. Optional: an application is complete without. */
export const nameReviewers =
  ({ applications, rounds, namedReviewers }: Ports): UseCase<Input, NamedReviewersView, Failures> =>
  async (actor, { applicationId, version, people }, { receivedAt }) => {
    const [application, earlier] = await Promise.all([
      applications.find(applicationId),
      namedReviewers.find(applicationId),
    ]);
    if (!application || !mayWrite(actor, application)) return fail({ kind: 'not-found' });
    const round = await rounds.find(application.roundId);
    if (!round) return fail({ kind: 'not-found' });
    const lastInstant = lastInstantOf(application, round).toISOString();
    // The same words sent again, as by a second click: they stand already.
    if (earlier?.version === version + 1 && canonicalJson(earlier.people) === canonicalJson(people))
      return ok({ version: earlier.version, people, open: true, lastInstant });
    if (!isInTime(application, round, receivedAt))
      return fail({ kind: 'round-closed', lastInstant, receivedAt: receivedAt.toISOString() });

    const { roundId } = application;
    const said = { applicationId, roundId, version, people: [...people], by: actor.personId };
    const change = name(earlier, said, receivedAt);
    if (!change.ok) return change;
    const saved = await namedReviewers.save(change.value);
    return saved.ok ? ok({ version: version + 1, people, open: true, lastInstant }) : saved;
  };
