import { test, expect } from 'vitest';
import { startSite } from './site.ts';
import { buildWorld } from './world.ts';
import { addCrowd } from './crowd.ts';
import { pagesOf } from './pages.ts';
test('probe', async () => {
  const site = await startSite();
  const out: string[] = [];
  try {
    const t0 = Date.now();
    const w = await buildWorld(site);
    for (const n of [10, 90, 900]) {
      const t = Date.now();
      await addCrowd(site.plain, w, n);
      out.push(`--- ${n} after ${Date.now() - t0} crowd ${Date.now() - t}`);
      for (const { as, path, linear } of pagesOf(w)) {
        const { value, cost } = await site.get(path, w.sessions[as]);
        const over = cost.calls.filter((c) => c.command === 'Query' && c.units > 4 || c.command==='Scan' || (c.filter && !/^#?\(?#__edb/.test(c.filter)));
        out.push([n, as, path.slice(0, 60), value.status, 'reads', cost.reads, 'waits', cost.waits, 'calls', cost.calls.length, linear ? 'linear':'', over.length ? JSON.stringify(over.map(c=>[c.index,c.partition,c.units, c.filter])) : ''].join(' '));
      }
    }
  } finally { site.stop(); console.log(out.join('\n')); }
  expect(1).toBe(1);
}, 300000);
