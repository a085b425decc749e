import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { UploadForm } from '../../../../shared/applications/attachment.port.ts';
import { attachmentTypeIds, attachmentTypes } from '../../../../shared/applications/attachment.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { RadioField } from '../../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../../components/form/error-summary.tsx';
import { Form } from '../../../components/form/form.tsx';
import { formOf } from '../../../components/form/form-state.ts';
import { TextField } from '../../../components/form/text-fields.tsx';
import type { View } from '../../../view.ts';
import { ApplicationFrame } from '../application-frame.tsx';
import { pathOf } from '../task-stops.ts';
import { limitsText } from './attachments-part.tsx';

type Props = { view: View; seen: ApplicationView };

const Cancel = ({ view, seen }: Props) => (
  <a href={view.href(pathOf(seen.application.id, 'attachments'))}>{view.t('applications.files.cancel')}</a>
);

/** First what the file is: its name for reviewers, and of which kind. */
export const NewFilePage = ({ view, seen, failure }: Props & { failure?: Failure | undefined }) => {
  const { t } = view;
  const form = formOf(view, {
    typed: failure || view.returned ? view.typed : undefined,
    failure,
    labels: { purpose: t('applications.files.purpose'), type: t('applications.files.kind') },
  });
  const kinds = attachmentTypeIds.map((value) => ({
    value,
    label: t(`applications.files.kind.${attachmentTypes[value].ending}`),
  }));
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.files.add.title')} here="attachments">
      <ErrorSummary form={form} />
      <h2>{t('applications.files.add.title')}</h2>
      <p class="gap-1">{t('applications.files.add.lede')}</p>
      <p class="small soft gap-1">{limitsText(view)}</p>
      <Form view={view} class="gap-4">
        <TextField form={form} name="purpose" hint={t('applications.files.purpose.hint')} />
        <RadioField form={form} name="type" choices={kinds} />
        <div class="acts gap-4">
          <button class="go" type="submit">
            {t('applications.files.reserve')}
          </button>
          <Cancel view={view} seen={seen} />
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
  name,
  type,
  upload,
}: Props & { name: string; type: string; upload: UploadForm }) => {
  const { t } = view;
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.files.send.title')} here="attachments">
      <h2>{t('applications.files.send.title')}</h2>
      <p class="gap-1">{t('applications.files.send.lede', { name })}</p>
      <p class="small soft gap-1">{limitsText(view)}</p>
      <form class="gap-4" method="post" enctype="multipart/form-data" action={upload.url}>
        {Object.entries(upload.fields).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <div class="field">
          <label for="file">{t('applications.files.send.choose')}</label>
          <input type="file" id="file" name="file" accept={type} required />
        </div>
        <p class="small soft gap-2">{t('applications.files.send.wait')}</p>
        <div class="acts gap-3">
          <button class="go" type="submit">
            {t('applications.files.send.go')}
          </button>
          <Cancel view={view} seen={seen} />
        </div>
      </form>
    </ApplicationFrame>
  );
};
