import type { OwnOrganisation } from '../../../../shared/partnerships/list-my-organisations.ts';
import { Line } from '../../../components/line.tsx';
import { Empty } from '../../../components/notice.tsx';
import type { View } from '../../../view.ts';

type Props = { view: View; organisations: readonly OwnOrganisation[] };

/** What a newcomer does first: organisation, partnership, round. */
export const FirstSteps = ({ view, organisations }: Props) => {
  const { t } = view;
  const hasOrganisation = organisations.length > 0;
  const hasClaim = organisations.some(({ claims }) => claims.length > 0);
  const is = (done: boolean, ready: boolean) => (done ? 'done' : ready ? 'now' : 'shut');
  return (
    <Empty title={t('applications.my.empty.title')} level={2}>
      <p>{t('applications.my.empty.text')}</p>
      <div class="gap-3">
        <Line
          view={view}
          stops={[
            {
              name: t('applications.my.step.organisation'),
              path: hasOrganisation ? undefined : '/organisations/new',
              is: is(hasOrganisation, true),
              note: t('applications.my.step.organisation.note'),
            },
            {
              name: t('applications.my.step.partnership'),
              path: hasOrganisation && !hasClaim ? '/partnerships' : undefined,
              is: is(hasClaim, hasOrganisation),
              note: t('applications.my.step.partnership.note'),
            },
            {
              name: t('applications.my.step.round'),
              path: hasClaim ? '/applications/new' : undefined,
              is: hasClaim ? 'now' : 'shut',
              note: t('applications.my.step.round.note'),
            },
          ]}
        />
      </div>
    </Empty>
  );
};
