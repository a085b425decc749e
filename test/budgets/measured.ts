import { draftStore } from '../../shared/applications/draft.store.ts';
import type { Act } from './act.ts';
import { alumniActs } from './alumni-acts.ts';
import { applicantActs } from './applicant-acts.ts';
import { addCrowd } from './crowd.ts';
import { draftActs } from './draft-acts.ts';
import { endorsementActs } from './endorsement-acts.ts';
import { listActs } from './list-acts.ts';
import { pagesOf, type Visit } from './pages.ts';
import { roundActs } from './round-acts.ts';
import { type BudgetSite, type Cost, startSite } from './site.ts';
import { staffActs } from './staff-acts.ts';
import { buildWorld, type World } from './world.ts';

/** Rows of each kind at which everything can be measured. */
export const sizes = [10, 100, 1000, 10_000] as const;
export type Size = (typeof sizes)[number];

export type PageCost = { rows: Size; visit: Visit; status: number; cost: Cost };
export type ActCost = Pick<Act, 'name' | 'linear'> & {
  rows: Size;
  ok: boolean;
  budget: number;
  cost: Cost;
};
export type PostCost = { rows: Size; name: string; status: number; cost: Cost };

const measurePages = async (site: BudgetSite, world: World, rows: Size): Promise<PageCost[]> => {
  const costs: PageCost[] = [];
  // One at a time, or one page's calls would be counted with another's.
  for (const visit of pagesOf(world)) {
    const { value, cost } = await site.get(visit.path, world.sessions[visit.as]);
    costs.push({ rows, visit, status: value.status, cost });
  }
  return costs;
};

const measureActs = async (site: BudgetSite, world: World, rows: Size): Promise<ActCost[]> => {
  const acts = [
    ...(await applicantActs(site, world)),
    ...(await draftActs(site, world)),
    ...(await endorsementActs(site, world)),
    ...(await staffActs(site, world)),
    ...(await roundActs(site, world)),
    ...(await alumniActs(site, world, rows)),
    // The crowd, and the one that the world itself has in its list.
    ...(await listActs(site, world, rows + 1)),
  ];
  const costs: ActCost[] = [];
  for (const { name, act, writes, linear } of acts) {
    const { value, cost } = await site.measure(act);
    costs.push({ rows, name, ok: value.ok, budget: await writes(), cost, ...(linear && { linear }) });
  }
  return costs;
};

/** The two posts that count most, as a browser sends them. */
const measurePosts = async (site: BudgetSite, world: World, rows: Size): Promise<PostCost[]> => {
  const { rounds, people, pairs, make, sessions } = world;
  const place = [people.owner, pairs.organisation, rounds.open, new Date()] as const;
  const draft = await make.applications.complete(...place);
  const signed = await make.applications.sign(...place);
  const sections = (await draftStore(site.plain).find(draft))?.sections;
  const version = String(sections?.find(({ id }) => id === 'project')?.version ?? 0);
  const saved = await site.post(
    `/applications/${draft}/project`,
    { version, title: 'Bread and clay', theme: 'creative-economies', focus: '', summary: 'Word by word.' },
    sessions.owner,
    { 'x-autosave': '1' },
  );
  const sent = await site.post(`/applications/${signed}/check`, {}, sessions.owner);
  return [
    { rows, name: 'autosave, from the page', status: saved.value.status, cost: saved.cost },
    { rows, name: 'submission, from the page', status: sent.value.status, cost: sent.cost },
  ];
};

export type Measured = {
  readonly pages: readonly PageCost[];
  readonly acts: readonly ActCost[];
  readonly posts: readonly PostCost[];
  readonly routes: readonly string[];
};

/**
 * The whole site and every act measured on one engine, among so many rows of each kind: applications, messages, rounds,
 * questions, claims and so on; first among the fewest. `told` hears of each size what is measured so far.
 */
export const measureAll = async (
  among: readonly Size[],
  told: (soFar: Measured) => void = () => undefined,
): Promise<Measured> => {
  const site = await startSite();
  try {
    const world = await buildWorld(site);
    let measured: Measured = { pages: [], acts: [], posts: [], routes: site.routes };
    for (const [at, rows] of among.entries()) {
      await addCrowd(site.plain, world, rows - (among[at - 1] ?? 0));
      measured = {
        ...measured,
        pages: [...measured.pages, ...(await measurePages(site, world, rows))],
        acts: [...measured.acts, ...(await measureActs(site, world, rows))],
        posts: [...measured.posts, ...(await measurePosts(site, world, rows))],
      };
      told(measured);
    }
    return measured;
  } finally {
    site.stop();
  }
};
