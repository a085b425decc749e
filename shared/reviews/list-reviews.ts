import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { ok } from '../kernel/result.ts';
import {
  type ApplicationFile,
  type ApplicationFilePorts,
  viewApplicationFile,
} from './view-application-file.ts';

/** An application's reviews with their words, for staff without a conflict. */
export const listReviews = (
  ports: ApplicationFilePorts,
): UseCase<{ applicationId: string }, Pick<ApplicationFile, 'reviews'>, NotFound> => {
  const view = viewApplicationFile(ports);
  return async (actor, input, call) => {
    const file = await view(actor, input, call);
    return file.ok ? ok({ reviews: file.value.reviews }) : file;
  };
};
