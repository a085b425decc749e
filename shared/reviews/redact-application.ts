import type { Applications } from '../applications/application.port.ts';
import { snapshotSchema } from '../applications/snapshot.ts';
import type { Submissions } from '../applications/submission.port.ts';
import type { People, Submission } from '../applications/submission.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, InvalidInput, NotFound, Stale } from '../kernel/failure.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { sightOf } from './blinding.ts';
import { isClear } from './may-read.ts';
import { type ReadableApplication, readableApplication } from './readable-application.ts';
import { redactableTexts } from './redactable-texts.ts';
import type { Redactions } from './redaction.port.ts';
import { type FileRule, fileRule, type Redaction } from './redaction.ts';
import * as steps from './redaction-steps.ts';
import type { ClearancePorts } from './staff-clearance.ts';

type Ports = ClearancePorts & {
  applications: Pick<Applications, 'find'>;
  rounds: Pick<Rounds, 'find'>;
  submissions: Pick<Submissions, 'find' | 'people'>;
  redactions: Redactions;
};
type Of = { applicationId: string };
type Versioned = Of & { version: number };

/** What staff have hidden of one application, and the application as reviewers read it, without people's names. */
export type RedactionView = {
  readonly applicationId: string;
  readonly title: string;
  readonly pair: { readonly us: string; readonly jp: string; readonly jpJa: string };
  readonly round: Round;
  readonly version: number;
  readonly passages: Redaction['passages'];
  readonly files: readonly { readonly id: string; readonly name: string; readonly rule: FileRule }[];
  /** The fields that a passage can be hidden in. */
  readonly paths: readonly string[];
  readonly seen: ReadableApplication;
};

type Found = {
  readonly submission: Submission;
  readonly people: People;
  readonly redaction: Redaction | undefined;
  readonly round: Round;
  readonly title: string;
  readonly pair: RedactionView['pair'];
};

const open =
  (ports: Ports): UseCase<Of, Found, NotFound> =>
  async (actor, { applicationId }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const application = await ports.applications.find(applicationId);
    if (!application?.submission) return fail({ kind: 'not-found' });
    const { no } = application.submission;
    const [allowed, round, submission, people, redaction] = await Promise.all([
      isClear(ports)(actor, application),
      ports.rounds.find(application.roundId, application),
      ports.submissions.find(applicationId, no),
      ports.submissions.people(applicationId, no),
      ports.redactions.find(applicationId),
    ]);
    if (!allowed || !round || !submission) return fail({ kind: 'not-found' });
    const { title, pair } = application;
    return ok({ submission, people, redaction, round, title, pair });
  };

/** For staff without a conflict: what is hidden, and what reviewers read. */
export const viewRedaction = (ports: Ports): UseCase<Of, RedactionView, NotFound> => {
  const find = open(ports);
  return async (actor, { applicationId }, call) => {
    const found = await find(actor, { applicationId }, call);
    if (!found.ok) return found;
    const { submission, people, redaction, round, title, pair } = found.value;
    const { attachments } = snapshotSchema.parse(JSON.parse(submission.snapshot));
    return ok({
      applicationId,
      title,
      pair,
      round,
      version: redaction?.version ?? 0,
      passages: redaction?.passages ?? [],
      files: attachments.map(({ id, name }) => ({ id, name, rule: fileRule(redaction, id) })),
      paths: [...new Set(redactableTexts(submission, round, people).map(([path]) => path))],
      // People are left out here as on the application's page: reading them is an act of its own, kept in the history.
      seen: readableApplication(submission, round, {
        ...sightOf(round, 'reviewing', redaction),
        people: false,
      }),
    });
  };
};

type Failures = NotFound | Conflict | Stale | InvalidInput;
type Changed = { redaction: Redaction; events: readonly DomainEvent[] };

const change =
  <Input extends Versioned>(
    ports: Ports,
    step: (input: Input, found: Found, by: { by: string; at: Date }) => Result<Changed, Stale | InvalidInput>,
  ): UseCase<Input, Redaction, Failures> =>
  async (actor, input, call) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const found = await open(ports)(actor, input, call);
    if (!found.ok) return found;
    const stepped = step(input, found.value, { by: actor.personId, at: call.receivedAt });
    if (!stepped.ok) return stepped;
    const { redaction, events } = stepped.value;
    // What stands already is not written again.
    if (events.length === 0) return ok(redaction);
    const saved = await ports.redactions.save(redaction, events);
    return saved.ok ? ok(redaction) : saved;
  };

const read = ({ applicationId, version }: Versioned, { redaction }: Found) => ({
  applicationId,
  version,
  redaction,
});

/** Hides words from reviewers; the submission stays as it was sent. Nobody gets mail. */
export const hidePassage = (ports: Ports) =>
  change<Versioned & { path: string; text: string }>(ports, (input, found, by) =>
    steps.hidePassage(
      read(input, found),
      input,
      redactableTexts(found.submission, found.round, found.people),
      by,
    ),
  );

/** Shows hidden words to reviewers again. */
export const showPassage = (ports: Ports) =>
  change<Versioned & { passageId: string }>(ports, (input, found, by) =>
    steps.showPassage(read(input, found), input.passageId, by),
  );

/** Gives a file to reviewers under a neutral name, keeps it from them, or leaves it to the round. */
export const ruleFile = (ports: Ports) =>
  change<Versioned & { attachmentId: string; rule: FileRule }>(ports, (input, found, by) => {
    const { attachments } = snapshotSchema.parse(JSON.parse(found.submission.snapshot));
    const known = attachments.some(({ id }) => id === input.attachmentId);
    return known
      ? steps.ruleFile(read(input, found), input, by)
      : fail({ kind: 'invalid-input', fields: [{ path: 'attachmentId', code: 'unknown-field' }] });
  });
