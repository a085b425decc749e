import { stringify } from 'csv-stringify/sync';
import { type SectionId, sectionIds } from '../applications/application.ts';
import { formOf } from '../applications/sections/forms.ts';
import type { Round } from '../programs/round.ts';
import type { ExportedApplication } from './exported-application.ts';

/** For people's spreadsheets: a text that would be read as a formula begins with an apostrophe. */
const forPeople = { escape_formulas: true, header: false } as const;

/** A byte order mark, by which spreadsheets know that this is UTF-8. */
const mark = '\ufeff';

/** Control characters at its start would hide a formula's sign from whoever looks at the first character. */
const bare = (text: string) => text.replace(/^[\p{Cc}\ufeff]+/u, '');

const dollars = (cents: number | undefined) => (cents === undefined ? '' : (cents / 100).toFixed(2));

type Column = { readonly head: string; readonly cell: (one: ExportedApplication) => string };

const column = (head: string, cell: (one: ExportedApplication) => string | number | boolean | undefined) => ({
  head,
  cell: (one: ExportedApplication) => String(cell(one) ?? ''),
});

/** One line for each entry of a list, its parts by name. */
const linesOf = (rows: readonly Readonly<Record<string, string>>[]): string =>
  rows
    .map((row) =>
      Object.entries(row)
        .filter(([, text]) => text !== '')
        .map(([name, text]) => `${name}: ${text}`)
        .join('; '),
    )
    .join('\n');

const cellOf = (one: ExportedApplication, id: SectionId, name: string) => {
  const value = one.sections[id]?.[name];
  return typeof value === 'string' ? value : linesOf(value ?? []);
};

const sectionColumns = (round: Round): readonly Column[] =>
  sectionIds
    .filter((id) => id !== 'questions')
    .flatMap((id) => {
      const { fields, lists } = formOf(id, round);
      return [...Object.keys(fields), ...Object.keys(lists)].map((name) =>
        column(`${id}.${name}`, (one) => cellOf(one, id, name)),
      );
    });

/** Every question that any of the forms asks, under its latest label. */
const questionColumns = (forms: readonly Round[]): readonly Column[] => {
  const labels = new Map(
    forms.toReversed().flatMap(({ extraQuestions }) => extraQuestions.map(({ id, label }) => [id, label.en])),
  );
  return [...labels].map(([id, label]) =>
    column(`questions.${id} ${label}`, ({ questions }) => questions.find((one) => one.id === id)?.answer),
  );
};

const reviewsOf = ({ reviews }: ExportedApplication) => reviews?.reviews ?? [];

const criterionColumns = ({ rubric }: Round): readonly Column[] =>
  rubric.criteria.flatMap(({ id }) => [
    column(`criterion.${id}.scores`, (one) =>
      reviewsOf(one)
        .flatMap(({ criteria }) => criteria.find((criterion) => criterion.id === id)?.score ?? [])
        .join('; '),
    ),
    column(`criterion.${id}.comments`, (one) =>
      reviewsOf(one)
        .flatMap(({ reviewer, criteria }) => {
          const comment = criteria.find((criterion) => criterion.id === id)?.comment;
          return comment ? [`${reviewer}: ${comment}`] : [];
        })
        .join('\n'),
    ),
  ]);

/** One row an application. Its columns are the round's: every section, question, criterion and file has its own. */
export const exportColumns = (round: Round, forms: readonly Round[]): readonly Column[] => [
  column('number', ({ number }) => number),
  column('title', ({ title }) => title),
  column('status', ({ status }) => status),
  column('us', ({ us }) => us),
  column('state', ({ state }) => state),
  column('jp', ({ jp }) => jp),
  column('jp_ja', ({ jpJa }) => jpJa),
  column('prefecture', ({ prefecture }) => prefecture),
  column('organisation', ({ organisation }) => organisation),
  column('partnership', ({ partnershipId }) => partnershipId),
  column('theme', ({ theme }) => theme),
  column('first_time', ({ firstTime }) => (firstTime ? 'yes' : 'no')),
  column('requested', ({ requestedCents }) => dollars(requestedCents)),
  column('match', ({ matchCents }) => dollars(matchCents)),
  column('submission_no', ({ submission }) => submission.no),
  column('submitted_at', ({ submission }) => submission.at),
  column('on_paper', ({ paper }) => (paper ? 'yes' : 'no')),
  column('paper_received_on', ({ paper }) => paper?.receivedOn),
  column('sha256', ({ submission }) => submission.sha256),
  column('round_version', ({ submission }) => submission.roundVersion),
  ...sectionColumns(round),
  ...questionColumns([round, ...forms]),
  column('eligibility_check', ({ eligibilityCheck }) => eligibilityCheck?.result),
  column('eligibility_checked_at', ({ eligibilityCheck }) => eligibilityCheck?.at),
  column('eligibility_findings', ({ eligibilityCheck }) =>
    eligibilityCheck?.findings.map(({ kind, standing }) => `${kind}: ${standing}`).join('\n'),
  ),
  column('attachments', ({ attachments }) =>
    attachments.map(({ name, type, size }) => `${name}; ${type}; ${size}`).join('\n'),
  ),
  column('signed_title', ({ signOff }) => signOff.title),
  column('signed_at', ({ signOff }) => signOff.at),
  column('confirmation', ({ confirmation }) => confirmation?.status),
  column('confirmation_domain', ({ confirmation }) => confirmation?.domain),
  column('confirmation_at', ({ confirmation }) => confirmation?.answeredAt),
  column('confirmation_note', ({ confirmation }) => confirmation?.note),
  column('rank', ({ reviews }) => reviews?.rank),
  column('mean', ({ reviews }) => reviews?.mean?.toFixed(6)),
  ...criterionColumns(round),
  column('notes_to_committee', (one) =>
    reviewsOf(one)
      .flatMap(({ reviewer, noteToCommittee }) =>
        noteToCommittee ? [`${reviewer}: ${noteToCommittee}`] : [],
      )
      .join('\n'),
  ),
  column('feedback_to_applicant', (one) =>
    reviewsOf(one)
      .flatMap(({ feedbackToApplicant }) => feedbackToApplicant || [])
      .join('\n'),
  ),
  column('decision', ({ decision, outcome }) => decision?.decision ?? outcome?.decision),
  column('decision_status', ({ decision }) => decision?.status),
  column('amount', ({ decision, outcome }) => dollars(decision?.amountCents ?? outcome?.amountCents)),
  column('decision_reason', ({ decision }) => decision?.reason),
];

export const csvHead = (columns: readonly Column[]): string =>
  mark + stringify([columns.map(({ head }) => bare(head))], forPeople);

export const csvRow = (columns: readonly Column[], one: ExportedApplication): string =>
  stringify([columns.map(({ cell }) => bare(cell(one)))], forPeople);
