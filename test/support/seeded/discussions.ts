import { discussionsUseCases } from '../../../functions/container/discussions-use-cases.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import type { Table } from '../../../shared/table/table.ts';
import { callAt, done } from './clock.ts';

/** Discussions of applications in review, made by the use cases themselves. */
export const discussionsOn = (table: Table) => {
  const act = discussionsUseCases({ table, cursors: cursorsWith('set-up') });
  let calls = 0;
  const call = () => {
    calls += 1;
    return { ...callAt(new Date()), idempotencyKey: `set-up-${calls}` };
  };
  const open = async (staff: Person, roundId: string) =>
    done(await act.moveDiscussion(staff, { roundId, action: 'open', early: true, version: 0 }, call()));
  const lead = async (staff: Person, applicationId: string, reviewerId: string) =>
    done(await act.nameLead(staff, { applicationId, reviewerId, version: 0 }, call()));
  const post = async (person: Person, applicationId: string, text: string, replyTo?: number) =>
    done(await act.addPost(person, { applicationId, text, replyTo }, call()));
  const note = async (person: Person, applicationId: string, text: string) =>
    done(await act.saveNotes(person, { applicationId, text, keep: true, version: 0 }, call()));
  return { act, call, open, lead, post, note };
};
