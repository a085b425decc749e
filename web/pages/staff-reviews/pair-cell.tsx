import { type KeptPair, keptPairWords, PairKanji } from '../../components/map/kept-pair.tsx';
import type { View } from '../../view.ts';

type Props = {
  view: View;
  pair: KeptPair;
  /** Without it the pair is no link: this person may not open it. */
  path?: string | undefined;
};

/** The pair as it names a row, with the kanji beside it. */
export const PairCell = ({ view, pair, path }: Props) => {
  const name = keptPairWords(view, pair);
  return (
    <>
      {path ? <a href={view.href(path)}>{name}</a> : name}
      <PairKanji view={view} pair={pair} />
    </>
  );
};
