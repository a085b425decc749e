import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { Bilingual } from '../../../shared/kernel/text.ts';
import type { CheckedEligibility } from '../../../shared/programs/check-round-eligibility.ts';
import type { EligibilityAnswers } from '../../../shared/programs/eligibility-rule.ts';
import type { Round, RoundTerms } from '../../../shared/programs/round.ts';
import type { RoundFormUse } from '../../../shared/programs/view-form-use.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';

type Cursor = { cursor?: string | undefined };

export type PublicRoundUseCases = {
  listOpenRounds: UseCase<Cursor, Page<SeenRound>, Failure>;
  viewOpenRound: UseCase<{ roundId: string }, SeenRound, Failure>;
  checkRoundEligibility: UseCase<EligibilityAnswers & { roundId: string }, CheckedEligibility, Failure>;
};

export type StaffRoundUseCases = {
  listRounds: UseCase<Cursor, Page<SeenRound>, Failure>;
  viewRound: UseCase<{ roundId: string }, SeenRound, Failure>;
  createRound: UseCase<RoundTerms, Round, Failure>;
  editRound: UseCase<RoundTerms & { roundId: string; version: number; newForm?: number }, Round, Failure>;
  viewFormUse: UseCase<{ roundId: string }, RoundFormUse, Failure>;
  extendRound: UseCase<
    { roundId: string; version: number; closes: string; reviewDue: string; reason: Bilingual },
    Round,
    Failure
  >;
  cancelRound: UseCase<{ roundId: string; version: number; reason: Bilingual }, Round, Failure>;
  duplicateRound: UseCase<{ roundId: string }, Round, Failure>;
  publishRound: UseCase<{ roundId: string; version: number }, Round, Failure>;
};
