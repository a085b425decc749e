import { expect } from 'vitest';
import { fail, type Result } from '../../shared/kernel/result.ts';
import type { Table } from '../../shared/table/table.ts';

/** Writes a version of one and the same item without its event: events of two instants have different keys. */
export type Save = (table: Table, version: number) => Promise<Result<unknown, { kind: string }>>;

/** Of two first writes one stands, and only the next version takes its place. */
export const expectNextVersionOnly = async (table: Table, save: Save): Promise<void> => {
  const refused = fail({ kind: 'conflict' });
  expect(await save(table, 1)).toMatchObject({ ok: true });
  expect(await save(table, 1)).toEqual(refused);
  expect(await save(table, 3)).toEqual(refused);
  expect(await save(table, 2)).toMatchObject({ ok: true });
  expect(await save(table, 2)).toEqual(refused);
};
