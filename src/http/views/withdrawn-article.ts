import * as z from 'zod';
import type { PublicWithdrawal } from '../../domain/withdrawal.ts';
import { articleAddress } from '../../usecases/article-address.ts';
import { instantView, slugView } from './scalars.ts';

export const withdrawnArticleView = z
  .strictObject({
    id: z.uuid().meta({ description: 'Stays the same for ever.' }),
    slug: slugView,
    withdrawal: z
      .strictObject({
        kind: z.literal('notice'),
        explanation: z.string().nullable().meta({ description: 'What the publisher wants readers to know.' }),
        at: instantView,
      })
      .meta({ id: 'WithdrawalNotice', description: 'Stands in the place of the text.' }),
    links: z.strictObject({ self: z.string() }).meta({ id: 'WithdrawnArticleLinks' }),
  })
  .meta({ id: 'WithdrawnArticle', description: 'A press release that was taken down: nothing of what it said.' });

export function toWithdrawnArticleView(
  { id, slug, explanation, at }: PublicWithdrawal,
  publicUrl: string,
): z.output<typeof withdrawnArticleView> {
  const self = articleAddress(slug, publicUrl);
  return { id, slug, withdrawal: { kind: 'notice', explanation, at }, links: { self } };
}
