import { preferenceKinds } from '../../../shared/assignment/preference.ts';
import type { Offered, PreferencesView } from '../../../shared/assignment/view-preferences.ts';
import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { instantOf } from '../../../shared/kernel/zoned-time.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { NumberField } from '../../components/form/text-fields.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { keptPairWords, Pair } from '../../components/map/kept-pair.tsx';
import { Empty, Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Pager } from '../../components/table.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; seen: PreferencesView; failure?: Failure | undefined };

const choiceField = (applicationId: string) => `choices.${applicationId}`;
/** The reason, beside the choice `conflict`. */
export const conflictField = (applicationId: string) => `conflicts.${applicationId}`;

/**
 * What a reviewer would like to review: pair and theme of each application, as nothing of it is shown before a
 * declaration; three words to choose from, and a conflict to declare.
 */
export const PreferencesPage = ({ view, seen, failure }: Props) => {
  const { t, language } = view;
  const { round, items, closed, next } = seen;
  const form = formFor({ view, seen, failure });
  return (
    <Layout
      view={view}
      title={t('assignment.preferences.title')}
      demo={round.demo}
      docket={[{ label: t('reviews.column.round'), value: inLanguage(round.name, language) }]}
    >
      <Head title={t('assignment.preferences.title')} lede={t('assignment.preferences.lede')} />
      {!closed && <p class="column soft">{t('assignment.preferences.why')}</p>}
      <ErrorSummary form={form} />
      {closed ? (
        <div class="gap-3">
          <Notice>
            <p>{closedWords(view, seen)}</p>
          </Notice>
        </div>
      ) : items.length === 0 && !next ? (
        <Empty title={t('assignment.preferences.none')}>
          <p>{t('assignment.preferences.none.text')}</p>
        </Empty>
      ) : (
        <Form view={view} version={seen.version} class="column flow gap-4">
          <NumberField
            form={form}
            name="most"
            optional
            class="limit"
            hint={t('assignment.preferences.most.hint')}
          />
          {items.map((one) => (
            <OneChoice view={view} form={form} one={one} />
          ))}
          <Outbox view={view} title="" mail={[]}>
            {t('assignment.preferences.next')}
          </Outbox>
          <p>
            <button class="go" type="submit">
              {t('assignment.preferences.go')}
            </button>
          </p>
        </Form>
      )}
      <Declared view={view} seen={seen} />
      {next && <p class="soft gap-3">{t('assignment.preferences.more')}</p>}
      <Pager view={view} next={next} />
      <p class="gap-4">
        <a class="tap" href={view.href('/reviews')}>
          {t('assignment.preferences.back')}
        </a>
      </p>
    </Layout>
  );
};

const closedWords = ({ t, format }: View, { closed, round }: PreferencesView) =>
  closed === 'round-open'
    ? t('assignment.preferences.closed.round-open', {
        when: format.moment(lastInstant(round), round.zone),
      })
    : t(
        closed === 'applied'
          ? 'assignment.preferences.closed.applied'
          : 'assignment.preferences.closed.announced',
      );

const lastInstant = ({ closes, zone, graceMinutes }: PreferencesView['round']) =>
  new Date(instantOf(closes, zone).getTime() + graceMinutes * 60_000);

const OneChoice = ({ view, form, one }: { view: View; form: FormState; one: Offered }) => {
  const { t } = view;
  return (
    <>
      <RadioField
        form={form}
        name={choiceField(one.applicationId)}
        hint={one.theme && t(`site.theme.${one.theme}`)}
        choices={[...preferenceKinds, 'none' as const, 'conflict' as const].map((value) => ({
          value,
          label: t(`assignment.preference.${value}`),
        }))}
      />
      <TextArea
        form={form}
        name={conflictField(one.applicationId)}
        rows={3}
        class="declares"
        hint={t('assignment.preferences.reason.hint')}
      />
    </>
  );
};

/** Which pairs they declared a conflict with; nothing else of those is shown again. */
const Declared = ({ view, seen: { declared } }: Pick<Props, 'view' | 'seen'>) =>
  declared.length === 0 ? null : (
    <Band
      id="declared"
      title={view.t('assignment.preferences.declared')}
      lede={view.t('assignment.preferences.declared.lede')}
    >
      <ul class="why">
        {declared.map(({ pair }) => (
          <li class="not">
            <span>
              <Pair view={view} pair={pair} />
            </span>
          </li>
        ))}
      </ul>
    </Band>
  );

const formFor = ({ view, seen, failure }: Props): FormState => {
  const { t } = view;
  const pairs = new Map(
    seen.items.flatMap(({ applicationId, pair }) => {
      const words = keptPairWords(view, pair);
      const reason = t('assignment.preferences.reason', { pair: words });
      return [[choiceField(applicationId), words] as const, [conflictField(applicationId), reason] as const];
    }),
  );
  return formOf(view, {
    failure,
    words: ({ path, code }) =>
      code === 'contradicts'
        ? t('assignment.preferences.contradicts', { label: pairs.get(path) ?? '' })
        : undefined,
    labels: (name) => (name === 'most' ? t('assignment.preferences.most') : pairs.get(name)),
    values: {
      most: seen.most,
      ...Object.fromEntries(seen.items.map((one) => [choiceField(one.applicationId), one.choice ?? 'none'])),
    },
  });
};
