import { expect, test } from 'vitest';
import { publicActor } from '../../../shared/kernel/actor.ts';
import type { Conflict, NotFound } from '../../../shared/kernel/failure.ts';
import { onceMore } from '../../../shared/kernel/once-more.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';

type Answer = Result<string, Conflict | NotFound>;
const call = { receivedAt: new Date('2027-01-04T12:00:00Z'), idempotencyKey: 'key' };
const answering = (...answers: readonly Answer[]) => {
  let calls = 0;
  const run = async () => {
    calls += 1;
    return answers[calls - 1] ?? ok('too often');
  };
  return { run: () => onceMore(run)(publicActor, {}, call), calls: () => calls };
};

test('what another writer came before is tried once more, and then stands as it is', async () => {
  const conflict = fail({ kind: 'conflict' } as const);
  const won = answering(conflict, ok('done'));
  expect([await won.run(), won.calls()]).toEqual([ok('done'), 2]);
  const lost = answering(conflict, conflict);
  expect([await lost.run(), lost.calls()]).toEqual([conflict, 2]);
});

test('neither a success nor any other refusal is tried again', async () => {
  for (const answer of [ok('done'), fail({ kind: 'not-found' } as const)]) {
    const once = answering(answer);
    expect([await once.run(), once.calls()]).toEqual([answer, 1]);
  }
});
