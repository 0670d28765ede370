import * as z from 'zod';
import { BODY_CHOICES } from '../views/article-members.ts';

export const bodyFormatParameter = z
  .enum(BODY_CHOICES)
  .default('html')
  .meta({ description: 'Formats of the body, where an answer has one.', param: { id: 'BodyFormat' }, example: 'text' });
