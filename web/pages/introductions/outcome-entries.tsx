import type { IntroductionSheet } from '../../../shared/introductions/introduction-sheet.ts';
import type { Entry } from '../../components/lists.tsx';
import type { View } from '../../view.ts';
import { StatusBadge } from './introduction-words.tsx';

/** Where it stands, in which role, and what came of it. */
export const outcomeEntries = (view: View, sheet: IntroductionSheet): readonly Entry[] => {
  const { t } = view;
  const { status, joined, outcome } = sheet;
  return [
    { label: t('introductions.field.status'), value: <StatusBadge view={view} status={status} /> },
    ...(joined
      ? [{ label: t('introductions.field.role'), value: t(`introductions.role.${joined.role}`) }]
      : []),
    ...(outcome
      ? [
          {
            label: t('introductions.field.outcome'),
            value: (
              <>
                {t(`introductions.outcome.${outcome.kind}`)}
                {outcome.text !== '' && <span class="words">{outcome.text}</span>}
              </>
            ),
          },
        ]
      : []),
  ];
};
