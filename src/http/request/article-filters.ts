import * as z from 'zod';
import type { ArticleFilters } from '../../domain/query.ts';
import {
  areaParameter,
  languageParameter,
  momentParameters,
  officialParameter,
  organisationParameter,
  searchParameter,
  tagParameter,
  updatedSinceParameter,
} from './parameters.ts';

/** The parameters that narrow a list of articles, wherever articles are listed; all that are given must hold. */
export const ARTICLE_FILTERS = {
  area: areaParameter,
  areaScope: z
    .enum(['subtree', 'exact'])
    .default('subtree')
    .meta({ description: 'Whether places below the area count too.', param: { id: 'AreaScope' }, example: 'exact' }),
  official: officialParameter,
  organisation: organisationParameter,
  tag: tagParameter,
  language: languageParameter,
  ...momentParameters('', 'Published'),
  updatedSince: updatedSinceParameter,
  q: searchParameter,
};

/** What the parameters ask of the store. */
export function articleFilters({ to, q, ...same }: z.output<z.ZodObject<typeof ARTICLE_FILTERS>>): ArticleFilters {
  return { ...same, ...(to && { before: to }), ...(q && { search: q }) };
}
