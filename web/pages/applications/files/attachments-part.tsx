import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import { attachmentLimits } from '../../../../shared/applications/attachment.ts';
import { Form } from '../../../components/form/form.tsx';
import type { View } from '../../../view.ts';
import { FilesTable, sizeText } from '../reading/files-table.tsx';
import { filesOf } from '../reading/section-read-page.tsx';
import { pathOf } from '../task-stops.ts';

type Props = { view: View; seen: ApplicationView };

export const limitsText = (view: View): string =>
  view.t('applications.files.limits', {
    each: sizeText(view, attachmentLimits.each),
    count: attachmentLimits.files,
    all: sizeText(view, attachmentLimits.together),
  });

/** The files of the draft, each with a way out, and the way to another one. */
export const AttachmentsPart = ({ view, seen }: Props) => {
  const { t } = view;
  const { application, attachments } = seen;
  const isFull = attachments.length >= attachmentLimits.files;
  return (
    <section class="gap-4" aria-labelledby="files">
      <h3 id="files" tabindex={-1}>
        {t('applications.files.caption')}
      </h3>
      <p class="small soft gap-1">{limitsText(view)}</p>
      <div class="gap-2">
        <FilesTable view={view} files={filesOf(seen)} filesAt={pathOf(seen.application.id, 'files')} />
      </div>
      {attachments.length > 0 && (
        <Form view={view} action={pathOf(application.id, 'files/remove')} class="gap-1">
          <ul class="plain">
            {attachments.map(({ id, name }) => (
              <li>
                <button class="linkish small" type="submit" name="attachment" value={id}>
                  {t('applications.files.remove', { name })}
                </button>
              </li>
            ))}
          </ul>
          <p class="small soft">{t('applications.files.removed-nobody')}</p>
        </Form>
      )}
      {!isFull && (
        <p class="gap-3">
          <a class="go2" href={view.href(pathOf(application.id, 'files/new'))}>
            {t('applications.files.add')}
          </a>
        </p>
      )}
    </section>
  );
};
