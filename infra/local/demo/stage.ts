import { randomBytes, randomUUID } from 'node:crypto';
import { accountsUseCases } from '../../../functions/container/accounts-use-cases.ts';
import { applicationsUseCases } from '../../../functions/container/applications-use-cases.ts';
import { assignmentUseCases } from '../../../functions/container/assignment-use-cases.ts';
import { awardsUseCases } from '../../../functions/container/awards-use-cases.ts';
import { conflictsUseCases } from '../../../functions/container/conflicts-use-cases.ts';
import { discussionsUseCases } from '../../../functions/container/discussions-use-cases.ts';
import { endorsementsUseCases } from '../../../functions/container/endorsements-use-cases.ts';
import {
  openPartnerships,
  partnershipsUseCases,
} from '../../../functions/container/partnerships-use-cases.ts';
import { programsUseCases } from '../../../functions/container/programs-use-cases.ts';
import { registeringUseCases } from '../../../functions/container/registering-use-cases.ts';
import { reviewsUseCases } from '../../../functions/container/reviews-use-cases.ts';
import { accountStore } from '../../../shared/accounts/account.store.ts';
import { roleStore } from '../../../shared/accounts/role.store.ts';
import type { Person, Role } from '../../../shared/kernel/actor.ts';
import { publicActor } from '../../../shared/kernel/actor.ts';
import type { Call, UseCase } from '../../../shared/kernel/endpoint.ts';
import { roundStore } from '../../../shared/programs/round.store.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import type { Table } from '../../../shared/table/table.ts';
import type { DemoPerson } from './people.ts';

const pledge = '2026-11';

/** The product's own use cases, told that it is another day: the demo's past is made by the rules of the present. */
export const openStage = (table: Table, now: Date) => {
  const cursors = cursorsWith('demo');
  const newToken = () => randomBytes(32).toString('base64url');
  const partnerships = openPartnerships(table);
  const accounts = accountStore(table);
  const roles = roleStore(table);
  const all = {
    ...accountsUseCases({ table, cursors, newId: randomUUID, newToken, organisations: partnerships }),
    ...programsUseCases({ table, cursors }),
    ...partnershipsUseCases({ partnerships, cursors }),
    ...applicationsUseCases({ table, directory: partnerships, newToken, cursors }),
    ...endorsementsUseCases({ table, directory: partnerships, newToken }),
    ...reviewsUseCases({ table, cursors }),
    ...discussionsUseCases({ table, cursors }),
    ...assignmentUseCases({ table, cursors }),
    ...registeringUseCases({ table, newId: randomUUID }),
    ...conflictsUseCases({ table, cursors, directory: partnerships }),
    ...awardsUseCases({ table, cursors, compose: () => ({ subject: '', text: '' }) }),
  };
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000);
  let calls = 0;
  const callAt = (days: number): Call => {
    calls += 1;
    return { receivedAt: at(days), idempotencyKey: `demo-${calls}` };
  };
  const personOf = async (personId: string): Promise<Person> => {
    const known = await accounts.find(personId);
    if (!known) throw new Error(`Demo person ${personId} has no account`);
    return known.actor;
  };

  return {
    all,
    at,
    rounds: roundStore(table),
    people: accounts,
    personOf,
    /** Runs one use case as someone, so many days from now. A refusal is a mistake in the demo data, and is thrown. */
    act: async <Input, Output>(
      useCase: UseCase<Input, Output, { readonly kind: string }>,
      actor: Parameters<typeof useCase>[0],
      input: Input,
      days: number,
    ): Promise<Output> => {
      const done = await useCase(actor, input, callAt(days));
      if (!done.ok) throw new Error(`Demo data was refused: ${JSON.stringify(done.failure)}`);
      return done.value;
    },
    signUp: async ({ sub, email, language }: DemoPerson, label: string): Promise<Person> => {
      const opened = await all.signIn(publicActor, { subject: sub, email, language }, callAt(-150));
      if (!opened.ok) throw new Error(`Demo person ${label} could not sign up`);
      const person = await personOf(opened.value.personId);
      const known = await accounts.find(person.personId);
      if (known && known.account.name === '')
        await all.editAccount(
          person,
          { name: label, language, version: known.account.version },
          callAt(-150),
        );
      return person;
    },
    grant: async (person: Person, role: Role, days: number): Promise<Person> => {
      const signed =
        role.kind === 'reviewer' ? { pledge: { version: pledge, at: at(days).toISOString() } } : {};
      await roles.grant({ personId: person.personId, role, by: 'system:demo', at: at(days), ...signed });
      return personOf(person.personId);
    },
  };
};

export type Stage = ReturnType<typeof openStage>;
