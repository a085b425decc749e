import type { ApplicationFile } from '../../../shared/reviews/view-application-file.ts';
import { described, FieldError } from '../../components/form/field-frame.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { LocalTimeField } from '../../components/form/text-fields.tsx';
import { Twin } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';

type Props = { form: FormState };

/** The path of what is wrong with the reason for stepping aside: the page has another field named `reason`. */
export const asideReason = 'aside-reason';

/** What was typed belongs to the form that was sent, not to the other one on the page. */
const formFor = (page: FormState, action: string): FormState =>
  page.view.typed.text('action') === action ? page : formOf(page.view, { labels: page.label });

/** Back to the applicant for changes, with a reason and a date of its own. */
export const ReturnForm = ({ form: page, file }: Props & { file: ApplicationFile }) => {
  const form = formFor(page, 'return');
  const { view } = form;
  const { t, format } = view;
  return (
    <section class="panel" aria-labelledby="return">
      <div class="panel__head">
        <h2 class="h-lg" id="return">
          {t('reviews.return.title')}
        </h2>
      </div>
      <Form view={view} class="flow">
        {file.application.paper && <p>{t('paper.return')}</p>}
        <TextArea form={form} name="reason" rows={4} hint={t('reviews.return.reason.hint')} />
        <LocalTimeField
          form={form}
          name="until"
          hint={t('reviews.return.until.hint', { zone: format.zone(file.round.zone) })}
        />
        <Outbox
          view={view}
          title={t('reviews.return.mail')}
          mail={[{ to: t('reviews.return.mail.to'), what: t('reviews.return.mail.what') }]}
        />
        <button class="go" type="submit" name="action" value="return">
          {t('reviews.return.go')}
        </button>
      </Form>
    </section>
  );
};

/** A member of staff declares a conflict of their own; folded, because it is for good. */
export const StepAside = ({ form: page }: Props) => {
  const form = formFor(page, 'declare-conflict');
  const { view } = form;
  const { t } = view;
  return (
    <Twin summary={t('reviews.aside.title')} open={form.failure !== undefined}>
      <Form view={view} class="flow">
        <p>{t('reviews.aside.text')}</p>
        <div class="field">
          <label for={asideReason}>{t('reviews.conflict.reason')}</label>
          <textarea id={asideReason} name="reason" rows={3} {...described({ form, name: asideReason })}>
            {form.value('reason')}
          </textarea>
          <FieldError form={form} name={asideReason} />
        </div>
        <Outbox view={view} title="" mail={[]} />
        <button class="go2" type="submit" name="action" value="declare-conflict">
          {t('reviews.aside.go')}
        </button>
      </Form>
    </Twin>
  );
};
