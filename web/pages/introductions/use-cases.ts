import type { Failure } from '../../../shared/failures.ts';
import type { IntroductionEntry } from '../../../shared/introductions/introduction-lists.ts';
import type { IntroductionSheet } from '../../../shared/introductions/introduction-sheet.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Page } from '../../../shared/kernel/page.ts';

type Of = { introductionId: string };
type Cursor = { cursor?: string | undefined };

/** What both sides do about one introduction. */
export type IntroductionUseCases = {
  readonly viewIntroduction: UseCase<Of, IntroductionSheet, Failure>;
  readonly stepIntroduction: UseCase<
    Of & { version: number; action: 'connect' | 'decline' | 'withdraw' | 'leave' },
    unknown,
    Failure
  >;
  readonly reportIntroduction: UseCase<Of & { text: string }, unknown, Failure>;
};

export type OwnIntroductionUseCases = IntroductionUseCases & {
  readonly listMyIntroductions: UseCase<Cursor, Page<IntroductionEntry>, Failure>;
  readonly answerIntroduction: UseCase<Of & { answer: 'accept' | 'decline' }, unknown, Failure>;
  readonly blockPartnership: UseCase<Of & { blocked: boolean }, unknown, Failure>;
};
