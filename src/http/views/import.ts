import * as z from 'zod';
import type { ProblemError } from '../../domain/problem.ts';
import type { ImportResult } from '../../usecases/import-result.ts';
import { IMPORT_OUTCOMES } from '../../usecases/import-result.ts';
import { checkView, toCheckView } from './check.ts';
import { problemErrorView } from './problem.ts';

/** What became of one item of an import. */
export const importResultView = z
  .strictObject({
    line: z.int().min(1).optional().meta({ description: 'The line that it stood in.' }),
    outcome: z.enum(IMPORT_OUTCOMES),
    id: z.uuid().optional().meta({ description: 'Of the article; missing where a dry run would make a new one.' }),
    url: z.string().optional().meta({ description: 'The canonical address of the release.' }),
    created: z
      .strictObject({
        areas: z.array(z.string()),
        organisations: z.array(z.string()),
        officials: z.array(z.string()),
      })
      .optional()
      .meta({ id: 'CreatedNames', description: 'Names that nobody had used before.' }),
    checks: z.array(checkView).optional().meta({
      description: 'What looks wrong with it, the gravest first; what is `unchanged` is not read again.',
    }),
    code: z.string().optional().meta({ description: 'Why it failed: a code of the problems.' }),
    detail: z.string().optional(),
    errors: z.array(problemErrorView).optional(),
  })
  .meta({ id: 'ImportResult', description: 'What became of one item of an import.' });

export function toImportResultView(result: ImportResult): z.output<typeof importResultView> {
  const { line, outcome } = result;
  const place = line === undefined ? {} : { line };
  if (result.outcome === 'failed') {
    const { code, message, errors } = result.problem;
    return { ...place, outcome, code, detail: message, errors: errors.map(toErrorView) };
  }
  const { url, id, created, checks } = result;
  const { areas, organisations, officials } = created;
  const names = { areas: [...areas], organisations: [...organisations], officials: [...officials] };
  return {
    ...place,
    outcome,
    ...(id !== undefined && { id }),
    url,
    created: names,
    ...(checks && { checks: checks.map(toCheckView) }),
  };
}

function toErrorView({ allowed, ...error }: ProblemError): z.output<typeof problemErrorView> {
  return { ...error, ...(allowed && { allowed: [...allowed] }) };
}
