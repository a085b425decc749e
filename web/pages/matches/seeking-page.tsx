import { fields } from '../../../shared/alumni/alum.ts';
import type { Failure } from '../../../shared/failures.ts';
import { topics } from '../../../shared/kernel/theme.ts';
import type { SeekingDetails } from '../../../shared/matches/seeking.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import { CheckboxField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { pairWords } from '../../components/map/place-words.ts';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { alumniPath } from './alumni-page.tsx';
import { topicWords } from './reason-words.ts';

type Props = {
  view: View;
  sought: SeekingDetails & { readonly partnership: Partnership; readonly version: number };
  saved: boolean;
  failure?: Failure | undefined;
};

/** What a partnership looks for in alumni. */
export const SeekingPage = ({ view, sought, saved, failure }: Props) => {
  const { t, href, language } = view;
  const labels = (name: string) =>
    ({
      topics: t('matches.seeking.topics'),
      fields: t('matches.seeking.fields'),
      words: t('matches.seeking.words'),
    })[name.replace(/\.\d+$/, '')];
  const values = { topics: sought.topics, fields: sought.fields, words: sought.words.join(', ') };
  const form = formOf(view, { labels, values, failure });
  const isChanged = failure?.kind === 'stale' || failure?.kind === 'conflict';
  return (
    <Layout view={view} title={t('matches.seeking.title')}>
      <Head
        title={t('matches.seeking.title')}
        lede={t('matches.seeking.lede', { pair: pairWords(language, sought.partnership) })}
        near
      />
      {saved && (
        <Notice>
          <p role="status">{t('matches.seeking.saved')}</p>
        </Notice>
      )}
      {isChanged ? (
        <Notice>
          <p role="alert">{t('matches.seeking.changed')}</p>
        </Notice>
      ) : (
        <ErrorSummary form={form} />
      )}
      <Form view={view} version={sought.version} class="column flow">
        <CheckboxField
          form={form}
          name="topics"
          optional
          choices={topics.map((value) => ({ value, label: topicWords(view, value) }))}
        />
        <CheckboxField
          form={form}
          name="fields"
          optional
          choices={fields.map((value) => ({ value, label: t(`alumni.field.${value}`) }))}
        />
        <TextField form={form} name="words" hint={t('matches.seeking.words.hint')} optional />
        <p class="small soft">{t('matches.seeking.mail')}</p>
        <p class="acts">
          <button class="go" type="submit">
            {t('matches.seeking.save')}
          </button>
          <a href={href(alumniPath(sought.partnership.id))}>{t('matches.seeking.back')}</a>
        </p>
      </Form>
    </Layout>
  );
};
