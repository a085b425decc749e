import type { Failure } from '../../../shared/failures.ts';
import { organisationKinds } from '../../../shared/partnerships/partnership.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; failure?: Failure | undefined };

/** A person founds the organisation they apply for, and owns it. */
export const NewOrganisationPage = ({ view, failure }: Props) => {
  const { t } = view;
  const form = formOf(view, {
    typed: failure || view.returned ? view.typed : undefined,
    failure,
    labels: {
      legalName: t('organisations.legal-name'),
      kind: t('organisations.kind'),
      ein: t('organisations.ein'),
    },
    words: ({ path }) => (path === 'ein' ? t('organisations.ein.wrong') : undefined),
  });
  return (
    <Layout view={view} title={t('organisations.new')}>
      <Head title={t('organisations.new')} lede={t('organisations.new.lede')} />
      <ErrorSummary form={form} />
      <Form view={view} class="gap-4">
        <TextField
          form={form}
          name="legalName"
          hint={t('organisations.legal-name.hint')}
          autocomplete="organization"
        />
        <RadioField
          form={form}
          name="kind"
          choices={organisationKinds.map((kind) => ({ value: kind, label: t(`organisations.kind.${kind}`) }))}
        />
        <TextField form={form} name="ein" hint={t('organisations.ein.hint')} inputmode="numeric" optional />
        <div class="gap-4">
          <Outbox view={view} title="" mail={[]} level={2}>
            {t('organisations.new.next')}
          </Outbox>
        </div>
        <div class="acts gap-3">
          <button class="go" type="submit">
            {t('organisations.new.send')}
          </button>
        </div>
      </Form>
    </Layout>
  );
};
