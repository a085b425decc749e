import { draftStore } from '../../shared/applications/draft.store.ts';
import { applicantActs } from './applicant-acts.ts';
import { addCrowd } from './crowd.ts';
import { pagesOf, type Visit } from './pages.ts';
import { type BudgetSite, type Cost, startSite } from './site.ts';
import { staffActs } from './staff-acts.ts';
import { buildWorld, type World } from './world.ts';

/** Rows of each kind at which everything is measured: applications, messages, rounds, questions, claims and so on. */
export const sizes = [10, 100, 1000] as const;
type Size = (typeof sizes)[number];

export type PageCost = { rows: Size; visit: Visit; status: number; cost: Cost };
export type ActCost = { rows: Size; name: string; ok: boolean; budget: number; cost: Cost };
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
  const acts = [...(await applicantActs(site, world)), ...(await staffActs(site, world))];
  const costs: ActCost[] = [];
  for (const { name, act, writes } of acts) {
    const { value, cost } = await site.measure(act);
    costs.push({ rows, name, ok: value.ok, budget: await writes(), cost });
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

/** The whole site and every act measured among 10, 100 and 1,000 rows of each kind, on one engine. */
export const measureAll = async () => {
  const site = await startSite();
  try {
    const world = await buildWorld(site);
    const pages: PageCost[] = [];
    const acts: ActCost[] = [];
    const posts: PostCost[] = [];
    for (const [at, rows] of sizes.entries()) {
      await addCrowd(site.plain, world, rows - (sizes[at - 1] ?? 0));
      pages.push(...(await measurePages(site, world, rows)));
      acts.push(...(await measureActs(site, world, rows)));
      posts.push(...(await measurePosts(site, world, rows)));
    }
    return { pages, acts, posts, routes: site.routes };
  } finally {
    site.stop();
  }
};
