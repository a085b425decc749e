import type { NoteEvent } from '../applications/application.port.ts';
import { leads } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { allOf } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { ChapterMembers } from './chapter-members.port.ts';
import { membersCsv } from './members-csv.ts';
import { type MemberPorts, namedMembers } from './named-members.ts';

type Ports = MemberPorts & { members: ChapterMembers; note: NoteEvent };

/**
 * Who agreed to be seen by the chapter as a file, for its leads; nothing else. That it was taken is an event, so it is asked
 * for by a POST: the event is written first, and without it there is no file. Linear in members.
 */
export const exportChapterMembers =
  (ports: Ports): UseCase<{ chapterId: string }, { csv: string }, NotFound> =>
  async (actor, { chapterId }, { receivedAt, idempotencyKey }) => {
    if (!leads(actor, chapterId)) return fail({ kind: 'not-found' });
    await ports.note({
      id: `${chapterId}/export/${deriveId(actor.personId, idempotencyKey)}`,
      subject: `chapter#${chapterId}`,
      type: 'chapter-members-exported',
      at: receivedAt.toISOString(),
      by: actor.personId,
      data: {},
    });
    const members = await allOf((position) => ports.members.ofChapter(chapterId, position));
    return ok({ csv: membersCsv(await namedMembers(ports, members)) });
  };
