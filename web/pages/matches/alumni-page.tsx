import type { Failure } from '../../../shared/failures.ts';
import { answerDays } from '../../../shared/introductions/introduction.ts';
import type { AlumniList } from '../../../shared/matches/list-alumni-for.ts';
import { chaptersOfState } from '../../../shared/reference/jetaa-chapters.ts';
import { Docket } from '../../components/docket.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { pairWords } from '../../components/map/place-words.ts';
import { Empty, Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Pager } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { postWords } from '../chapters/chapter-words.ts';
import { MatchEntrySection } from './match-entry.tsx';

type Props = {
  view: View;
  list: AlumniList;
  /** How many were asked just now, and how many could not be. */
  done?: { readonly asked: number; readonly unasked: number } | undefined;
  failure?: Failure | undefined;
};

export const alumniPath = (partnershipId: string) => `/workspace/${partnershipId}/alumni`;
export const seekingPath = (partnershipId: string) => `/workspace/${partnershipId}/seeking`;

const PartnershipDocket = ({ view, list }: Pick<Props, 'view' | 'list'>) => {
  const { t, language, href } = view;
  const { partnership } = list;
  const [chapter] = chaptersOfState(partnership.us.region);
  return (
    <Docket
      cells={[
        {
          label: t('matches.docket.pair'),
          value: <a href={href(`/partnerships/${partnership.id}`)}>{pairWords(language, partnership)}</a>,
        },
        ...(partnership.establishedYear
          ? [{ label: t('matches.docket.since'), value: String(partnership.establishedYear) }]
          : []),
        ...(chapter
          ? [
              {
                label: t('matches.docket.chapter'),
                value: (
                  <a href={href(`/chapters/${chapter.id}`)} lang="en">
                    {chapter.name}
                  </a>
                ),
              },
              { label: t('matches.docket.post'), value: postWords(view, chapter) },
            ]
          : []),
      ]}
    />
  );
};

const Told = ({ view, done }: Pick<Props, 'view' | 'done'>) =>
  done ? (
    <div role="status">
      <Notice>
        {done.asked > 0 && <p>{view.t('matches.done.asked', { count: done.asked })}</p>}
        {done.unasked > 0 && <p>{view.t('matches.done.unasked', { count: done.unasked })}</p>}
      </Notice>
    </div>
  ) : null;

const Asking = ({ form }: { form: FormState }) => {
  const { view } = form;
  const { t } = view;
  return (
    <>
      <div class="gap-4 column">
        <TextArea form={form} name="note" rows={4} hint={t('matches.field.note.hint')} />
      </div>
      <div class="gap-4">
        <Outbox
          view={view}
          title={t('matches.outbox')}
          mail={[
            { to: t('matches.outbox.alum'), what: t('matches.outbox.alum.what') },
            { to: t('matches.outbox.you'), what: t('matches.outbox.you.what', { days: answerDays }) },
          ]}
        >
          {t('matches.outbox.note')}
        </Outbox>
      </div>
      <p class="acts gap-3">
        <button class="go" type="submit">
          {t('matches.go')}
        </button>
      </p>
    </>
  );
};

const Aside = ({ view, list }: Pick<Props, 'view' | 'list'>) => {
  const { t } = view;
  return (
    <Band id="aside" title={t('matches.aside.title')} lede={t('matches.aside.lede')}>
      <Form view={view}>
        <ul class="plain">
          {list.aside.map(({ alumId, number }) => (
            <li class="acts">
              <span>{t('matches.number', { number })}</span>
              <button
                class="go2"
                type="submit"
                name="back"
                value={alumId}
                aria-label={t('matches.aside.back.whom', { number })}
              >
                {t('matches.aside.back')}
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </Band>
  );
};

/** Who of the alumni fits a partnership, why, and asking them: without a name before they have said yes. */
export const MatchedAlumniPage = ({ view, list, done, failure }: Props) => {
  const { t, href, language } = view;
  const { partnership, items, as, aside, next } = list;
  const asks = as === 'coordinator';
  const title = t(asks ? 'matches.alumni.title' : 'matches.alumni.title.seen');
  const pair = pairWords(language, partnership);
  const form = formOf(view, {
    failure,
    labels: { ask: t('matches.field.ask'), note: t('matches.field.note') },
    words: ({ path: field }) => (field === 'ask' ? t('matches.problem.ask') : undefined),
  });
  const entries = items.map((match) => (
    <MatchEntrySection form={form} match={match} partnership={partnership} as={as} />
  ));
  return (
    <Layout view={view} title={title}>
      <PartnershipDocket view={view} list={list} />
      <Head title={title} lede={t(asks ? 'matches.alumni.lede' : 'matches.alumni.lede.seen', { pair })} />
      <Told view={view} done={done} />
      <ErrorSummary form={form} />
      <p class="acts gap-2">
        {asks ? (
          <>
            <a href={href(`/workspace/${partnership.id}`)}>{t('introductions.workspace.under-way')}</a>
            <a href={href(seekingPath(partnership.id))}>{t('matches.alumni.seeking')}</a>
          </>
        ) : (
          <span class="soft">{t(`matches.${as}`)}</span>
        )}
        <span class="small soft">{t('matches.alumni.best')}</span>
      </p>
      {items.length === 0 ? (
        <Empty title={t('matches.alumni.none')}>
          <p>{t(aside.length > 0 ? 'matches.alumni.none.left' : 'matches.alumni.none.text')}</p>
        </Empty>
      ) : asks ? (
        <Form view={view}>
          {entries}
          <Pager view={view} next={next} />
          <p class="small soft closing">{t('matches.alumni.closing')}</p>
          <Asking form={form} />
        </Form>
      ) : (
        <>
          {entries}
          <Pager view={view} next={next} />
          <p class="small soft closing">{t('matches.alumni.closing')}</p>
        </>
      )}
      {aside.length > 0 && <Aside view={view} list={list} />}
    </Layout>
  );
};
