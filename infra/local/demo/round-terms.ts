import { localOf } from '../../../shared/kernel/zoned-time.ts';
import { defaultRanking } from '../../../shared/programs/ranking-terms.ts';
import type { Criterion, RoundTerms } from '../../../shared/programs/round.ts';
import { demoEligibility, demoQuestions } from './round-questions.ts';

const zone = 'America/New_York';
const dayMs = 86_400_000;

const criterion = (
  id: string,
  weight: number,
  commentRequired: boolean,
  [nameEn, nameJa]: readonly [string, string],
  anchors: readonly (readonly [string, string])[],
): Criterion => {
  const anchor = (at: number) => ({ en: anchors[at]?.[0] ?? '', ja: anchors[at]?.[1] ?? '' });
  return {
    id,
    weight,
    commentRequired,
    name: { en: nameEn, ja: nameJa },
    anchors: { low: anchor(0), middle: anchor(1), high: anchor(2) },
  };
};

const criteria: readonly Criterion[] = [
  criterion(
    'outcomes',
    30,
    true,
    ['Outcomes that can be measured', '測定できる成果'],
    [
      ['Hopes', '期待のみ'],
      ['Measures without dates', '指標はあるが期限がない'],
      ['Measure, date and source for each', 'すべてに指標・期限・根拠がある'],
    ],
  ),
  criterion(
    'partnership',
    25,
    true,
    ['Strength of the partnership', '姉妹都市関係の実績'],
    [
      ['Names only', '名義のみ'],
      ['Joint work in the last two years', '過去２年間の協働あり'],
      ['Both cities commit people and dates', '両市が人員と日程を確約'],
    ],
  ),
  criterion(
    'people',
    20,
    false,
    ['Delegation and community partners', '派遣団と地域の協力団体'],
    [
      ['Officials only', '行政職員のみ'],
      ['Some business or youth', '企業・若者が一部参加'],
      ['Fits the aims; new people lead', '目的に合い、新しい担い手が主導'],
    ],
  ),
  criterion(
    'afterwards',
    15,
    false,
    ['What continues after the visit', '訪問後の継続性'],
    [
      ['Nothing named', '記載なし'],
      ['An event', '単発の行事'],
      ['A program with an owner and money', '担当者と財源のある事業'],
    ],
  ),
  criterion(
    'budget',
    10,
    false,
    ['Budget', '予算'],
    [
      ['Does not add up', '計算が合わない'],
      ['Reasonable', '妥当'],
      ['Lean, explained, matched', '無駄がなく、根拠と自己負担が明確'],
    ],
  ),
];

type Days = { readonly opens: number; readonly closes: number; readonly reviewDue: number };

/** A round's terms with its dates in days from `now`, each at 17:00 New York time. */
export const demoTerms = (
  now: Date,
  [en, ja]: readonly [string, string],
  { opens, closes, reviewDue }: Days,
): RoundTerms => {
  const at = (days: number) => `${localOf(new Date(now.getTime() + days * dayMs), zone).slice(0, 10)}T17:00`;
  return {
    name: { en, ja },
    summary: {
      en: 'Visit your sister city in Japan and begin a program there: business, sustainability, creative economies or young professionals.',
      ja: '日本の姉妹都市を訪問し、ビジネス振興、持続可能性、創造産業、若手人材の育成の各分野で新たな事業を始める団体を支援いたします。',
    },
    opens: at(opens),
    closes: at(closes),
    reviewDue: at(reviewDue),
    zone,
    graceMinutes: 15,
    complaintDays: 14,
    themes: ['business-development', 'sustainability', 'creative-economies', 'young-professionals'],
    envelopeCents: 96_000_00,
    maximumAwardCents: 15_000_00,
    yenRate: { hundredths: 150_00, asOf: localOf(now, zone).slice(0, 10) },
    matchPercent: 20,
    slots: 8,
    reviewersPerApplication: 2,
    blinding: 'open',
    rubric: { criteria: [...criteria] },
    ranking: {
      ...defaultRanking,
      ties: ['criterion:outcomes:desc', 'min:desc', 'spread:asc', 'column:first-time:desc'],
      fundFrom: 350,
      declineBelow: 290,
    },
    eligibility: demoEligibility,
    extraQuestions: [...demoQuestions],
  };
};
