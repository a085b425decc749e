import type { UseCase } from '../kernel/endpoint.ts';
import { ok } from '../kernel/result.ts';

type Ports = { probe: () => Promise<void> };

/** `ok` where the table answers; throws where it does not, which the adapter turns into a 500. */
export const viewHealth =
  ({ probe }: Ports): UseCase<unknown, { status: 'ok' }, never> =>
  async () => {
    await probe();
    return ok({ status: 'ok' });
  };
