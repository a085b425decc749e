import * as z from 'zod';
import { type Application, applicationSchema } from '../applications/application.ts';

/** An application in the roster, as its head stood at `version`; beside it what a search and a filter need. */
const listedRowSchema = z.object({
  ...applicationSchema.pick({
    id: true,
    version: true,
    status: true,
    organisationId: true,
    partnershipId: true,
    pair: true,
    title: true,
    facts: true,
    paper: true,
  }).shape,
  submission: applicationSchema.shape.submission.unwrap(),
  /** Whether the applicant had sent nothing in another round before this was sent. */
  firstTime: z.boolean(),
  /** Words of what was sent, folded, each once and not all of them. No person stands in it: people are digests there. */
  words: z.string(),
});
export type ListedRow = z.output<typeof listedRowSchema>;

/** What is being written, or was never sent: it is counted, and nothing more is known of it here. */
const unsentRowSchema = z.object({
  id: applicationSchema.shape.id,
  version: applicationSchema.shape.version,
  unsent: z.enum(['draft', 'gone']),
});
export type UnsentRow = z.output<typeof unsentRowSchema>;

export const rosterRowSchema = z.union([unsentRowSchema, listedRowSchema]);
export type RosterRow = z.output<typeof rosterRowSchema>;

export const isListed = (row: RosterRow): row is ListedRow => !('unsent' in row);

/** Whether staff may list it: it was sent, and is not being written again. */
export const wasSent = (
  application: Application,
): application is Application & { submission: NonNullable<Application['submission']> } =>
  application.submission !== undefined && application.status !== 'draft';

export const unsentRow = ({ id, version, status }: Application): UnsentRow => ({
  id,
  version,
  unsent: status === 'draft' ? 'draft' : 'gone',
});

type Known = Pick<ListedRow, 'firstTime' | 'words'>;

/** The row of an application that was sent. */
export const listedRow = (
  application: Application & { submission: NonNullable<Application['submission']> },
  { firstTime, words }: Known,
): ListedRow => {
  const { id, version, status, organisationId, partnershipId, pair, title, facts, paper, submission } =
    application;
  return {
    ...{ id, version, status, organisationId, partnershipId, pair, title, submission, firstTime, words },
    ...(facts && { facts }),
    ...(paper && { paper }),
  };
};
