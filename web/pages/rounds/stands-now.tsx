import type { Round } from '../../../shared/programs/round.ts';
import type { Typed } from '../../components/form/typed.ts';
import { SummaryList } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { labelOf } from './round-form-state.ts';
import { typedTerms } from './round-typed.ts';

type Props = { view: View; round: Round; typed: Typed };

/** Where someone else's saved words differ from those typed here: both are in sight before one saves again. */
export const StandsNow = ({ view, round, typed }: Props) => {
  const { t, href } = view;
  const stands = typedTerms(round);
  const names = [...new Set(stands.entries.map(([name]) => name))];
  const differing = names.filter((name) => stands.all(name).join() !== typed.all(name).join());
  return (
    <Notice>
      <p>{t('programs.staff.stands-now')}</p>
      <SummaryList
        entries={differing.map((name) => ({
          label: labelOf(t, name),
          value: stands.all(name).join(', ') || t('site.none'),
        }))}
      />
      <p>
        <a href={href(`/staff/rounds/${round.id}`)}>{t('programs.staff.stale')}</a>
      </p>
    </Notice>
  );
};
