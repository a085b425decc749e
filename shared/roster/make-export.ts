import type { People } from '../accounts/account.port.ts';
import { visibleStatus } from '../applications/application.ts';
import type { Files } from '../applications/attachment.port.ts';
import { fileKey } from '../applications/attachment.ts';
import type { Drafts } from '../applications/draft.port.ts';
import type { Submissions } from '../applications/submission.port.ts';
import type { Decisions } from '../awards/decision.port.ts';
import type { Decision } from '../awards/decision.ts';
import type { Report, Work } from '../jobs/job.port.ts';
import { isStaff, type Person } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import { fail, ok } from '../kernel/result.ts';
import { asForm, formNoOf } from '../programs/form-version.ts';
import type { FormOf } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import { exportedOf } from '../ranking/export-reviews.ts';
import { isFirstTime } from '../ranking/first-time.ts';
import { type SeenRound, type SeenRoundPorts, seenRound } from '../ranking/seen-round.ts';
import type { Reviews } from '../reviews/review.port.ts';
import type { ExportFiles, Exports, ZipEntry } from './export.port.ts';
import { type Export, exportDays, exportKey, exportLimitBytes, exportTypes } from './export.ts';
import { csvHead, csvRow, exportColumns } from './export-text.ts';
import { type ExportedApplication, exportedApplication } from './exported-application.ts';
import { wasSent } from './roster-row.ts';
import type { Clearance } from './seen-roster.ts';
import { stillClear } from './still-clear.ts';

export type MakeExportPorts = Omit<SeenRoundPorts, 'applications' | 'reviews'> & {
  applications: SeenRoundPorts['applications'] & Parameters<typeof isFirstTime>[0]['applications'];
  reviews: SeenRoundPorts['reviews'] & Pick<Reviews, 'ofApplication' | 'revisionsOf'>;
  exports: Pick<Exports, 'find' | 'chosenIn' | 'save'>;
  submissions: Pick<Submissions, 'find'>;
  drafts: Pick<Drafts, 'find'>;
  attachments: Pick<Files, 'find'>;
  decisions: Pick<Decisions, 'ofApplications'>;
  people: Pick<People, 'find'>;
  clearance: Clearance;
  files: ExportFiles;
  clock: Clock;
};

/** The try is no longer this one's to do: a source in the middle of being read says so by throwing. */
class Stopped extends Error {}

/** Applications read at once. */
const atOnce = 10;

type Making = {
  readonly ports: MakeExportPorts;
  readonly asked: Export;
  readonly round: Round;
  /** The round as each application's own form has it, by the form's number. */
  readonly forms: ReadonlyMap<number, Round>;
  readonly ids: readonly string[];
  /** The round's reviews as far as the asker may see them. */
  readonly seen: SeenRound;
  readonly report: Report;
};

/**
 * Writes what was asked for, if the asker is still staff and still clear of each application; otherwise it says so, and
 * another one can be asked for. Begun again after a crash it writes the same file anew. Memory holds ten applications and
 * one part of the file, whatever there is to write.
 */
export const makeExport =
  (ports: MakeExportPorts): Work =>
  async (job, report) => {
    const asked = await ports.exports.find(job.about);
    if (!asked) return fail({ kind: 'work-failed', reason: 'facts-missing' });
    if (asked.file) return ok(undefined);
    const [person, ids] = await Promise.all([
      ports.people.find(asked.askedBy),
      ports.exports.chosenIn(asked.id),
    ]);
    const actor: Person | undefined = person?.actor;
    if (!actor || !isStaff(actor)) return fail({ kind: 'work-failed', reason: 'refused' });
    const [clear, seen] = await Promise.all([
      stillClear(ports)(actor, asked.roundId, ids),
      seenRound(ports)(actor, asked.roundId),
    ]);
    if (!seen.ok || !clear) return fail({ kind: 'work-failed', reason: 'refused' });
    const { round } = seen.value;
    const making = {
      ports,
      asked,
      round,
      forms: await formsOf(ports, round, clear),
      ids,
      seen: seen.value,
      report,
    };
    const readable = new Set(seen.value.applications.map(({ id }) => id));
    try {
      const written = await write(making);
      if (written === 'too-large') return fail({ kind: 'work-failed', reason: 'too-large' });
      const now = ports.clock();
      const expires = new Date(now.getTime() + exportDays * 24 * 3_600_000);
      const saved = await ports.exports.save({
        asked: {
          ...asked,
          version: asked.version + 1,
          file: {
            ...written,
            writtenAt: now.toISOString(),
            expiresAt: expires.toISOString(),
            owed: ids.filter((id) => !readable.has(id)),
          },
        },
        events: [],
      });
      return saved.ok ? ok(undefined) : fail({ kind: 'work-failed', reason: 'refused' });
    } catch (error) {
      if (error instanceof Stopped) return fail({ kind: 'stopped' });
      throw error;
    }
  };

/** The forms these applications have, each read once. */
const formsOf = async (
  { rounds }: Pick<MakeExportPorts, 'rounds'>,
  round: Round,
  heads: readonly FormOf[],
): Promise<ReadonlyMap<number, Round>> => {
  const numbers = [...new Set(heads.map(formNoOf))];
  const found = await Promise.all(
    numbers.map(async (no) => [no, (await rounds.find(round.id, asForm(no))) ?? round] as const),
  );
  return new Map(found);
};

