import type { EligibilityTerms } from '../../../shared/programs/eligibility-rule.ts';
import type { ExtraQuestion } from '../../../shared/programs/extra-question.ts';

const both = (en: string, ja: string) => ({ en, ja });

/** Questions of several kinds, two of which hang on an answer. None has to be answered: the drafts stay complete. */
export const demoQuestions: readonly ExtraQuestion[] = [
  {
    id: 'jet-alumni',
    label: both(
      'How will former JET Programme participants take part?',
      'JETプログラム経験者はどのように参加しますか。',
    ),
    kind: 'long',
    required: false,
  },
  {
    id: 'young-people',
    label: both('Do young people travel with the delegation?', '訪問団に青少年は参加しますか。'),
    help: both('Young people are those under 25.', '青少年とは、25歳未満の方をいいます。'),
    kind: 'choice',
    required: false,
    options: [
      { id: 'yes', label: both('Yes', 'はい') },
      { id: 'no', label: both('No', 'いいえ') },
      {
        id: 'later',
        label: both('Not this time, but in the next exchange', '今回は参加せず、次回の交流で参加'),
      },
    ],
  },
  {
    id: 'how-many-young',
    label: both('How many of them?', '青少年の人数'),
    kind: 'number',
    required: false,
    min: 1,
    max: 40,
    showIf: { question: 'young-people', answers: ['yes'] },
  },
  {
    id: 'languages',
    label: both('In which languages will the meetings be held?', '会合で使用する言語'),
    kind: 'several',
    required: false,
    options: [
      { id: 'english', label: both('English', '英語') },
      { id: 'japanese', label: both('Japanese', '日本語') },
      { id: 'interpreted', label: both('Interpreted throughout', '全編通訳あり') },
      { id: 'sign', label: both('With sign language', '手話通訳あり') },
    ],
    most: 3,
  },
  {
    id: 'interpreting',
    label: both('What do you pay for interpreting?', '通訳に要する費用'),
    kind: 'money',
    required: false,
    max: 500_000,
    showIf: { question: 'languages', answers: ['interpreted', 'sign'] },
  },
  {
    id: 'photographs',
    label: both(
      'We agree that photographs of the visit are shown on the program’s pages.',
      '訪問時の写真を本事業のページに掲載することに同意します。',
    ),
    kind: 'consent',
    required: false,
  },
];

/** Rules that the demo's applications meet. */
export const demoEligibility: EligibilityTerms = {
  rules: [
    { kind: 'match-at-least' },
    { kind: 'request-not-over' },
    { kind: 'not-funded-in-years', years: 2 },
    { kind: 'indirect-at-most', percent: 10 },
  ],
  fiscalSponsor: true,
  ein: 'optional',
  uei: 'not-asked',
};
