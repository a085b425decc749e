import type { environments } from '../shared/environment.ts';
import type { WorkSettings } from './constructs/work-queue.ts';
import { type FunctionSpec, otherFunctions } from './functions.ts';

/** One queue as data: who works it, and how the relay finds it. */
type QueueSpec = WorkSettings & {
  /** Its construct in the background stack, so part of its deployed name. */
  readonly id: string;
  /** The relay's variable that holds its address. */
  readonly url: keyof (typeof environments.relay)['shape'];
  readonly worker: FunctionSpec;
};

/**
 * Every queue that the relay feeds, each with its one consumer. A key is the name in the alarm of its dead letters and
 * in that alarm's heading of docs/operations.md.
 */
export const queues = {
  // Few at once: SES has a rate, and a letter waits well.
  mail: { id: 'MailQueue', url: 'MAIL_QUEUE_URL', worker: otherFunctions.mail, batchSize: 5 },
  jobs: { id: 'JobQueue', url: 'JOB_QUEUE_URL', worker: otherFunctions.announce, tries: 3 },
  // One more than a job of plans, studies or exports tries: the last one says that it was given up.
  optimise: { id: 'OptimiseQueue', url: 'OPTIMISE_QUEUE_URL', worker: otherFunctions.optimise, tries: 4 },
  study: { id: 'StudyQueue', url: 'STUDY_QUEUE_URL', worker: otherFunctions.study, tries: 4 },
  files: {
    id: 'FilesQueue',
    url: 'FILES_QUEUE_URL',
    worker: otherFunctions.files,
    batchSize: 5,
    concurrency: 5,
  },
  // Many changes of one moment are one write of their shelf; two at once meet on it seldom.
  roster: {
    id: 'RosterQueue',
    url: 'ROSTER_QUEUE_URL',
    worker: otherFunctions.roster,
    batchSize: 25,
    windowSeconds: 1,
  },
  exports: { id: 'ExportQueue', url: 'EXPORT_QUEUE_URL', worker: otherFunctions.export, tries: 4 },
  // Alumni who change in one moment read all lists once; two at once meet on some of them.
  matches: {
    id: 'MatchesQueue',
    url: 'MATCHES_QUEUE_URL',
    worker: otherFunctions.matches,
    batchSize: 10,
    windowSeconds: 1,
  },
  // A request that was under way when the account went may write for half a minute still.
  erasure: { id: 'ErasureQueue', url: 'ERASURE_QUEUE_URL', worker: otherFunctions.erasure, delaySeconds: 35 },
} as const satisfies Record<string, QueueSpec>;

export type QueueName = keyof typeof queues;
// Object.keys() widens to string; the table's keys are its names.
export const queueNames = Object.keys(queues) as QueueName[];
