import type { Withdrawals } from '../alumni/alum.port.ts';
import { isStaff, leads } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { allOf } from '../kernel/page.ts';
import { fail, ok } from '../kernel/result.ts';
import { matching } from '../partnerships/directory.ts';
import type { Partnerships } from '../partnerships/partnership.port.ts';
import { jetaaChapter, statesOf } from '../reference/jetaa-chapters.ts';
import { stillSeen } from './chapter-member.ts';
import type { ChapterMembers } from './chapter-members.port.ts';
import { type ChapterNumbers, chapterNumbers } from './chapter-numbers.ts';

type Ports = {
  members: ChapterMembers;
  withdrawals: Pick<Withdrawals, 'all'>;
  partnerships: Pick<Partnerships, 'confirmed'>;
};

/** A chapter's numbers, for its leads and for staff. Linear in its members: they are counted as they are this moment. */
export const viewChapterNumbers =
  ({ members, withdrawals, partnerships }: Ports): UseCase<{ chapterId: string }, ChapterNumbers, NotFound> =>
  async (actor, { chapterId }, { receivedAt }) => {
    const chapter = jetaaChapter(chapterId);
    if (!chapter || !(leads(actor, chapterId) || isStaff(actor))) return fail({ kind: 'not-found' });
    const [listed, gone, added] = await Promise.all([
      allOf((position) => members.ofChapter(chapterId, position)),
      withdrawals.all(),
      partnerships.confirmed(),
    ]);
    const near = statesOf(chapter).flatMap((state) => matching(added, { state }));
    return ok(chapterNumbers(stillSeen(listed, gone), near, receivedAt));
  };
