import { fields } from '../../../shared/alumni/alum.ts';
import type { Topic } from '../../../shared/kernel/theme.ts';
import { policyThemes } from '../../../shared/kernel/theme.ts';
import type { AlumMatch } from '../../../shared/matches/list-alumni-for.ts';
import type { Caution, ToldReason } from '../../../shared/matches/match-words.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import { fullName, isRegion, regionWords } from '../../components/map/place-words.ts';
import type { View } from '../../view.ts';
import { placeOf, yearsOf } from './place-of.ts';

export const milesIn = (kilometres: number) => Math.max(1, Math.round(kilometres / 1.609344));

export const topicWords = ({ t }: View, topic: Topic): string => {
  const policy = policyThemes.find((one) => one === topic);
  if (policy) return t(`alumni.topic.${policy}`);
  return t(`site.theme.${topic as Exclude<Topic, (typeof policyThemes)[number]>}`); // The other four.
};

/** A field of work by its name, a skill in its own words. */
export const skillWords = ({ t }: View, skill: string): string => {
  const field = fields.find((one) => one === skill);
  return field ? t(`alumni.field.${field}`) : skill;
};

type About = Pick<Partnership, 'us' | 'jp'>;

/** Why somebody fits a partnership, in the words of whoever coordinates it. */
export const reasonWords = (view: View, reason: ToldReason, { us, jp }: About): string => {
  const { t, format, language } = view;
  switch (reason.kind) {
    case 'served': {
      const years = yearsOf(view, reason.in);
      if (reason.where === 'place' && reason.in.prefecture && isRegion(jp))
        return t('matches.served.whole', { prefecture: regionWords(language, jp.region), years });
      return t(`matches.served.${reason.where}`, { place: placeOf(view, reason.in), years });
    }
    case 'lives-near': {
      const { kilometres } = reason;
      const place = fullName(language, 'us', us);
      if (kilometres === 0) return t('matches.lives.here', { place });
      const miles = format.number(milesIn(kilometres));
      return t('matches.lives.near', { place, miles, kilometres: format.number(kilometres) });
    }
    case 'lives-in-state':
      return t('matches.lives.state', { state: regionWords(language, reason.state) });
    case 'reads':
      return reason.level === 'N2' || reason.level === 'N1' || reason.level === 'native'
        ? t(`matches.reads.${reason.level}`)
        : '';
    case 'theme':
      return t('matches.theme', { theme: topicWords(view, reason.theme) });
    case 'skill':
      return t('matches.skill', { skill: skillWords(view, reason.skill) });
    default:
      return reason satisfies never;
  }
};

/** The same, said to whoever looks at both from outside: staff, and the leads of chapters. */
export const outsideWords = (view: View, reason: ToldReason, about: About): string => {
  const { t, language } = view;
  switch (reason.kind) {
    case 'served': {
      const years = yearsOf(view, reason.in);
      if (reason.where === 'place' && reason.in.prefecture && isRegion(about.jp))
        return t('matches.outside.served.whole', {
          prefecture: regionWords(language, about.jp.region),
          years,
        });
      return t(`matches.outside.served.${reason.where}`, { place: placeOf(view, reason.in), years });
    }
    case 'theme':
      return t('matches.outside.theme', { theme: topicWords(view, reason.theme) });
    case 'skill':
      return t('matches.outside.skill', { skill: skillWords(view, reason.skill) });
    default:
      return reasonWords(view, reason, about);
  }
};

/** The same, said to the alum. What they know of their Japanese is not told. */
export const ownReasonWords = (view: View, reason: ToldReason, { us }: About): string | undefined => {
  const { t, format, language } = view;
  switch (reason.kind) {
    case 'served':
      return t(`matches.own.served.${reason.where}`, {
        place: placeOf(view, reason.in),
        years: yearsOf(view, reason.in),
      });
    case 'lives-near': {
      const { kilometres } = reason;
      const place = fullName(language, 'us', us);
      if (kilometres === 0) return t('matches.own.lives.here', { place });
      const miles = format.number(milesIn(kilometres));
      return t('matches.own.lives.near', { place, miles, kilometres: format.number(kilometres) });
    }
    case 'lives-in-state':
      return t('matches.own.lives.state', { state: regionWords(language, reason.state) });
    case 'reads':
      return undefined;
    case 'theme':
      return t('matches.own.theme', { theme: topicWords(view, reason.theme) });
    case 'skill':
      return t('matches.own.skill', { skill: skillWords(view, reason.skill) });
    default:
      return reason satisfies never;
  }
};

/** What one should know before asking. */
export const cautionWords = (view: View, caution: Caution): string => {
  const { t, format, language } = view;
  switch (caution.kind) {
    case 'lives-far': {
      const { city, state, kilometres } = caution;
      const region = regionWords(language, state);
      const place = !city ? region : language === 'ja' ? `${region} ${city}` : `${city}, ${state}`;
      return kilometres === undefined
        ? t('matches.not.far.state', { place })
        : t('matches.not.far', {
            place,
            miles: format.number(milesIn(kilometres)),
            kilometres: format.number(kilometres),
          });
    }
    case 'lives-in-japan':
      return t('matches.not.japan');
    case 'lives-elsewhere':
      return t('matches.not.elsewhere');
    case 'home-unsaid':
      return t('matches.not.home');
    case 'reads-little': {
      const { level, interprets } = caution;
      if (level !== 'N5' && level !== 'N4' && level !== 'N3') return t('matches.not.reads.none');
      const words = { level: t(`matches.level.${level}`) };
      return interprets ? t('matches.not.reads.interprets', words) : t('matches.not.reads', words);
    }
    case 'seldom-free':
      return t('matches.not.seldom');
    case 'ways-unsaid':
      return t('matches.not.ways');
    default:
      return caution satisfies never;
  }
};

/** What somebody offers besides, in sentences. */
export const offerWords = (
  { t, format, language }: View,
  { ways, languages }: Pick<AlumMatch, 'ways' | 'languages'>,
): readonly string[] => [
  ...(ways.length > 0
    ? [
        t('matches.ways', {
          ways: ways.map((way) => t(`alumni.way.${way}`)).join(language === 'ja' ? '、' : '; '),
        }),
      ]
    : []),
  ...(languages.length > 0 ? [t('matches.languages', { languages: format.list(languages) })] : []),
];
