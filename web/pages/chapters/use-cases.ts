import type * as z from 'zod';
import type { importChoiceSchema } from '../../../shared/chapters/alum-invitations.api.ts';
import type { ShownCounts } from '../../../shared/chapters/alumni-counts.ts';
import type { ChapterNumbers } from '../../../shared/chapters/chapter-numbers.ts';
import type { AlumInvitationList } from '../../../shared/chapters/list-alum-invitations.ts';
import type { SeenMember } from '../../../shared/chapters/named-members.ts';
import type { ImportPreview } from '../../../shared/chapters/preview-import.ts';
import type { SeenAlumInvitation } from '../../../shared/chapters/view-alum-invitation.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { IntroductionEntry } from '../../../shared/introductions/introduction-lists.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { JetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';

type OfChapter = { chapterId: string };

/** What the pages of chapters ask for. */
export type ChapterUseCases = {
  listChapters: UseCase<{ state?: string | undefined }, { items: readonly JetaaChapter[] }, Failure>;
  viewChapter: UseCase<OfChapter, { chapter: JetaaChapter }, Failure>;
  viewAlumniCounts: UseCase<unknown, ShownCounts, Failure>;
  listChapterMembers: UseCase<OfChapter & { cursor?: string | undefined }, Page<SeenMember>, Failure>;
  viewChapterNumbers: UseCase<OfChapter, ChapterNumbers, Failure>;
  exportChapterMembers: UseCase<OfChapter, { csv: string }, Failure>;
  listChapterIntroductions: UseCase<
    OfChapter & { cursor?: string | undefined },
    Page<IntroductionEntry>,
    Failure
  >;
  previewAlumImport: UseCase<OfChapter & { csv: string }, ImportPreview, Failure>;
  importAlumni: UseCase<OfChapter & z.output<typeof importChoiceSchema>, { invited: number }, Failure>;
  continueAlumImport: UseCase<OfChapter & { importId: string }, { invited: number }, Failure>;
  listAlumInvitations: UseCase<OfChapter & { cursor?: string | undefined }, AlumInvitationList, Failure>;
  withdrawAlumInvitation: UseCase<OfChapter & { invitationId: string }, unknown, Failure>;
  viewAlumInvitation: UseCase<{ token: string }, SeenAlumInvitation, Failure>;
  acceptAlumInvitation: UseCase<{ token: string }, OfChapter, Failure>;
  declineAlumInvitation: UseCase<{ token: string }, OfChapter, Failure>;
};
