import { matchPorts } from '../../functions/container/matches-queue.ts';
import type { Person } from '../../shared/kernel/actor.ts';
import { asidesStore } from '../../shared/matches/asides.store.ts';
import { listAlumniFor } from '../../shared/matches/list-alumni-for.ts';
import { cursorsWith } from '../../shared/table/cursor.ts';
import type { startEngine } from './engine.ts';

type Engine = Awaited<ReturnType<typeof startEngine>>;

/** The most read units that a partnership's list of twenty may cost, with however many alumni. */
export const listBudget = 6;
const partnershipId = 'tacoma-wa-kitakyushu';

/** A coordinator whose claim is verified, with somebody put aside and a few who withdrew this moment. */
export const coordinateTacoma = async (engine: Engine) => {
  const ports = matchPorts(engine);
  const at = new Date().toISOString();
  const claim = { partnershipId, organisationId: 'tacoma', claimedBy: 'p', claimedAt: at } as const;
  const event = { subject: `partnership#${partnershipId}`, at, by: 'p', data: {} };
  for (const [no, status] of (['claimed', 'verified'] as const).entries())
    await ports.partnerships.saveClaim({
      claim: { ...claim, version: no + 1, status },
      events: [{ ...event, id: `claim/${no}`, type: 'claim-made' }],
    });
  await asidesStore(engine).save({ partnershipId, version: 1, alumIds: ['nobody', 'somebody'] });
  const coordinator: Person = {
    kind: 'person',
    personId: 'p',
    roles: [{ kind: 'member', organisationId: 'tacoma', as: 'owner' }],
  };
  const list = listAlumniFor({
    ...ports,
    directory: ports.partnerships,
    asides: asidesStore(engine),
    cursors: cursorsWith('seal'),
  });
  /** What each page of twenty reads, in order. */
  const pages = async () => {
    const measured: { alumni: number; reads: number }[] = [];
    let cursor: string | undefined;
    do {
      engine.usage.reset();
      const call = { receivedAt: new Date(), idempotencyKey: 'k' };
      const page = await list(coordinator, { partnershipId, cursor }, call);
      if (!page.ok) throw new Error(page.failure.kind);
      measured.push({ alumni: page.value.items.length, reads: engine.usage.reads });
      cursor = page.value.next;
    } while (cursor);
    return measured;
  };
  return { ports, pages, partnershipId };
};
