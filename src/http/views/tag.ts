import * as z from 'zod';
import type { TagCount } from '../../usecases/list-tags.ts';
import { pageOf } from './page.ts';

export const tagView = z
  .strictObject({
    tag: z.string().meta({ example: 'housing' }),
    articles: z.int().min(1).meta({ description: 'Public articles that carry it.' }),
  })
  .meta({ id: 'Tag' });

export const tagPageView = pageOf('TagPage', tagView);

export function toTagView({ tag, articles }: TagCount): z.output<typeof tagView> {
  return { tag, articles };
}
