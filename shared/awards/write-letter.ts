import type { People } from '../accounts/account.port.ts';
import type { Account } from '../accounts/account.ts';
import type { Application } from '../applications/application.ts';
import { deriveId } from '../kernel/ids.ts';
import { inLanguage } from '../kernel/text.ts';
import { instantOf } from '../kernel/zoned-time.ts';
import type { MessageChange } from '../messages/message.port.ts';
import { holdMessage } from '../messages/message-steps.ts';
import type { Round } from '../programs/round.ts';
import { defaultLetters } from './default-letters.ts';
import { type LetterBook, type LetterKind, wordsIn } from './letter.ts';

/** Where the people stand whom letters go to. */
export type Recipients = Pick<People, 'find' | 'membersOf'>;

/** What one application's letters say. */
export type LetterCase = {
  readonly round: Round;
  readonly application: Application;
  readonly kind: LetterKind;
  readonly amountCents: number;
  readonly book: LetterBook;
  /** Whether staff have approved remarks, so that the letter may speak of them. */
  readonly hasFeedback: boolean;
  /** What caused the letters beside the application: a second delivery of the same cause finds them written. */
  readonly cause: readonly string[];
  readonly now: Date;
};

/** The words of one kind: staff's own, or those it comes with. */
export const wordsOf = ({ templates }: LetterBook, kind: LetterKind) =>
  templates.get(kind) ?? defaultLetters[kind];

/** The owners of the applying organisation: whom its letters go to. */
export const ownersOf = async (people: Recipients, organisationId: string): Promise<readonly Account[]> => {
  const members = await people.membersOf(organisationId);
  const owners = members.filter(({ as }) => as === 'owner');
  const known = await Promise.all(owners.map(({ personId }) => people.find(personId)));
  return known.flatMap((person) => person?.account ?? []);
};

/** One held letter, in the language its reader chose, with the template's words as they stand now. Pure. */
export const letterTo = (account: Account, of: LetterCase, by: string): MessageChange => {
  const { round, application, kind, amountCents, book, hasFeedback, cause, now } = of;
  const until = book.answerDate && instantOf(book.answerDate.answerBy, round.zone);
  // Nobody is asked to answer by a date that has passed when the letter is written.
  const answerBy =
    (kind === 'award' || kind === 'please-confirm') && until && until > now ? until : undefined;
  return holdMessage(
    {
      id: deriveId('letter', application.id, account.id, ...cause),
      kind: `letter-${kind}`,
      about: `application#${application.id}`,
      roundId: round.id,
      to: { address: account.email, name: account.name },
      language: account.language,
      words: wordsIn(wordsOf(book, kind), account.language),
      values: {
        title: application.title,
        us: application.pair.us,
        jp: application.pair.jp,
        jpJa: application.pair.jpJa,
        round: inLanguage(round.name, account.language),
        zone: round.zone,
        amountCents: String(amountCents),
        path: `applications/${application.id}/outcome`,
        ...(answerBy && { answerBy: answerBy.toISOString() }),
        ...(hasFeedback && { feedback: 'yes' }),
      },
    },
    by,
    now,
  );
};
