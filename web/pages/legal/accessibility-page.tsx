import type { View } from '../../view.ts';
import { NoticePage, Section } from './notice-page.tsx';

const kept = ['keyboard', 'reader', 'zoom', 'pictures', 'time', 'language'] as const;

/** What is kept to, how it is checked, what is known to be missing, whom to tell. */
export const AccessibilityPage = ({ view }: { view: View }) => {
  const { t } = view;
  const ask = {
    title: t('legal.accessibility.ask.title'),
    text: t('legal.accessibility.ask.text'),
    link: t('legal.accessibility.ask.link'),
  };
  return (
    <NoticePage
      view={view}
      title={t('legal.accessibility.title')}
      lede={t('legal.accessibility.lede')}
      draft
      ask={ask}
    >
      <Section title={t('legal.accessibility.aim.title')} words={[t('legal.accessibility.aim.text')]} />
      <Section
        title={t('legal.accessibility.how.title')}
        words={kept.map((one) => t(`legal.accessibility.how.${one}`))}
      />
      <Section
        title={t('legal.accessibility.checked.title')}
        words={[t('legal.accessibility.checked.text')]}
      />
      <Section title={t('legal.accessibility.known.title')} words={[t('legal.accessibility.known.text')]} />
    </NoticePage>
  );
};
