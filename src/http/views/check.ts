import * as z from 'zod';
import { CHECK_IDS, type Check, SEVERITIES } from '../../domain/check.ts';

export const checkView = z
  .strictObject({
    id: z.enum(CHECK_IDS).meta({ description: 'Stable id of the editorial rule.' }),
    severity: z.enum(SEVERITIES).meta({ description: 'An `error` stops a publication until it is overridden.' }),
    message: z.string(),
    pointer: z.string().meta({ description: 'JSON pointer to the field of the draft.', example: '/body/markdown' }),
    start: z.int().min(0).nullable().meta({
      description: 'Where it begins in the text of the field, in UTF-16 code units; null for the whole field.',
    }),
    end: z.int().min(0).nullable().meta({ description: 'Where it ends.' }),
    fix: z.string().nullable().meta({ description: 'What to put in the place of that part, where that is safe.' }),
  })
  .meta({ id: 'Check', description: 'Something that a press officer would want to look at before it is public.' });

export function toCheckView({ id, severity, message, pointer, start, end, fix }: Check): z.output<typeof checkView> {
  return { id, severity, message, pointer, start, end, fix };
}
