import type { DiscussionView } from '../../../shared/discussions/view-discussion.ts';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { authorWords } from './author-words.ts';

type Props = { view: View; seen: DiscussionView; at: string };

/** What was said, in order; the latest page, with the way to what stands before it. */
export const Posts = ({ view, seen, at }: Props) => {
  const { t, href } = view;
  const { posts, next, round } = seen;
  const onward = view.path.includes('cursor=');
  return (
    <>
      {(next || onward) && (
        <p class="acts">
          {next && (
            <a href={href(`${at}?cursor=${encodeURIComponent(next)}#posts`)}>{t('discussions.earlier')}</a>
          )}
          {onward && <a href={href(`${at}#posts`)}>{t('discussions.latest')}</a>}
        </p>
      )}
      {posts.length === 0 ? (
        <p class="soft">{t('discussions.posts.none')}</p>
      ) : (
        <ol class="posts">
          {posts.map(({ no, at: when, text, replyTo, author }) => (
            <li id={`post-${no}`}>
              <p class="small soft">
                <strong>{t('discussions.post.no', { no, who: authorWords(view, author) })}</strong>
                <span class="aside">
                  <Time view={view} at={when} zone={view.viewerZone ?? round.zone} as="moment" />
                </span>
                {replyTo !== undefined && (
                  <>
                    {' '}
                    <a href={`#post-${replyTo}`}>{t('discussions.post.answers', { no: replyTo })}</a>
                  </>
                )}
              </p>
              <p class="words">{text}</p>
            </li>
          ))}
        </ol>
      )}
    </>
  );
};
