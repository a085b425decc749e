import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import type { Round, RoundTerms } from '../../../shared/programs/round.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';

type Cursor = { cursor?: string | undefined };

export type PublicRoundUseCases = {
  listOpenRounds: UseCase<Cursor, Page<SeenRound>, Failure>;
  viewOpenRound: UseCase<{ roundId: string }, SeenRound, Failure>;
};

export type StaffRoundUseCases = {
  listRounds: UseCase<Cursor, Page<SeenRound>, Failure>;
  viewRound: UseCase<{ roundId: string }, SeenRound, Failure>;
  createRound: UseCase<RoundTerms, Round, Failure>;
  editRound: UseCase<RoundTerms & { roundId: string; version: number }, Round, Failure>;
  publishRound: UseCase<{ roundId: string; version: number }, Round, Failure>;
};
