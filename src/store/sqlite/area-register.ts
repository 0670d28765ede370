import { eq, sql } from 'drizzle-orm';
import type { AreaRegistration, AreaStore } from '../store.ts';
import type { Connection } from './connection.ts';
import { facet, prepareAreaFacets } from './facets.ts';
import { createPublicNames } from './public-names.ts';
import { publicAreas, publicArticles, publicListings } from './public-tables.ts';
import { areas } from './tables.ts';

/**
 * Puts areas on the public list. An area that moves takes everything below it along: paths and listings follow, so that
 * an article is found under the areas that it lies in now.
 */
export function createAreaRegister(connection: Connection, newId: () => string): AreaStore['register'] {
  const { client, db } = connection;
  const names = createPublicNames(connection);
  const move = createMove(connection);

  const registerOne = ({ parentKey, ...area }: AreaRegistration): void => {
    const parent = parentKey === null ? null : db.select().from(areas).where(eq(areas.key, parentKey)).get();
    if (parent === undefined) throw new Error(`the parent of ${area.key} must come before it`);
    const row = { ...area, parentId: parent?.id ?? null, listed: true };
    const { id } = db
      .insert(areas)
      .values({ id: newId(), ...row })
      .onConflictDoUpdate({ target: areas.key, set: row })
      .returning({ id: areas.id })
      .get();
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

  const registerAll = client.transaction((registrations: readonly AreaRegistration[]) => {
    for (const registration of registrations) registerOne(registration);
  });
  return async (registrations) => registerAll.immediate(registrations);
}

/** Brings the paths of an area and all below it, and the listings of their articles, in step with its parent. */
function createMove(connection: Connection): (areaId: string) => void {
  const { db } = connection;
  const areaFacets = prepareAreaFacets(connection);

  const relist = (areaId: string): void => {
    const moved = db
      .select({ key: publicArticles.key, articleId: publicArticles.id, publishedAt: publicArticles.publishedAt })
      .from(publicArticles)
      .where(eq(publicArticles.areaId, areaId))
      .all();
    for (const article of moved) {
      db.delete(publicListings)
        .where(sql`${publicListings.key} = ${article.key} and ${publicListings.facet} glob ${`${facet.area('')}*`}`)
        .run();
      const listings = areaFacets(areaId).filter((name) => name !== facet.areaOnly(areaId));
      db.insert(publicListings)
        .values(listings.map((name) => ({ facet: name, ...article })))
        .run();
    }
  };

  const move = (areaId: string): void => {
    const parent = sql`(select parent.path || '/' from public_areas parent where parent.id = ${publicAreas.parentId})`;
    db.update(publicAreas)
      .set({ path: sql`coalesce(${parent}, '') || ${publicAreas.slug}` })
      .where(eq(publicAreas.id, areaId))
      .run();
    relist(areaId);
    for (const { id } of db.select().from(publicAreas).where(eq(publicAreas.parentId, areaId)).all()) move(id);
  };
  return move;
}
