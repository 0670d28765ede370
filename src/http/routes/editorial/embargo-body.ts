import * as z from 'zod';
import { type Embargo, MAX_CONDITIONS_LENGTH, MAX_EMBARGO_PARTNERS } from '../../../domain/embargo.ts';
import { proseField } from '../../request/fields.ts';
import { EXAMPLE_PARTNER } from '../../views/partner-examples.ts';

/** Who may read an article before its lift, and what they must keep to. */
export const embargoBody = z.strictObject({
  partners: z
    .array(z.string())
    .min(1)
    .max(MAX_EMBARGO_PARTNERS)
    .meta({
      description: 'Ids of partners; the article must lie in the areas of each.',
      example: [EXAMPLE_PARTNER.id],
    }),
  conditions: proseField(MAX_CONDITIONS_LENGTH)
    .nullable()
    .exactOptional()
    .meta({ description: 'What they must keep to; shown to them with the article. Null, or left out, is nothing.' }),
});

export function toEmbargo({ partners, conditions }: z.output<typeof embargoBody>): Embargo {
  return { partnerIds: partners, conditions: conditions ?? null };
}
