import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { Twin } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { LetterProps } from './plan.tsx';
import { colleagueNames } from './read-answer.ts';

/** The colleague's form as it is being filled in; its own failure only. */
export const handOnForm = ({ view, sheet, failure, act }: LetterProps): FormState => {
  const { t } = view;
  const { domain } = sheet.asked;
  const isThisForm = failure && act === 'hand-on';
  const own =
    isThisForm && failure.kind === 'invalid-input'
      ? {
          ...failure,
          fields: failure.fields.map((field) => ({
            ...field,
            path: colleagueNames[field.path] ?? field.path,
          })),
        }
      : failure;
  return formOf(view, {
    typed: isThisForm ? view.typed : undefined,
    failure: isThisForm ? own : undefined,
    labels: {
      colleagueName: t('counterpart.hand-on.name'),
      colleagueEmail: t('counterpart.hand-on.email'),
    },
    words: ({ path, code }) => {
      if (path !== 'colleagueEmail') return undefined;
      return code === 'other-domain' || code === 'same-address'
        ? t(`counterpart.hand-on.${code}`, { domain })
        : t('counterpart.hand-on.email.wrong');
    },
  });
};

/** The person in charge hands the link on: folded away, for most never need it. */
export const HandOnForm = (props: LetterProps) => {
  const { view, sheet, act, failure } = props;
  const { t } = view;
  const { domain } = sheet.asked;
  const form = handOnForm(props);
  return (
    <div class="gap-4 noprint">
      <Twin summary={t('counterpart.hand-on.summary')} open={act === 'hand-on' && failure !== undefined}>
        <p>{t('counterpart.hand-on.text', { domain })}</p>
        <Form view={view} version={sheet.version} class="gap-3">
          <input type="hidden" name="of" value={sheet.number} />
          <div class="fields">
            <TextField form={form} name="colleagueName" optional />
            <TextField
              form={form}
              name="colleagueEmail"
              type="email"
              inputmode="email"
              hint={t('counterpart.hand-on.email.hint', { domain })}
            />
          </div>
          <div class="gap-3">
            <Outbox
              view={view}
              level={3}
              title={t('counterpart.hand-on.mail')}
              mail={[
                {
                  to: t('counterpart.hand-on.mail.colleague'),
                  what: t('counterpart.hand-on.mail.colleague.what'),
                },
                { to: t('counterpart.hand-on.mail.you'), what: t('counterpart.hand-on.mail.you.what') },
              ]}
            >
              {t('counterpart.limits')}
            </Outbox>
          </div>
          <div class="acts gap-3">
            <button class="go2" type="submit" name="do" value="hand-on">
              {t('counterpart.hand-on.go')}
            </button>
          </div>
        </Form>
      </Twin>
    </div>
  );
};
