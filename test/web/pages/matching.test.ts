import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../../shared/kernel/result.ts';
import type { Study } from '../../../shared/matches/study.ts';
import type { StudyView } from '../../../shared/matches/view-study.ts';
import { faultsOf } from '../../../shared/matches/weights.ts';
import { type MatchWeights, matchWeights } from '../../../shared/matching/match-weights.ts';
import type { AreaUseCases } from '../../support/every-area.ts';
import { lakeland, lookers } from '../../support/matches-world.ts';
import { aPerson, webApp } from '../../support/web-app.ts';

const staff = aPerson('staff', ...lookers.staff.roles);
const lead = aPerson('lead', ...lookers.lead.roles);

const figures = {
  ...{ partnerships: 440, alumni: 1200, introductions: 870, total: 4_000_000, alumniAsked: 610 },
  ...{ unavailable: 40, tiedToNone: 50, othersFirst: 500, leftOut: 3, changed: 12 },
};
const study = (over: Partial<Study> = {}): Study => ({
  ...{ id: 's1', version: 2, kind: 'plan', status: 'made', top: 2, shelves: 2, jobId: 'j1', figures },
  ...{ askedBy: 'staff', askedAt: '2026-11-29T12:00:00.000Z', madeAt: '2026-11-29T12:01:00.000Z' },
  ...over,
});
const picks: StudyView['rows'][number]['picks'] = [
  { alumId: 'a1', number: 'A-3F9C2E', score: 6512, reasons: [{ kind: 'reads', level: 'N1' }] },
];

const given = (over: Partial<Study> = {}) => {
  const said: unknown[] = [];
  const useCases = {
    viewMatchWeights: async () => ok({ version: 0, weights: matchWeights }),
    listIntroductionPlans: async (_: unknown, { chapterId }: { chapterId?: string }) =>
      chapterId === 'jetaa-texoma' ? fail({ kind: 'not-found' }) : ok({ items: [study(over)] }),
    askIntroductionPlan: async (_: unknown, input: object) => {
      said.push(input);
      return ok(study({ status: 'asked' }));
    },
    tryMatchWeights: async (_: unknown, weights: MatchWeights) => {
      const fields = faultsOf(weights);
      return fields.length > 0
        ? fail({ kind: 'invalid-input', fields })
        : ok(study({ id: 's2', kind: 'trial' }));
    },
    applyMatchWeights: async (_: unknown, input: { version: number }) => {
      said.push(input);
      return input.version === 0 ? ok({ version: 1 }) : fail({ kind: 'stale', current: 1 });
    },
    askRebuildMatches: async () => ok({}),
    viewStudy: async (_: unknown, { studyId, page = 1 }: { studyId: string; page?: number }) =>
      studyId === 's1'
        ? ok({
            ...{ study: study(over), job: undefined, page, pages: 2 },
            rows: [
              { partnership: lakeland, picks, gone: [] },
              { partnership: { ...lakeland, id: 'other' }, picks: [], gone: [], why: 'nobody-tied' },
            ],
          })
        : fail({ kind: 'not-found' }),
  } as unknown as AreaUseCases['matching'] & AreaUseCases['matches']; // What pages show of it, and no more.
  const site = webApp({ people: [staff, lead], useCases: { matching: useCases, matches: useCases } });
  const html = async (at: string, as = staff) => (await site.get(at, { as })).text();
  const post = (at: string, form: Parameters<typeof site.post>[1], as = staff) => site.post(at, form, { as });
  return { said, site, html, post };
};
const form = (over: Partial<Record<keyof MatchWeights, number>> = {}) =>
  Object.entries({ ...matchWeights, ...over }).map(([name, value]) => [name, String(value)] as const);

describe('staff’s page of matching', () => {
  test('shows the weights in force and the latest plans, in both languages', async () => {
    const { html } = given();
    const english = await html('/en/alumni/matching');
    for (const words of ['Served in the very municipality', 'value="40"', '870', 'Nobody gets mail'])
      expect(english).toContain(words);
    expect(await html('/ja/alumni/matching')).toContain('隣接する都道府県に勤務');
  });

  test('has others tried, refuses those that make no 100 with what was typed, and puts them in force', async () => {
    const { post, said } = given();
    const tried = await post('/en/alumni/matching', [...form(), ['do', 'try']]);
    expect(tried.headers.get('location')).toContain('/alumni/matching/trials/s2');
    const refused = await post('/en/alumni/matching', [...form({ japanese: 33 }), ['do', 'try']]);
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain('these make 123');
    expect(page).toContain('value="33"');
    const words = await post('/en/alumni/matching', [...form(), ['japanese', 'many'], ['do', 'try']]);
    expect(words.status).toBe(400);
    const applied = await post('/en/alumni/matching', [...form(), ['version', '0'], ['do', 'apply']]);
    expect(applied.headers.get('location')).toContain('done=applied');
    expect(said).toEqual([{ ...matchWeights, version: 0 }]);
    const stale = await post('/en/alumni/matching', [...form(), ['version', '7'], ['do', 'apply']]);
    expect(await stale.text()).toContain('Somebody else changed the weights meanwhile.');
  });

  test('asks for a plan of all, and for making all lists anew', async () => {
    const { post, said } = given();
    const planned = await post('/en/alumni/matching', { do: 'plan', top: '3' });
    expect(planned.headers.get('location')).toContain('/alumni/matching/plans/s1');
    expect(said).toEqual([{ top: 3 }]);
    const rebuilt = await post('/en/alumni/matching', { do: 'rebuild' });
    expect(rebuilt.headers.get('location')).toContain('done=rebuild');
  });
});

describe('what was worked out', () => {
  test('names whom to introduce to whom and who got none and why, a page after the other', async () => {
    const { html } = given();
    const english = await html('/en/alumni/matching/plans/s1');
    for (const words of [
      'Alum A-3F9C2E',
      '65.1 points',
      'Nobody: no alum served near',
      'Page 1 of 2',
      '?page=2',
    ])
      expect(english).toContain(words);
    const japanese = await html('/ja/alumni/matching/plans/s1');
    expect(japanese).toContain('該当なし：日本側の近くに勤務した方も、近くにお住まいの方もいません。');
  });

  test('looks again by itself while it is being worked out', async () => {
    const { site } = given({ status: 'asked' });
    const answer = await site.get('/en/alumni/matching/plans/s1', { as: staff });
    expect(await answer.text()).toContain('It is being worked out.');
  });

  test('is shown to a chapter’s lead under the chapter, and to nobody else', async () => {
    const { html, post, site, said } = given({ chapterId: 'jetaa-florida' });
    expect(await html('/en/chapters/jetaa-florida/plans', lead)).toContain('Make a plan');
    const asked = await post('/en/chapters/jetaa-florida/plans', { top: '1' }, lead);
    expect(asked.headers.get('location')).toContain('/chapters/jetaa-florida/plans/s1');
    expect(said).toEqual([{ chapterId: 'jetaa-florida', top: 1 }]);
    expect(await html('/ja/chapters/jetaa-florida/plans/s1', lead)).toContain('支部の計画に戻る');
    expect((await site.get('/en/chapters/jetaa-texoma/plans', { as: lead })).status).toBe(404);
    expect((await site.get('/en/chapters/jetaa-florida/plans/none', { as: lead })).status).toBe(404);
    expect((await site.get('/en/chapters/jetaa-florida/plans')).status).not.toBe(200);
  });
});
