import type { Bilingual } from '../kernel/text.ts';

/** The confidentiality pledge every reviewer signs first. A new wording gets a new version; signed ones keep theirs. */
export const pledge = {
  version: '2026-1',
  text: [
    {
      en: 'I will use what I read in applications and reviews only to review them, and show it to nobody outside the committee and the program office.',
      ja: '申請書及び審査に関して知り得た情報は、審査の目的にのみ使用し、審査委員会及び事務局以外の者に開示しません。',
    },
    {
      en: 'Before I see an application I will say whether I have a conflict of interest, and I will say so at once if I find one later.',
      ja: '申請書を閲覧する前に利益相反の有無を申告し、後に利益相反が判明した場合は、直ちに申し出ます。',
    },
    {
      en: 'I will not tell anyone about scores, discussion or decisions before the program office announces them, nor who wrote what afterwards.',
      ja: '評点、審議の内容及び審査の結果を、事務局による発表前に他に漏らしません。発表後も、個々の審査委員の意見を明らかにしません。',
    },
    {
      en: 'I will keep no copies of applications once the round is over.',
      ja: '審査の終了後は、申請書の写しを保有しません。',
    },
  ],
} as const satisfies { version: string; text: readonly Bilingual[] };
