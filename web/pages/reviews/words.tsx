import { blackMark } from '../../../shared/reviews/black-out.ts';
import type { View } from '../../view.ts';

/** Someone's words, with a sign and a sentence where staff blacked them out. */
export const Words = ({ view, text }: { view: View; text: string }) => {
  const [first = '', ...rest] = text.split(blackMark);
  return (
    <>
      {first}
      {rest.map((part) => (
        <>
          <span class="black">
            <span aria-hidden="true">{blackMark}</span> {view.t('reviews.redacted.mark')}
          </span>
          {part}
        </>
      ))}
    </>
  );
};
