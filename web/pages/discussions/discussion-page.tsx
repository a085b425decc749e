import type { DiscussionView } from '../../../shared/discussions/view-discussion.ts';
import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { SelectField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { authorWords } from './author-words.ts';
import { NotesText } from './notes-text.tsx';
import { Posts } from './posts.tsx';
import { Rescores } from './rescores.tsx';

export type DiscussionProps = {
  view: View;
  seen: DiscussionView;
  /** This page's own address without its language: under `/reviews` or under `/staff/applications`. */
  at: string;
  typed?: Typed | undefined;
  failure?: Failure | undefined;
};

/** One application's discussion, the same to reviewers and staff but for names, leads and what was re-scored. */
export const DiscussionPage = (props: DiscussionProps) => {
  const { view, seen, at, typed, failure } = props;
  const { t, href } = view;
  const { application, round, as } = seen;
  const form = formOf(view, {
    typed,
    failure,
    labels: {
      text: t('discussions.post.text'),
      replyTo: t('discussions.post.reply'),
      reviewerId: t('discussions.column.lead'),
    },
    values: seen.lead ? { reviewerId: leadId(seen) } : {},
  });
  return (
    <Layout
      view={view}
      title={`${t('discussions.title')}, ${application.title}`}
      demo={round.demo}
      docket={[
        { label: t('reviews.column.round'), value: inLanguage(round.name, view.language) },
        { label: t('reviews.column.application'), value: application.receipt },
        { label: t('discussions.state'), value: t(`discussions.state.${seen.status}`) },
      ]}
    >
      <Head
        over={
          <>
            {t('discussions.title')} · <Pair view={view} pair={application.pair} />
          </>
        }
        title={application.title}
        lede={t('discussions.lede')}
        near
      />
      <ErrorSummary form={form} />
      <Band id="scores" title={t('discussions.scores')}>
        <Scores {...props} form={form} />
      </Band>
      <Band id="posts" title={t('discussions.posts', { count: seen.total })}>
        <Posts view={view} seen={seen} at={at} />
        {seen.open ? (
          <PostForm {...props} form={form} />
        ) : (
          <p class="soft gap-3">{t(`discussions.shut.${as}`)}</p>
        )}
      </Band>
      <Band id="notes" title={t('discussions.notes')} lede={t('discussions.notes.lede')}>
        <NotesText view={view} seen={seen} />
        {seen.mayTakeNotes && (
          <p class="gap-2">
            <a class="go2" href={href(at.replace(/discussion$/, 'notes'))}>
              {t(seen.notes ? 'discussions.notes.edit' : 'discussions.notes.begin')}
            </a>
          </p>
        )}
      </Band>
      {seen.rescored.length > 0 && (
        <Band id="rescored" title={t('discussions.rescored')} lede={t('discussions.rescored.lede')}>
          <Rescores view={view} seen={seen} />
        </Band>
      )}
      <p class="acts gap-4">
        <a
          href={href(
            as === 'staff' ? `/staff/applications/${application.id}` : at.replace(/\/discussion$/, ''),
          )}
        >
          {t(`discussions.back.${as}`)}
        </a>
        {as === 'staff' && (
          <a href={href(`/staff/rounds/${round.id}/discussion`)}>{t('discussions.back.round')}</a>
        )}
      </p>
    </Layout>
  );
};

const leadId = ({ scores, lead }: DiscussionView) =>
  scores.find(({ author }) => author.label === lead?.label)?.reviewerId;

type InForm = DiscussionProps & { form: FormState };

const Scores = ({ view, seen, at, form }: InForm) => {
  const { t, format, href } = view;
  const { scores, lead, as, open } = seen;
  const isLead = (label: string | undefined) => lead !== undefined && lead.label === label;
  return (
    <div class="flow">
      {scores.length === 0 ? (
        <p class="soft">{t('discussions.scores.none')}</p>
      ) : (
        <Table
          caption={t('discussions.scores')}
          soft
          dense
          rows={scores}
          columns={[
            {
              head: t('discussions.column.reviewer'),
              names: true,
              cell: ({ author, setAside }) => (
                <>
                  {authorWords(view, author)}
                  {setAside && <span class="aside">{t('discussions.scores.aside')}</span>}
                  {isLead(author.label) && <span class="aside">{t('discussions.leads')}</span>}
                </>
              ),
            },
            { head: t('reviews.column.score'), num: true, cell: ({ score }) => format.number(score, 2) },
          ]}
        />
      )}
      {as === 'reviewer' && (
        <>
          {!lead && <p class="soft">{t('discussions.lead.none')}</p>}
          <p class="acts">
            {open && <a href={href(at.replace(/discussion$/, 'rescore'))}>{t('discussions.rescore.link')}</a>}
            <a href={href(at.replace(/discussion$/, 'agenda'))}>{t('discussions.mine.link')}</a>
          </p>
        </>
      )}
      {as === 'staff' && scores.length > 0 && (
        <Form view={view} version={lead?.no ?? 0} class="flow">
          <SelectField
            form={form}
            name="reviewerId"
            class="limit"
            hint={t('discussions.lead.hint')}
            choices={scores.flatMap(({ author, reviewerId, setAside }) =>
              reviewerId && !setAside ? [{ value: reviewerId, label: authorWords(view, author) }] : [],
            )}
          />
          <button class="go2" type="submit" name="do" value="lead">
            {t('discussions.lead.go')}
          </button>
          <p class="small soft">{t('site.outbox.nobody')}</p>
        </Form>
      )}
    </div>
  );
};

const PostForm = ({ view, seen, form }: InForm) => {
  const { t } = view;
  return (
    <Form view={view} class="flow gap-4 column">
      <TextArea form={form} name="text" hint={t('discussions.post.hint')} class="column" />
      {seen.posts.length > 0 && (
        <SelectField
          form={form}
          name="replyTo"
          optional
          choices={seen.posts.map(({ no, author }) => ({
            value: String(no),
            label: t('discussions.post.choice', { no, who: authorWords(view, author) }),
          }))}
        />
      )}
      <Notice>
        <p>{t('discussions.post.stays')}</p>
      </Notice>
      <Outbox view={view} title="" mail={[]} level={3}>
        {t('discussions.post.nobody')}
      </Outbox>
      <button class="go" type="submit" name="do" value="post">
        {t('discussions.post.go')}
      </button>
    </Form>
  );
};
