import type { Failure } from '../../../shared/failures.ts';
import type { RosterList } from '../../../shared/roster/list-roster.ts';
import { audiences, type Mailing, mailingPlaceholders } from '../../../shared/roster/mailing.ts';
import type { RosterFilter } from '../../../shared/roster/roster-filter.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { TextField } from '../../components/form/text-fields.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Twin } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { RoundFrame } from '../staff-reviews/round-frame.tsx';
import { filterWords } from './filter-words.ts';
import { writeFilter } from './read-query.ts';

type Props = {
  view: View;
  list: RosterList;
  filter: RosterFilter;
  /** The one whose words are changed; a new one without it. */
  mailing?: Mailing | undefined;
  failure?: Failure | undefined;
};

/** The words of a mail to what is filtered, in one language or both. */
export const MailingFormPage = ({ view, list, filter, mailing, failure }: Props) => {
  const { t, href, format } = view;
  const { round } = list;
  const form = formOf(view, {
    labels: {
      to: t('roster.mail.to'),
      'subject.en': t('roster.mail.subject.en'),
      'subject.ja': t('roster.mail.subject.ja'),
      'body.en': t('roster.mail.body.en'),
      'body.ja': t('roster.mail.body.ja'),
    },
    values: {
      to: mailing?.to ?? 'owners',
      'subject.en': mailing?.subject.en,
      'subject.ja': mailing?.subject.ja,
      'body.en': mailing?.body.en,
      'body.ja': mailing?.body.ja,
    },
    failure,
  });
  return (
    <RoundFrame
      view={view}
      round={round}
      here="roster"
      title={t('roster.mail.title')}
      lede={t('roster.mail.lede')}
      kept={0}
      docket={[{ label: t('roster.found'), value: format.number(list.total) }]}
    >
      <ErrorSummary form={form} />
      <div class="column gap-3">
        <SummaryList
          entries={[
            { label: t('roster.export.count'), value: format.number(list.total) },
            ...filterWords(view, filter, list.choices),
          ]}
        />
      </div>
      <Form view={view} version={mailing?.version} class="gap-3">
        <div class="column">
          <RadioField
            form={form}
            name="to"
            choices={audiences.map((value) => ({ value, label: t(`roster.mail.to.${value}`) }))}
          />
          <p class="small gap-2">{t('roster.mail.languages')}</p>
        </div>
        <div class="cols cols--half gap-2">
          {(['en', 'ja'] as const).map((language) => (
            <div class="flow">
              <TextField form={form} name={`subject.${language}`} lang={language} optional />
              <TextArea form={form} name={`body.${language}`} lang={language} rows={12} optional />
            </div>
          ))}
        </div>
        <div class="column flow gap-3">
          <Twin summary={t('roster.mail.placeholders')} open>
            <SummaryList
              entries={mailingPlaceholders.map((name) => ({
                label: <code>{`{${name}}`}</code>,
                value: t(`roster.mail.placeholder.${name}`),
              }))}
            />
          </Twin>
          <Outbox view={view} title="" mail={[]}>
            {t('roster.mail.nobody')}
          </Outbox>
          <p class="acts">
            <button class="go" type="submit">
              {t('roster.mail.preview')}
            </button>
            <a href={href(`/staff/lists/${round.id}${writeFilter(filter)}`)}>{t('roster.export.back')}</a>
          </p>
        </div>
      </Form>
    </RoundFrame>
  );
};
