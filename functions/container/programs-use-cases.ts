import { onceMore } from '../../shared/kernel/once-more.ts';
import { answerQuestion } from '../../shared/programs/answer-question.ts';
import { askQuestion } from '../../shared/programs/ask-question.ts';
import { cancelRound } from '../../shared/programs/cancel-round.ts';
import { checkRoundEligibility } from '../../shared/programs/check-round-eligibility.ts';
import { createRound } from '../../shared/programs/create-round.ts';
import { duplicateRound } from '../../shared/programs/duplicate-round.ts';
import { editRound } from '../../shared/programs/edit-round.ts';
import { extendRound } from '../../shared/programs/extend-round.ts';
import { listPublicAnswers, listQuestions } from '../../shared/programs/list-questions.ts';
import { listOpenRounds, listRounds } from '../../shared/programs/list-rounds.ts';
import { publishRound } from '../../shared/programs/publish-round.ts';
import { questionStore } from '../../shared/programs/question.store.ts';
import { roundStore } from '../../shared/programs/round.store.ts';
import { viewQuestion } from '../../shared/programs/view-question.ts';
import { viewOpenRound, viewRound } from '../../shared/programs/view-round.ts';
import type { Cursors } from '../../shared/table/cursor.ts';
import type { Table } from '../../shared/table/table.ts';

/** Everything programs can do, on one table; API and pages take what they need. */
export const programsUseCases = ({ table, cursors }: { table: Table; cursors: Cursors }) => {
  const rounds = roundStore(table);
  const questions = questionStore(table);
  return {
    listOpenRounds: listOpenRounds({ rounds, cursors }),
    viewOpenRound: viewOpenRound({ rounds }),
    listRounds: listRounds({ rounds, cursors }),
    createRound: createRound({ rounds }),
    viewRound: viewRound({ rounds }),
    editRound: onceMore(editRound({ rounds })),
    publishRound: onceMore(publishRound({ rounds })),
    extendRound: onceMore(extendRound({ rounds })),
    cancelRound: onceMore(cancelRound({ rounds })),
    duplicateRound: duplicateRound({ rounds }),
    checkRoundEligibility: checkRoundEligibility({ rounds, cursors }),
    askQuestion: askQuestion({ questions, rounds }),
    listPublicAnswers: listPublicAnswers({ questions, cursors }),
    listQuestions: listQuestions({ questions, cursors }),
    viewQuestion: viewQuestion({ questions }),
    answerQuestion: onceMore(answerQuestion({ questions })),
  };
};
