import type { Failure } from '../../../shared/failures.ts';
import type { FieldProblem } from '../../../shared/kernel/failure.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { Claimants } from '../../../shared/partnerships/list-claimants.ts';
import { organisationKinds } from '../../../shared/partnerships/partnership.ts';
import { instantsOf, type Round } from '../../../shared/programs/round.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { DateField, TextField } from '../../components/form/text-fields.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { pairWords } from '../../components/map/place-words.ts';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { newApplicant } from './read-paper.ts';

type Props = { view: View; round: Round; claimants: Claimants; failure?: Failure | undefined };

const moments = ({ format }: View, round: Round) => {
  const { opens, lastInstant } = instantsOf(round);
  return { opens: format.moment(opens, round.zone), last: format.moment(lastInstant, round.zone) };
};

/** What is wrong with the day names the close or the opening; everything else has the house's own words. */
const problemWords =
  (view: View, round: Round) =>
  ({ code }: FieldProblem): string | undefined => {
    const { t } = view;
    const values = { ...moments(view, round), label: t('paper.new.late') };
    if (code === 'late-reason') return t('paper.new.late.missing', values);
    if (code === 'not-late') return t('paper.new.late.not', values);
    if (code === 'in-the-future') return t('paper.new.received.future');
    return code === 'before-opening' ? t('paper.new.received.early', values) : undefined;
  };

const formFor = ({ view, round, claimants, failure }: Props): FormState => {
  const { t } = view;
  const [only, ...more] = claimants.items;
  return formOf(view, {
    failure,
    typed: failure || view.returned ? view.typed : undefined,
    values: {
      organisationId: more.length > 0 ? undefined : (only?.organisation.id ?? newApplicant),
    },
    labels: {
      organisationId: t('paper.new.applicant'),
      'applicant.legalName': t('paper.new.name'),
      'applicant.kind': t('organisations.kind'),
      'applicant.ein': t('organisations.ein'),
      title: t('paper.new.title-field'),
      receivedOn: t('paper.new.received'),
      lateReason: t('paper.new.late'),
    },
    words: problemWords(view, round),
  });
};

const Applicant = ({ view, claimants, form }: Props & { form: FormState }) => {
  const { t } = view;
  const choices = [
    ...claimants.items.map(({ organisation, status }) => ({
      value: organisation.id,
      label: organisation.legalName,
      note: t(status === 'verified' ? 'paper.new.applicant.verified' : 'paper.new.applicant.claimed'),
    })),
    {
      value: newApplicant,
      label: t('paper.new.applicant.new'),
      note: t('paper.new.applicant.new.note'),
    },
  ];
  return (
    <>
      {claimants.items.length === 0 && (
        <Notice>
          <p>{t('paper.new.who.none')}</p>
        </Notice>
      )}
      <input type="hidden" name="asked" value="" />
      <div data-question="organisationId">
        <RadioField form={form} name="organisationId" choices={choices} />
      </div>
      <fieldset
        class="flow field column"
        data-question="applicant"
        data-if="organisationId"
        data-answers={newApplicant}
      >
        <legend>{t('paper.new.applicant.named')}</legend>
        <TextField form={form} name="applicant.legalName" />
        <RadioField
          form={form}
          name="applicant.kind"
          choices={organisationKinds.map((kind) => ({
            value: kind,
            label: t(`organisations.kind.${kind}`),
          }))}
        />
        <TextField
          form={form}
          name="applicant.ein"
          hint={t('organisations.ein.hint')}
          inputmode="numeric"
          optional
        />
      </fieldset>
    </>
  );
};

/** Whose paper it is and when it came: what has to be known before a word of it is typed. */
export const EnterPaperPage = (props: Props) => {
  const { view, round, claimants, failure } = props;
  const { t, language, format, href } = view;
  const form = formFor(props);
  const { last } = moments(view, round);
  return (
    <Layout
      view={view}
      title={t('paper.new.title')}
      demo={round.demo}
      docket={[
        { label: t('reviews.column.round'), value: inLanguage(round.name, language) },
        { label: t('applications.docket.partnership'), value: pairWords(language, claimants.partnership) },
      ]}
    >
      <Head title={t('paper.new.title')} lede={t('paper.new.lede')} />
      <div class="column">
        {failure && <ErrorSummary form={form} />}
        <Form view={view} class="flow gap-4">
          <Applicant {...props} form={form} />
          <TextField form={form} name="title" hint={t('paper.new.title-field.hint')} />
          <DateField
            form={form}
            name="receivedOn"
            hint={t('paper.new.received.hint', { zone: format.zone(round.zone), last })}
          />
          <TextArea form={form} name="lateReason" rows={2} hint={t('paper.new.late.hint')} optional />
          <Outbox view={view} title="" mail={[]} level={2}>
            {t('paper.new.mail')}
          </Outbox>
          <p class="small">{t('paper.list.duties')}</p>
          <div class="acts">
            <button class="go" type="submit">
              {t('paper.new.go')}
            </button>
            <a href={href(`/staff/rounds/${round.id}/papers`)}>{t('paper.list.title')}</a>
          </div>
        </Form>
      </div>
    </Layout>
  );
};
