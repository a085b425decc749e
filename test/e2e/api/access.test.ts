import { expect, test } from 'vitest';
import { operationIds } from '../../support/api-client.ts';
import { accessMatrix } from './access-matrix.ts';
import { describeRowsOf } from './access-rows.ts';

test('every endpoint of the contracts has its rows, and nothing else has', () => {
  expect(Object.keys(accessMatrix).sort()).toEqual([...operationIds].sort());
  for (const [operation, rows] of Object.entries(accessMatrix))
    expect(Object.keys(rows), operation).not.toHaveLength(0);
});

describeRowsOf('people');
