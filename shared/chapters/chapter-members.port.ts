import type { Page } from '../kernel/page.ts';
import type { ChapterMember } from './chapter-member.ts';

export type ChapterMembers = {
  /** Of those who let a chapter see them, in the order in which they registered, a page of at most so many after the other. */
  ofChapter(chapterId: string, position?: string, most?: number): Promise<Page<ChapterMember>>;
};
