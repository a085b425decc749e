import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Applications } from './application.port.ts';
import { belonging, mayWrite } from './belonging.ts';
import type { Drafts } from './draft.port.ts';
import type { Saved, SaveInput, SaveSectionFailure } from './save-section.ts';
import { type BudgetWords, readBudgetCsv, writeBudgetCsv } from './sections/budget-csv.ts';
import type { SectionProblem } from './sections/problem.ts';

type Ports = { drafts: Pick<Drafts, 'find'> };
type Row = Readonly<Record<string, string>>;
/** `words` is how the caller's language names columns and categories; ids are always understood. */
type Of = { applicationId: string; words?: readonly BudgetWords[] };

const budgetOf = async ({ drafts }: Ports, applicationId: string) => {
  const draft = await drafts.find(applicationId);
  const section = draft?.sections.find(({ id }) => id === 'budget');
  const lines = section?.data.lines;
  return {
    application: draft?.application,
    version: section?.version ?? 0,
    lines: typeof lines === 'object' ? lines : [],
  };
};

/** The lines as they stand, for a spreadsheet: UTF-8 with a byte order mark, nothing in it a formula. */
export const exportBudget =
  (ports: Ports): UseCase<Of, { csv: string; version: number }, NotFound> =>
  async (actor, { applicationId, words }) => {
    const { application, version, lines } = await budgetOf(ports, applicationId);
    if (!application || !belonging(actor, application)) return fail({ kind: 'not-found' });
    return ok({ csv: writeBudgetCsv({ lines }, words?.[0]), version });
  };

export type BudgetPreview = {
  /** Of the section as it stands: what an import has to name. */
  readonly version: number;
  readonly now: readonly Row[];
  /** What would stand there instead; none while anything is wrong. */
  readonly file: readonly Row[];
  readonly leftOut: readonly string[];
  readonly problems: readonly SectionProblem[];
};

/** What an import would replace, and with what; it changes nothing. */
export const previewBudget =
  (ports: Ports): UseCase<Of & { csv: string }, BudgetPreview, NotFound> =>
  async (actor, { applicationId, csv, words }) => {
    const { application, version, lines } = await budgetOf(ports, applicationId);
    if (!application || !belonging(actor, application)) return fail({ kind: 'not-found' });
    const read = readBudgetCsv(csv, words);
    const found = read.ok
      ? { file: read.value.lines, leftOut: read.value.leftOut, problems: [] }
      : { file: [], leftOut: [], problems: read.failure };
    return ok({ version, now: lines, ...found });
  };

type SavePorts = {
  applications: Pick<Applications, 'find'>;
  saveSection: UseCase<SaveInput, Saved, SaveSectionFailure>;
};

/** Replaces every line by those of the file, or none: a file with anything wrong in it changes nothing. */
export const importBudget =
  ({
    applications,
    saveSection,
  }: SavePorts): UseCase<Of & { csv: string; version: number }, Saved, SaveSectionFailure> =>
  async (actor, { applicationId, csv, version, words }, call) => {
    const read = readBudgetCsv(csv, words);
    if (read.ok) {
      const data = { lines: read.value.lines };
      return saveSection(actor, { applicationId, sectionId: 'budget', version, data }, call);
    }
    const application = await applications.find(applicationId);
    return application && mayWrite(actor, application)
      ? fail({ kind: 'invalid-input', fields: read.failure })
      : fail({ kind: 'not-found' });
  };
