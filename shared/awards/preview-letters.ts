import type { Account } from '../accounts/account.ts';
import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Language } from '../kernel/text.ts';
import type { Compose, Letter } from '../messages/message.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Cursors } from '../table/cursor.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';
import type { Letters } from './letter.port.ts';
import type { LetterKind } from './letter.ts';
import { withoutJapanese } from './letter.ts';
import { isBeforeCommittee } from './list-decisions.ts';
import type { Clearance } from './propose-decision.ts';
import type { RemarksShelf } from './remarks.port.ts';
import { hasFeedback } from './remarks.ts';
import { type LetterCase, letterTo, ownersOf, type Recipients, wordsOf } from './write-letter.ts';

type Ports = {
  applications: Pick<Applications, 'allSent'>;
  rounds: Pick<Rounds, 'find'>;
  decisions: Pick<Decisions, 'ofApplications'>;
  people: Recipients;
  letters: Pick<Letters, 'book'>;
  remarks: Pick<RemarksShelf, 'ofApplications'>;
  clearance: Clearance;
  compose: Compose;
  cursors: Cursors;
};

/** One reader's letter: the exact text, and what it would be in the other language. */
export type PreviewedLetter = {
  readonly to: { readonly name: string; readonly address: string };
  readonly language: Language;
  readonly letter: Letter;
  readonly other: Letter;
  /** A reader of Japanese would get some of it in English. */
  readonly lacksJapanese: boolean;
};
export type PreviewEntry = {
  readonly application: Pick<Application, 'id' | 'title' | 'pair'>;
  readonly kind: LetterKind;
  readonly status: Decision['status'];
  readonly letters: readonly PreviewedLetter[];
};
export type LetterPreview = {
  readonly round: Round;
  readonly items: readonly PreviewEntry[];
  /** How many applications have a letter in all, of those this person may see. */
  readonly count: number;
  readonly kept: number;
  readonly next?: string | undefined;
};

/** Applications a page: each means its owners' accounts and its words. */
const perPage = 20;

/**
 * The letters as they would be written now, to every recipient: before the announcement by what is proposed or
 * certified, after it those that ask awardees to answer. Linear in the round's heads; the rest is read for one page.
 */
export const previewLetters =
  (
    ports: Ports,
  ): UseCase<{ roundId: string; cursor?: string | undefined }, LetterPreview, NotFound | InvalidInput> =>
  async (actor, { roundId, cursor }, { receivedAt: now }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const scope = `letters-of-round:${roundId}:${actor.personId}`;
    const after = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !after)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const [round, listed, conflict, book] = await Promise.all([
      ports.rounds.find(roundId),
      ports.applications.allSent(roundId),
      ports.clearance(actor, roundId),
      ports.letters.book(roundId),
    ]);
    if (!round) return fail({ kind: 'not-found' });
    const concerned = listed.filter(isBeforeCommittee);
    const seen = concerned.filter((one) => !conflict(one));
    const decided = await ports.decisions.ofApplications(seen.map(({ id }) => id));
    const due = seen
      .flatMap((application) => {
        const decision = decided.get(application.id);
        const kind = decision && letterKindNow(round, application, decision);
        return kind ? [{ application, decision, kind }] : [];
      })
      .toSorted((a, b) => (a.application.id < b.application.id ? -1 : 1));
    const start = after ? due.findIndex(({ application }) => application.id > after) : 0;
    const page = start < 0 ? [] : due.slice(start, start + perPage);
    const [remarks, owners] = await Promise.all([
      ports.remarks.ofApplications(page.map(({ application }) => application.id)),
      Promise.all(page.map(({ application }) => ownersOf(ports.people, application.organisationId))),
    ]);
    const items = page.map(({ application, decision, kind }, at): PreviewEntry => {
      const { amountCents, status } = decision;
      const approved = hasFeedback(remarks.get(application.id));
      const of = { round, application, kind, amountCents, book, hasFeedback: approved, cause: [], now };
      const letters = (owners[at] ?? []).map((account) => previewTo(account, of, ports.compose));
      const { id, title, pair } = application;
      return { application: { id, title, pair }, kind, status, letters };
    });
    const last = page.at(-1)?.application.id;
    const more = last !== undefined && start + perPage < due.length;
    return ok({
      round,
      items,
      count: due.length,
      kept: concerned.length - seen.length,
      ...(more && { next: ports.cursors.seal(scope, last) }),
    });
  };

const letterKindNow = (round: Round, { status }: Application, decision: Decision): LetterKind | undefined => {
  if (!round.announcedAt) return decision.status === 'sent-back' ? undefined : decision.decision;
  return status === 'awarded' ? 'please-confirm' : undefined;
};

const previewTo = (account: Account, of: LetterCase, compose: Compose): PreviewedLetter => {
  const composed = (language: Language) =>
    compose(letterTo({ ...account, language }, of, 'system:preview').message);
  const { language } = account;
  return {
    to: { name: account.name, address: account.email },
    language,
    letter: composed(language),
    other: composed(language === 'en' ? 'ja' : 'en'),
    lacksJapanese: language === 'ja' && withoutJapanese(wordsOf(of.book, of.kind)).length > 0,
  };
};
