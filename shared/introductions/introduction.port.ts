import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import type { Result } from '../kernel/result.ts';
import type { MessageChange } from '../messages/message.port.ts';
import type { AlumRequests, RequestsChange } from './alum-requests.ts';
import type { Introduction, IntroductionMark, JoinedPartnership } from './introduction.ts';

/** A link to answer by: the token's hash, and what it is for. The table forgets it some weeks after it has ended. */
export type AnswerLink = { readonly tokenHash: string; readonly introductionId: string; readonly at: string };

export type IntroductionChange = {
  readonly introduction: Introduction;
  readonly events: readonly DomainEvent[];
  /** The alum's places as they are after it. */
  readonly requests?: AlumRequests;
  readonly link?: AnswerLink;
  /** In the same transaction: only the mail knows the link's token. */
  readonly mail?: MessageChange;
};

/** All of an alum's open requests ended at once. */
export type EndedIntroductions = {
  readonly requests: AlumRequests;
  readonly changes: readonly IntroductionChange[];
};

export type Introductions = {
  /** Consistent. */
  find(introductionId: string): Promise<Introduction | undefined>;
  /** Several, in no order. Consistent. */
  many(introductionIds: readonly string[]): Promise<readonly Introduction[]>;
  /** What a link is for. Consistent. */
  byLink(tokenHash: string): Promise<string | undefined>;
  /** An alum's places. Consistent. */
  requestsOf(personId: string): Promise<AlumRequests | undefined>;
  /** A partnership's, newest first, from an index. */
  ofPartnership(partnershipId: string, position?: string): Promise<Page<Introduction>>;
  /** Those who joined a partnership and have not left, the latest first, from an index. */
  joinedOf(partnershipId: string, position?: string): Promise<Page<IntroductionMark>>;
  /** An alum's, newest first. Consistent. */
  ofPerson(personId: string, position?: string): Promise<Page<IntroductionMark>>;
  /** The partnerships somebody joined under this id, those they have left too. Consistent; linear in what they were asked. */
  joinedBy(personId: string): Promise<readonly JoinedPartnership[]>;
  /** Of the alumni who let a chapter see them, newest first, from an index. */
  ofChapter(chapter: string, position?: string): Promise<Page<IntroductionMark>>;
  /** What waits for an answer, the first to expire first, from an index: for the schedule. */
  open(position?: string): Promise<Page<Introduction>>;
  /** Creates version 1; replaces version n-1 by n; the alum's places likewise. All or nothing. */
  save(change: IntroductionChange): Promise<Result<void, Conflict | NotFound>>;
  /** The alum's places alone, as when they block a partnership. */
  saveRequests(change: RequestsChange): Promise<Result<void, Conflict | NotFound>>;
  /** Once: a link of a reminder with the mail that knows its token. A conflict where it was sent already. */
  remind(reminder: { link: AnswerLink; mail: MessageChange }): Promise<Result<void, Conflict | NotFound>>;
};
