import createClient from 'openapi-fetch';
import type { components, paths } from './api.d.ts';

/** The statements of one official, with the headline that each stands under: what a front end does with the client. */
export async function statementsOf(baseUrl: string, official: string): Promise<string[]> {
  const client = createClient<paths>({ baseUrl });
  const { data, error } = await client.GET('/v1/quotes', { params: { query: { official, limit: 50 } } });
  if (error) throw new Error(explain(error));
  return data.data.map(({ text, article }) => `${article.title}: ${text}`);
}

/** The page of one place: what is new there and who is quoted, what it is about, and the latest statement. */
export async function placePage(baseUrl: string, area: string) {
  const client = createClient<paths>({ baseUrl });
  const newest = { area, fields: 'title,url', include: 'officials', facets: 'tag', count: 'exact', limit: 5 } as const;
  const [place, articles, quotes] = await Promise.all([
    client.GET('/v1/areas/{slug}', { params: { path: { slug: area } } }),
    client.GET('/v1/articles', { params: { query: newest } }),
    client.GET('/v1/quotes', { params: { query: { area, limit: 1 } } }),
  ]);
  const problem = place.error ?? articles.error ?? quotes.error;
  if (problem) throw new Error(explain(problem));
  const { data = [], page, facets } = articles.data ?? {};
  return {
    name: place.data?.name,
    path: [place.data?.parent?.name, place.data?.name].filter((name) => name !== undefined),
    places: place.data?.children.map(({ name, articles: count }) => `${name} (${count})`),
    total: page?.total,
    headlines: data.map(({ title, officials = [] }) => [title, ...officials.map(({ name }) => name)].join(', ')),
    tags: facets?.tag?.map(({ tag, articles: count }) => `${tag} (${count})`),
    statement: quotes.data?.data[0]?.text,
  };
}

/** One page of a search for a reader, with its words marked in safe HTML. */
export async function searchPage(baseUrl: string, q: string, number: number) {
  const client = createClient<paths>({ baseUrl });
  const query = { q, sort: 'relevance', highlight: true, count: 'exact', page: number, limit: 10 } as const;
  const { data, error } = await client.GET('/v1/articles', { params: { query } });
  if (error) throw new Error(explain(error));
  const hits = data.data.map(({ title, highlights }) => highlights?.title ?? title);
  return { hits, pages: Math.ceil((data.page.total ?? 0) / query.limit) };
}

/** The first headlines that a search finds, best first. */
export async function search(baseUrl: string, q: string): Promise<string[]> {
  const client = createClient<paths>({ baseUrl });
  const query = { q, sort: 'relevance', fields: 'title', limit: 10 } as const;
  const { data, error } = await client.GET('/v1/articles', { params: { query } });
  if (error) throw new Error(explain(error));
  return data.data.flatMap(({ title }) => title ?? []);
}

/** One release with its body; undefined when there is none, or a notice in its place. */
export async function read(baseUrl: string, slug: string): Promise<Article | undefined> {
  const client = createClient<paths>({ baseUrl });
  const { data, error } = await client.GET('/v1/articles/{idOrSlug}', { params: { path: { idOrSlug: slug } } });
  if (error && error.code !== 'not_found') throw new Error(explain(error));
  return data && isWhole(data) ? data : undefined;
}

type Article = components['schemas']['Article'];

/** Only a request with `fields` gets less than the whole. */
function isWhole(data: object): data is Article {
  return 'jsonLd' in data;
}

function explain({ title, detail, errors }: components['schemas']['Problem']): string {
  return [title, detail, ...errors.map((each) => `${each.parameter}: ${each.detail}`)].join(' ');
}
