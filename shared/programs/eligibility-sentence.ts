import { writeCents } from '../kernel/money.ts';
import type { Bilingual } from '../kernel/text.ts';
import { checkEligibility } from './check-eligibility.ts';
import type { CheckKind, EligibilityRound, EligibilityRule } from './eligibility-rule.ts';

const dollars = (cents: number) => writeCents(cents).replace(/\.00$/, '');

const fixed = {
  partnership: {
    en: 'It runs a sister-city partnership with a Japanese place, or is forming one with that place’s agreement.',
    ja: '日本の自治体との姉妹都市交流を運営していること、または相手方の同意を得て提携の準備を進めていること。',
  },
  counterpart: {
    en: 'The Japanese city’s office knows of the plan and will be asked to confirm it.',
    ja: '相手方自治体の担当課が計画を承知しており、内容の確認に応じる見込みがあること。',
  },
  travel: {
    en: 'The plan includes a delegation’s visit and a program that follows it.',
    ja: '訪問団の派遣およびその後に継続する事業が計画に含まれていること。',
  },
  official: {
    en: 'An official who may bind the organization will sign the application off.',
    ja: '団体を代表する権限を有する者が、申請内容を承認すること。',
  },
  'member-city': {
    en: 'The city is a member of Sister Cities International.',
    ja: '申請する市が、国際姉妹都市協会（Sister Cities International）の会員であること。',
  },
  'active-partnership': {
    en: 'The partnership is signed and active; one that is only being formed does not suffice.',
    ja: '姉妹都市提携が締結済みであり、現に交流が行われていること（準備中のものは対象となりません。）。',
  },
  ein: {
    en: 'The applicant has an Employer Identification Number (EIN).',
    ja: '申請者が雇用者番号（EIN）を取得していること。',
  },
  uei: {
    en: 'The applicant has a Unique Entity ID (UEI) from SAM.gov.',
    ja: '申請者がSAM.govの事業者識別番号（UEI）を取得していること。',
  },
} as const satisfies Partial<Record<CheckKind, Bilingual>>;

const applicant = (sponsorAllowed: boolean): Bilingual =>
  sponsorAllowed
    ? {
        en: 'The applicant is a U.S. city, county or state, or a nonprofit organization; a group without its own legal form may apply through a nonprofit as its fiscal sponsor.',
        ja: '申請者が、米国の市、郡、州または非営利団体であること。法人格を有しない団体は、非営利団体を資金管理団体（フィスカル・スポンサー）として申請することができます。',
      }
    : {
        en: 'The applicant is a U.S. city, county or state, or a nonprofit organization.',
        ja: '申請者が、米国の市、郡、州または非営利団体であること。',
      };

/** What a rule says to applicants as long as staff have not put it in words of their own. Figures are the round's. */
export const usualSentence = (
  rule: EligibilityRule,
  { matchPercent, maximumAwardCents }: Pick<EligibilityRound, 'matchPercent' | 'maximumAwardCents'>,
): Bilingual => {
  switch (rule.kind) {
    case 'member-city':
    case 'active-partnership':
      return fixed[rule.kind];
    case 'not-funded-in-years':
      return rule.years === 1
        ? {
            en: 'The applicant has had no award of this program in the year before the round opens.',
            ja: '募集開始の前年に、本事業の助成を受けていないこと。',
          }
        : {
            en: `The applicant has had no award of this program in the ${rule.years} years before the round opens.`,
            ja: `募集開始の前年までの${rule.years}年間に、本事業の助成を受けていないこと。`,
          };
    case 'match-at-least':
      return {
        en: `A match of at least ${matchPercent}% of what is requested comes from other sources, in money or in kind.`,
        ja: `申請額の${matchPercent}%以上に相当する額を、他の財源（現物提供を含む）により負担すること。`,
      };
    case 'request-not-over':
      return {
        en: `No more than $${dollars(maximumAwardCents)} is requested.`,
        ja: `申請額が${dollars(maximumAwardCents)}米ドル以下であること。`,
      };
    case 'indirect-at-most':
      return {
        en: `Indirect costs are at most ${rule.percent}% of what is requested.`,
        ja: `間接経費が申請額の${rule.percent}%以下であること。`,
      };
  }
};

const sentenceOf = (kind: CheckKind, round: EligibilityRound): Bilingual => {
  if (kind === 'applicant') return applicant(round.eligibility.fiscalSponsor);
  const rule = round.eligibility.rules.find((one) => one.kind === kind);
  if (rule) return rule.sentence ?? usualSentence(rule, round);
  // Every kind that is no rule of the round is worded above.
  return fixed[kind as keyof typeof fixed];
};

/** Each condition of the round with the sentence an applicant reads, in the order in which they are checked. */
export const eligibilitySentences = (
  round: EligibilityRound,
): readonly { readonly kind: CheckKind; readonly sentence: Bilingual }[] =>
  checkEligibility(round, {}).map(({ kind }) => ({ kind, sentence: sentenceOf(kind, round) }));
