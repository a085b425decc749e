import { inLanguage } from '../../../../shared/kernel/text.ts';
import type { EligibilityTrail } from '../../../../shared/programs/eligibility-trail.ts';
import { Badge } from '../../../components/badge.tsx';
import { Table } from '../../../components/table.tsx';
import type { View } from '../../../view.ts';

export const standingMarks = { met: 'done', 'not-met': 'due', open: 'todo' } as const;

/** What a check before the application came to, condition by condition, in the words that were shown then. */
export const TrailFindings = ({ view, trail }: { view: View; trail: EligibilityTrail }) => (
  <Table
    caption={view.t('forms.eligibility.findings')}
    soft
    cards
    rows={trail.findings}
    columns={[
      {
        head: view.t('forms.eligibility.condition'),
        names: true,
        cell: ({ sentence }) => inLanguage(sentence, view.language),
      },
      {
        head: view.t('forms.eligibility.finding'),
        cell: ({ standing }) => (
          <Badge is={standingMarks[standing]}>{view.t(`forms.eligibility.${standing}`)}</Badge>
        ),
      },
    ]}
  />
);

type CheckProps = { view: View; trail: EligibilityTrail; zone: string };

/** The same under its instant, to be read and printed. */
export const EarlierCheck = ({ view, trail, zone }: CheckProps) => (
  <div class="gap-3">
    <p>
      <strong>{view.t('forms.eligibility.trail', { when: view.format.moment(trail.at, zone) })}</strong>
    </p>
    <TrailFindings view={view} trail={trail} />
  </div>
);
