import * as z from 'zod';

/** How a list is asked for: 50 a page at most, from a sealed cursor that an earlier page gave. */
export const pageQuerySchema = z.strictObject({
  cursor: z.string().max(2000).optional(),
});

/** A page of a list. `next` is absent on the last one. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next?: string | undefined };

export const pageSchema = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item).readonly(), next: z.string().optional() });

export const pageSize = 50;

/** Every item of a list, page after page. For jobs; a request reads one page. */
export const allOf = async <Item>(page: (position?: string) => Promise<Page<Item>>): Promise<Item[]> => {
  const items: Item[] = [];
  let position: string | undefined;
  do {
    const found = await page(position);
    items.push(...found.items);
    position = found.next;
  } while (position);
  return items;
};
