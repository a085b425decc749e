import type { Failure } from '../../shared/failures.ts';
import type { Language } from '../../shared/kernel/text.ts';
import accountsEn from './accounts/en.json' with { type: 'json' };
import accountsJa from './accounts/ja.json' with { type: 'json' };
import alumniEn from './alumni/en.json' with { type: 'json' };
import alumniJa from './alumni/ja.json' with { type: 'json' };
import applicationsEn from './applications/en.json' with { type: 'json' };
import applicationsJa from './applications/ja.json' with { type: 'json' };
import assignmentEn from './assignment/en.json' with { type: 'json' };
import assignmentJa from './assignment/ja.json' with { type: 'json' };
import awardsEn from './awards/en.json' with { type: 'json' };
import awardsJa from './awards/ja.json' with { type: 'json' };
import chaptersEn from './chapters/en.json' with { type: 'json' };
import chaptersJa from './chapters/ja.json' with { type: 'json' };
import complaintsEn from './complaints/en.json' with { type: 'json' };
import complaintsJa from './complaints/ja.json' with { type: 'json' };
import conflictsEn from './conflicts/en.json' with { type: 'json' };
import conflictsJa from './conflicts/ja.json' with { type: 'json' };
import counterpartEn from './counterpart/en.json' with { type: 'json' };
import counterpartJa from './counterpart/ja.json' with { type: 'json' };
import discussionsEn from './discussions/en.json' with { type: 'json' };
import discussionsJa from './discussions/ja.json' with { type: 'json' };
import duplicatesEn from './duplicates/en.json' with { type: 'json' };
import duplicatesJa from './duplicates/ja.json' with { type: 'json' };
import errorEn from './error/en.json' with { type: 'json' };
import errorJa from './error/ja.json' with { type: 'json' };
import failureEn from './failure/en.json' with { type: 'json' };
import failureJa from './failure/ja.json' with { type: 'json' };
import filesEn from './files/en.json' with { type: 'json' };
import filesJa from './files/ja.json' with { type: 'json' };
import formsEn from './forms/en.json' with { type: 'json' };
import formsJa from './forms/ja.json' with { type: 'json' };
import introductionsEn from './introductions/en.json' with { type: 'json' };
import introductionsJa from './introductions/ja.json' with { type: 'json' };
import legalEn from './legal/en.json' with { type: 'json' };
import legalJa from './legal/ja.json' with { type: 'json' };
import mailEn from './mail/en.json' with { type: 'json' };
import mailJa from './mail/ja.json' with { type: 'json' };
import matchesEn from './matches/en.json' with { type: 'json' };
import matchesJa from './matches/ja.json' with { type: 'json' };
import messagesEn from './messages/en.json' with { type: 'json' };
import messagesJa from './messages/ja.json' with { type: 'json' };
import paperEn from './paper/en.json' with { type: 'json' };
import paperJa from './paper/ja.json' with { type: 'json' };
import partnershipsEn from './partnerships/en.json' with { type: 'json' };
import partnershipsJa from './partnerships/ja.json' with { type: 'json' };
import personalEn from './personal/en.json' with { type: 'json' };
import personalJa from './personal/ja.json' with { type: 'json' };
import placesEn from './places/en.json' with { type: 'json' };
import placesJa from './places/ja.json' with { type: 'json' };
import programsEn from './programs/en.json' with { type: 'json' };
import programsJa from './programs/ja.json' with { type: 'json' };
import publicEn from './public/en.json' with { type: 'json' };
import publicJa from './public/ja.json' with { type: 'json' };
import rankingEn from './ranking/en.json' with { type: 'json' };
import rankingJa from './ranking/ja.json' with { type: 'json' };
import reviewsEn from './reviews/en.json' with { type: 'json' };
import reviewsJa from './reviews/ja.json' with { type: 'json' };
import rosterEn from './roster/en.json' with { type: 'json' };
import rosterJa from './roster/ja.json' with { type: 'json' };
import roundsEn from './rounds/en.json' with { type: 'json' };
import roundsJa from './rounds/ja.json' with { type: 'json' };
import sentEn from './sent/en.json' with { type: 'json' };
import sentJa from './sent/ja.json' with { type: 'json' };
import siteEn from './site/en.json' with { type: 'json' };
import siteJa from './site/ja.json' with { type: 'json' };
import writingEn from './writing/en.json' with { type: 'json' };
import writingJa from './writing/ja.json' with { type: 'json' };

/** Does not compile while a kind of failure lacks its words. */
const english = {
  ...siteEn,
  ...failureEn,
  ...errorEn,
  ...accountsEn,
  ...alumniEn,
  ...placesEn,
  ...personalEn,
  ...programsEn,
  ...roundsEn,
  ...partnershipsEn,
  ...applicationsEn,
  ...sentEn,
  ...paperEn,
  ...writingEn,
  ...formsEn,
  ...rankingEn,
  ...reviewsEn,
  ...chaptersEn,
  ...complaintsEn,
  ...rosterEn,
  ...conflictsEn,
  ...counterpartEn,
  ...discussionsEn,
  ...assignmentEn,
  ...awardsEn,
  ...matchesEn,
  ...messagesEn,
  ...mailEn,
  ...publicEn,
  ...filesEn,
  ...duplicatesEn,
  ...introductionsEn,
  ...legalEn,
} satisfies Record<`failure.${Failure['kind']}`, string>;

export type MessageKey = keyof typeof english;

/** Does not compile while Japanese lacks a key of the English catalogue. */
const japanese: Record<MessageKey, string> = {
  ...siteJa,
  ...failureJa,
  ...errorJa,
  ...accountsJa,
  ...alumniJa,
  ...placesJa,
  ...personalJa,
  ...programsJa,
  ...roundsJa,
  ...partnershipsJa,
  ...applicationsJa,
  ...sentJa,
  ...paperJa,
  ...writingJa,
  ...formsJa,
  ...rankingJa,
  ...reviewsJa,
  ...chaptersJa,
  ...complaintsJa,
  ...rosterJa,
  ...conflictsJa,
  ...counterpartJa,
  ...discussionsJa,
  ...assignmentJa,
  ...awardsJa,
  ...matchesJa,
  ...messagesJa,
  ...mailJa,
  ...publicJa,
  ...filesJa,
  ...duplicatesJa,
  ...introductionsJa,
  ...legalJa,
};

export const catalogues: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = {
  en: english,
  ja: japanese,
};
