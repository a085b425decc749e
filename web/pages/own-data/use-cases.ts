import type { DeletionRefused } from '../../../shared/accounts/account.errors.ts';
import type { OwnDataNames } from '../../../shared/accounts/own-data-names.ts';
import type { OwnData } from '../../../shared/accounts/view-own-data.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { UseCase } from '../../../shared/kernel/endpoint.ts';

export type NamedData = { readonly data: OwnData; readonly names: OwnDataNames };

/** What the pages about one's own data ask for. */
export type OwnDataUseCases = {
  viewOwnData: UseCase<unknown, OwnData, Failure>;
  viewNamedData: UseCase<unknown, NamedData, Failure>;
  viewDeletion: UseCase<unknown, { readonly refused?: DeletionRefused | undefined }, Failure>;
  deleteAccount: UseCase<{ email: string }, unknown, Failure>;
};
