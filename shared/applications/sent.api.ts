import type { Contract } from '../kernel/endpoint.ts';
import { extensionsApi } from './extensions.api.ts';
import { versionsApi } from './versions.api.ts';

/** What comes after sending, or late: versions compared, more time for one application. */
export const sentApi = { ...versionsApi, ...extensionsApi } as const satisfies Contract;
