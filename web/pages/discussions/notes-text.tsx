import type { DiscussionView, ReadNotes } from '../../../shared/discussions/view-discussion.ts';
import { Twin } from '../../components/notice.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { authorWords } from './author-words.ts';

type Props = { view: View; seen: DiscussionView };

/** The meeting's notes as they stand, and the versions that were kept. */
export const NotesText = ({ view, seen }: Props) => {
  const { t } = view;
  const { notes, keptNotes, round } = seen;
  const earlier = keptNotes.filter(({ version }) => version !== notes?.version);
  const line = ({ author, at }: ReadNotes) => (
    <p class="small soft">
      <strong>{authorWords(view, author)}</strong>
      <span class="aside">
        <Time view={view} at={at} zone={view.viewerZone ?? round.zone} as="moment" />
      </span>
    </p>
  );
  if (!notes) return <p class="soft">{t('discussions.notes.none')}</p>;
  return (
    <div class="flow column">
      <p class="words">{notes.text || t('site.none')}</p>
      {line(notes)}
      {earlier.length > 0 && (
        <Twin summary={t('discussions.notes.kept', { count: earlier.length })}>
          <ol class="posts">
            {earlier.map((one) => (
              <li>
                {line(one)}
                <p class="words">{one.text || t('site.none')}</p>
              </li>
            ))}
          </ol>
        </Twin>
      )}
    </div>
  );
};
