import type { Fact, PersonProfile } from '../../../shared/conflicts/person-profile.ts';
import { jetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { Band } from '../../components/head.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import { livesIn, placeWords } from '../../components/places/place-words.ts';
import type { View } from '../../view.ts';

type Props = {
  view: View;
  formerly: PersonProfile['formerly'];
  /** How partnerships are written, by id. */
  pairs: ReadonlyMap<string, string>;
};

/** That what is removed keeps counting, and what is kept of it. The last removed comes first. */
export const Formerly = ({ view, formerly, pairs }: Props) => {
  const { t } = view;
  const when = (until: string) => view.format.date(until, view.viewerZone ?? 'UTC');
  return (
    <Band id="formerly" title={t('conflicts.profile.formerly')}>
      <Notice>
        <p>{t('conflicts.profile.kept')}</p>
      </Notice>
      {formerly.length > 0 && (
        <div class="gap-3">
          <SummaryList
            entries={formerly.toReversed().map(({ until, fact }) => ({
              label: t('conflicts.profile.formerly.until', { when: when(until) }),
              value: t(`conflicts.profile.formerly.${fact.kind}`, { words: wordsOf(view, fact, pairs) }),
            }))}
          />
        </div>
      )}
    </Band>
  );
};

const years = ({ from, to }: { from: number; to?: number }) => `${from}–${to ?? ''}`;

const wordsOf = (view: View, fact: Fact, pairs: Props['pairs']): string => {
  switch (fact.kind) {
    case 'home':
      return livesIn(view, fact.home);
    case 'placement':
      return `${placeWords(view, fact.placement.place)} ${years(fact.placement)}`;
    case 'organisation':
      return `${fact.organisation.name} ${years(fact.organisation)}`;
    case 'partnership':
      return pairs.get(fact.partnership.partnershipId) ?? fact.partnership.partnershipId;
    case 'chapter':
      return jetaaChapter(fact.chapter)?.name ?? fact.chapter;
    case 'name':
      return fact.name;
  }
};
