import type { LetterKind, LetterWords } from './letter.ts';

/** The words a round's letters come with, until staff write their own. */
export const defaultLetters: Readonly<Record<LetterKind, LetterWords>> = {
  award: {
    subject: { en: 'Award: {title}', ja: '助成採択のお知らせ：{title}' },
    body: {
      en: 'We are glad to tell you that the committee awards {amount} to “{title}” for {us} – {jp} in {round}.\n\nPlease accept or decline the award here:\n{page}\n\n{deadline}\n\n{feedback}',
      ja: 'このたび、{round}におきまして、{us}・{jp}の申請「{title}」を採択し、助成額を{amount}と決定いたしましたので、お知らせいたします。\n\n受諾又は辞退のご回答は、こちらからお願いいたします。\n{page}\n\n{deadline}\n\n{feedback}',
    },
  },
  waitlist: {
    subject: { en: 'Waitlisted: {title}', ja: '補欠採択のお知らせ：{title}' },
    body: {
      en: 'The committee has placed “{title}” for {us} – {jp} on the waitlist of {round}. We will write again if funds become free.\n\nThe outcome stands here:\n{page}\n\n{feedback}',
      ja: '{round}におきまして、{us}・{jp}の申請「{title}」は補欠となりましたので、お知らせいたします。助成が可能となりました場合は、改めてご連絡いたします。\n\n結果はこちらからご確認ください。\n{page}\n\n{feedback}',
    },
  },
  decline: {
    subject: { en: 'Decision: {title}', ja: '審査結果のお知らせ：{title}' },
    body: {
      en: 'The committee could not fund “{title}” for {us} – {jp} in {round}. We thank you for the work you have put into it.\n\nThe outcome stands here:\n{page}\n\n{feedback}',
      ja: '{round}におきまして、{us}・{jp}の申請「{title}」は、慎重に審査いたしました結果、誠に残念ながら不採択となりましたので、お知らせいたします。ご応募いただきましたことに、厚く御礼申し上げます。\n\n結果はこちらからご確認ください。\n{page}\n\n{feedback}',
    },
  },
  'please-confirm': {
    subject: { en: 'Please confirm: {title}', ja: '【要回答】助成受諾のご確認：{title}' },
    body: {
      en: 'An award of {amount} in {round} waits for your answer, for “{title}” ({us} – {jp}).\n\nPlease say here whether you accept or decline it:\n{page}\n\n{deadline}\n\nIf you decline, the funds go to the next application.',
      ja: '{round}におきまして採択いたしました{us}・{jp}の申請「{title}」（助成額{amount}）につきまして、受諾のご回答をお待ちしております。\n\n受諾又は辞退のご回答を、こちらからお願いいたします。\n{page}\n\n{deadline}\n\n辞退された場合は、次順位の申請に助成いたします。',
    },
  },
};
