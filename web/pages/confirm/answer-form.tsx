import { RadioField } from '../../components/form/choice-fields.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { TextField } from '../../components/form/text-fields.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { LetterProps } from './plan.tsx';

const fields = ['action', 'name', 'approver', 'note'] as const;

/** The office's answer as it is being given: what was typed stays, also where the plan changed meanwhile. */
export const answerForm = ({ view, failure }: LetterProps): FormState =>
  formOf(view, {
    typed: failure ? view.typed : undefined,
    failure,
    labels: (name) => {
      const field = fields.find((one) => one === name);
      return field && view.t(`applications.letter.${field}`);
    },
    words: ({ path, code }) =>
      path === 'note' && code === 'required' ? view.t('applications.letter.note.required') : undefined,
  });

export const AnswerForm = (props: LetterProps) => {
  const { view, sheet } = props;
  const { t } = view;
  const form = answerForm(props);
  const notes = {
    confirm: undefined,
    'propose-changes': t('applications.letter.action.propose-changes.note'),
    decline: t('applications.letter.action.decline.note'),
  };
  return (
    <Form view={view} version={sheet.version} class="gap-6" labelledby="answer">
      <h2 id="answer">{t('applications.letter.answer')}</h2>
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
        <TextField form={form} name="name" hint={t('applications.letter.name.hint')} />
        <TextField form={form} name="approver" optional hint={t('applications.letter.approver.hint')} />
        <TextArea form={form} name="note" class="wide" optional hint={t('applications.letter.note.hint')} />
      </div>
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
          <button class="go" type="submit">
            {t('applications.letter.go')}
          </button>
        </div>
        <p class="small soft gap-1">{t('applications.letter.binding')}</p>
      </div>
    </Form>
  );
};
