import { RadioField } from '../../components/form/choice-fields.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { DateField, TextField } from '../../components/form/text-fields.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { LetterProps } from './plan.tsx';
import { answerFields } from './read-answer.ts';

const own = new Set(['arrivesOn', 'leavesOn', 'hosts', 'hopes']);
type OwnField = 'arrivesOn' | 'leavesOn' | 'hosts' | 'hopes';
const isOwn = (field: string): field is OwnField => own.has(field);

/** The office's answer as it is being given: what was typed stays, also where the plan changed meanwhile. */
export const answerForm = ({ view, sheet, failure, act, back }: LetterProps): FormState => {
  const label = (name: string) => {
    const field = answerFields.find((one) => one === name);
    return (
      field && (isOwn(field) ? view.t(`counterpart.field.${field}`) : view.t(`applications.letter.${field}`))
    );
  };
  const isThisForm = failure && act !== 'hand-on';
  return formOf(view, {
    values: sheet.kept ?? {},
    typed: isThisForm ? view.typed : back,
    failure: isThisForm ? failure : undefined,
    labels: label,
    words: ({ path, code }) => {
      if (path === 'note' && code === 'required') return view.t('applications.letter.note.required');
      if (path === 'arrivesOn' && code === 'in-the-past') return view.t('counterpart.field.days.past');
      if (path === 'action') return view.t('counterpart.action.choose');
      return path === 'arrivesOn' || path === 'leavesOn'
        ? view.t('counterpart.field.days.wrong', { label: label(path) ?? '' })
        : undefined;
    },
  });
};

const Fields = (props: LetterProps) => {
  const { view, sheet } = props;
  const { t } = view;
  const form = answerForm(props);
  const notes = {
    confirm: undefined,
    'propose-changes': t('applications.letter.action.propose-changes.note'),
    decline: t('applications.letter.action.decline.note'),
  };
  return (
    <>
      <div class="gap-3">
        <RadioField
          form={form}
          name="action"
          class="wide"
          hint={t('applications.letter.action.hint')}
          choices={sheet.answers.map((value) => ({
            value,
            label: t(`applications.letter.action.${value}`),
            note: notes[value],
          }))}
        />
      </div>
      <div class="fields">
        <div class="row fields limit">
          <DateField form={form} name="arrivesOn" optional hint={t('counterpart.field.days.hint')} />
          <DateField form={form} name="leavesOn" optional hint={t('counterpart.field.days.hint')} />
        </div>
        <TextField form={form} name="name" hint={t('applications.letter.name.hint')} />
        <TextField form={form} name="approver" optional hint={t('applications.letter.approver.hint')} />
        <TextArea form={form} name="hosts" class="wide" optional hint={t('counterpart.field.hosts.hint')} />
        <TextArea form={form} name="hopes" class="wide" optional hint={t('counterpart.field.hopes.hint')} />
        <TextArea form={form} name="note" class="wide" optional hint={t('applications.letter.note.hint')} />
      </div>
    </>
  );
};

export const AnswerForm = (props: LetterProps) => {
  const { view, sheet, back } = props;
  const { t } = view;
  return (
    <Form
      view={view}
      version={Number(back?.text('version')) || sheet.version}
      class="gap-6"
      labelledby="answer"
    >
      <h2 id="answer">{t('applications.letter.answer')}</h2>
      <input type="hidden" name="of" value={sheet.number} />
      <Fields {...props} />
      <div class="gap-6">
        <Outbox
          view={view}
          title={t('applications.letter.mail')}
          mail={[
            { to: t('applications.letter.mail.editors'), what: t('applications.letter.mail.editors.what') },
            { to: t('applications.letter.mail.you'), what: t('applications.letter.mail.you.what') },
            { to: t('applications.mail.staff'), what: t('applications.letter.mail.staff.what') },
          ]}
        />
      </div>
      <div class="gap-4">
        <div class="acts">
          <button class="go" type="submit" name="do" value="answer">
            {t('applications.letter.go')}
          </button>
          <button class="go2" type="submit" name="do" value="keep">
            {t('counterpart.keep')}
          </button>
        </div>
        <p class="small soft gap-1">{t('counterpart.keep.note')}</p>
        <p class="small soft">{t('applications.letter.binding')}</p>
      </div>
    </Form>
  );
};
