import { asc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { AreaRef, PublicArea, PublicAreaWithNeighbours } from '../../../domain/area.ts';
import type { AreaStore } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import { valuesIn } from '../engine/json-values.ts';
import { prepareCount, prepareList } from '../engine/keyset.ts';
import type { VisibleReader } from '../newsroom/visible.ts';
import { countedUnder, facet } from './facets/facets.ts';
import { publicAreas } from './public-tables.ts';

/** The areas that anybody may see. */
export function createPublicAreas(reader: Connection, visible: VisibleReader): Omit<AreaStore, 'register'> {
  const parents = alias(publicAreas, 'parents');
  const { slug, name, path, nameCy, kind, gss } = publicAreas;
  const parent = { slug: parents.slug, name: parents.name, path: parents.path };
  const articles = countedUnder(facet.area(''), publicAreas.id);
  const select = () =>
    reader.db
      .select({ slug, name, path, nameCy, kind, gss, parent, articles })
      .from(publicAreas)
      .leftJoin(parents, eq(parents.id, publicAreas.parentId));
  const find = select()
    .where(eq(slug, sql.placeholder('slug')))
    .prepare();
  const children = reader.db
    .select({ slug, name, path, articles })
    .from(publicAreas)
    .innerJoin(parents, eq(parents.id, publicAreas.parentId))
    .where(eq(parents.slug, sql.placeholder('slug')))
    .orderBy(asc(path))
    .prepare();
  const above = reader.db
    .select({ slug, name, path })
    .from(publicAreas)
    .where(inArray(path, valuesIn('paths')))
    .orderBy(asc(path))
    .prepare();
  const ancestors = (of: string): AreaRef[] => {
    const paths = of.split('/').map((_, at, slugs) => slugs.slice(0, at).join('/'));
    return above.all({ paths: JSON.stringify(paths.slice(1)) });
  };
  const list = prepareList<PublicArea>(
    { keys: [{ of: path, type: 'text' }], direction: 'asc' },
    (condition, order) =>
      select()
        .where(condition)
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .offset(sql.placeholder('offset'))
        .prepare(),
    (area) => [area.path],
    prepareCount(reader, publicAreas),
  );

  return {
    list: async (page, audience) => visible(audience, () => list(page)),
    find: async (wanted, audience) =>
      visible(audience, (): PublicAreaWithNeighbours | undefined => {
        const area = find.get({ slug: wanted });
        return area && { ...area, ancestors: ancestors(area.path), children: children.all({ slug: wanted }) };
      }),
  };
}
