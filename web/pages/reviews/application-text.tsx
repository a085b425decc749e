import type { SectionId } from '../../../shared/applications/application.ts';
import { budgetTotals } from '../../../shared/applications/sections/budget-totals.ts';
import type { Field } from '../../../shared/applications/sections/field.ts';
import { fileQuestions } from '../../../shared/applications/sections/file-questions.ts';
import { type FormTerms, formOf } from '../../../shared/applications/sections/forms.ts';
import { type SectionData, textOf } from '../../../shared/applications/sections/section-form.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { EligibilityTrail } from '../../../shared/programs/eligibility-trail.ts';
import { askedQuestions } from '../../../shared/programs/extra-question.ts';
import type { OfficeAnswer } from '../../../shared/reviews/office-answer.ts';
import type { ReadableApplication } from '../../../shared/reviews/readable-application.ts';
import { type Entry, SummaryList } from '../../components/lists.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { EarlierCheck } from '../applications/reading/trail-findings.tsx';
import { answerText } from '../applications/sections/row-summary.ts';
import { rowsIn } from '../applications/sections/section-data.ts';
import { questionOf, rowName } from '../applications/words.ts';
import { SentOnPaper } from '../papers/paper-mark.tsx';
import { FileLink } from './file-link.tsx';
import { answerEntries, paperEntries } from './office-answer.tsx';
import { Words } from './words.tsx';

type Props = {
  view: View;
  text: ReadableApplication;
  terms: FormTerms;
  sections: readonly SectionId[];
  /** What the Japanese office has answered by now. */
  answer?: OfficeAnswer | undefined;
  /** What was checked before it was started, for staff. */
  check?: EligibilityTrail | undefined;
  /** Where files open: `/reviews/<id>/files`. */
  filesAt: string;
};
type SectionProps = Props & { section: SectionId };

/** What a committee reads, in the order in which it asks. */
export const sectionsToScore = [
  'project',
  'outcomes',
  'delegation',
  'meetings',
  'partners',
  'sustainability',
  'budget',
  'questions',
  'counterpart',
  'attachments',
] as const satisfies readonly SectionId[];

/** Sections that say something: a round without questions of its own has none to read. */
export const shownSections = ({ sections, terms }: Pick<Props, 'sections' | 'terms'>): readonly SectionId[] =>
  sections.filter((section) => section !== 'questions' || terms.extraQuestions.length > 0);

/** The application as it was sent, to be read. What is left out for this reader is left out whole. */
export const ApplicationText = (props: Props) => (
  <>
    <SentOnPaper
      view={props.view}
      paper={props.text.paper}
      at={props.text.at}
      zone={props.view.viewerZone ?? 'UTC'}
    />
    {shownSections(props).map((section, at) => (
      <section class="flow gap-4" id={`s-${section}`} aria-labelledby={`s-${section}-h`}>
        <h2 id={`s-${section}-h`}>
          <span class="no">{at + 1}</span>
          {props.view.t(`applications.section.${section}`)}
        </h2>
        <SectionText {...props} section={section} />
      </section>
    ))}
  </>
);

const SectionText = (props: SectionProps) => {
  const { view, text, terms, section } = props;
  const data: SectionData = text.sections[section];
  const form = formOf(section, terms);
  const { fields, lists } = form;
  const isAsked = form.isAsked(data);
  const shown = Object.entries(fields).filter(
    ([name]) => isAsked(name) && !text.hidden.includes(`${section}.${name}`),
  );
  const asked = { section, questions: terms.extraQuestions };
  const isProse = ([, { control }]: readonly [string, Field]) => control === 'prose';
  const entries = shown
    .filter((one) => !isProse(one))
    .map(([name, field]) => ({
      label: questionOf(view, asked, name),
      value: (
        <Words view={view} text={answerOf(view, { section, path: name, field, typed: textOf(data, name) })} />
      ),
    }));
  const all = section === 'attachments' ? filesOf(props) : [...entries, ...moreOf(props)];
  return (
    <>
      {all.length > 0 && <SummaryList entries={all} />}
      {section === 'attachments' && all.length === 0 && <p class="soft">{view.t('reviews.text.no-files')}</p>}
      {shown.filter(isProse).map(([name]) => (
        <>
          <h3 class="h-md">{questionOf(view, asked, name)}</h3>
          <p class="words">
            <Words view={view} text={textOf(data, name) || view.t('site.none')} />
          </p>
        </>
      ))}
      {Object.keys(lists).map((list) => (
        <Rows {...props} list={list} />
      ))}
      {section === 'eligibility' && props.check && (
        <EarlierCheck view={view} trail={props.check} zone={view.viewerZone ?? 'UTC'} />
      )}
    </>
  );
};

