import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { lastInstantOf } from '../applications/application-actions.ts';
import type { Clock } from '../kernel/clock.ts';
import { deriveId } from '../kernel/ids.ts';
import { allOf } from '../kernel/page.ts';
import type { Rounds } from '../programs/round.port.ts';
import {
  instantsOf,
  isBeforeClose,
  leadingAsia,
  type Phase,
  phaseAt,
  type Round,
} from '../programs/round.ts';
import type { Messages } from './message.port.ts';
import { queueMessage } from './message-steps.ts';

type Ports = {
  rounds: Pick<Rounds, 'list'>;
  applications: Pick<Applications, 'heldInRound'>;
  people: Pick<People, 'find' | 'membersOf'>;
  messages: Pick<Messages, 'save'>;
  clock: Clock;
};

const dayMs = 86_400_000;
const marks = [14, 3, 1] as const;

/** The mark whose day it is: from that many days before the end, for 24 hours. A draft begun later gets the next one. */
export const markAt = (closes: Date, now: Date): (typeof marks)[number] | undefined => {
  const left = closes.getTime() - now.getTime();
  return marks.find((days) => left <= days * dayMs && left > (days - 1) * dayMs);
};

/** Mails every owner and editor of what is not sent, once a mark, however often the schedule fires. */
export const remindDrafts = (ports: Ports) => async (): Promise<number> => {
  const now = ports.clock();
  const rounds = await allOf((position) => ports.rounds.list(leadingAsia, position));
  let written = 0;
  for (const round of rounds.filter((one) => mayStillBeSent(phaseAt(one, now)))) {
    for (const application of await ports.applications.heldInRound(round.id)) {
      // What came on paper is for staff to type: its applicant has nothing to send.
      if (application.paper) continue;
      const end = endOf(application, round);
      const mark = markAt(end.at, now);
      if (mark) written += await remind(ports, round, application, { ...end, mark });
    }
  }
  return written;
};

// After the close an application may have time of its own: returned for changes, or extended.
const mayStillBeSent = (phase: Phase) => isBeforeClose(phase) || phase === 'grace' || phase === 'closed';

type End = { readonly at: Date; readonly own: boolean };

/** What its people are reminded of: the round's close, which has a grace behind it, or the application's own end. */
const endOf = (application: Application, round: Round): End => {
  const own = lastInstantOf(application, round);
  const { closes, lastInstant } = instantsOf(round);
  return own > lastInstant ? { at: own, own: true } : { at: closes, own: false };
};

/** What was sent once and taken back or returned counts no more until it is sent again: that is said, too. */
const stateOf = ({ status, submission }: Application) =>
  status === 'returned' ? 'returned' : submission ? 'reopened' : 'draft';

const remind = async (
  ports: Ports,
  round: Round,
  application: Application,
  { at, own, mark }: End & { mark: number },
): Promise<number> => {
  const members = await ports.people.membersOf(application.organisationId);
  let written = 0;
  for (const { personId } of members.filter(({ as }) => as !== 'viewer')) {
    const person = await ports.people.find(personId);
    if (!person) continue;
    const until = own ? at.toISOString() : round.closes;
    const message = {
      id: deriveId('reminder', application.id, String(mark), until, personId),
      kind: 'reminder-draft' as const,
      about: `application#${application.id}`,
      roundId: round.id,
      to: { address: person.account.email, name: person.account.name },
      language: person.account.language,
      values: {
        title: application.title,
        days: String(mark),
        state: stateOf(application),
        end: own ? 'own' : 'round',
        closes: at.toISOString(),
        zone: round.zone,
        path: `applications/${application.id}`,
      },
    };
    const saved = await ports.messages.save(queueMessage(message, 'system:reminders', ports.clock()));
    if (saved.ok) written += 1;
  }
  return written;
};
