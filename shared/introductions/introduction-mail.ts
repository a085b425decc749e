import type { Account } from '../accounts/account.ts';
import { deriveId } from '../kernel/ids.ts';
import type { MessageChange } from '../messages/message.port.ts';
import type { MessageKind } from '../messages/message.ts';
import { queueMessage } from '../messages/message-steps.ts';
import { type Partnership, pairOf } from '../partnerships/partnership.ts';
import type { Introduction } from './introduction.ts';

/** Who asks, in what a mail may say of them: never how to write to them. */
export type Sender = { readonly name: string; readonly body: string };

type About = {
  readonly introduction: Pick<Introduction, 'id' | 'expiresAt' | 'asked'>;
  readonly partnership: Partnership;
  readonly sender: Sender;
};

type Mail = {
  readonly kind: Extract<MessageKind, `introduction-${string}`>;
  readonly to: Account;
  /** What makes it this mail and no other of its kind. */
  readonly cause: string;
  /** The page that says more, without a slash. */
  readonly path: string;
  readonly token?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly by: string;
  readonly at: Date;
};

/** One mail to one person about one introduction: it says who asks for which partnership, and no contact details of anybody. */
export const introductionMail = (
  { introduction, partnership, sender }: About,
  { kind, to, cause, path, token, values, by, at }: Mail,
): MessageChange =>
  queueMessage(
    {
      id: deriveId(kind, introduction.id, cause, to.id),
      kind,
      about: `introduction#${introduction.id}`,
      to: { address: to.email, name: to.name },
      language: to.language,
      values: {
        ...pairOf(partnership),
        sender: sender.name || 'none',
        body: sender.body,
        as: introduction.asked.as,
        until: introduction.expiresAt,
        path,
        ...(token && { linkPath: 'introductions/answer' }),
        ...values,
      },
      ...(sender.name && { sender: introduction.asked.by }),
      ...(token && { linkToken: token }),
    },
    by,
    at,
  );
