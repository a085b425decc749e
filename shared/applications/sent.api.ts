import type { Contract } from '../kernel/endpoint.ts';
import { extensionsApi } from './extensions.api.ts';
import { papersApi } from './papers.api.ts';
import { versionsApi } from './versions.api.ts';

/** What comes after sending, or late, or on paper: versions compared, more time for one application, papers entered. */
export const sentApi = { ...versionsApi, ...extensionsApi, ...papersApi } as const satisfies Contract;
