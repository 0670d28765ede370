import { and, eq, sql } from 'drizzle-orm';
import type { MergedKind } from '../../../domain/register.ts';
import type { Connection } from '../engine/connection.ts';
import { publicOfficials, publicOrganisations, publicRedirects } from './public-tables.ts';

/** Where something is found now that had this slug, as far as the public knows it. */
export function prepareMovedTo({ db }: Connection, kind: MergedKind): (slug: string) => string | undefined {
  const table = kind === 'official' ? publicOfficials : publicOrganisations;
  const target = db
    .select({ slug: table.slug })
    .from(publicRedirects)
    .innerJoin(table, eq(table.id, publicRedirects.targetId))
    .where(and(eq(publicRedirects.kind, kind), eq(publicRedirects.slug, sql.placeholder('slug'))))
    .prepare();
  return (slug) => target.get({ slug })?.slug;
}
