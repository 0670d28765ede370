import createClient from 'openapi-fetch';
import type { components, paths } from './api.d.ts';

/** The statements of one official, with the headline that each stands under: what a front end does with the client. */
export async function statementsOf(baseUrl: string, official: string): Promise<string[]> {
  const client = createClient<paths>({ baseUrl });
  const { data, error } = await client.GET('/v1/quotes', { params: { query: { official, limit: 50 } } });
  if (error) throw new Error(explain(error));
  return data.data.map(({ text, article }) => `${article.title}: ${text}`);
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
