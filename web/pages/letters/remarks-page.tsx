import type { Remark } from '../../../shared/awards/remarks.ts';
import type { RemarksView } from '../../../shared/awards/save-remarks.ts';
import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { Badge } from '../../components/badge.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Pair } from '../../components/map/kept-pair.tsx';
import { Empty, Twin } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { AsideNote } from '../staff-reviews/aside-note.tsx';

type Props = {
  view: View;
  seen: RemarksView;
  typed?: Typed | undefined;
  failure?: Failure | undefined;
};

const letterOf = (at: number) => String.fromCharCode(65 + at);

/** What the applicant will read of the reviews: the reviewers' words, as staff edit and approve them. */
export const RemarksPage = ({ view, seen, typed, failure }: Props) => {
  const { t, language, href } = view;
  const { application, round, remarks, written, stands } = seen;
  const form = remarksForm(view, seen, typed, failure);
  return (
    <Layout
      view={view}
      title={t('awards.remarks.title')}
      demo={round.demo}
      docket={[
        { label: t('messages.today.column.round'), value: inLanguage(round.name, language) },
        { label: t('awards.column.application'), value: <Pair view={view} pair={application.pair} /> },
        {
          label: t('awards.column.state'),
          value: (
            <Badge is={stands?.status === 'approved' ? 'done' : 'todo'}>
              {t(`awards.remarks.state.${stands?.status ?? 'none'}`)}
            </Badge>
          ),
        },
      ]}
    >
      <Head over={application.title} title={t('awards.remarks.title')} lede={t('awards.remarks.lede')} />
      <ErrorSummary form={form} />
      {remarks.length === 0 ? (
        <Empty title={t('awards.remarks.none')}>
          <p>{t('awards.remarks.none.text')}</p>
        </Empty>
      ) : (
        <Form view={view} version={stands?.version ?? 0} class="column flow">
          <AsideNote view={view} roundId={round.id} />
          {remarks.map((remark, at) => (
            <OneReview view={view} seen={seen} form={form} at={at} written={written[at] ?? remark} />
          ))}
          <Outbox view={view} title="" mail={[]}>
            {t(round.announcedAt ? 'awards.remarks.then.announced' : 'awards.remarks.then')}
          </Outbox>
          <p class="acts">
            <button class="go" type="submit" name="action" value="approve">
              {t('awards.remarks.approve')}
            </button>
            <button class="go2" type="submit" name="action" value="save">
              {t('awards.remarks.save')}
            </button>
          </p>
        </Form>
      )}
      <p class="gap-3">
        <a class="tap" href={href(`/staff/applications/${application.id}/decision`)}>
          {t('awards.decide.title')}
        </a>
      </p>
    </Layout>
  );
};

const remarksForm = (view: View, seen: RemarksView, typed?: Typed, failure?: Failure): FormState => {
  const { t, language } = view;
  const values: Record<string, string> = {};
  const labels: Record<string, string> = { remarks: t('awards.remarks.title') };
  const names = new Map(seen.round.rubric.criteria.map(({ id, name }) => [id, inLanguage(name, language)]));
  for (const [at, { comments, feedback }] of seen.remarks.entries()) {
    values[`remarks.${at}.feedback`] = feedback;
    labels[`remarks.${at}.feedback`] = t('awards.outcome.overall');
    for (const { criterionId, comment } of comments) {
      values[`remarks.${at}.comments.${criterionId}`] = comment;
      labels[`remarks.${at}.comments.${criterionId}`] = names.get(criterionId) ?? criterionId;
    }
  }
  return formOf(view, { labels, values, ...(typed && { typed }), failure });
};

type OneProps = { view: View; seen: RemarksView; form: FormState; at: number; written: Remark };

const OneReview = ({ view, seen, form, at, written }: OneProps) => {
  const { t } = view;
  const remark = seen.remarks[at];
  if (!remark) return null;
  return (
    <section class="flow" aria-labelledby={`review-${at}`}>
      <h2 class="h-lg" id={`review-${at}`}>
        {t('awards.outcome.reviewer', { letter: letterOf(at) })}
      </h2>
      <input type="hidden" name={`remarks.${at}.reviewId`} value={remark.reviewId} />
      {remark.comments.map(({ criterionId }) => (
        <TextArea form={form} name={`remarks.${at}.comments.${criterionId}`} rows={3} />
      ))}
      <TextArea form={form} name={`remarks.${at}.feedback`} rows={4} />
      <Twin summary={t('awards.remarks.written')}>
        {written.comments.map(({ comment }) => (
          <p class="letter__text">{comment}</p>
        ))}
        <p class="letter__text">{written.feedback || t('site.none')}</p>
      </Twin>
    </section>
  );
};
