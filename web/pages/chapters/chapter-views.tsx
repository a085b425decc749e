import { isStaff, leads } from '../../../shared/kernel/actor.ts';
import type { JetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { Views } from '../../components/lists.tsx';
import type { View } from '../../view.ts';

export type ChapterTab = 'chapter' | 'numbers' | 'introductions' | 'invitations' | 'plans';
type Props = { view: View; chapter: JetaaChapter; here: ChapterTab };

const tabs: readonly { tab: ChapterTab; path: string }[] = [
  { tab: 'chapter', path: '' },
  { tab: 'numbers', path: '/numbers' },
  { tab: 'introductions', path: '/introductions' },
  { tab: 'invitations', path: '/invitations' },
  { tab: 'plans', path: '/plans' },
];

/** What tells of single people is for the chapter's leads alone. */
const ofLeads: readonly ChapterTab[] = ['introductions', 'invitations'];

/** What a chapter's leads and staff find beside its public page. */
export const ChapterViews = ({ view, chapter, here }: Props) =>
  leads(view.actor, chapter.id) || isStaff(view.actor) ? (
    <Views
      label={view.t('chapters.views')}
      href={view.href}
      tabs={tabs
        .filter(({ tab }) => !ofLeads.includes(tab) || leads(view.actor, chapter.id))
        .map(({ tab, path }) => ({
          label: tab === 'plans' ? view.t('matches.plans.title') : view.t(`chapters.tab.${tab}`),
          path: `/chapters/${chapter.id}${path}`,
          here: tab === here,
        }))}
    />
  ) : null;
