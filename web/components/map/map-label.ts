import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import { type MapPoint, mapSize } from '../../../shared/reference/map-projection.ts';

/** A pair that is named on the map; its number leads to the page's key. */
export type Named = { readonly pair: Pick<Partnership, 'us' | 'jp'>; readonly no?: number | undefined };

export type Label = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };

/** Where the labels of Japan's places end, in a column left of the islands. */
const column = 174;
const spacing = 31;

/** One row for each labelled place of Japan, from north to south, about the middle of them all. */
export const japanRows = (points: readonly MapPoint[]): readonly number[] => {
  const order = points.map((point, at) => ({ y: point[1], at })).sort((a, b) => a.y - b.y);
  const middle = points.reduce((sum, [, y]) => sum + y, 0) / Math.max(points.length, 1) - 6;
  const rows: number[] = [];
  for (const [row, { at }] of order.entries())
    rows[at] = Math.round(middle + (row - (order.length - 1) / 2) * spacing);
  return rows;
};

export const japanLabel = (row: number): Label => ({ x: column, y: row + 5, anchor: 'end' });

/** The line from a place to its label. */
export const leadTo = ([x, y]: MapPoint, row: number): string =>
  `M${Math.round(x)},${Math.round(y)}L${column + 14},${row}H${column + 5}`;

// About a letter's width at the labels' size: kana and kanji are square, Latin letters half as wide.
const widthOf = (words: string) =>
  [...words].reduce((width, letter) => width + (letter < '\u2e80' ? 8.5 : 15), 8);

/** Beside a place of the United States: seaward in the west, to the right in the east if there is room, else below. */
export const usLabel = ([x, y]: MapPoint, words = ''): Label => {
  const far = x > 930 && x + 11 + widthOf(words) < mapSize.width;
  const below = Math.min(Math.round(y + (y < 190 ? -8 : 22)), mapSize.height - 8);
  return far
    ? { x: Math.round(x + 11), y: Math.round(y), anchor: 'start' }
    : { x: Math.round(x - 10), y: below, anchor: 'end' };
};
