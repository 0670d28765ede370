import { eq, sql } from 'drizzle-orm';
import type { PublicOrganisation } from '../../../domain/official.ts';
import type { OrganisationStore } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import type { VisibleReader } from '../newsroom/visible.ts';
import { countedUnder, facet } from './facets/facets.ts';
import { prepareNameList } from './name-list.ts';
import { publicOrganisations } from './public-tables.ts';
import { prepareMovedTo } from './redirects.ts';

/** The organisations that anybody may see. */
export function createOrganisations(reader: Connection, visible: VisibleReader): OrganisationStore {
  const { slug, name } = publicOrganisations;
  const articles = countedUnder(facet.organisation(''), publicOrganisations.id);
  const select = () => reader.db.select({ slug, name, articles }).from(publicOrganisations);
  const find = select()
    .where(eq(slug, sql.placeholder('slug')))
    .prepare();
  const movedTo = prepareMovedTo(reader, 'organisation');
  const list = prepareNameList<PublicOrganisation>(reader, publicOrganisations, (condition, order) =>
    select()
      .where(condition)
      .orderBy(...order)
      .limit(sql.placeholder('limit'))
      .offset(sql.placeholder('offset'))
      .prepare(),
  );
  return {
    find: async (wanted, audience) => visible(audience, () => find.get({ slug: wanted })),
    movedTo: async (moved, audience) => visible(audience, () => movedTo(moved)),
    list: async (query, audience) => visible(audience, () => list(query)),
  };
}
