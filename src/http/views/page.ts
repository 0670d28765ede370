import * as z from 'zod';

const cursorView = z
  .string()
  .nullable()
  .meta({ description: 'Value of `cursor` for the neighbouring page; null when there is none.', example: null });

const pageView = z
  .strictObject({
    limit: z.int().min(1).max(100).meta({ description: 'Entries on a full page.', example: 20 }),
    next: cursorView,
    prev: cursorView,
    total: z.int().min(0).optional().meta({ description: 'Entries of the whole list; only with `count=exact`.' }),
  })
  .meta({ id: 'Page', description: 'Where this page stands in its list.' });

/** The envelope of every list, with what else one of them has beside its entries. */
export function pageOf(id: string, entry: z.ZodType, beside: z.ZodRawShape = {}) {
  return z.strictObject({ data: z.array(entry), page: pageView, ...beside }).meta({ id });
}
