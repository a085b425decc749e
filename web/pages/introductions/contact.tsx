import type { IntroductionSheet } from '../../../shared/introductions/introduction-sheet.ts';
import { Band } from '../../components/head.tsx';
import { SummaryList } from '../../components/lists.tsx';
import type { View } from '../../view.ts';

/** The other side, where both have said yes and it stands. */
export const ContactBand = ({ view, sheet }: { view: View; sheet: IntroductionSheet }) => {
  const { t } = view;
  const { contact, status } = sheet;
  if (status !== 'connected' && status !== 'joined') return null;
  return (
    <Band
      id="contact"
      title={t('introductions.one.contact')}
      lede={contact ? t('introductions.one.contact.lede') : t('introductions.one.contact.gone')}
    >
      {contact && (
        <SummaryList
          entries={[
            ...(contact.name === ''
              ? []
              : [{ label: t('introductions.field.contact'), value: contact.name }]),
            {
              label: t('introductions.field.email'),
              value: <a href={`mailto:${contact.email}`}>{contact.email}</a>,
            },
          ]}
        />
      )}
    </Band>
  );
};
