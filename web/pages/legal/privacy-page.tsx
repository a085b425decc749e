import type { View } from '../../view.ts';
import { NoticePage, Section } from './notice-page.tsx';

/** Stands before the first form: who, why, who sees it, where, how long, whom to ask. */
export const PrivacyPage = ({ view }: { view: View }) => {
  const { t } = view;
  const ask = {
    title: t('legal.privacy.ask.title'),
    text: t('legal.privacy.ask.text'),
    link: t('legal.privacy.ask.link'),
  };
  return (
    <NoticePage view={view} title={t('legal.privacy.title')} lede={t('legal.privacy.lede')} draft ask={ask}>
      <Section title={t('legal.privacy.who.title')} words={[t('legal.privacy.who.text')]} />
      <Section
        title={t('legal.privacy.why.title')}
        words={(['account', 'application', 'counterpart', 'review', 'history'] as const).map((one) =>
          t(`legal.privacy.why.${one}`),
        )}
      />
      <Section title={t('legal.privacy.who-sees.title')} words={[t('legal.privacy.who-sees.text')]} />
      <Section title={t('legal.privacy.where.title')} words={[t('legal.privacy.where.text')]} />
      <Section
        title={t('legal.privacy.long.title')}
        words={(['session', 'draft', 'grant', 'account', 'stays', 'backup'] as const).map((one) =>
          t(`legal.privacy.long.${one}`),
        )}
      />
      <Section title={t('legal.privacy.device.title')} words={[t('legal.privacy.device.text')]} />
      <Section title={t('legal.privacy.rights.title')} words={[t('legal.privacy.rights.text')]} />
    </NoticePage>
  );
};
