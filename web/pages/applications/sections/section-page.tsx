import type { Child } from 'hono/jsx';
import { budgetRulesOf, formOf as sectionFormOf } from '../../../../shared/applications/sections/forms.ts';
import { writtenBase } from '../../../../shared/applications/sections/section-base.ts';
import { chosenIn } from '../../../../shared/programs/extra-question.ts';
import { ErrorSummary } from '../../../components/form/error-summary.tsx';
import { Form } from '../../../components/form/form.tsx';
import { type FormState, formOf } from '../../../components/form/form-state.ts';
import { ApplicationFrame, ClosingClocks } from '../application-frame.tsx';
import { filesAlone } from '../reading/shown-files.ts';
import { type Asked, labelOf, partsOf, problemWords } from '../words.ts';
import { BudgetGauge } from './budget-gauge.tsx';
import { Editors, MergedNote } from './editors.tsx';
import { ListEditor } from './list-editor.tsx';
import { QuestionParts } from './question-parts.tsx';
import { GoOn, Save, SavedLine, type SectionPageProps } from './section-acts.tsx';
import { flat, rowsIn } from './section-data.ts';
import { SectionField } from './section-field.tsx';
import { suggestionsFor } from './suggestions.ts';

const formState = ({ view, seen, section, data, failure, checked }: SectionPageProps): FormState => {
  const { round } = seen;
  const asked: Asked = { section: section.id, questions: round.extraQuestions };
  const found = checked && section.problems.length > 0 ? section.problems : [];
  const shown = failure ?? (found.length > 0 ? { kind: 'invalid-input' as const, fields: found } : undefined);
  const problems = shown?.kind === 'invalid-input' ? shown.fields : [];
  const own = sectionFormOf(section.id, round);
  const form = formOf(view, {
    values: flat(own, data),
    failure: shown,
    labels: labelOf(view, asked),
    words: (problem) => problemWords(view, asked, problem),
  });
  return {
    ...form,
    // Several ticked boxes are kept as one text.
    values: (name) =>
      own.fields[name]?.control === 'several' ? form.values(name).flatMap(chosenIn) : form.values(name),
    // At the field one sees which row it is in.
    error: (name) => {
      const problem = problems.find(({ path }) => path === name);
      return problem && problemWords(view, asked, problem, 'field');
    },
  };
};

/** Rows that stand open: wrong ones, the one asked for, and the first of an empty list. */
const openRows = (form: FormState, { data, open }: SectionPageProps, list: string): ReadonlySet<number> => {
  const rows = rowsIn(data, list);
  const wrong = form.problems.flatMap(({ name }) => {
    const { list: of, at } = partsOf(name);
    return of === list && at !== undefined ? [at] : [];
  });
  const [asked, at] = (open ?? '').split('.');
  const wanted = asked === list ? [at === undefined ? rows.length : Number(at)] : [];
  return new Set([...wrong, ...wanted, ...(rows.length === 0 ? [0] : [])]);
};

const lede = ({ view, seen, section }: SectionPageProps) => {
  const { t, format } = view;
  const { maximumAwardCents, matchPercent } = seen.round;
  return t(`applications.lede.${section.id}`, {
    maximum: format.money(maximumAwardCents),
    percent: format.percent(matchPercent),
  });
};

const Questions = (props: SectionPageProps & { form: FormState }) => {
  const { form, section, seen, data } = props;
  const { fields, lists } = sectionFormOf(section.id, seen.round);
  const asked: Asked = { section: section.id, questions: seen.round.extraQuestions };
  // With files there, nobody is asked whether there are none.
  const isMoot = section.id === 'attachments' && filesAlone(seen).length > 0 && form.value('none') === '';
  const wanted = sectionFormOf(section.id, seen.round).isAsked(data);
  const isAsked = ([name]: readonly [string, unknown]) => wanted(name) && !(isMoot && name === 'none');
  if (section.id === 'questions')
    return (
      <QuestionParts
        form={form}
        questions={seen.round.extraQuestions}
        fields={fields}
        data={data}
        seen={seen}
      />
    );
  return (
    <>
      {Object.entries(fields)
        .filter(isAsked)
        .map(([name, field]) => (
          <SectionField form={form} asked={asked} name={name} field={field} />
        ))}
      {Object.entries(lists).map(([list, columns]) => (
        <ListEditor
          form={form}
          asked={asked}
          list={list}
          columns={columns}
          data={data}
          open={openRows(form, props, list)}
        />
      ))}
    </>
  );
};

/** Names offered for a section's lists, from the reference data. */
const Offers = ({ view, seen, section }: Pick<SectionPageProps, 'view' | 'seen' | 'section'>) => {
  const columns = Object.values(sectionFormOf(section.id, seen.round).lists).flatMap(({ fields }) =>
    Object.values(fields),
  );
  const wanted = new Set(columns.flatMap(({ offers }) => offers ?? []));
  const offered = suggestionsFor(view, seen.application.pair);
  return (
    <>
      {[...wanted].map((list) => (
        <datalist id={`offers-${list}`}>
          {offered[list].map(({ value, label }) => (
            <option value={value} {...(label && { label })} />
          ))}
        </datalist>
      ))}
    </>
  );
};

/** One section to write: everything is kept as typed; what is missing is told and never stands in the way. */
export const SectionPage = (props: SectionPageProps & { children?: Child }) => {
  const { view, seen, section, data, failure, checked, children } = props;
  const { t } = view;
  const form = formState(props);
  const title = t(`applications.section.${section.id}`);
  const { round } = seen;
  const rules = budgetRulesOf(round);
  const totals = section.id === 'budget' && {
    'data-totals': '',
    'data-max-cents': rules.maximumAwardCents,
    'data-match-percent': rules.matchPercent,
    'data-indirect-percent': rules.indirectPercent,
  };
  return (
    <ApplicationFrame view={view} seen={seen} title={title} here={section.id}>
      <ClosingClocks view={view} seen={seen} />
      <SavedLine view={view} seen={seen} section={section} />
      <Editors view={view} seen={seen} section={section} />
      {props.merged && <MergedNote view={view} seen={seen} section={section} {...props.merged} />}
      {form.failure && (
        <div class="gap-4">
          <ErrorSummary
            form={form}
            kept={failure ? t('applications.section.refused') : t('applications.section.saved.kept')}
          />
          {checked && !failure && <GoOn {...props} />}
        </div>
      )}
      <section class="gap-4" aria-labelledby="section-title">
        <h2 id="section-title">{title}</h2>
        <p class="gap-1">{lede(props)}</p>
        {children}
        <div class="gap-4" {...totals}>
          {section.id === 'budget' && (
            <>
              <BudgetGauge view={view} data={data} round={round} />
              <p class="small soft gap-2">{t('applications.budget.rule')}</p>
            </>
          )}
          <Form
            view={view}
            version={section.version}
            base={writtenBase(section.data)}
            unsaved={failure !== undefined}
            autosave
          >
            {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: Enter presses a form's first button; this one is for that alone and takes no focus. */}
            <button class="default" type="submit" name="do" value="continue" tabindex={-1} aria-hidden="true">
              {t('applications.section.save-continue')}
            </button>
            <Questions {...props} form={form} />
            <Offers view={view} seen={seen} section={section} />
            <Save {...props} />
          </Form>
        </div>
      </section>
    </ApplicationFrame>
  );
};
