import type { Failure } from '../../../shared/failures.ts';
import type { OwnOrganisation } from '../../../shared/partnerships/list-my-organisations.ts';
import { RadioField, SelectField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { NumberField, TextField } from '../../components/form/text-fields.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Empty, Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { prefectureChoices, stateChoices } from '../../components/places/region-choices.ts';
import type { View } from '../../view.ts';

type Props = { view: View; organisations: readonly OwnOrganisation[]; failure?: Failure | undefined };

const fieldNames = [
  'organisationId',
  'usName',
  'usState',
  'jpName',
  'jpNameJa',
  'jpPrefecture',
  'establishedYear',
] as const;

const Fields = ({ form, organisations }: { form: FormState; organisations: readonly OwnOrganisation[] }) => {
  const { view } = form;
  const { t } = view;
  return (
    <>
      <RadioField
        form={form}
        name="organisationId"
        choices={organisations.map(({ organisation: { id, legalName } }) => ({
          value: id,
          label: legalName,
        }))}
      />
      <TextField form={form} name="usName" hint={t('partnerships.new.usName.hint')} lang="en" />
      <SelectField form={form} name="usState" choices={stateChoices(view)} />
      <TextField form={form} name="jpName" hint={t('partnerships.new.jpName.hint')} lang="en" />
      <TextField form={form} name="jpNameJa" hint={t('partnerships.new.jpNameJa.hint')} lang="ja" optional />
      <SelectField form={form} name="jpPrefecture" choices={prefectureChoices(view)} />
      <NumberField form={form} name="establishedYear" optional />
    </>
  );
};

const Listed = ({ view: { t, href }, partnershipId }: { view: View; partnershipId: string }) => (
  <Notice>
    <p>
      <a href={href(`/partnerships/${partnershipId}`)}>{t('partnerships.new.listed')}</a>
    </p>
  </Notice>
);

/** A pair that the directory lacks: new relationships are an aim of the program. */
export const NewPartnershipPage = ({ view, organisations, failure }: Props) => {
  const { t, href } = view;
  const [only, ...more] = organisations;
  const form = formOf(view, {
    values: { organisationId: more.length === 0 ? only?.organisation.id : undefined },
    typed: failure || view.returned ? view.typed : undefined,
    failure,
    labels: Object.fromEntries(fieldNames.map((name) => [name, t(`partnerships.new.${name}`)])),
  });
  return (
    <Layout view={view} title={t('partnerships.new.title')}>
      <Head title={t('partnerships.new.title')} lede={t('partnerships.new.lede')} />
      <ErrorSummary form={form} />
      {failure?.kind === 'already-listed' && <Listed view={view} partnershipId={failure.partnershipId} />}
      {organisations.length > 0 ? (
        <Form view={view} class="gap-4">
          <Fields form={form} organisations={organisations} />
          <div class="gap-4">
            <Outbox view={view} title="" mail={[]} level={2}>
              {t('partnerships.new.next')}
            </Outbox>
          </div>
          <div class="acts gap-3">
            <button class="go" type="submit">
              {t('partnerships.new.send')}
            </button>
            <a href={href('/partnerships')}>{t('partnerships.directory')}</a>
          </div>
        </Form>
      ) : (
        <Empty title={t('partnerships.claim.no-organisation')} level={2}>
          <p>{t('partnerships.claim.no-organisation.text')}</p>
          <p class="acts">
            <a class="go" href={href('/organisations/new?claim=new')}>
              {t('organisations.new')}
            </a>
          </p>
        </Empty>
      )}
    </Layout>
  );
};
