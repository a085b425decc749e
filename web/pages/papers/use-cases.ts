import type { Papers } from '../../../shared/applications/list-papers.ts';
import type { PaperTerms } from '../../../shared/applications/paper-terms.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';
import type { Claimants } from '../../../shared/partnerships/list-claimants.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import type { Round } from '../../../shared/programs/round.ts';

/** What the pages about papers ask of the house. */
export type PaperUseCases = {
  readonly listPapers: UseCase<{ roundId: string }, Papers, Failure>;
  readonly viewRound: UseCase<{ roundId: string }, Round, Failure>;
  readonly listPartnerships: UseCase<{ text?: string }, { matches: readonly Partnership[] }, Failure>;
  readonly listClaimants: UseCase<{ partnershipId: string }, Claimants, Failure>;
  readonly enterPaper: UseCase<PaperTerms & { roundId: string }, { id: string }, Failure>;
};
