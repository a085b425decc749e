import type { Comparison, VersionName } from '../../../shared/applications/compare-versions.ts';
import type { ExtensionSheet } from '../../../shared/applications/extend-application.ts';
import type { Extensions } from '../../../shared/applications/list-extensions.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';

type Of = { applicationId: string };

/** What the pages that compare versions ask of the house. */
export type CompareUseCases = {
  readonly compareVersions: UseCase<
    Of & { from?: VersionName | undefined; to?: VersionName | undefined },
    Comparison,
    Failure
  >;
};

/** What staff's pages about more time ask of the house. */
export type ExtensionUseCases = {
  readonly listExtensions: UseCase<{ roundId: string; number?: string | undefined }, Extensions, Failure>;
  readonly viewExtension: UseCase<Of, ExtensionSheet, Failure>;
  readonly extendApplication: UseCase<
    Of & { version: number; until: string; reason: string },
    unknown,
    Failure
  >;
  readonly endExtension: UseCase<Of & { version: number; reason: string }, unknown, Failure>;
};
