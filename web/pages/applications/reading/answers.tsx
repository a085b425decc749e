import type { SectionId } from '../../../../shared/applications/application.ts';
import { type FormTerms, formOf } from '../../../../shared/applications/sections/forms.ts';
import { type SectionData, textOf } from '../../../../shared/applications/sections/section-form.ts';
import { measureText, type TextLimit } from '../../../../shared/applications/sections/text-length.ts';
import { askedQuestions } from '../../../../shared/programs/extra-question.ts';
import { type Entry, SummaryList } from '../../../components/lists.tsx';
import type { View } from '../../../view.ts';
import { answerText } from '../sections/row-summary.ts';
import { rowsIn } from '../sections/section-data.ts';
import { questionOf, rowName } from '../words.ts';
import { BudgetTable } from './budget-table.tsx';
import { FilesTable, sizeText } from './files-table.tsx';
import type { ShownFile } from './shown-files.ts';

type Props = {
  view: View;
  section: SectionId;
  data: SectionData;
  round: FormTerms;
  /** Shown in the section of attachments, or at the further question that a file answers. */
  files: readonly ShownFile[];
  /** Where they open; not on the pages of those who have only a link. */
  filesAt?: string | undefined;
  /** In print: how long each text is, in its own unit. */
  counted?: boolean;
};

/** A person's own words keep their line breaks; an empty answer says so. */
const Words = ({ view, text }: { view: View; text: string }) =>
  text === '' ? (
    <span class="soft">{view.t('applications.check.empty')}</span>
  ) : (
    <span class="words">{text}</span>
  );

const Count = ({ view, text, limit }: { view: View; text: string; limit: TextLimit }) => {
  const { unit, count } = measureText(text);
  return <small class="soft"> {view.t(`forms.print.${unit}`, { count, max: limit[unit] })}</small>;
};

const Files = ({ view, data, files: all, filesAt }: Props) => {
  const files = all.filter(({ questionId }) => questionId === undefined);
  return files.length === 0 && textOf(data, 'none') === 'yes' ? (
    <p>{view.t('applications.field.attachments.none')}</p>
  ) : (
    <FilesTable view={view} files={files} filesAt={filesAt} />
  );
};

/** The files that answer one question; a gap says so. */
const GivenFiles = ({ view, files, filesAt }: Pick<Props, 'view' | 'files' | 'filesAt'>) =>
  files.length === 0 ? (
    <Words view={view} text="" />
  ) : (
    <ul class="plain">
      {files.map(({ id, name, bytes, state }) => (
        <li>
          {filesAt && state === 'ready' ? (
            <a class="tap words" href={view.href(`${filesAt}/${id}`)}>
              {name}
            </a>
          ) : (
            <span class="words">{name}</span>
          )}{' '}
          <small class="soft">
            {sizeText(view, bytes)}
            {state !== 'ready' && ` · ${view.t(`files.state.${state}`)}`}
          </small>
        </li>
      ))}
    </ul>
  );

/** What was answered in one section, to be read: on the check page, after submission, by the official, in print. */
export const Answers = (props: Props) => {
  const { view, section, data, round } = props;
  if (section === 'attachments') return <Files {...props} />;
  const form = formOf(section, round);
  const { fields, lists } = form;
  const isAsked = form.isAsked(data);
  const asked = { section, questions: round.extraQuestions };
  const entryOf = (name: string, typed: string, field: (typeof fields)[string]): Entry => ({
    label: questionOf(view, asked, name),
    value: (
      <>
        <Words view={view} text={answerText(view, { section, path: name, field, typed })} />
        {props.counted && field.limit && typed.trim() !== '' && (
          <Count view={view} text={typed} limit={field.limit} />
        )}
      </>
    ),
  });
  const fieldEntry = ([name, field]: readonly [string, (typeof fields)[string]]) =>
    entryOf(name, textOf(data, name), field);
  const entries =
    section === 'questions'
      ? askedQuestions(round.extraQuestions, data).map(({ id }): Entry => {
          const field = fields[id];
          if (field) return fieldEntry([id, field]);
          const given = props.files.filter(({ questionId }) => questionId === id);
          return {
            label: questionOf(view, asked, id),
            value: <GivenFiles view={view} files={given} filesAt={props.filesAt} />,
          };
        })
      : Object.entries(fields)
          .filter(([name]) => isAsked(name))
          .map(fieldEntry);
  return (
    <>
      {entries.length > 0 && <SummaryList entries={entries} />}
      {section === 'budget' ? (
        <BudgetTable view={view} data={data} round={round} />
      ) : (
        Object.entries(lists).map(([list, columns]) => (
          <>
            {rowsIn(data, list).length === 0 && <p class="soft">{view.t('applications.list.none')}</p>}
            {rowsIn(data, list).map((row, at) => (
              <div class="gap-2">
                <p>
                  <strong>{rowName(view, section, list, at)}</strong>
                </p>
                <SummaryList
                  entries={Object.entries(columns.fields).map(([name, field]) =>
                    entryOf(`${list}.${at}.${name}`, row[name] ?? '', field),
                  )}
                />
              </div>
            ))}
          </>
        ))
      )}
    </>
  );
};
