import type { People } from '../accounts/account.port.ts';
import type { Account } from '../accounts/account.ts';
import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { decideApplication } from '../applications/application-steps.ts';
import type { Clock } from '../kernel/clock.ts';
import { deriveId } from '../kernel/ids.ts';
import { allOf } from '../kernel/page.ts';
import { inLanguage } from '../kernel/text.ts';
import type { MessageChange } from '../messages/message.port.ts';
import { holdMessage } from '../messages/message-steps.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Round } from '../programs/round.ts';
import type { Decisions } from './decision.port.ts';
import type { Decision } from './decision.ts';
import { announceDecision } from './decision-steps.ts';

type Ports = {
  applications: Pick<Applications, 'ofRound' | 'find'>;
  rounds: Pick<Rounds, 'find'>;
  decisions: Pick<Decisions, 'find' | 'announce'>;
  people: Pick<People, 'find' | 'membersOf'>;
  clock: Clock;
};

const by = 'system:announcement';

/**
 * Moves every decided application of an announced round, each with its decision and its held letters in one
 * transaction. Safe to run again: what has moved is left alone. Answers how many moved; throws where one could not,
 * so that its queue brings the task back.
 */
export const applyAnnouncement =
  (ports: Ports) =>
  async (roundId: string): Promise<number> => {
    const round = await ports.rounds.find(roundId);
    if (!round?.announcedAt) return 0;
    const listed = await allOf((position) => ports.applications.ofRound(roundId, position));
    let moved = 0;
    for (const { id } of listed) if (await move(ports, round, id)) moved += 1;
    return moved;
  };

const move = async (ports: Ports, round: Round, applicationId: string): Promise<boolean> => {
  const [application, decision] = await Promise.all([
    ports.applications.find(applicationId),
    ports.decisions.find(applicationId),
  ]);
  if (!application || decision?.status !== 'certified' || application.status === 'withdrawn') return false;

  const now = ports.clock();
  const { amountCents } = decision;
  const stepped = decideApplication(
    application,
    { decision: decision.decision, amountCents },
    { by, at: now },
  );
  const announced = announceDecision(decision);
  if (!stepped.ok || !announced.ok)
    throw new Error(`${applicationId} cannot be announced from ${application.status}`);
  const saved = await ports.decisions.announce({
    application: stepped.value,
    decision: announced.value,
    letters: await lettersOf(ports, { round, application, decision, now }),
  });
  if (!saved.ok) throw new Error(`${applicationId} was not announced: ${saved.failure.kind}`);
  return true;
};

type About = { round: Round; application: Application; decision: Decision; now: Date };

/** One held letter to each owner of the applying organisation, in the language they chose. */
const lettersOf = async ({ people }: Ports, about: About): Promise<MessageChange[]> => {
  const members = await people.membersOf(about.application.organisationId);
  const owners = members.filter(({ as }) => as === 'owner');
  const known = await Promise.all(owners.map(({ personId }) => people.find(personId)));
  return known.flatMap((person) => (person ? [letterTo(person.account, about)] : []));
};

const letterTo = (account: Account, { round, application, decision, now }: About): MessageChange =>
  holdMessage(
    {
      id: deriveId('letter', application.id, account.id),
      kind: `letter-${decision.decision}`,
      about: `application#${application.id}`,
      roundId: round.id,
      to: { address: account.email, name: account.name },
      language: account.language,
      values: {
        title: application.title,
        us: application.pair.us,
        jp: application.pair.jp,
        jpJa: application.pair.jpJa,
        round: inLanguage(round.name, account.language),
        amountCents: String(decision.amountCents),
        path: `applications/${application.id}/outcome`,
      },
    },
    by,
    now,
  );
