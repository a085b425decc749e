import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import { eligibilityFindings } from '../../../../shared/applications/sections/eligibility.ts';
import type { SectionData } from '../../../../shared/applications/sections/section-form.ts';
import { inLanguage } from '../../../../shared/kernel/text.ts';
import type { EligibilityFinding } from '../../../../shared/programs/eligibility-rule.ts';
import { eligibilitySentences } from '../../../../shared/programs/eligibility-sentence.ts';
import { Badge } from '../../../components/badge.tsx';
import { isMessageKey } from '../../../messages/translate.ts';
import type { View } from '../../../view.ts';
import { standingMarks, TrailFindings } from '../reading/trail-findings.tsx';

type Props = { view: View; seen: Pick<ApplicationView, 'round' | 'eligibilityCheck'>; data: SectionData };

/** What would make an unmet condition met. */
const remedyOf = ({ t }: View, { kind, standing, figures }: EligibilityFinding): string | undefined => {
  if (standing !== 'not-met') return undefined;
  const key = `forms.eligibility.remedy.${kind}`;
  return isMessageKey(key) ? t(key, { again: String(figures.again ?? '') }) : undefined;
};

/** Each condition of the round with how it stands by what is saved, and what would make it so. */
const Conditions = ({ view, seen: { round }, data }: Props) => {
  const sentences = new Map(eligibilitySentences(round).map(({ kind, sentence }) => [kind, sentence]));
  return (
    <>
      <h3 class="h-lg gap-3">{view.t('forms.eligibility.conditions')}</h3>
      <ul class="plain">
        {eligibilityFindings(round, data).map((finding) => {
          const sentence = sentences.get(finding.kind);
          const remedy = remedyOf(view, finding);
          return (
            <li class="gap-1">
              <Badge is={standingMarks[finding.standing]}>
                {view.t(`forms.eligibility.${finding.standing}`)}
              </Badge>{' '}
              {sentence && inLanguage(sentence, view.language)}
              {remedy && <span class="small soft"> {remedy}</span>}
            </li>
          );
        })}
      </ul>
    </>
  );
};

/** The check that was made before the application was started: what was asked then, and what came of it. */
const Trail = ({ view, seen }: Omit<Props, 'data'>) => {
  const { t, format } = view;
  const { eligibilityCheck: trail, round } = seen;
  if (!trail) return null;
  const when = format.moment(trail.at, view.viewerZone ?? round.zone);
  return (
    <details class="gap-3">
      <summary>{t('forms.eligibility.trail', { when })}</summary>
      <TrailFindings view={view} trail={trail} />
    </details>
  );
};

export const EligibilityPart = (props: Props) => (
  <>
    <Conditions {...props} />
    <Trail {...props} />
  </>
);
