import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import type { Clock } from '../kernel/clock.ts';
import { deriveId } from '../kernel/ids.ts';
import { allOf } from '../kernel/page.ts';
import type { Rounds } from '../programs/round.port.ts';
import { instantsOf, isBeforeClose, leadingAsia, phaseAt, type Round } from '../programs/round.ts';
import type { Messages } from './message.port.ts';
import { queueMessage } from './message-steps.ts';

type Ports = {
  rounds: Pick<Rounds, 'list'>;
  applications: Pick<Applications, 'ofRound'>;
  people: Pick<People, 'find' | 'membersOf'>;
  messages: Pick<Messages, 'save'>;
  clock: Clock;
};

const dayMs = 86_400_000;
const marks = [14, 3, 1] as const;

/** The mark whose day it is: from that many days before the close, for 24 hours. A draft begun later gets the next one. */
export const markAt = (closes: Date, now: Date): (typeof marks)[number] | undefined => {
  const left = closes.getTime() - now.getTime();
  return marks.find((days) => left <= days * dayMs && left > (days - 1) * dayMs);
};

/** Mails every owner and editor of an unsent draft, once a mark, however often the schedule fires. */
export const remindDrafts = (ports: Ports) => async (): Promise<number> => {
  const now = ports.clock();
  const rounds = await allOf((position) => ports.rounds.list(leadingAsia, position));
  let written = 0;
  for (const round of rounds.filter((one) => isBeforeClose(phaseAt(one, now)))) {
    const mark = markAt(instantsOf(round).closes, now);
    if (!mark) continue;
    const applications = await allOf((position) => ports.applications.ofRound(round.id, position));
    for (const one of applications.filter(({ status }) => status === 'draft' || status === 'returned'))
      written += await remind(ports, round, one, mark);
  }
  return written;
};

const remind = async (
  ports: Ports,
  round: Round,
  application: Application,
  mark: number,
): Promise<number> => {
  const members = await ports.people.membersOf(application.organisationId);
  let written = 0;
  for (const { personId } of members.filter(({ as }) => as !== 'viewer')) {
    const person = await ports.people.find(personId);
    if (!person) continue;
    const message = {
      id: deriveId('reminder', application.id, String(mark), round.closes, personId),
      kind: 'reminder-draft' as const,
      about: `application#${application.id}`,
      roundId: round.id,
      to: { address: person.account.email, name: person.account.name },
      language: person.account.language,
      values: {
        title: application.title,
        days: String(mark),
        closes: instantsOf(round).closes.toISOString(),
        zone: round.zone,
        path: `applications/${application.id}`,
      },
    };
    const saved = await ports.messages.save(queueMessage(message, 'system:reminders', ports.clock()));
    if (saved.ok) written += 1;
  }
  return written;
};
