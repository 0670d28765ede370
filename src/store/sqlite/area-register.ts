import { eq, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/time.ts';
import type { AreaRegistration, AreaStore } from '../store.ts';
import type { Connection } from './connection.ts';
import { facet, prepareAreaFacets } from './facets.ts';
import { createPublicNames } from './public-names.ts';
import { prepareTouch } from './public-state.ts';
import { publicAreas } from './public-tables.ts';
import { areas } from './tables.ts';

/**
 * Puts areas on the public list. An area that moves takes everything below it along: paths and listings follow, so that
 * an article is found under the areas that it lies in now.
 * @throws Error when a parent is not on the list, or lies in its own child: then none is registered
 */
export function createAreaRegister(connection: Connection, newId: () => string): AreaStore['register'] {
  const { client, db } = connection;
  const names = createPublicNames(connection);
  const move = createMove(connection);
  const areaFacets = prepareAreaFacets(connection);
  const touch = prepareTouch(connection);

  const registerOne = ({ parentKey, ...area }: AreaRegistration): void => {
    const parent = parentKey === null ? null : db.select().from(areas).where(eq(areas.key, parentKey)).get();
    // What only a draft knows is no parent: its name would show.
    if (parent === undefined || parent?.listed === false) {
      throw new Error(`the parent of ${area.key} must come before it: ${parentKey}`);
    }
    const row = { ...area, parentId: parent?.id ?? null, listed: true };
    const { id } = db
      .insert(areas)
      .values({ id: newId(), ...row })
      .onConflictDoUpdate({ target: areas.key, set: row })
      .returning({ id: areas.id })
      .get();
    if (parent && areaFacets(parent.id).includes(facet.area(id))) {
      throw new Error(`${area.key} cannot lie in ${parentKey}, which lies in it`);
    }
    const before = db.select().from(publicAreas).where(eq(publicAreas.id, id)).get();
    if (!before) {
      names.showArea({ id, name: row.name });
      return;
    }
    const { key: _key, listed: _listed, ...shown } = row;
    db.update(publicAreas).set(shown).where(eq(publicAreas.id, id)).run();
    if (before.parentId === row.parentId) return;
    move(id);
    if (before.parentId !== null) names.refreshArea(before.parentId);
  };

  const registerAll = client.transaction((registrations: readonly AreaRegistration[], at: Instant) => {
    for (const registration of registrations) registerOne(registration);
    if (registrations.length > 0) touch(at);
  });
  return async (registrations, at) => registerAll.immediate(registrations, at);
}

/** Brings the paths of an area and all below it, and the listings of their articles, in step with its parent. */
function createMove(connection: Connection): (areaId: string) => void {
  const { db } = connection;
  const areaFacets = prepareAreaFacets(connection);

  const move = (areaId: string): void => {
    const parent = sql`(select parent.path || '/' from public_areas parent where parent.id = ${publicAreas.parentId})`;
    db.update(publicAreas)
      .set({ path: sql`coalesce(${parent}, '') || ${publicAreas.slug}` })
      .where(eq(publicAreas.id, areaId))
      .run();
    for (const relist of relistings(areaId, areaFacets(areaId))) db.run(relist);
    for (const { id } of db.select().from(publicAreas).where(eq(publicAreas.parentId, areaId)).all()) move(id);
  };
  return move;
}

/** Lists the articles of an area anew, each as its entry under `all` has it. */
function relistings(areaId: string, areaFacets: readonly string[]): SQL[] {
  const articles = sql`(select article.key from public_articles article where article.area_id = ${areaId})`;
  const isOfArea = sql.join(
    [facet.area(''), facet.areaOnly('')].map((prefix) => sql`facet glob ${`${prefix}*`}`),
    sql` or `,
  );
  return [
    sql`delete from public_listings where key in ${articles} and (${isOfArea})`,
    sql`insert into public_listings (facet, published_at, article_id, updated_at, key)
      select area.value, entry.published_at, entry.article_id, entry.updated_at, entry.key
      from public_listings entry, json_each(${JSON.stringify(areaFacets)}) area
      where entry.key in ${articles} and entry.facet = ${facet.all}`,
  ];
}
