import * as z from 'zod';

/** Where one area, official or organisation is read, and what is listed under it. */
export const entryLinksView = z
  .strictObject({
    self: z.string(),
    articles: z
      .string()
      .meta({ description: 'The releases of the place, or those that quote the person or the organisation.' }),
    quotes: z.string().meta({ description: 'What is said in them, or by them.' }),
  })
  .meta({ id: 'EntryLinks', description: 'Addresses of this server.' });

const PATHS = { area: 'areas', official: 'officials', organisation: 'organisations' } as const;

/** The links of an entry; its kind is also the name of the filter that lists what belongs to it. */
export function toEntryLinks(
  kind: keyof typeof PATHS,
  { slug }: { readonly slug: string },
  publicUrl: string,
): z.output<typeof entryLinksView> {
  return {
    self: `${publicUrl}/v1/${PATHS[kind]}/${slug}`,
    articles: `${publicUrl}/v1/articles?${kind}=${slug}`,
    quotes: `${publicUrl}/v1/quotes?${kind}=${slug}`,
  };
}
