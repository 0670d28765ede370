import { asc, desc, eq, sql } from 'drizzle-orm';
import { type PublicOfficial, type PublicOfficialWithHistory, postsOf } from '../../../domain/official.ts';
import type { OfficialStore } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import type { VisibleReader } from '../newsroom/visible.ts';
import { countedUnder, facet } from './facets/facets.ts';
import { prepareNameList } from './name-list.ts';
import { publicOfficials, publicOrganisations, publicQuotes } from './public-tables.ts';
import { prepareMovedTo } from './redirects.ts';

/** The officials that anybody may see: those whom a public article quotes. */
export function createOfficials(reader: Connection, visible: VisibleReader): OfficialStore {
  const { slug, name, rank, role } = publicOfficials;
  const organisation = { slug: publicOrganisations.slug, name: publicOrganisations.name };
  const articles = countedUnder(facet.official(''), publicOfficials.id);
  const select = () =>
    reader.db
      .select({ slug, name, rank, role, organisation, articles })
      .from(publicOfficials)
      .leftJoin(publicOrganisations, eq(publicOrganisations.id, publicOfficials.organisationId));
  const find = select()
    .where(eq(slug, sql.placeholder('slug')))
    .prepare();
  const withHistory = prepareHistory(reader);
  const movedTo = prepareMovedTo(reader, 'official');
  const list = prepareNameList<PublicOfficial>(reader, publicOfficials, (condition, order) =>
    select()
      .where(condition)
      .orderBy(...order)
      .limit(sql.placeholder('limit'))
      .offset(sql.placeholder('offset'))
      .prepare(),
  );
  return {
    movedTo: async (moved, audience) => visible(audience, () => movedTo(moved)),
    list: async (query, audience) => visible(audience, () => list(query)),
    rank: async (wanted, audience) => visible(audience, () => find.get({ slug: wanted })?.rank ?? null),
    find: async (wanted, audience) =>
      visible(audience, () => {
        const official = find.get({ slug: wanted });
        return official && withHistory(official);
      }),
  };
}

/** What an official was, as public quotes and whoever wrote it down say. */
function prepareHistory({ db }: Connection): (official: PublicOfficial) => PublicOfficialWithHistory {
  const { name, rank, role, organisationId, publishedAt, articleId, position } = publicQuotes;
  const slug = sql.placeholder('slug');
  const known = db
    .select({ otherNames: publicOfficials.otherNames, posts: publicOfficials.posts })
    .from(publicOfficials)
    .where(eq(publicOfficials.slug, slug))
    .prepare();
  const quoted = db
    .select({ name, rank, role, organisationId, from: publishedAt })
    .from(publicQuotes)
    .where(
      eq(
        publicQuotes.officialId,
        sql`(select ${publicOfficials.id} from ${publicOfficials} where ${eq(publicOfficials.slug, slug)})`,
      ),
    )
    .orderBy(desc(publishedAt), desc(articleId), asc(position))
    .prepare();
  const organisation = db
    .select({ slug: publicOrganisations.slug, name: publicOrganisations.name })
    .from(publicOrganisations)
    .where(eq(publicOrganisations.id, sql.placeholder('id')))
    .prepare();
  return (official) => {
    const { otherNames = [], posts = [] } = known.get({ slug: official.slug }) ?? {};
    const mentions = quoted.all({ slug: official.slug });
    const names = new Set([...mentions.flatMap((mention) => mention.name ?? []), ...otherNames]);
    names.delete(official.name);
    const history = postsOf(mentions, posts).map(({ organisationId: id, ...post }) => ({
      ...post,
      organisation: (id !== null && organisation.get({ id })) || null,
    }));
    return { ...official, otherNames: [...names].sort(), history };
  };
}
