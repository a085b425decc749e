import type { IntroductionSheet } from '../../../shared/introductions/introduction-sheet.ts';
import { type Entry, SummaryList } from '../../components/lists.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { askerWords, PartnershipPair, zoneIn } from './introduction-words.tsx';

type Props = {
  view: View;
  sheet: IntroductionSheet;
  more?: readonly Entry[];
  /** Where a heading names the partnership already. */
  headed?: boolean;
};

/** Who asks for which partnership, until when, and their note: all that an alum goes by. */
export const RequestFacts = ({ view, sheet, more = [], headed }: Props) => {
  const { t } = view;
  const { asked, partnership, status, expiresAt } = sheet;
  const isOpen = status === 'requested' || status === 'accepted';
  return (
    <SummaryList
      entries={[
        ...(headed
          ? []
          : [
              {
                label: t('introductions.field.partnership'),
                value: <PartnershipPair view={view} partnership={partnership} />,
              },
            ]),
        { label: t('introductions.field.asker'), value: askerWords(view, sheet) },
        ...(asked.note === ''
          ? []
          : [{ label: t('introductions.field.note'), value: <span class="words">{asked.note}</span> }]),
        ...(isOpen
          ? [
              {
                label: t('introductions.field.until'),
                value: <Time view={view} at={expiresAt} zone={zoneIn(view)} as="moment" />,
              },
            ]
          : []),
        ...more,
      ]}
    />
  );
};

/** Yes and no, and who gets mail of it. One click is one answer. */
export const AnswerButtons = ({
  view,
  asked,
  plain,
}: Pick<Props, 'view'> & Pick<IntroductionSheet, 'asked'> & { plain?: boolean }) => {
  const { t } = view;
  return (
    <>
      <p>{t(asked.as === 'lead' ? 'introductions.answer.shows.lead' : 'introductions.answer.shows')}</p>
      <p class="small soft">{t('introductions.answer.mail', { name: asked.name || asked.body })}</p>
      <div class="acts gap-3">
        <button class={plain ? 'go2' : 'go'} type="submit" name="act" value="accept">
          {t('introductions.answer.accept')}
        </button>
        <button class="go2" type="submit" name="act" value="decline">
          {t('introductions.answer.decline')}
        </button>
      </div>
    </>
  );
};
