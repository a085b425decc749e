import type { Child } from 'hono/jsx';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { instantsOf, type Round } from '../../../shared/programs/round.ts';
import type { DocketCell } from '../../components/docket.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Views } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';

const rooms = [
  'applications',
  'roster',
  'conflicts',
  'assignments',
  'progress',
  'scores',
  'discussion',
  'agenda',
  'portfolio',
  'decisions',
  'letters',
  'waitlist',
] as const;

type Props = {
  view: View;
  round: Round;
  here: (typeof rooms)[number];
  /** Where the page is not the room itself but one of its own. */
  title?: string;
  lede: Child;
  docket: readonly DocketCell[];
  /** How many applications are left out because of a conflict. */
  kept: number;
  children: Child;
};

/** A staff page about one round, with the doors to the others. */
export const RoundFrame = ({ view, round, here, title: own, lede, docket, kept, children }: Props) => {
  const { t, language, href } = view;
  const name = inLanguage(round.name, language);
  const title = own ?? t(`reviews.staff.${here}`);
  return (
    <Layout
      view={view}
      title={`${title}, ${name}`}
      demo={round.demo}
      docket={[{ label: t('reviews.column.round'), value: name }, ...docket]}
    >
      <Head title={title} lede={lede} near />
      <Views
        label={t('reviews.staff.views')}
        href={href}
        tabs={rooms.map((room) => ({
          label: t(`reviews.staff.${room}`),
          // Search is answered by the function of the other staff pages: not all of a round's rooms fit into one.
          path: room === 'roster' ? `/staff/lists/${round.id}` : `/staff/rounds/${round.id}/${room}`,
          here: room === here,
        }))}
      />
      {kept > 0 && (
        <div class="gap-3">
          <Notice>
            <p>{t('reviews.staff.kept', { count: kept })}</p>
          </Notice>
        </div>
      )}
      {children}
    </Layout>
  );
};

/** When reviews are due, by the round's own clock. */
export const dueCell = ({ t, format }: View, round: Round): DocketCell => ({
  label: t('reviews.column.due'),
  value: format.moment(instantsOf(round).reviewDue, round.zone),
});
