import * as z from 'zod';
import { parseInstant } from '../domain/time.ts';

/** An instant in the body of a request, as RFC 3339 writes it with any offset. */
export const instantField = z
  .string()
  .transform((text, context) => {
    const instant = parseInstant(text);
    if (instant !== undefined) return instant;
    context.addIssue({ code: 'custom', message: 'An RFC 3339 instant such as 2020-10-29T09:30:00Z.' });
    return z.NEVER;
  })
  .meta({ override: { type: 'string', format: 'date-time' } });
