import type { Failure } from '../../../shared/failures.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import type { OfficeRole } from './office-role.ts';

type Props = {
  view: View;
  kind: OfficeRole;
  /** The round's or chapter's name, or the program office. */
  scope: string;
  typed: Typed | undefined;
  failure: Failure | undefined;
};

/** One address, one language: the role is that of the page. */
export const InviteForm = ({ view, kind, scope, typed, failure }: Props) => {
  const { t } = view;
  const labels = { email: t('accounts.invite.email'), language: t('accounts.invite.language') };
  const form = formOf(view, { labels, values: { language: view.language }, typed, failure });
  return (
    <>
      <ErrorSummary form={form} />
      <Form view={view} class="panel column flow gap-4" labelledby="invite">
        <input type="hidden" name="act" value="invite" />
        <h2 class="h-lg" id="invite">
          {t(`accounts.invite.${kind}`, { scope })}
        </h2>
        <TextField form={form} name="email" type="email" inputmode="email" />
        <RadioField
          form={form}
          name="language"
          choices={[
            { value: 'en', label: 'English', lang: 'en' },
            { value: 'ja', label: '日本語', lang: 'ja' },
          ]}
        />
        <Outbox
          view={view}
          title={t('accounts.invite.outbox')}
          mail={[{ to: t('accounts.invite.to'), what: t('accounts.invite.what') }]}
        >
          {t(`accounts.invite.then-${kind}`)}
        </Outbox>
        <p class="acts">
          <button class="go" type="submit">
            {t('accounts.invite.go')}
          </button>
        </p>
      </Form>
    </>
  );
};
