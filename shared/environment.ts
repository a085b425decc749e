import * as z from 'zod';

const text = z.string().min(1);
const tableName = z.string().min(3);

/** What every function that answers the outside needs. */
const behindTheDoor = { TABLE_NAME: tableName, ORIGIN_SECRET: text, SEAL_KEY: text };

/**
 * The environment of each kind of function, parsed once per cold start by its container; a missing variable throws
 * there. Infra sets exactly these. Clients find their endpoints by the SDK's own `AWS_ENDPOINT_URL_*`, if set.
 */
export const environments = {
  api: z.object(behindTheDoor),
  /** PUBLIC_ORIGIN: `https://host`, no slash at the end; links, redirects and origin checks are made of it. */
  web: z.object({
    ...behindTheDoor,
    PUBLIC_ORIGIN: z.url(),
    FILES_BUCKET: text,
    OIDC_ISSUER: z.url(),
    OIDC_CLIENT_ID: text,
    /** Where the identity provider ends its own session, with `client_id` and `logout_uri`; empty for none. */
    OIDC_LOGOUT_URL: z.string(),
  }),
  /** Hands out upload forms and addresses of files. */
  filesApi: z.object({ ...behindTheDoor, FILES_BUCKET: text, PUBLIC_ORIGIN: z.url() }),
  relay: z.object({
    MAIL_QUEUE_URL: z.url(),
    JOB_QUEUE_URL: z.url(),
    OPTIMISE_QUEUE_URL: z.url(),
    STUDY_QUEUE_URL: z.url(),
    FILES_QUEUE_URL: z.url(),
    ROSTER_QUEUE_URL: z.url(),
    EXPORT_QUEUE_URL: z.url(),
    MATCHES_QUEUE_URL: z.url(),
    ERASURE_QUEUE_URL: z.url(),
  }),
  /** Notes what came to the file store and what a scanner says of it, and deletes what nobody holds. */
  files: z.object({ TABLE_NAME: tableName, PUBLIC_ORIGIN: z.url(), FILES_BUCKET: text }),
  roster: z.object({ TABLE_NAME: tableName }),
  matches: z.object({ TABLE_NAME: tableName }),
  /** Exports read what was sent with its files, and are written beside them. */
  export: z.object({ TABLE_NAME: tableName, FILES_BUCKET: text }),
  /** Erases a person from table and file store, and their sign-in from the user pool. */
  erasure: z.object({ TABLE_NAME: tableName, FILES_BUCKET: text, USER_POOL_ID: text }),
  /** Letters are previewed as they will be sent, links and all. */
  awardsApi: z.object({ ...behindTheDoor, PUBLIC_ORIGIN: z.url() }),
  mail: z.object({ TABLE_NAME: tableName, PUBLIC_ORIGIN: z.url(), MAIL_FROM: text }),
  job: z.object({ TABLE_NAME: tableName, PUBLIC_ORIGIN: z.url() }),
  schedule: z.object({ TABLE_NAME: tableName, PUBLIC_ORIGIN: z.url() }),
} as const;

export type EnvironmentName = keyof typeof environments;