type Answer = { section: SectionId; path: string; field: Field; typed: string };
const answerOf = (view: View, answer: Answer) => answerText(view, answer) || view.t('site.none');

/** What stands beside a section's answers: sums, and what the office in Japan said. */
const moreOf = (props: SectionProps): Entry[] => {
  const { view, text, section, answer } = props;
  const { t, format } = view;
  if (section === 'budget') {
    const { requestedCents, matchCents } = budgetTotals(text.sections.budget);
    return [
      { label: t('reviews.text.requested'), value: <span class="num">{format.money(requestedCents)}</span> },
      { label: t('reviews.text.match'), value: <span class="num">{format.money(matchCents)}</span> },
    ];
  }
  if (section === 'declaration') {
    const { name, title, at, signedOn } = text.signOff;
    const who = [name, title].filter(Boolean).join(', ');
    const label = t('reviews.text.signed');
    return [
      {
        label,
        value: (
          <>
            <Words view={view} text={who} />
            <br />
            {signedOn ? (
              t('paper.sign.on-paper', {
                on: format.date(signedOn),
                when: format.date(at, view.viewerZone ?? 'UTC'),
              })
            ) : (
              <Time view={view} at={at} zone={view.viewerZone ?? 'UTC'} />
            )}
          </>
        ),
      },
    ];
  }
  if (section === 'questions') return fileAnswers(props);
  return section === 'counterpart'
    ? [...answerEntries(view, text, answer), ...paperEntries({ view, text, filesAt: props.filesAt })]
    : [];
};

const Rows = ({ view, text, terms, section, list }: SectionProps & { list: string }) => {
  const rows = rowsIn(text.sections[section], list);
  const fields = Object.entries(formOf(section, terms).lists[list]?.fields ?? {});
  const asked = { section, questions: terms.extraQuestions };
  const columns = fields.filter(([name]) => !text.hidden.includes(`${section}.${list}.${name}`));
  return rows.length === 0 ? (
    <p class="soft">{view.t('reviews.text.no-rows')}</p>
  ) : (
    <Table
      caption={view.t(`applications.section.${section}`)}
      soft
      dense
      cards
      rows={rows}
      columns={columns.map(([name, field], at) => ({
        head: questionOf(view, asked, `${list}.0.${name}`),
        names: at === 0,
        num: field.control === 'money' || field.control === 'integer',
        cell: (row: Readonly<Record<string, string>>) =>
          at === 0 && (row[name] ?? '').trim() === '' ? (
            // A row is named all the same: "Traveler 2" where no name was given.
            <span class="soft">{rowName(view, section, list, rows.indexOf(row))}</span>
          ) : (
            <Words
              view={view}
              text={answerOf(view, { section, path: `${list}.0.${name}`, field, typed: row[name] ?? '' })}
            />
          ),
      }))}
    />
  );
};

/** The files that stand by themselves; the others stand at the question that they answer. */
const filesOf = ({ view, text, filesAt }: SectionProps): Entry[] =>
  text.attachments
    .filter(({ questionId }) => questionId === undefined)
    .map((file, at) => ({
      label: view.t('reviews.text.file', { no: at + 1 }),
      value: (
        <>
          <FileLink view={view} file={file} filesAt={filesAt} />
          {file.standsFor && (
            <>
              <br />
              <small class="soft">{view.t(`files.stands-for.${file.standsFor}`)}</small>
            </>
          )}
        </>
      ),
    }));

const fileAnswers = ({ view, text, terms, filesAt }: SectionProps): Entry[] =>
  fileQuestions(askedQuestions(terms.extraQuestions, text.sections.questions)).map(({ id, label }) => {
    const given = text.attachments.filter(({ questionId }) => questionId === id);
    return {
      label: inLanguage(label, view.language),
      value:
        given.length === 0
          ? view.t('site.none')
          : given.map((file, at) => (
              <>
                {at > 0 && <br />}
                <FileLink view={view} file={file} filesAt={filesAt} />
              </>
            )),
    };
  });
