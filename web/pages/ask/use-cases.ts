import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { PublicAnswer } from '../../../shared/programs/list-questions.ts';
import type { Answer, Ask, Question, QuestionStatus } from '../../../shared/programs/question.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';

type Cursor = { cursor?: string | undefined };

export type PublicAskUseCases = {
  listOpenRounds: UseCase<Cursor, Page<SeenRound>, Failure>;
  viewOpenRound: UseCase<{ roundId: string }, SeenRound, Failure>;
  askQuestion: UseCase<Ask, unknown, Failure>;
  listPublicAnswers: UseCase<Cursor & { roundId?: string | undefined }, Page<PublicAnswer>, Failure>;
};

export type StaffAskUseCases = {
  listQuestions: UseCase<Cursor & { status: QuestionStatus }, Page<Question>, Failure>;
  viewQuestion: UseCase<{ questionId: string }, Question, Failure>;
  answerQuestion: UseCase<Answer & { questionId: string; version: number }, unknown, Failure>;
};
