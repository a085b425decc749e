import type { Partnership, Place } from '../../../shared/partnerships/partnership.ts';
import type { View } from '../../view.ts';
import { fullName, regionWords, shortName } from './place-words.ts';

type Props = { view: View; place: Place };

/** A place of the United States with its state. Names that no Japanese form is recorded for are marked as English. */
export const UsPlace = ({ view: { language }, place }: Props) =>
  language === 'ja' && !place.nameJa ? (
    <>
      {regionWords('ja', place.region)} <span lang="en">{place.name}</span>
    </>
  ) : (
    fullName(language, 'us', place)
  );

/** A place of Japan, kanji beside romaji for English readers. `brief` leaves the prefecture out of the romaji. */
export const JpPlace = ({ view: { language }, place, brief }: Props & { brief?: boolean }) => {
  if (language === 'ja')
    return place.nameJa ? (
      fullName('ja', 'jp', place)
    ) : (
      <>
        {regionWords('ja', place.region)} <span lang="en">{place.name}</span>
      </>
    );
  return (
    <>
      {brief ? shortName('en', place) : fullName('en', 'jp', place)}
      {place.nameJa && (
        <>
          {' '}
          <span class="soft nobr" lang="ja">
            {place.nameJa}
          </span>
        </>
      )}
    </>
  );
};

/** Both sides in one line. */
export const PairName = ({ view, pair }: { view: View; pair: Pick<Partnership, 'us' | 'jp'> }) => (
  <>
    <UsPlace view={view} place={pair.us} />
    {view.language === 'ja' ? '・' : ' – '}
    <JpPlace view={view} place={pair.jp} brief />
  </>
);
