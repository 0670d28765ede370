import { eq, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../../domain/time.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { facet, prepareAreaFacets, prepareListed } from '../public/facets/facets.ts';
import { createNameLog } from '../public/log/name-log.ts';
import { publicAreas } from '../public/public-tables.ts';
import { prepareAreaLine } from './area-line.ts';
import { createPublicNames } from './public-names.ts';
import { areas } from './register-tables.ts';

export type AreaRow = Required<typeof areas.$inferInsert>;

/**
 * The tree of areas, the newsroom's and the public's. Must be used inside a write transaction. Whoever changes a row
 * answers for the tree: no circle, and above what the public knows only what it knows too.
 */
export interface AreaTree {
  /** Puts a row in place, new or known by its id; what the public knows of it follows, and so does what lies in it. */
  save(row: AreaRow, at: Instant): void;
  /** Removes a row that nothing refers to. */
  remove(id: string, at: Instant): void;
}

export function createAreaTree(connection: Connection): AreaTree {
  const { db } = connection;
  const names = createPublicNames(connection);
  const log = createNameLog(connection);
  const listed = prepareListed(connection);
  const lineOf = prepareAreaLine(connection);
  const move = createMove(connection);
  const insert = prepareInsert(connection, areas);
  const id = sql.placeholder('id');
  const registered = db.select().from(areas).where(eq(areas.id, id)).prepare();
  const shown = db.select().from(publicAreas).where(eq(publicAreas.id, id)).prepare();

  const follow = (before: typeof publicAreas.$inferSelect, row: AreaRow, at: Instant): void => {
    const name = row.listed || row.named ? row.name : before.name;
    const { nameCy, kind, gss, parentId } = row;
    const after = { name, nameCy, kind, gss, parentId };
    const isSame = (Object.keys(after) as (keyof typeof after)[]).every((field) => before[field] === after[field]);
    if (isSame) return;
    db.update(publicAreas).set(after).where(eq(publicAreas.id, row.id)).run();
    const isMoved = before.parentId !== parentId;
    if (isMoved) {
      move(row.id);
      if (before.parentId !== null) names.refreshArea(before.parentId);
    }
    // Its name stands in its own articles, its place in those below it too.
    if (isMoved) log.repeat(listed(facet.area(row.id)), at, lineOf(before.parentId));
    else if (before.name !== name) log.repeat(listed(facet.areaOnly(row.id)), at);
    log.note(at);
  };

  return {
    save(row, at) {
      const before = registered.get({ id: row.id });
      if (before) db.update(areas).set(row).where(eq(areas.id, row.id)).run();
      else insert(row);
      const known = shown.get({ id: row.id });
      if (known) follow(known, row, at);
      if (!known && row.listed) {
        names.showArea(row);
        log.note(at);
      }
      if (known && before?.listed && !row.listed) {
        names.refreshArea(row.id);
        log.note(at);
      }
    },
    remove(areaId, at) {
      if (shown.get({ id: areaId })) log.note(at);
      db.delete(publicAreas).where(eq(publicAreas.id, areaId)).run();
      db.delete(areas).where(eq(areas.id, areaId)).run();
    },
  };
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
