import type { MemberPlacement } from '../../../shared/chapters/chapter-member.ts';
import type { SeenMember } from '../../../shared/chapters/named-members.ts';
import { regionWords } from '../../components/map/place-words.ts';
import type { View } from '../../view.ts';

/** `ALT, Imabari, Ehime, 2009–2012 今治市`; in Japanese 愛媛県今治市、ALT、2009～2012年. */
const Served = ({ view: { t, language }, placement }: { view: View; placement: MemberPlacement }) => {
  const { role, name, nameJa, prefecture, from, to } = placement;
  const years =
    to === undefined
      ? t('chapters.since', { from: String(from) })
      : t('chapters.years', { from: String(from), to: String(to) });
  if (language === 'ja')
    return (
      <>
        {prefecture && regionWords('ja', prefecture)}
        {nameJa ?? name}、{role}、{years}
      </>
    );
  return (
    <>
      {role}, {name}
      {prefecture && prefecture !== name && `, ${regionWords('en', prefecture)}`}, {years}
      {nameJa && (
        <>
          {' '}
          <span class="kanji" lang="ja">
            {nameJa}
          </span>
        </>
      )}
    </>
  );
};

export const ServedList = ({ view, served }: { view: View; served: readonly MemberPlacement[] }) => (
  <ul class="plain">
    {served.map((placement) => (
      <li>
        <Served view={view} placement={placement} />
      </li>
    ))}
  </ul>
);

/** Where somebody lives, as far as lists tell it: a state, Japan, or neither. */
export const homeWords = ({ t, language }: View, home: SeenMember['home']): string => {
  if (!home) return t('site.none');
  if (home.in === 'elsewhere') return t('chapters.home.elsewhere');
  if (home.in === 'japan')
    return home.prefecture ? regionWords(language, home.prefecture) : t('chapters.home.japan');
  if (!home.city) return regionWords(language, home.state);
  return language === 'ja' ? `${regionWords('ja', home.state)} ${home.city}` : `${home.city}, ${home.state}`;
};
