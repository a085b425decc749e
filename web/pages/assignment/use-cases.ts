import type { ListedPlan } from '../../../shared/assignment/list-plans.ts';
import type { PreferenceRound } from '../../../shared/assignment/list-preference-rounds.ts';
import type { PlanRecord } from '../../../shared/assignment/plan-record.ts';
import type { Stated } from '../../../shared/assignment/preference.ts';
import type { SettingsView } from '../../../shared/assignment/round-settings.ts';
import type { PlanSettings } from '../../../shared/assignment/settings.ts';
import type { PlanCertificate } from '../../../shared/assignment/view-certificate.ts';
import type { PlanView } from '../../../shared/assignment/view-plan.ts';
import type { PreferencesView } from '../../../shared/assignment/view-preferences.ts';
import type { Moves } from '../../../shared/assignment/weigh-moves.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';

type OfRound = { roundId: string };
type OfPlan = OfRound & { planId: string };
type Versioned = { version: number };

/** What the reviewers' page about preferences asks of the house. */
export type PreferenceUseCases = {
  readonly listPreferenceRounds: UseCase<
    Record<never, never>,
    { items: readonly PreferenceRound[] },
    Failure
  >;
  readonly viewPreferences: UseCase<OfRound & { cursor?: string | undefined }, PreferencesView, Failure>;
  readonly savePreferences: UseCase<Stated & OfRound & Versioned, unknown, Failure>;
};

/** What staff's pages about plans ask of the house. */
export type PlanUseCases = {
  readonly viewSettings: UseCase<OfRound, SettingsView, Failure>;
  readonly saveSettings: UseCase<PlanSettings & OfRound & Versioned, unknown, Failure>;
  readonly listPlans: UseCase<OfRound, { items: readonly ListedPlan[] }, Failure>;
  readonly askPlan: UseCase<OfRound, Pick<PlanRecord, 'id'>, Failure>;
  readonly viewPlan: UseCase<OfPlan & { page?: number | undefined }, PlanView, Failure>;
  readonly viewCertificate: UseCase<OfPlan, PlanCertificate, Failure>;
  readonly weighMoves: UseCase<OfPlan & { applicationId: string; from: string }, Moves, Failure>;
  readonly movePair: UseCase<
    OfPlan & Versioned & { applicationId: string; from: string; to: string },
    unknown,
    Failure
  >;
  readonly applyPlan: UseCase<OfPlan & Versioned, unknown, Failure>;
  readonly cancelJob: UseCase<{ jobId: string }, unknown, Failure>;
};
