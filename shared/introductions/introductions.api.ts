import type { Contract } from '../kernel/endpoint.ts';
import { askingApi } from './asking.api.ts';
import { introductionReportsApi } from './introduction-reports.api.ts';
import { joiningApi } from './joining.api.ts';
import { readingApi } from './reading.api.ts';

/** Alumni and partnerships brought together: asked and answered, joined, and reported where something went wrong. */
export const introductionsApi = {
  ...askingApi,
  ...joiningApi,
  ...readingApi,
  ...introductionReportsApi,
} as const satisfies Contract;