const write = async (making: Making): Promise<{ bytes: number; missing: number } | 'too-large'> => {
  const { ports, asked } = making;
  const [key, type] = [exportKey(asked), exportTypes[asked.format]];
  if (asked.format === 'csv')
    return { bytes: await ports.files.write(key, type, csvOf(making, true)), missing: 0 };
  if (asked.format === 'json')
    return { bytes: await ports.files.write(key, type, jsonOf(making, true)), missing: 0 };
  const tally = { attachments: 0, missing: 0 };
  for await (const { attachments } of applicationsOf(making, false))
    for (const { size } of attachments) tally.attachments += size;
  if (tally.attachments > exportLimitBytes) return 'too-large';
  const bytes = await ports.files.write(key, type, ports.files.zip(partsOf(making, tally)));
  return { bytes, missing: tally.missing };
};

/** The texts, then every attachment in a folder of its application's number. */
async function* partsOf(making: Making, tally: { missing: number }): AsyncGenerator<ZipEntry> {
  yield { name: 'applications.csv', bytes: csvOf(making, false) };
  yield { name: 'applications.json', bytes: jsonOf(making, false) };
  const lost: string[] = [];
  for await (const one of applicationsOf(making, true))
    for (const [at, { id, name, etag }] of one.attachments.entries()) {
      const path = `files/${one.number}/${at + 1}-${name.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '_')}`;
      const key = fileKey({ applicationId: one.id, id });
      const stored = await making.ports.attachments.find(key);
      // What no scanner has found clean opens for nobody, here as on the pages.
      const isClean = stored?.scan === 'clean' && stored.etag === etag;
      const bytes = isClean ? await making.ports.files.read(key, etag, stored.versionId) : undefined;
      if (bytes) yield { name: path, bytes };
      else lost.push(path);
    }
  tally.missing = lost.length;
  if (lost.length > 0) yield { name: 'missing-files.txt', bytes: texts([`${lost.join('\n')}\n`]) };
}

async function* texts(of: readonly string[]): AsyncGenerator<string> {
  yield* of;
}

async function* csvOf(making: Making, told: boolean): AsyncGenerator<string> {
  const columns = exportColumns(making.round, [...making.forms.values()]);
  yield csvHead(columns);
  for await (const one of applicationsOf(making, told)) yield csvRow(columns, one);
}

async function* jsonOf(making: Making, told: boolean): AsyncGenerator<string> {
  const { asked, round } = making;
  const about = { round: { id: round.id, name: round.name, version: round.version }, askedAt: asked.askedAt };
  yield `${JSON.stringify({ ...about, filter: asked.filter }).slice(0, -1)},"applications":[\n`;
  let first = true;
  for await (const one of applicationsOf(making, told)) {
    yield `${first ? '' : ',\n'}${JSON.stringify(one)}`;
    first = false;
  }
  yield '\n]}\n';
}

/** Every application with all that its reader may know, some at a time. Asks before each ten whether to go on; `told` is how far. */
async function* applicationsOf(
  { ids, report, ...making }: Making,
  told: boolean,
): AsyncGenerator<ExportedApplication> {
  for (let at = 0; at < ids.length; at += atOnce) {
    if (!(await report(told ? at : 0, ids.length)).ok) throw new Stopped();
    yield* await someOf(making, ids.slice(at, at + atOnce));
  }
}

const someOf = async (
  making: Omit<Making, 'ids' | 'report'>,
  ids: readonly string[],
): Promise<readonly ExportedApplication[]> => {
  const { ports, seen, round, forms, asked } = making;
  const heads = new Map((await ports.applications.many(ids)).map((head) => [head.id, head]));
  const readable = seen.applications.filter(({ id }) => heads.has(id));
  const [reviews, decisions] = await Promise.all([
    exportedOf(ports, seen, readable),
    ports.decisions.ofApplications(readable.map(({ id }) => id)),
  ]);
  const byId = new Map(readable.map(({ id }, at) => [id, reviews[at]]));
  const made = ids.map(async (id) => {
    const head = heads.get(id);
    if (!head || !wasSent(head)) return [];
    // Where the committee's part is left out, so is where the committee stands.
    const status = byId.has(id) ? head.status : visibleStatus(head.status, round.announcedAt !== undefined);
    const application = { ...head, status };
    const [submission, firstTime, draft] = await Promise.all([
      ports.submissions.find(id, application.submission.no),
      isFirstTime(ports)(application),
      // Beside the submission: what was checked before it, and what the Japanese office has said since.
      ports.drafts.find(id),
    ]);
    if (!submission) throw new Error(`Submission ${application.submission.no} of ${id} is missing`);
    const committee = { decision: decisionOf(decisions.get(id)), reviews: byId.get(id) };
    const terms = forms.get(formNoOf(application)) ?? round;
    const known = { application, submission, round: terms, firstTime, language: asked.language };
    return [exportedApplication({ ...known, committee, draft })];
  });
  return (await Promise.all(made)).flat();
};

const decisionOf = (decision: Decision | undefined) => {
  if (!decision) return undefined;
  const { decision: kind, amountCents, status, reason, waitlistRank } = decision;
  return { decision: kind, amountCents, status, reason, ...(waitlistRank !== undefined && { waitlistRank }) };
};
