import type { People } from '../accounts/account.port.ts';
import type { Account } from '../accounts/account.ts';
import type { Application } from '../applications/application.ts';
import { deriveId } from '../kernel/ids.ts';
import { inLanguage } from '../kernel/text.ts';
import type { MessageChange } from '../messages/message.port.ts';
import { holdMessage, queueMessage } from '../messages/message-steps.ts';
import type { Round } from '../programs/round.ts';
import { type Audience, type Mailing, wordsFor } from './mailing.ts';

/** Where the people stand whom mail goes to. */
export type Recipients = Pick<People, 'find' | 'membersOf'>;

/** How many of an organisation's people a mailing goes to. */
export const recipientIds = async (
  people: Pick<People, 'membersOf'>,
  organisationId: string,
  to: Audience,
): Promise<readonly string[]> => {
  const members = await people.membersOf(organisationId);
  return members
    .filter(({ as }) => as === 'owner' || (to === 'owners-and-editors' && as === 'editor'))
    .map(({ personId }) => personId);
};

/** Their accounts, each once: two memberships of one person may have been merged. */
export const recipientsOf = async (
  people: Recipients,
  organisationId: string,
  to: Audience,
): Promise<readonly Account[]> => {
  const ids = await recipientIds(people, organisationId, to);
  const known = await Promise.all(ids.map((id) => people.find(id)));
  const accounts = known.flatMap((person) => person?.account ?? []);
  return [...new Map(accounts.map((account) => [account.id, account])).values()];
};

type Of = {
  readonly mailing: Mailing;
  readonly round: Round;
  readonly application: Pick<Application, 'id' | 'title' | 'pair'>;
  readonly hold: boolean;
  readonly by: string;
  readonly now: Date;
};

/** One message to one person about one application. The same three always make the same id. Pure. */
export const messageTo = (account: Account, of: Of): MessageChange => {
  const { mailing, round, application, hold, by, now } = of;
  const { id, title, pair } = application;
  const message = {
    id: deriveId('mailing', mailing.id, id, account.id),
    kind: 'letter-round',
    about: `application#${id}`,
    roundId: round.id,
    to: { address: account.email, name: account.name },
    language: account.language,
    words: wordsFor(mailing, account.language),
    values: {
      ...{ title, us: pair.us, jp: pair.jp, jpJa: pair.jpJa, zone: round.zone },
      round: inLanguage(round.name, account.language),
      path: `applications/${id}`,
    },
  } as const;
  return hold ? holdMessage(message, by, now) : queueMessage(message, by, now);
};
