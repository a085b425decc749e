import * as z from 'zod';
import rows from './prefecture-neighbours.json' with { type: 'json' };

const pairs = z.array(z.tuple([z.string(), z.string()])).parse(rows);
const known = new Set(pairs.flatMap(([a, b]) => [`${a}/${b}`, `${b}/${a}`]));

/** Whether two prefectures share a border, or a strait that people cross every day: Aomori and Hokkaido. */
export const areNeighbours = (one: string, other: string): boolean => known.has(`${one}/${other}`);
