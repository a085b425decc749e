import { fail } from '../../shared/kernel/result.ts';
import { type Areas, createApp } from '../../web/app.tsx';
import { type AreaUseCases, areasOf } from './every-area.ts';
import { fakeSite } from './web-app.ts';

export type SiteRoute = { readonly method: 'GET' | 'POST'; readonly path: string };

const nothing = async () => fail({ kind: 'not-found' });
const useCases: unknown = new Proxy({}, { get: () => nothing });
// The routes are asked for and none is called: what stands behind them does not matter.
const everyArea = new Proxy({}, { get: () => useCases }) as unknown as AreaUseCases;

/** Every page and form of the site, as its own router knows them: a new one is among them by itself. */
export const siteRoutes = (): readonly SiteRoute[] => routesOf(...Object.values(areasOf(everyArea)));

/** Those of one function. */
export const routesOfFunction = (name: keyof ReturnType<typeof areasOf>): readonly SiteRoute[] =>
  routesOf(areasOf(everyArea)[name]);

const routesOf = (...areas: readonly Areas[]): readonly SiteRoute[] => {
  const { routes } = createApp(fakeSite().ports, ...areas);
  const found = routes.flatMap(({ method, path }): SiteRoute[] =>
    method === 'GET' || method === 'POST' ? [{ method, path }] : [],
  );
  return [...new Map(found.map((route) => [`${route.method} ${route.path}`, route])).values()];
};

/** What an address is filled in with. */
export type Named = {
  readonly round: string;
  readonly application: string;
  readonly review: string;
  readonly organisation: string;
  readonly partnership: string;
  /** A link's token, a file's, a question's or an invitation's id. */
  readonly other: string;
  readonly mailing?: string;
  readonly export?: string;
};

const kinds: readonly (readonly [RegExp, Exclude<keyof Named, 'mailing' | 'export'>])[] = [
  [/^(\/staff|\/reviews)?\/rounds\/|^\/staff\/lists\//, 'round'],
  [/^\/staff\/applications\/|^\/applications\//, 'application'],
  [/^\/reviews\//, 'review'],
  [/^\/organisations\//, 'organisation'],
  [/^(\/staff)?\/partnerships\//, 'partnership'],
];

/** A route's address with these names in it; sections are `project`. */
export const addressOf = ({ path }: SiteRoute, named: Named): string => {
  const kind = kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
  const fill = (name: string) => {
    if (name === 'section') return 'project';
    if (name === 'file' && path.includes('/export/')) return 'reviews-1.json';
    if (name === 'file' && kind === 'round') return `${named.round}.ics`;
    if (name === 'mailing' || name === 'export') return named[name] ?? named.other;
    return name === 'id' ? named[kind] : named.other;
  };
  return path.replace(/:([a-z]+)(\{.*\})?/gi, (_all, name: string) => encodeURIComponent(fill(name)));
};
