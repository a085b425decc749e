/** A gateway's route key taken apart: `GET /api/v1/rounds/{roundId}`, `ANY /x/{rest+}`, `$default`. */
export type Route<Target> = { readonly key: string; readonly target: Target };
export type Match<Target> = {
  readonly route: Route<Target>;
  readonly pathParameters: Readonly<Record<string, string>>;
};

type Compiled<Target> = {
  readonly route: Route<Target>;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** More fixed segments win, a greedy one loses, as AWS selects. */
  readonly rank: number;
};

const compile = <Target>(route: Route<Target>): Compiled<Target> => {
  const [method = '', path = ''] = route.key.split(' ');
  const segments = path.split('/').slice(1);
  const names: string[] = [];
  const source = segments.map((segment) => {
    const variable = /^\{(\w+)(\+?)\}$/.exec(segment);
    if (!variable) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    names.push(variable[1] ?? '');
    return variable[2] ? '(.+)' : '([^/]+)';
  });
  const rank = segments.reduce(
    (sum, segment) => sum * 3 + (segment.endsWith('+}') ? 0 : segment.startsWith('{') ? 1 : 2),
    method === 'ANY' ? 0 : 1,
  );
  return { route, method, pattern: new RegExp(`^/${source.join('/')}$`), names, rank };
};

const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Finds the route of a request as an HTTP API does: the most specific, then `$default`, else none. */
export const routeTable = <Target>(routes: readonly Route<Target>[]) => {
  const compiled = routes
    .filter(({ key }) => key !== '$default')
    .map(compile)
    .sort((a, b) => b.rank - a.rank);
  const fallback = routes.find(({ key }) => key === '$default');
  return (method: string, path: string): Match<Target> | undefined => {
    for (const { route, pattern, names, method: wanted } of compiled) {
      if (wanted !== 'ANY' && wanted !== method) continue;
      const found = pattern.exec(path);
      if (found) {
        const values = names.map((name, index) => [name, decode(found[index + 1] ?? '')] as const);
        return { route, pathParameters: Object.fromEntries(values) };
      }
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
};
