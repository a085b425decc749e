import type { Application, ApplicationStatus } from '../applications/application.ts';
import type { Message, MessageKind } from './message.ts';

/** While an application has one of these, what the letter says of it is so. */
const holdsWhile: Readonly<Partial<Record<MessageKind, readonly ApplicationStatus[]>>> = {
  'letter-award': ['awarded', 'accepted'],
  'letter-please-confirm': ['awarded'],
  'letter-waitlist': ['waitlisted'],
  'letter-decline': ['declined'],
};

/** Whether a message is still true of the application it is about: a letter may have been held while that moved on. */
export const letterHolds = (
  { kind }: Pick<Message, 'kind'>,
  application: Pick<Application, 'status'> | undefined,
): boolean => {
  const statuses = holdsWhile[kind];
  return !statuses || (application !== undefined && statuses.includes(application.status));
};
