import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { LocalTimeField } from '../../components/form/text-fields.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

type Props = { view: View; round: SeenRound; failure?: Failure | undefined };

const lifecycleForm = ({ view, round, failure }: Props) =>
  formOf(view, {
    values: { closes: round.closes, reviewDue: round.reviewDue },
    failure,
    labels: (name) => {
      const key = `rounds.field.${name}`;
      return isMessageKey(key) ? view.t(key) : undefined;
    },
    words: ({ path, code }) => {
      const key = [`programs.error.${code}`, `rounds.error.${code}`].find(isMessageKey);
      return key && isMessageKey(key) ? view.t(key, { label: path }) : undefined;
    },
  });

/** A later close for everyone, with the reason that applicants and the public page read. */
export const ExtendPage = (props: Props) => {
  const { view, round } = props;
  const { t, language, format, href } = view;
  const form = lifecycleForm(props);
  const title = t('rounds.extend.title');
  const closes = format.moment(round.instants.closes, round.zone);
  return (
    <Layout view={view} title={title} demo={round.demo}>
      <Head
        over={inLanguage(round.name, language)}
        title={title}
        lede={t('rounds.extend.lede', { closes })}
        near
      />
      <ErrorSummary form={form} />
      <Form view={view} version={round.version}>
        <div class="column flow">
          <LocalTimeField
            form={form}
            name="closes"
            hint={t('rounds.extend.clock', { zone: format.zone(round.zone) })}
          />
          <LocalTimeField form={form} name="reviewDue" />
          <TextArea form={form} name="reason.en" rows={3} />
          <TextArea form={form} name="reason.ja" rows={3} lang="ja" optional />
          <Outbox
            view={view}
            title={t('rounds.extend.mail')}
            mail={[{ to: t('rounds.extend.to'), what: t('rounds.extend.what') }]}
          >
            {t('rounds.extend.then')}
          </Outbox>
          <p class="acts">
            <button class="go" type="submit">
              {t('rounds.extend.go')}
            </button>
            <a href={href(`/staff/rounds/${round.id}`)}>{t('rounds.back')}</a>
          </p>
        </div>
      </Form>
    </Layout>
  );
};

/** The end of a round that is not to be decided. */
export const CancelPage = (props: Props) => {
  const { view, round } = props;
  const { t, language, href } = view;
  const form = lifecycleForm(props);
  const title = t('rounds.cancel.title');
  return (
    <Layout view={view} title={title} demo={round.demo}>
      <Head over={inLanguage(round.name, language)} title={title} near />
      <ErrorSummary form={form} />
      <Form view={view} version={round.version}>
        <div class="column flow">
          <ul class="points">
            <li>{t('rounds.cancel.takes-nothing')}</li>
            <li>{t('rounds.cancel.keeps')}</li>
            <li>{t('rounds.cancel.no-way-back')}</li>
          </ul>
          <TextArea form={form} name="reason.en" rows={3} />
          <TextArea form={form} name="reason.ja" rows={3} lang="ja" optional />
          <Outbox
            view={view}
            title={t('rounds.cancel.mail')}
            mail={[{ to: t('rounds.cancel.to'), what: t('rounds.cancel.what') }]}
          />
          <p class="acts">
            <button class="go" type="submit">
              {t('rounds.cancel.go')}
            </button>
            <a href={href(`/staff/rounds/${round.id}`)}>{t('rounds.back')}</a>
          </p>
        </div>
      </Form>
    </Layout>
  );
};
