import { receiptNumber, sectionIds } from '../../../shared/applications/application.ts';
import { statusAfter } from '../../../shared/applications/application-steps.ts';
import { hasTyped } from '../../../shared/applications/paper.ts';
import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { ReadableApplication } from '../../../shared/reviews/readable-application.ts';
import type { ApplicationFile } from '../../../shared/reviews/view-application-file.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import type { Typed } from '../../components/form/typed.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { ApplicationText, shownSections } from '../reviews/application-text.tsx';
import { asideReason, ReturnForm, StepAside } from './file-acts.tsx';
import { FileHistory } from './file-history.tsx';
import { FileReviews } from './file-reviews.tsx';
import { PairCell } from './pair-cell.tsx';

export type FileProps = {
  view: View;
  file: ApplicationFile;
  /** The text with the people it names, once asked for. */
  details?: ReadableApplication | undefined;
  typed?: Typed | undefined;
  failure?: Failure | undefined;
};

/** One application for staff: what was sent, what reviewers say, what has happened, and what staff may do. */
export const FilePage = (props: FileProps) => {
  const { view, file, details, failure } = props;
  const { t, language } = view;
  const { application, round } = file;
  const form = fileForm(props);
  const text = details ?? file.text;
  return (
    <Layout
      view={view}
      title={application.title}
      demo={round.demo}
      docket={[
        { label: t('reviews.column.round'), value: inLanguage(round.name, language) },
        { label: t('reviews.column.receipt'), value: receiptNumber(application.id) },
        { label: t('reviews.column.state'), value: t(`applications.status.${application.status}`) },
        ...(application.submission
          ? [
              {
                label: t('reviews.column.sent'),
                value: <Time view={view} at={application.submission.at} zone={round.zone} as="moment" />,
              },
            ]
          : []),
      ]}
    >
      <Head over={<PairCell view={view} pair={application.pair} />} title={application.title} near />
      <SamePair view={view} file={file} />
      {failure && <ErrorSummary form={form} />}
      <div class={failure || file.samePair.length > 0 ? 'cols cols--review gap-4' : 'cols cols--review'}>
        <Text view={view} file={file} text={text} shown={details !== undefined} />
        <Acts {...props} form={form} />
      </div>
      <FileReviews view={view} file={file} />
      <FileHistory view={view} file={file} />
    </Layout>
  );
};

/** What else was sent for the partnership: reviewers read each by itself, staff may want to read them together. */
const SamePair = ({ view, file: { samePair } }: Pick<FileProps, 'view' | 'file'>) =>
  samePair.length === 0 ? null : (
    <div class="gap-3">
      <Notice>
        <p>
          <strong>{view.t('duplicates.staff')}</strong>
        </p>
        <ul class="plain">
          {samePair.map(({ id, receipt, title }) => (
            <li>
              <a class="tap" href={view.href(`/staff/applications/${id}`)}>
                {view.t('duplicates.item', { number: receipt, title })}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );

const fileForm = ({ view, typed, failure }: FileProps) =>
  formOf(view, {
    typed,
    failure,
    labels: { reason: view.t('reviews.return.reason'), until: view.t('reviews.return.until') },
    words: ({ path, code }) => {
      if (code === 'in-the-past') return view.t('reviews.return.past');
      return path === asideReason ? view.t('reviews.aside.required') : undefined;
    },
  });

type TextProps = { view: View; file: ApplicationFile; text: ReadableApplication | undefined; shown: boolean };

const Text = ({ view, file, text, shown }: TextProps) => {
  const { t } = view;
  const sections = shownSections({ sections: sectionIds, terms: file.round });
  return (
    <article class="paper flow" aria-label={t('reviews.text.title')}>
      <Notice>
        <p>
          <strong>{t(shown ? 'reviews.details.shown' : 'reviews.details.hidden')}</strong>
        </p>
        <p class="soft">{t(shown ? 'reviews.details.shown.text' : 'reviews.details.hidden.text')}</p>
      </Notice>
      {!shown && text && (
        <Form view={view}>
          <button class="go2" type="submit" name="action" value="show-details">
            {t('reviews.details.show')}
          </button>
        </Form>
      )}
      {text ? (
        <>
          <p class="soft">{text.organisation}</p>
          <ApplicationText
            view={view}
            text={text}
            terms={file.round}
            sections={sections}
            answer={file.officeAnswer}
            check={file.eligibilityCheck}
            filesAt={`/staff/applications/${file.application.id}/files`}
          />
        </>
      ) : (
        <p>{t('reviews.file.unsent')}</p>
      )}
    </article>
  );
};

const Acts = ({ view, file, form }: FileProps & { form: FormState }) => {
  const { t, href, actor } = view;
  const { application, round } = file;
  const typed = actor.kind === 'person' && hasTyped(actor, application.paper);
  return (
    <aside class="flow" aria-label={t('reviews.file.acts')}>
      {typed && <p>{t('reviews.reason.you.typed-from-paper')}</p>}
      {application.status !== 'draft' && !typed && (
        <p>
          <a class="tap" href={href(`/staff/applications/${application.id}/decision`)}>
            {t('reviews.file.decision')}
          </a>
        </p>
      )}
      <p>
        <a class="tap" href={href(`/staff/applications/${application.id}/redaction`)}>
          {t('reviews.redaction.link')}
        </a>
      </p>
      <p>
        <a class="tap" href={href(`/staff/applications/${application.id}/compare`)}>
          {t('sent.compare.link')}
        </a>
      </p>
      <p>
        <a class="tap" href={href(`/staff/rounds/${round.id}/applications`)}>
          {t('reviews.file.back')}
        </a>
      </p>
      {statusAfter(application.status, 'return') && <ReturnForm form={form} file={file} />}
      <StepAside form={form} />
    </aside>
  );
};
