import * as z from 'zod';
import { PRECISIONS } from '../../domain/time.ts';

export const slugView = z.string().meta({ description: 'Name in addresses.' });

export const instantView = z.iso
  .datetime({ precision: 3 })
  .meta({ description: 'An instant in UTC, to the millisecond.', example: '2020-10-29T00:00:00.000Z' });

export const precisionView = z.enum(PRECISIONS).meta({
  description: 'Whether the release names the instant of its publication or only the day (in Europe/London).',
  example: 'day',
});
