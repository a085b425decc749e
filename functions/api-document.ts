import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import type { Area } from '../shared/contracts.ts';
import { failures } from '../shared/failures.ts';
import type { Contract, Endpoint } from '../shared/kernel/endpoint.ts';
import { thrownKinds } from './middleware/problem.ts';

extendZodWithOpenApi(z);

type Areas = Readonly<Record<Area, Contract>>;

const summaries: Readonly<Record<Area, string>> = {
  accounts: 'Who one is, sessions, roles and invitations, and what is kept of oneself',
  alumni: 'An alum’s registration: what they offer, and what they agree to',
  applications: 'From the draft to the receipt, and the steps after it',
  assignment: 'Who reviews what: plans, preferences, and plans put in force',
  attachments: 'Files of an application',
  awards: 'Decisions, their announcement and letters, and what applicants answer',
  chapters: 'Chapters of the JET Alumni Association, whom they ask to register, and published numbers',
  complaints: 'How an application was handled or decided: complaints of applicants, and how they are settled',
  conflicts:
    'Conflicts of interest, the profile that they are found by, and whom an applicant asks to keep away',
  discussions: 'The panel’s meetings, and what is said of an application',
  drafting: 'An application’s draft: its sections, kept as they are written',
  endorsements:
    'What others say for an application by a mailed link: the official signs, the Japanese office confirms',
  introductions: 'Alumni and partnerships brought together: asked, answered, joined, reported',
  jobs: 'Long work that was asked for, and how far it is',
  matches: 'Which alumni fit which partnership and why, what a partnership seeks, and plans for all',
  messages: 'Mail that waits for a person, and mail that went out',
  partnerships: 'The directory, organisations and their claims',
  platform: 'Health, and this document',
  programs: 'Rounds, and questions to the program office',
  ranking: 'What scores come to: ranking, how it stands up, and all of it to take along',
  reviews: 'A reviewer’s own reviews and scores, and what is hidden from reviewers',
  roster: 'A round’s applications for staff: searched, exported and written to',
  sent: 'After sending, or late, or on paper: versions, more time, papers entered',
};

const problemSchema = z.object({
  type: z.string().describe('`/problems/<kind>`, one kind per way to fail; stable'),
  title: z.string(),
  status: z.int(),
  instance: z.string().describe('The request, as our log names it'),
  errors: z
    .array(z.object({ pointer: z.string().describe('RFC 6901'), code: z.string() }))
    .optional()
    .describe('Each wrong field, for `/problems/invalid-input`'),
});

const ifMatch = z.object({
  'If-Match': z.string().describe('The version that was read, quoted or bare: `"3"`'),
});
const idempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .min(1)
    .max(200)
    .describe('One per act; a retry carries the same one and acts once'),
});

const content = (schema: z.ZodType, type = 'application/json') => ({ content: { [type]: { schema } } });

const headersOf = ({ versioned, keyed }: Endpoint) => [
  ...(versioned ? [ifMatch] : []),
  ...(keyed ? [idempotencyKey] : []),
];

// A body without fields is no body: the contract has one only so that unknown fields are refused by name.
const hasBody = ({ method, body }: Endpoint) => method !== 'GET' && Object.keys(body.shape).length > 0;

const pathOf = (
  registry: OpenAPIRegistry,
  tag: string,
  operationId: string,
  one: Endpoint,
  problem: z.ZodType,
) => {
  const refused = (description: string) => ({ description, ...content(problem, 'application/problem+json') });
  const headers = headersOf(one);
  registry.registerPath({
    method: lowerCase[one.method],
    path: one.path,
    operationId,
    summary: one.summary,
    tags: [tag],
    security: one.access === 'public' ? [] : [{ signIn: [] }],
    ...(one.access !== 'public' && one.access !== 'person' && { description: `For ${one.access} only.` }),
    request: {
      params: one.params,
      query: one.query,
      ...(headers.length > 0 && { headers }),
      ...(hasBody(one) && { body: { required: true, ...content(one.body) } }),
    },
    responses: {
      [one.success]: { description: 'Done', ...content(one.output) },
      '4XX': refused('Refused, with the reason as a problem (RFC 9457)'),
      '5XX': refused('Something went wrong on our side'),
    },
  });
};

const lowerCase = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

/** The API's OpenAPI 3.1 document, read off the contracts and nothing else. */
export const apiDocument = (areas: Areas) => {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'signIn', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'An access token of the identity provider. It says who; the roles are ours to know.',
  });
  const problem = registry.register('Problem', problemSchema);
  for (const [area, contract] of Object.entries(areas))
    for (const [operationId, endpoint] of Object.entries(contract))
      pathOf(registry, area, operationId, endpoint, problem);

  const kinds = Object.entries(failures).map(
    ([kind, { status, title }]) => `- \`${kind}\` (${status}): ${title}`,
  );
  const thrown = Object.entries(thrownKinds).map(([status, kind]) => `- \`${kind}\` (${status})`);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Shimai',
      version: '1',
      description: `Exchange funding for sister cities. Kinds of problem:\n\n${[...kinds, ...thrown].join('\n')}`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(summaries).map(([name, description]) => ({ name, description })),
  });
};
