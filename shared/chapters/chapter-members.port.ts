import type { Page } from '../kernel/page.ts';
import type { ChapterMember } from './chapter-member.ts';

export type ChapterMembers = {
  /** Of those who let a chapter see them, in the order in which they registered, a page after the other. */
  ofChapter(chapterId: string, position?: string): Promise<Page<ChapterMember>>;
};
