import { eq, sql } from 'drizzle-orm';
import { freeSlug } from '../../../domain/slug.ts';
import type { Connection } from '../engine/connection.ts';
import { preparedOnce, prepareInsert } from '../engine/prepared.ts';
import { publicAreas, publicArticles } from '../public/public-tables.ts';
import { prepareOtherNames } from './other-names.ts';
import { createQuotedNames, type QuotedNames } from './quoted-names.ts';
import { areas } from './register-tables.ts';
import { required } from './required.ts';
import { slugAsWritten } from './slug-as-written.ts';

/**
 * The areas, organisations and officials that the public can see. A name becomes public, and gets its slug, with the
 * first public article that mentions it, as that article writes it; it goes with the last one. So nothing that only a
 * draft says can be seen, nor takes a name away.
 */
export interface PublicNames extends QuotedNames {
  /** Makes an area public with its ancestors, unless it is. */
  showArea(area: { readonly id: string; readonly name: string }): void;
  /** Hides an area, and its ancestors, that no public article mentions any more and nobody put on the list. */
  refreshArea(id: string): void;
}

export const createPublicNames = preparedOnce(preparePublicNames);

function preparePublicNames(connection: Connection): PublicNames {
  return { ...createAreaNames(connection), ...createQuotedNames(connection) };
}

function createAreaNames(connection: Connection): Pick<PublicNames, 'showArea' | 'refreshArea'> {
  const { db } = connection;
  const id = sql.placeholder('id');
  const slug = sql.placeholder('slug');
  const shown = db.select().from(publicAreas).where(eq(publicAreas.id, id)).prepare();
  const registered = db.select().from(areas).where(eq(areas.id, id)).prepare();
  const slugTaken = db.select({ id: publicAreas.id }).from(publicAreas).where(eq(publicAreas.slug, slug)).prepare();
  const insert = prepareInsert(connection, publicAreas);
  const mention = db
    .select({ id: publicArticles.id })
    .from(publicArticles)
    .where(eq(publicArticles.areaId, id))
    .limit(1)
    .prepare();
  const child = db
    .select({ id: publicAreas.id })
    .from(publicAreas)
    .where(eq(publicAreas.parentId, id))
    .limit(1)
    .prepare();
  const remove = db.delete(publicAreas).where(eq(publicAreas.id, id)).prepare();
  const others = prepareOtherNames(connection, 'area');

  const show = (area: { readonly id: string; readonly name: string }): string => {
    const known = shown.get({ id: area.id });
    if (known) return known.path;
    const { key, nameCy, kind, gss, parentId, listed, named, name } = required(registered.get({ id: area.id }));
    const parent = parentId === null ? undefined : required(registered.get({ id: parentId }));
    const above = parent ? `${show(parent)}/` : '';
    const shownName = listed || named ? name : area.name;
    const wished = others.has(area.id) ? slugAsWritten(shownName, 'area') : key;
    const own = freeSlug(wished, (wish) => slugTaken.get({ slug: wish }) !== undefined);
    const path = `${above}${own}`;
    insert({ id: area.id, slug: own, name: shownName, nameCy, kind, gss, parentId, path });
    return path;
  };

  const refresh = (areaId: string): void => {
    const { listed, parentId } = required(registered.get({ id: areaId }));
    if (listed || mention.get({ id: areaId }) || child.get({ id: areaId })) return;
    remove.run({ id: areaId });
    if (parentId !== null) refresh(parentId);
  };

  return { showArea: (area) => void show(area), refreshArea: refresh };
}
