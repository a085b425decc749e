import type { View } from '../../view.ts';

type Props = {
  view: View;
  pair: { readonly us: string; readonly jp: string; readonly jpJa: string };
  /** Without it the pair is no link: this person may not open it. */
  path?: string | undefined;
};

/** The pair as it names a row, with the kanji beside it. */
export const PairCell = ({ view: { t, href }, pair, path }: Props) => {
  const name = t('site.pair', { us: pair.us, jp: pair.jp });
  return (
    <>
      {path ? <a href={href(path)}>{name}</a> : name}{' '}
      <span class="kanji" lang="ja">
        {pair.jpJa}
      </span>
    </>
  );
};
