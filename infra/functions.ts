import { type Area, contracts } from '../shared/contracts.ts';
import type { EnvironmentName } from '../shared/environment.ts';

/** What a function may reach. Everything else is refused to it. */
export type Grant = 'table' | 'files' | 'mail' | 'queues' | 'people';

/** One Lambda function as data: stacks create it, the build bundles its entry, tests compare both. */
export type FunctionSpec = {
  /** Also the folder of its bundle: `.build/functions/<name>/index.mjs`. */
  readonly name: string;
  /** Its source, from the project's root. */
  readonly entry: string;
  /** Whose variables of `shared/environment.ts` it gets, no more and no fewer. */
  readonly environment: EnvironmentName;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly grants: readonly Grant[];
};

const apiEnvironments: Partial<Record<Area, EnvironmentName>> = {
  attachments: 'filesApi',
  awards: 'awardsApi',
  roster: 'filesApi',
};

const api = (area: Area): FunctionSpec => ({
  name: `api-${area}`,
  entry: `functions/api/${area}.ts`,
  environment: apiEnvironments[area] ?? 'api',
  memoryMb: 1024,
  timeoutSeconds: 15,
  grants: apiEnvironments[area] === 'filesApi' ? ['table', 'files'] : ['table'],
});

/** The pages under an address have a function of their own, so that none grows with the others. */
const pages = <Name extends string>(name: Name, ...grants: readonly Grant[]) =>
  ({
    name,
    entry: `functions/${name}.ts`,
    environment: 'web',
    memoryMb: 1536,
    timeoutSeconds: 20,
    grants: ['table', ...grants],
  }) as const satisfies FunctionSpec;

/** The functions that answer with pages; `web` has whatever none of the others has. */
export const pageFunctions = {
  web: pages('web'),
  webAlumni: pages('web-alumni'),
  webApplications: pages('web-applications', 'files'),
  webReviews: pages('web-reviews', 'files'),
  webStaff: pages('web-staff', 'files'),
  webStaffRounds: pages('web-staff-rounds'),
} as const;

/** Under which addresses, without a language, each has its pages. The most specific one wins, as at the gateway. */
export const pageFolders = {
  webAlumni: ['/alumni', '/chapters', '/workspace', '/introductions'],
  webApplications: ['/my', '/applications'],
  webReviews: ['/reviews'],
  webStaff: ['/staff'],
  webStaffRounds: ['/staff/rounds'],
} as const satisfies Partial<Record<keyof typeof pageFunctions, readonly string[]>>;

/** Folders whose own address is no page: a gateway has three hundred routes, and these are none of them. */
export const foldersWithoutFront: readonly string[] = ['/chapters', '/workspace', '/introductions'];

// Object.keys() widens to string; a contract's keys are its areas.
export const areas = Object.keys(contracts) as Area[];

/** The functions that answer the gateway's routes, one per area of the contracts. */
export const apiFunctions: Readonly<Record<Area, FunctionSpec>> = Object.fromEntries(
  areas.map((area) => [area, api(area)]),
) as Record<Area, FunctionSpec>; // fromEntries() forgets the keys it was given.

/** Every other function: what follows an event or the clock. */
export const otherFunctions = {
  relay: {
    name: 'relay',
    entry: 'functions/stream/relay.ts',
    environment: 'relay',
    memoryMb: 256,
    timeoutSeconds: 30,
    grants: ['queues'],
  },
  mail: {
    name: 'mail',
    entry: 'functions/queue/mail.ts',
    environment: 'mail',
    memoryMb: 512,
    timeoutSeconds: 60,
    grants: ['table', 'mail'],
  },
  files: {
    name: 'files',
    entry: 'functions/queue/files.ts',
    environment: 'files',
    memoryMb: 512,
    timeoutSeconds: 60,
    grants: ['table', 'files'],
  },
  announce: {
    name: 'announce',
    entry: 'functions/job/announce.ts',
    environment: 'job',
    memoryMb: 512,
    timeoutSeconds: 300,
    grants: ['table'],
  },
  optimise: {
    name: 'optimise',
    entry: 'functions/job/optimise.ts',
    environment: 'job',
    // A gigabyte for the largest plan, and with it the better part of two processors.
    memoryMb: 3008,
    timeoutSeconds: 300,
    grants: ['table'],
  },
  study: {
    name: 'study',
    entry: 'functions/job/study.ts',
    environment: 'job',
    // A hundred thousand alumni and every partnership lie in memory at once.
    memoryMb: 3008,
    timeoutSeconds: 300,
    grants: ['table'],
  },
  roster: {
    name: 'roster',
    entry: 'functions/queue/roster.ts',
    environment: 'roster',
    // Packing a shelf is arithmetic, and processors come with memory.
    memoryMb: 1024,
    timeoutSeconds: 60,
    grants: ['table'],
  },
  matches: {
    name: 'matches',
    entry: 'functions/queue/matches.ts',
    environment: 'matches',
    // Every card passes through it where lists are made anew; what it keeps of them is small.
    memoryMb: 1769,
    timeoutSeconds: 120,
    grants: ['table'],
  },
  export: {
    name: 'export',
    entry: 'functions/job/export.ts',
    environment: 'export',
    // A few parts of a file on their way at once; never the file.
    memoryMb: 1024,
    timeoutSeconds: 300,
    grants: ['table', 'files'],
  },
  erasure: {
    name: 'erasure',
    entry: 'functions/queue/erasure.ts',
    environment: 'erasure',
    memoryMb: 512,
    timeoutSeconds: 300,
    grants: ['table', 'files', 'people'],
  },
  remindDrafts: {
    name: 'remind-drafts',
    entry: 'functions/schedule/remind-drafts.ts',
    environment: 'schedule',
    memoryMb: 512,
    timeoutSeconds: 300,
    grants: ['table'],
  },
  remindIntroductions: {
    name: 'remind-introductions',
    entry: 'functions/schedule/remind-introductions.ts',
    environment: 'schedule',
    memoryMb: 512,
    timeoutSeconds: 300,
    grants: ['table'],
  },
  remindReviewers: {
    name: 'remind-reviewers',
    entry: 'functions/schedule/remind-reviewers.ts',
    environment: 'schedule',
    memoryMb: 512,
    timeoutSeconds: 300,
    grants: ['table'],
  },
} as const satisfies Record<string, FunctionSpec>;

export const functions: readonly FunctionSpec[] = [
  ...Object.values(apiFunctions),
  ...Object.values(pageFunctions),
  ...Object.values(otherFunctions),
];
