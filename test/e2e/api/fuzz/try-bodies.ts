import fc from 'fast-check';
import { endpointOf, type OperationId } from '../../../support/api-client.ts';
import type { Known } from './arbitrary-body.ts';
import { mended, misshaped, wellShaped } from './arbitrary-body.ts';
import { knownValues } from './known-values.ts';
import type { QuietPlatform } from './quiet-platform.ts';

export type Tried = {
  readonly operation: string;
  readonly tried: number;
  /** Those of the shape that the contract asks for. */
  readonly fitting: number;
  /** Those that were taken. */
  readonly taken: number;
  readonly faults: readonly string[];
};

type How = {
  readonly seed: number;
  readonly wellShaped: number;
  readonly misshaped: number;
  /** Over HTTP with the whole table compared around each, or by the handlers alone with its commits counted. */
  readonly how: 'tryOut' | 'tryQuickly';
};

/** What only the probe knows: the token of a link that was mailed, the digest of a text, another thing's id. */
const isSecret = (name: string) => /(token|digest|domain|id)$/i.test(name);

/** Values in range, first those with which the probe itself gets in. */
const knownBeside = (known: Known, body: unknown): Known => {
  const own = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const ofProbe = own.filter(([name]) => isSecret(name) || name in known);
  return {
    ...known,
    ...Object.fromEntries(ofProbe.map(([name, value]) => [name, [value, ...(known[name] ?? [])]])),
  };
};

export const hasFields = (operation: OperationId): boolean =>
  Object.keys(endpointOf(operation).body.shape).length > 0;

/** Sends an operation so many generated bodies, by someone whom it lets in, and says what went wrong. */
export const tryBodies = async (
  { world, trying }: QuietPlatform,
  operation: OperationId,
  { seed, how, ...runs }: How,
): Promise<Tried> => {
  const { body } = endpointOf(operation);
  const { ask, token } = await trying.entryTo(operation);
  const known = knownBeside(knownValues(world), ask.body);
  let { version } = ask;
  const bodies = [
    ...fc
      .sample(wellShaped(body, known), { seed, numRuns: runs.wellShaped })
      .map((one) => mended(body, one, ask.body)),
    ...fc.sample(misshaped(body, known), { seed, numRuns: runs.misshaped }),
  ];
  const faults: string[] = [];
  let taken = 0;
  for (const one of bodies) {
    const asked = { ...ask, body: one, ...(version !== undefined && { version }) };
    const { answer, fault } = await trying[how](operation, asked, token);
    if (fault) faults.push(`${JSON.stringify(one)?.slice(0, 400)} ${fault}`);
    if (answer.status >= 300) continue;
    taken += 1;
    // What was written has a new version, and the next body is to get as far.
    if (typeof answer.json?.version === 'number') version = answer.json.version;
  }
  const fitting = bodies.filter((one) => body.safeParse(one).success).length;
  return { operation, tried: bodies.length, fitting, taken, faults };
};
