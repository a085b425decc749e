import type { Reserved } from '../../../../shared/applications/add-attachment.ts';
import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import {
  attachmentLimits,
  attachmentTypeIds,
  attachmentTypes,
} from '../../../../shared/applications/attachment.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { inLanguage } from '../../../../shared/kernel/text.ts';
import type { ExtraQuestion } from '../../../../shared/programs/extra-question.ts';
import { CheckField, RadioField } from '../../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../../components/form/error-summary.tsx';
import { Form } from '../../../components/form/form.tsx';
import { formOf } from '../../../components/form/form-state.ts';
import { TextField } from '../../../components/form/text-fields.tsx';
import type { View } from '../../../view.ts';
import { ApplicationFrame } from '../application-frame.tsx';
import { sizeText } from '../reading/files-table.tsx';
import { pathOf } from '../task-stops.ts';
import { limitsText } from './attachments-part.tsx';

type Props = { view: View; seen: ApplicationView; question?: ExtraQuestion | undefined };
type NewProps = Props & {
  /** Ticked beforehand: one comes from where the Japanese office's answer is waited for. */
  officeAnswer: boolean;
  failure?: Failure | undefined;
};

/** Where one comes from and goes back to: the list, or the extra question that the file answers. */
export const listPath = (applicationId: string, questionId: string | undefined): string =>
  pathOf(applicationId, questionId === undefined ? 'attachments' : 'questions');

const here = (question: ExtraQuestion | undefined) => (question ? 'questions' : 'attachments');

const Cancel = ({ view, seen, question }: Props) => (
  <a href={view.href(listPath(seen.application.id, question?.id))}>{view.t('applications.files.cancel')}</a>
);

const ForQuestion = ({ view, question }: Pick<Props, 'view' | 'question'>) =>
  question ? (
    <p class="gap-1">{view.t('files.question', { question: inLanguage(question.label, view.language) })}</p>
  ) : null;

/** First what the file is: its name for reviewers, and of which kind. */
export const NewFilePage = ({ view, seen, question, officeAnswer, failure }: NewProps) => {
  const { t } = view;
  const form = formOf(view, {
    typed: failure || view.returned ? view.typed : undefined,
    failure,
    values: { officeAnswer: officeAnswer ? 'yes' : '' },
    labels: { purpose: t('applications.files.purpose'), type: t('applications.files.kind') },
  });
  const kinds = attachmentTypeIds.map((value) => ({
    value,
    label: t(`applications.files.kind.${attachmentTypes[value].ending}`),
  }));
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.files.add.title')} here={here(question)}>
      <ErrorSummary form={form} />
      <h2>{t('applications.files.add.title')}</h2>
      <p class="gap-1">{t('applications.files.add.lede')}</p>
      <ForQuestion view={view} question={question} />
      <p class="small soft gap-1">{limitsText(view)}</p>
      <Form view={view} class="gap-4">
        {question && <input type="hidden" name="question" value={question.id} />}
        <TextField form={form} name="purpose" hint={t('applications.files.purpose.hint')} />
        <RadioField form={form} name="type" choices={kinds} />
        {!question && (
          <>
            <CheckField form={form} name="officeAnswer" label={t('files.office.check')} />
            <p class="small soft">{t('files.office.beside')}</p>
          </>
        )}
        <div class="acts gap-4">
          <button class="go" type="submit">
            {t('applications.files.reserve')}
          </button>
          <Cancel view={view} seen={seen} question={question} />
        </div>
        <p class="small soft gap-1">{t('applications.mail.nobody.save')}</p>
      </Form>
    </ApplicationFrame>
  );
};

/** Then the file itself, straight to the store: it never passes through us, and comes back to the list by itself. */
export const SendFilePage = ({
  view,
  seen,
  question,
  name,
  type,
  reserved: { attachmentId, upload },
}: Props & { name: string; type: string; reserved: Reserved }) => {
  const { t } = view;
  return (
    <ApplicationFrame
      view={view}
      seen={seen}
      title={t('applications.files.send.title')}
      here={here(question)}
    >
      <h2>{t('applications.files.send.title')}</h2>
      <p class="gap-1">{t('applications.files.send.lede', { name })}</p>
      <p class="small soft gap-1">{limitsText(view)}</p>
      <ForQuestion view={view} question={question} />
      <form
        class="gap-4"
        method="post"
        enctype="multipart/form-data"
        action={upload.url}
        data-upload={view.href(pathOf(seen.application.id, `files/${attachmentId}/arrived`))}
        data-next={view.href(listPath(seen.application.id, question?.id))}
        data-max={attachmentLimits.each}
        data-sent={t('files.send.sent')}
        data-looking={t('files.send.looking')}
        data-arrived={t('files.send.arrived')}
        data-failed={t('files.send.failed')}
        data-too-large={t('files.send.too-large', { each: sizeText(view, attachmentLimits.each) })}
        data-signed-out={t('files.send.signed-out')}
      >
        {Object.entries(upload.fields).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <div class="field">
          <label for="file">{t('applications.files.send.choose')}</label>
          <input type="file" id="file" name="file" accept={type} required />
        </div>
        <p class="small soft gap-2">{t('applications.files.send.wait')}</p>
        <div class="gap-2" data-upload-shown hidden>
          <p class="small soft">{t('files.send.words')}</p>
          <progress max={100} value={0} aria-label={t('files.send.progress')} />
        </div>
        <p class="gap-1" role="status" data-upload-status />
        <div class="acts gap-3">
          <button class="go" type="submit">
            {t('applications.files.send.go')}
          </button>
          <Cancel view={view} seen={seen} question={question} />
        </div>
        <p class="small soft gap-1">{t('files.send.after')}</p>
      </form>
    </ApplicationFrame>
  );
};
