import type { Criterion, Rubric } from './round.ts';

const anchors = (low: [string, string], middle: [string, string], high: [string, string]) => ({
  low: { en: low[0], ja: low[1] },
  middle: { en: middle[0], ja: middle[1] },
  high: { en: high[0], ja: high[1] },
});

const criteria: readonly Criterion[] = [
  {
    id: 'partnership',
    name: { en: 'Strength of the partnership', ja: '姉妹都市関係の実質' },
    weight: 25,
    anchors: anchors(
      ['Names only', '名目のみ'],
      ['Joint work in the last two years', '直近2年間に共同の取組がある'],
      ['Both cities commit people and dates', '双方が担当者と日程を確定している'],
    ),
    commentRequired: true,
  },
  {
    id: 'outcomes',
    name: { en: 'Outcomes that can be measured', ja: '成果の測定可能性' },
    weight: 25,
    anchors: anchors(
      ['Hopes', '期待のみ'],
      ['Measures without dates', '指標はあるが期限がない'],
      ['Measure, date and source for each', '各目標に指標、期限及び確認方法がある'],
    ),
    commentRequired: true,
  },
  {
    id: 'people',
    name: { en: 'Delegation and community partners', ja: '訪問団及び地域の協力団体' },
    weight: 20,
    anchors: anchors(
      ['Officials only', '公職者のみ'],
      ['Some business or youth', '民間又は青少年が一部含まれる'],
      ['Fits the aims; new people lead', '目的に合致し、新たな担い手が中心となる'],
    ),
    commentRequired: false,
  },
  {
    id: 'after',
    name: { en: 'What continues after the visit', ja: '訪問後の継続性' },
    weight: 20,
    anchors: anchors(
      ['Nothing named', '記載がない'],
      ['An event', '行事の開催にとどまる'],
      ['A program with an owner and money', '担当者と財源のある事業となっている'],
    ),
    commentRequired: false,
  },
  {
    id: 'budget',
    name: { en: 'Budget', ja: '予算' },
    weight: 10,
    anchors: anchors(
      ['Doesn’t add up', '積算に誤りがある'],
      ['Reasonable', '妥当である'],
      ['Lean, explained, matched', '無駄がなく、根拠と自己負担が示されている'],
    ),
    commentRequired: false,
  },
];

/** What a new round begins with: five criteria of the kind that exchange programs weigh, for staff to change. */
export const defaultRubric: Rubric = { criteria: [...criteria] };
