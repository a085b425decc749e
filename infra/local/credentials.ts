import { region } from './template/resource-types.ts';

/** What every engine here takes for a signature; the file engine knows no others. */
export const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } as const;

/** How this process itself reaches an engine. */
export const clientSettings = (endpoint: string) => ({ endpoint, region, credentials });
