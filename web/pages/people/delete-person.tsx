import { deletionReasons } from '../../../shared/accounts/close-account.ts';
import type { Failure } from '../../../shared/failures.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { nothingTyped } from '../../components/form/typed.ts';
import { Band } from '../../components/head.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; isOwn: boolean; refused: boolean; failure: Failure | undefined };

/** Staff delete an account because its person asked: how they did, and an address of it once more. */
export const DeletePerson = ({ view, isOwn, refused, failure }: Props) => {
  const { t } = view;
  const form = formOf(view, {
    labels: { reason: t('personal.staff.reason'), email: t('personal.staff.email') },
    words: ({ code }) => (code === 'not-theirs' ? t('personal.delete.email.wrong') : undefined),
    ...(refused ? { failure } : { typed: nothingTyped }),
  });
  return (
    <Band id="delete" title={t('personal.staff.title')} lede={t('personal.staff.lede')}>
      {isOwn ? (
        <p>{t('personal.delete.refused.own')}</p>
      ) : (
        <>
          <ErrorSummary form={form} />
          <Form view={view} class="column flow">
            <input type="hidden" name="act" value="delete" />
            <RadioField
              form={form}
              name="reason"
              hint={t('personal.staff.reason.hint')}
              choices={deletionReasons.map((value) => ({
                value,
                label: t(`personal.staff.reason.${value}`),
              }))}
            />
            <TextField form={form} name="email" type="email" inputmode="email" autocomplete="off" />
            <Outbox view={view} level={3} title="" mail={[]}>
              {t('personal.staff.mail')}
            </Outbox>
            <p class="acts">
              <button class="go" type="submit">
                {t('personal.staff.go')}
              </button>
            </p>
          </Form>
        </>
      )}
    </Band>
  );
};
