import { leads } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import type { Page } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Cursors } from '../table/cursor.ts';
import type { ChapterMembers } from './chapter-members.port.ts';
import { type MemberPorts, namedMembers, type SeenMember } from './named-members.ts';

type Ports = MemberPorts & { members: ChapterMembers; cursors: Cursors };
type Input = { chapterId: string; cursor?: string | undefined };

/** So many stay within four read units of the list itself; card and name are read for each. */
const membersPage = 30;

/** Members who let the chapter see them, by when they registered. For its leads and nobody else: that is what was agreed. */
export const listChapterMembers =
  (ports: Ports): UseCase<Input, Page<SeenMember>, NotFound | InvalidInput> =>
  async (actor, { chapterId, cursor }) => {
    if (!leads(actor, chapterId)) return fail({ kind: 'not-found' });
    const scope = `chapter-members:${chapterId}:${actor.personId}`;
    const position = cursor === undefined ? undefined : ports.cursors.open(scope, cursor);
    if (cursor !== undefined && position === undefined)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const { items, next } = await ports.members.ofChapter(chapterId, position, membersPage);
    const seen = await namedMembers(ports, items);
    return ok({ items: seen, ...(next && { next: ports.cursors.seal(scope, next) }) });
  };
