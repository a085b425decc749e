import { afterAll, beforeAll, expect, test } from 'vitest';
import { remakeLists } from '../../shared/matches/remake-lists.ts';
import { startEngine } from '../support/engine.ts';
import { putAlumni } from '../support/many-alumni.ts';
import { coordinateTacoma, listBudget } from '../support/measured-matches.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

test('with 1,000 alumni a partnership’s list of twenty costs at most six read units, on each of its pages', async () => {
  const { ports, pages, partnershipId } = await coordinateTacoma(engine);
  await putAlumni(engine, 1000);
  await remakeLists(ports)([partnershipId]);
  const measured = await pages();
  expect(measured.map(({ alumni }) => alumni)).toEqual([20, 20, 20]);
  for (const { reads } of measured) expect(reads).toBeLessThanOrEqual(listBudget);
});
