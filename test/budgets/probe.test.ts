import { test, expect } from 'vitest';
import { startSite } from './site.ts';
import { buildWorld } from './world.ts';
import { addCrowd } from './crowd.ts';
import { applicantActs } from './applicant-acts.ts';
import { staffActs } from './staff-acts.ts';
test('probe', async () => {
  const site = await startSite();
  const out: string[] = [];
  try {
    const w = await buildWorld(site);
    for (const n of [10, 90]) {
      await addCrowd(site.plain, w, n);
      for (const { name, act, writes } of [...await applicantActs(site, w), ...await staffActs(site, w)]) {
        const { value, cost } = await site.measure(act);
        out.push([n, name, value.ok ? 'ok' : JSON.stringify(value), 'writes', cost.writes, 'of', await writes(), 'reads', cost.reads, 'waits', cost.waits, cost.calls.map(c=>c.command[0]+c.units).join(',')].join(' '));
      }
    }
  } finally { site.stop(); console.log(out.join('\n')); }
  expect(1).toBe(1);
}, 300000);
