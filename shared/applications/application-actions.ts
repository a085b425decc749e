import { type Actor, isStaff, mayEdit, owns } from '../kernel/actor.ts';
import { localOf } from '../kernel/zoned-time.ts';
import { instantsOf, isBeforeClose, phaseAt, type Round } from '../programs/round.ts';
import type { Application, ApplicationAction } from './application.ts';
import { statusAfter } from './application-steps.ts';
import { isScribe, maySend, mayWrite } from './belonging.ts';
import { extendedUntil } from './extension.ts';

export const applicationActs = [
  'edit',
  'request-sign-off',
  'record-signature',
  'ask-counterpart',
  'submit',
  'reopen',
  'withdraw',
  'accept',
  'decline-award',
  'return',
] as const;
/** What a person can do next with an application. */
export type ApplicationAct = (typeof applicationActs)[number];

/** Sections change only while the applicant holds them. */
export const isEditable = ({ status }: Pick<Application, 'status'>): boolean =>
  status === 'draft' || status === 'returned';

/**
 * The last instant at which this application's submission counts, inclusive: the round's close with its grace, or
 * later where staff returned it with a date of its own or gave it more time. An announcement or a cancellation ends it in
 * any case.
 */
export const lastInstantOf = (
  application: Pick<Application, 'status' | 'returned' | 'extension'>,
  round: Round,
): Date => {
  const returned = application.status === 'returned' && application.returned?.until;
  const own = [returned && new Date(returned), extendedUntil(application)].filter(
    (one) => one instanceof Date,
  );
  const last = latestOf([instantsOf(round).lastInstant, ...own]);
  const over = round.announcedAt ?? round.cancelled?.at;
  const end = over && new Date(over);
  return end && end < last ? end : last;
};

const latestOf = (instants: readonly Date[]) => new Date(Math.max(...instants.map((one) => one.getTime())));

/**
 * Whether what the gateway receives at this instant counts as sent in time. Of what came on paper the day it came counts,
 * and it is typed until the announcement.
 */
export const isInTime = (application: Application, round: Round, at: Date): boolean => {
  if (round.status !== 'published' || round.cancelled || at < instantsOf(round).opens) return false;
  const last = lastInstantOf(application, round);
  return application.paper
    ? !round.announcedAt && application.paper.receivedOn <= dayOf(last, round)
    : at <= last;
};

/** The calendar day of an instant in the round's zone. */
export const dayOf = (instant: Date, { zone }: Pick<Round, 'zone'>): string =>
  localOf(instant, zone).slice(0, 10);

/**
 * Before the close and without its grace, so that nobody takes an application back and can't send it again; what came on
 * paper as long as it can be sent again.
 */
export const isReopenable = (application: Application, round: Round, at: Date): boolean =>
  application.paper ? isInTime(application, round, at) : isBeforeClose(phaseAt(round, at));

/**
 * What this actor may do now. Pages show these as buttons and links, and nothing else; the use cases check the same
 * rules again. An act listed here can still be refused for what is incomplete, which the check page tells.
 */
export const actionsFor = (
  actor: Actor,
  application: Application,
  round: Round,
  now: Date,
): readonly ApplicationAct[] => {
  const { organisationId, status } = application;
  const can = (action: ApplicationAction) => statusAfter(status, action) !== undefined;
  const isMember = mayEdit(actor, organisationId);
  const isOwner = owns(actor, organisationId);
  const typing = isScribe(actor, application);
  const isEditor = mayWrite(actor, application);
  const isSender = maySend(actor, application);
  const isAnnounced = round.announcedAt !== undefined;
  const goesOn = round.cancelled === undefined;
  const allowed: Readonly<Record<ApplicationAct, boolean>> = {
    edit: isEditor && isEditable(application),
    'request-sign-off': goesOn && isEditor && !typing && isEditable(application),
    'record-signature': typing && isEditable(application),
    'ask-counterpart': goesOn && (isMember || typing) && (isEditable(application) || status === 'submitted'),
    submit: isSender && can('submit') && isInTime(application, round, now),
    reopen: isSender && can('reopen') && isReopenable(application, round, now),
    withdraw: (isOwner && can('withdraw')) || (typing && isEditable(application)),
    accept: isOwner && can('accept') && isAnnounced,
    'decline-award': isOwner && can('decline-award') && isAnnounced,
    return: goesOn && isStaff(actor) && !isMember && can('return'),
  };
  return applicationActs.filter((act) => allowed[act]);
};
