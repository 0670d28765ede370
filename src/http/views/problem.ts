import * as z from 'zod';
import { PROBLEM_CODES } from '../../domain/problem.ts';

export const problemErrorView = z
  .strictObject({
    pointer: z.string().optional().meta({ description: 'JSON pointer (RFC 6901) into the body.' }),
    parameter: z.string().optional().meta({ description: 'Name of the parameter or header.' }),
    line: z.int().optional().meta({ description: 'Line of the document, counted from 1.' }),
    column: z.int().optional().meta({ description: 'Column of the document, counted from 1.' }),
    detail: z.string().meta({ description: 'What was wrong.' }),
    expected: z.string().optional().meta({ description: 'What would be right.' }),
    allowed: z.array(z.string()).optional().meta({ description: 'The values or names that exist.' }),
  })
  .meta({ id: 'ProblemError', description: 'One thing that is wrong.' });

export const problemView = z
  .strictObject({
    type: z.string().meta({ description: 'Address of the page that documents the code.' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    instance: z.string().meta({ description: 'Path that was asked for.' }),
    code: z.enum(PROBLEM_CODES),
    errors: z.array(problemErrorView),
    requestId: z.string().meta({ description: 'Also in X-Request-Id; names this request in the log.' }),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457): the one shape of every refusal.' });
