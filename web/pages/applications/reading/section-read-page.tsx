import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import { Notice } from '../../../components/notice.tsx';
import type { View } from '../../../view.ts';
import { ApplicationFrame } from '../application-frame.tsx';
import { isHeld, pathOf } from '../task-stops.ts';
import { Answers } from './answers.tsx';
import { filesOf } from './shown-files.ts';

type Props = { view: View; seen: ApplicationView; section: ApplicationView['sections'][number] };

/** A section for whoever may read and not write: viewers, and everyone once it was sent. */
export const SectionReadPage = ({ view, seen, section }: Props) => {
  const { t } = view;
  const title = t(`applications.section.${section.id}`);
  return (
    <ApplicationFrame view={view} seen={seen} title={title} here={section.id}>
      <h2>{title}</h2>
      <div class="gap-2">
        <Notice>
          <p>{t(isHeld(seen) ? 'applications.task.viewer' : 'applications.section.read-only')}</p>
        </Notice>
      </div>
      <div class="gap-3">
        <Answers
          view={view}
          section={section.id}
          data={section.data}
          round={seen.round}
          files={filesOf(seen)}
          filesAt={pathOf(seen.application.id, 'files')}
        />
      </div>
    </ApplicationFrame>
  );
};
