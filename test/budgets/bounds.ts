import type { ActCost, Measured, PageCost } from './measured.ts';
import { usualReads } from './pages.ts';

/** Within a page the same list may hold longer or shorter lines: half a unit is the least there is. */
const half = 0.5;

export const nameOf = ({ rows, visit: { as, path } }: PageCost) => `${rows} rows, ${as}: ${path}`;
const nameOfAct = ({ rows, name }: ActCost) => `${name} at ${rows}`;
const answered = [200, 303];

/** Whatever did not do what it was measured for. */
export const unanswered = ({ pages, acts, posts }: Measured): readonly string[] => [
  ...pages
    .filter(({ status, visit }) => status !== (visit.status ?? 200))
    .map((one) => `${nameOf(one)} ${one.status}`),
  ...acts.filter(({ ok }) => !ok).map(nameOfAct),
  ...posts.flatMap(({ name, status }) => (answered.includes(status) ? [] : [`${name} ${status}`])),
];

/** Pages that read more than they may, but for those whose reads grow with the round. */
export const dearPages = ({ pages }: Measured): readonly string[] =>
  pages
    .filter(({ visit, cost }) => !visit.linear && cost.reads > (visit.reads ?? usualReads))
    .map((one) => `${nameOf(one)} reads ${one.cost.reads}`);

/** Pages not stated as linear that cost more among the most rows than among so many. */
export const growingPages = ({ pages }: Measured, few: number, many: number): readonly string[] => {
  const at = (rows: number) => pages.filter((one) => one.rows === rows && !one.visit.linear);
  const before = at(few);
  return at(many)
    .filter((one, index) => one.cost.reads > (before[index]?.cost.reads ?? 0) + half)
    .map(nameOf);
};

/** A page of any list costs at most four read units. */
export const dearLists = ({ pages }: Measured): readonly string[] =>
  listsIn(pages)
    .filter(({ call }) => call.units > 4)
    .map(({ one, call }) => `${nameOf(one)} ${call.partition} ${call.units}`);

export const listsIn = (pages: Measured['pages']) =>
  pages
    .filter(({ visit }) => !visit.linear)
    .flatMap((one) => one.cost.calls.map((call) => ({ one, call })))
    .filter(({ call }) => call.command === 'Query');

/** What reading a round's roster takes, in all its pages of a megabyte, by whatever page or act. */
export const rosterReads = ({ pages, acts }: Measured) =>
  [...pages, ...acts].flatMap(({ rows, cost }) => {
    const units = cost.calls
      .filter(({ command, partition }) => command === 'Query' && partition?.endsWith('/roster'))
      .reduce((sum, call) => sum + call.units, 0);
    return units > 0 ? [{ rows, units }] : [];
  });
/** A round of ten fills a whole unit: what is left over of a page is read too. */
export const dearRosters = (measured: Measured): readonly string[] =>
  rosterReads(measured)
    .filter(({ rows, units }) => units > Math.max(1, rows / 20))
    .map(({ rows, units }) => `a roster of ${rows} reads ${units}`);

/** Acts that write more than they may, or read more where that grows with the round. */
export const dearActs = ({ acts }: Measured): readonly string[] =>
  acts
    .filter(({ cost, budget, linear }) => cost.writes > budget || (linear && cost.reads > linear.reads))
    .map(
      (one) =>
        `${nameOfAct(one)}: ${one.cost.writes} of ${one.budget}, reads ${one.cost.reads}${one.linear ? ` of ${one.linear.reads}` : ''}`,
    );

/** Acts not stated as linear that write another amount at another size. */
export const unevenActs = ({ acts }: Measured): readonly string[] =>
  [...Map.groupBy(acts, ({ name }) => name)].flatMap(([name, same]) => {
    const writes = same.map(({ cost }) => cost.writes);
    const isFlat = same.some(({ linear }) => linear) || new Set(writes).size === 1;
    return isFlat ? [] : [`${name}: ${writes.join(', ')}`];
  });

/** Calls that look at what they don't answer with. */
export const searchingCalls = ({ pages, acts, posts }: Measured) =>
  [...pages, ...acts, ...posts]
    .flatMap(({ cost }) => cost.calls)
    .filter(({ command, filter }) => command === 'Scan' || filter !== undefined);
