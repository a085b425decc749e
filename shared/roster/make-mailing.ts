import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import type { Work } from '../jobs/job.port.ts';
import { isStaff } from '../kernel/actor.ts';
import type { Clock } from '../kernel/clock.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Messages } from '../messages/message.port.ts';
import type { Rounds } from '../programs/round.port.ts';
import { messageTo, recipientsOf } from './mail-to.ts';
import type { Mailings } from './mailing.port.ts';
import { finish } from './mailing-steps.ts';
import type { Clearance } from './seen-roster.ts';
import { stillClear } from './still-clear.ts';

export type MakeMailingPorts = {
  mailings: Mailings;
  applications: Pick<Applications, 'many'>;
  rounds: Pick<Rounds, 'find'>;
  people: Pick<People, 'find' | 'membersOf'>;
  messages: Pick<Messages, 'save'>;
  clearance: Clearance;
  clock: Clock;
};

/**
 * Writes a mailing's messages. Each has an id derived from mailing, application and person, and its own transaction, so
 * whatever was written before a fault is found and not written again. Refused as a whole where a conflict has appeared
 * since it was asked for; nothing has gone out then.
 */
export const makeMailing =
  (ports: MakeMailingPorts): Work =>
  async (job, report) => {
    const mailing = await ports.mailings.find(job.about);
    if (!mailing?.asked) return fail({ kind: 'work-failed', reason: 'facts-missing' });
    if (mailing.status === 'written') return ok(undefined);
    const { hold, by } = mailing.asked;
    const [person, round, ids] = await Promise.all([
      ports.people.find(by),
      ports.rounds.find(mailing.roundId),
      ports.mailings.chosenIn(mailing.id),
    ]);
    if (!person || !isStaff(person.actor) || !round) return fail({ kind: 'work-failed', reason: 'refused' });
    const clear = await stillClear(ports)(person.actor, round.id, ids);
    if (!clear) return fail({ kind: 'work-failed', reason: 'refused' });
    let messages = 0;
    for (const [at, application] of clear.entries()) {
      if (at % 10 === 0) {
        const told = await report(at, clear.length);
        if (!told.ok) return told;
      }
      const accounts = await recipientsOf(ports.people, application.organisationId, mailing.to);
      const now = ports.clock();
      // A conflict is a message that stands already: an earlier try wrote it.
      await Promise.all(
        accounts.map((account) =>
          ports.messages.save(messageTo(account, { mailing, round, application, hold, by, now })),
        ),
      );
      messages += accounts.length;
    }
    const finished = finish(mailing, messages, { by: 'system:job', at: ports.clock() });
    if (!finished.ok) return fail({ kind: 'work-failed', reason: 'refused' });
    const saved = await ports.mailings.save(finished.value);
    return saved.ok ? ok(undefined) : fail({ kind: 'work-failed', reason: 'refused' });
  };
