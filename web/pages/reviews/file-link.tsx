import type { ReadableFile } from '../../../shared/reviews/readable-application.ts';
import type { View } from '../../view.ts';
import { Words } from './words.tsx';

type Props = { view: View; file: ReadableFile; filesAt: string };

/** A file with its size, opened through the door that asks anew who may; without its name where it is kept from the reader. */
export const FileLink = ({ view, file: { id, name, size }, filesAt }: Props) => {
  const kilobytes = view.format.number(Math.max(1, Math.round(size / 1000)));
  return (
    <>
      {name ? (
        <a href={view.href(`${filesAt}/${id}`)}>
          <Words view={view} text={name} />
        </a>
      ) : (
        view.t('reviews.text.file.withheld')
      )}{' '}
      <span class="soft small">{view.t('reviews.text.size', { kilobytes })}</span>
    </>
  );
};
