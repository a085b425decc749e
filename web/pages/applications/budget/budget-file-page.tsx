import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { BudgetPreview } from '../../../../shared/applications/budget-file.ts';
import { budgetForm } from '../../../../shared/applications/sections/budget.ts';
import { budgetRulesOf } from '../../../../shared/applications/sections/forms.ts';
import type { SectionProblem } from '../../../../shared/applications/sections/problem.ts';
import { fitted } from '../../../../shared/applications/sections/section-form.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { ErrorSummary } from '../../../components/form/error-summary.tsx';
import { Form } from '../../../components/form/form.tsx';
import { type FormState, formOf } from '../../../components/form/form-state.ts';
import { TextArea } from '../../../components/form/text-area.tsx';
import { Notice } from '../../../components/notice.tsx';
import type { View } from '../../../view.ts';
import { ApplicationFrame } from '../application-frame.tsx';
import { BudgetTable } from '../reading/budget-table.tsx';
import { pathOf } from '../task-stops.ts';
import { partsOf, problemWords, questionOf } from '../words.ts';

type Props = {
  view: View;
  seen: ApplicationView;
  /** What was sent to be looked at, and what came of it. */
  csv?: string;
  preview?: BudgetPreview | undefined;
  failure?: Failure | undefined;
};

const asked = { section: 'budget', questions: [] } as const;

/** "Row 4, Cost of each, in dollars": as a spreadsheet numbers its rows, the names of the columns being the first. */
const cellName = (view: View, path: string): string => {
  const { at, field } = partsOf(path);
  if (at === undefined)
    return path === '' ? view.t('forms.csv.text') : questionOf(view, asked, `lines.0.${path}`);
  return view.t('forms.csv.row', { row: at, column: questionOf(view, asked, `lines.0.${field}`) });
};

const fileProblem = (view: View, problem: SectionProblem): string =>
  problemWords(view, { ...asked, nameOf: (path) => cellName(view, path) }, problem);

const formState = ({ view, csv = '', preview, failure }: Props): FormState => {
  const problems = preview?.problems ?? [];
  const refused =
    failure ?? (problems.length > 0 ? { kind: 'invalid-input' as const, fields: [] } : undefined);
  const form = formOf(view, {
    values: { csv },
    failure: refused,
    labels: { csv: view.t('forms.csv.text') },
  });
  return {
    ...form,
    // Each leads to the field that holds the lines: a cell has no place of its own on the page.
    problems: problems.map((problem) => ({ name: 'csv', words: fileProblem(view, problem) })),
    error: (name) =>
      name === 'csv' && problems.length > 0 ? view.t('error.summary', { count: problems.length }) : undefined,
  };
};

const Upload = ({ view, form }: { view: View; form: FormState }) => {
  const { t } = view;
  return (
    <Form view={view} class="gap-4">
      <h3 class="h-lg">{t('forms.csv.in')}</h3>
      <div
        class="gap-3"
        hidden
        data-csv-into="csv"
        data-utf8={t('forms.csv.read-utf8', { name: '[name]' })}
        data-sjis={t('forms.csv.read-sjis', { name: '[name]' })}
      >
        <label for="csv-file">{t('forms.csv.file')}</label>
        <span class="hint" id="csv-file-hint">
          {t('forms.csv.file.hint')}
        </span>
        <input type="file" id="csv-file" accept=".csv,.tsv,.txt,text/csv" aria-describedby="csv-file-hint" />
        <p class="small" role="status" data-csv-status="" />
      </div>
      <div class="gap-3">
        <TextArea form={form} name="csv" hint={t('forms.csv.text.hint')} rows={12} class="wide" />
      </div>
      <p class="small soft gap-2">{t('forms.csv.columns.note')}</p>
      <div class="acts gap-3">
        <button class="go" type="submit" name="do" value="check">
          {t(form.failure ? 'forms.csv.again' : 'forms.csv.check')}
        </button>
      </div>
      <p class="small soft gap-1">{t('forms.csv.check.next')}</p>
    </Form>
  );
};

const Incomplete = ({
  view,
  seen,
  lines,
}: Pick<Props, 'view' | 'seen'> & { lines: BudgetPreview['file'] }) => {
  const form = budgetForm(budgetRulesOf(seen.round));
  const checked = form.complete(fitted(form, { lines }));
  if (checked.ok) return null;
  return (
    <div class="gap-3">
      <Notice>
        <p>{view.t('forms.csv.breaks')}</p>
        <ul>
          {checked.failure.map((problem) => (
            <li>{problemWords(view, asked, problem)}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
};

const Preview = ({ view, seen, csv = '', preview }: Props & { preview: BudgetPreview }) => {
  const { t } = view;
  const { now, file, leftOut, version } = preview;
  const table = { view, round: seen.round };
  return (
    <>
      <h3 class="h-lg gap-4">{t('forms.csv.preview')}</h3>
      <h4 class="h-md gap-3">{t('forms.csv.now', { count: now.length })}</h4>
      {now.length > 0 && <BudgetTable {...table} data={{ lines: now }} />}
      <h4 class="h-md gap-4">{t('forms.csv.then', { count: file.length })}</h4>
      <BudgetTable {...table} data={{ lines: file }} />
      {leftOut.length > 0 && (
        <p class="small soft gap-2">
          {t('forms.csv.left-out', { names: leftOut.join(view.language === 'ja' ? '、' : ', ') })}
        </p>
      )}
      <Incomplete view={view} seen={seen} lines={file} />
      <Form view={view} version={version} class="gap-4">
        <input type="hidden" name="csv" value={csv} />
        <div class="acts">
          <button class="go" type="submit" name="do" value="replace">
            {t('forms.csv.replace')}
          </button>
          <button class="linkish" type="submit" name="do" value="correct">
            {t('forms.csv.again')}
          </button>
        </div>
        <p class="small soft gap-1">{t('forms.csv.replace.next')}</p>
      </Form>
    </>
  );
};

/** The budget out to a spreadsheet and back. Nothing is replaced unseen, and nothing by half. */
export const BudgetFilePage = (props: Props) => {
  const { view, seen, preview, failure } = props;
  const { t } = view;
  const form = formState(props);
  const path = (part: string) => view.href(pathOf(seen.application.id, part));
  const mayEdit = seen.actions.includes('edit');
  return (
    <ApplicationFrame view={view} seen={seen} title={t('forms.csv.title')} here="budget">
      <ErrorSummary form={form} kept={t('forms.csv.nothing')} />
      {failure?.kind === 'stale' && <p class="gap-2">{t('forms.csv.stale')}</p>}
      <section class="gap-4" aria-labelledby="csv-title">
        <h2 id="csv-title">{t('forms.csv.title')}</h2>
        <p class="gap-1">{t('forms.csv.lede')}</p>
        <p class="gap-3">
          <a class="tap" href={path('budget.csv')}>
            {t('forms.csv.out')}
          </a>
        </p>
        <p class="small soft gap-1">{t('forms.csv.out.note')}</p>
        {mayEdit && preview && preview.problems.length === 0 ? (
          <Preview {...props} preview={preview} />
        ) : (
          mayEdit && <Upload view={view} form={form} />
        )}
        <p class="gap-4">
          <a class="tap" href={path('budget')}>
            {t('forms.csv.back')}
          </a>
        </p>
      </section>
    </ApplicationFrame>
  );
};
