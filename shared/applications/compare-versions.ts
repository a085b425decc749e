import { isStaff, membership, type Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Applications, EventsOf } from './application.port.ts';
import { type Application, receiptNumber } from './application.ts';
import { isEditable } from './application-actions.ts';
import { type Changes, compareSnapshots, type Version } from './compare-snapshots.ts';
import type { Drafts } from './draft.port.ts';
import { shownToApplicant } from './draft-view.ts';
import { readSnapshot } from './read-snapshot.ts';
import { sectionViews } from './section-state.ts';
import { type SightFor, wholeSight } from './sight.ts';
import { snapshotSchema } from './snapshot.ts';
import type { Submissions } from './submission.port.ts';

/** A submission by its number, or what stands written now, which only its own people may see. */
export type VersionName = number | 'now';
type Input = {
  applicationId: string;
  /** The last but one and the last where nothing is said. */
  from?: VersionName | undefined;
  to?: VersionName | undefined;
};

type Ports = {
  applications: Pick<Applications, 'find'>;
  submissions: Pick<Submissions, 'find' | 'people'>;
  drafts: Pick<Drafts, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  eventsOf: EventsOf;
  sightFor: SightFor;
};

/** A version that can be chosen; `now` has no instant. */
export type ListedVersion = { readonly name: VersionName; readonly at?: string; readonly sha256?: string };
export type Comparison = Changes & {
  readonly application: Application;
  readonly number: string;
  readonly round: Round;
  readonly versions: readonly ListedVersion[];
  /** Undefined while there is only one version: then there is nothing to compare. */
  readonly from?: VersionName;
  readonly to?: VersionName;
  /** Whether the reader sees who is named; hidden, names are not compared either. */
  readonly people: 'shown' | 'hidden';
};

/**
 * Any two versions field by field: for the applicant's own people everything, what stands written included; for staff
 * without a conflict what was sent, without persons. Reviewers read one version, the one that counts.
 */
export const compareVersions =
  (ports: Ports): UseCase<Input, Comparison, NotFound | InvalidInput> =>
  async (actor, { applicationId, from, to }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    const application = await ports.applications.find(applicationId);
    if (!application) return fail({ kind: 'not-found' });
    const isMember = membership(actor, application.organisationId) !== undefined;
    const [sight, round, events] = await Promise.all([
      isMember ? wholeSight : sightOfStaff(ports, actor, application),
      ports.rounds.find(application.roundId, application),
      ports.eventsOf(`application#${applicationId}`),
    ]);
    if (!sight) return fail({ kind: 'not-found' });
    if (!round) throw new Error(`Application ${applicationId} is in no round`);

    const sent = events
      .filter(({ type }) => type === 'application-submitted')
      .map(({ data, at }) => ({ name: Number(data.no), at, sha256: String(data.sha256) }));
    const now = isMember && isEditable(application) ? [{ name: 'now' } as const] : [];
    const versions: readonly ListedVersion[] = [...sent, ...now];
    const known = (name: VersionName | undefined) => versions.find((one) => one.name === name)?.name;
    const wrong = Object.entries({ from, to }).filter(([, name]) => name !== undefined && !known(name));
    if (wrong.length > 0)
      return fail({
        kind: 'invalid-input',
        fields: wrong.map(([path]) => ({ path, code: 'no-such-version' })),
      });

    const [later, earlier] = [known(to) ?? versions.at(-1)?.name, known(from) ?? versions.at(-2)?.name];
    const read = async (name: VersionName): Promise<Version> => {
      if (name === 'now') return writtenNow(ports, application, round);
      const [submission, people] = await Promise.all([
        ports.submissions.find(applicationId, name),
        ports.submissions.people(applicationId, name),
      ]);
      if (!submission) throw new Error(`Submission ${name} of ${applicationId} is gone`);
      const snapshot = snapshotSchema.parse(JSON.parse(submission.snapshot));
      return readSnapshot(snapshot, { people, terms: round, sight });
    };
    const both =
      earlier !== undefined && later !== undefined
        ? await Promise.all([read(earlier), read(later)])
        : undefined;
    return ok({
      application: isMember ? shownToApplicant(application, round) : application,
      number: receiptNumber(applicationId),
      round,
      versions,
      ...(both && earlier !== undefined && { from: earlier }),
      ...(both && later !== undefined && { to: later }),
      people: sight.people ? 'shown' : 'hidden',
      ...(both ? compareSnapshots(...both, round) : { sections: [], files: [], others: [] }),
    });
  };

const sightOfStaff = ({ sightFor }: Ports, person: Person, application: Application) =>
  isStaff(person) && application.submission ? sightFor(person, application) : undefined;

/** The draft as it would be sent: its sections as written, the files that are there. Nobody has signed it yet. */
const writtenNow = async ({ drafts }: Ports, application: Application, terms: Round): Promise<Version> => {
  const draft = await drafts.find(application.id);
  const { sections = [], attachments = [] } = draft ?? {};
  const views = sectionViews({ sections, attachments: [], terms });
  const data = Object.fromEntries(views.map(({ id, data: of }) => [id, of])) as Version['sections']; // All twelve.
  return {
    sections: data,
    attachments: attachments.map(({ id, name, type, size }) => ({
      id,
      name,
      type,
      size: size ?? 0,
      etag: '',
    })),
  };
};
