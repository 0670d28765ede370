import { fastify } from 'fastify';
import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import * as z from 'zod';
import { openReader } from '../../src/store/sqlite/engine/connection.ts';
import { answerParent } from '../answering.ts';
import { articleBody, listBody } from '../hand-written-answers.ts';
import { readHandWrittenCursor } from '../hand-written-cursor.ts';
import { type Draft, openDrafts } from '../hand-written-drafts.ts';
import type { ListQuestion } from '../questions.ts';
import { prepareRawAnswering } from '../raw-statements.ts';

const inputSchema = z.strictObject({
  path: z.string(),
  draftsPath: z.string(),
  key: z.string(),
  publicUrl: z.string(),
});

/**
 * What somebody would write by hand who wants these answers and nothing else: Fastify, better-sqlite3, prepared
 * statements, keyset pages. It trusts whatever it is asked, and knows no validators, drafts, withdrawals or limits.
 */
answerParent({
  async listen(input) {
    const { path, draftsPath, key, publicUrl } = inputSchema.parse(input);
    const raw = prepareRawAnswering(openReader(path).client);
    const drafts = openDrafts(draftsPath, key);
    const markdown = new MarkdownIt();
    const app = fastify({ routerOptions: { maxParamLength: 500 } });

    app.get<{ Querystring: Query }>('/v1/articles', (request, reply) => {
      const question = questionOf(request.query);
      const facets = question.kind === 'facets' ? raw.facets(question.area) : undefined;
      return reply.type(JSON_TYPE).send(listBody(raw.list(question), facets));
    });
    app.get<{ Params: { slug: string } }>('/v1/articles/:slug', (request, reply) => {
      const body = articleBody(raw.article(request.params.slug), publicUrl);
      return body === undefined ? reply.code(404).send() : reply.type(JSON_TYPE).send(body);
    });
    app.post<{ Body: Draft }>('/v1/editorial/articles', (request, reply) => {
      const owner = drafts.ownerOf((request.headers.authorization ?? '').slice('Bearer '.length));
      if (owner === undefined) return reply.code(401).send();
      const html = sanitizeHtml(markdown.render(request.body.body.markdown));
      const created = drafts.create(request.body, html, owner);
      return reply.code(201).send({ ...created, ...request.body, body: { ...request.body.body, html } });
    });
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    return Number(new URL(address).port);
  },
});

const JSON_TYPE = 'application/json; charset=utf-8';

interface Query {
  readonly area?: string;
  readonly from?: string;
  readonly q?: string;
  readonly sort?: string;
  readonly cursor?: string;
  readonly facets?: string;
}

function questionOf({ area, from, q, sort, cursor, facets }: Query): ListQuestion {
  if (facets !== undefined) return { kind: 'facets', area: area ?? null };
  if (cursor !== undefined) return { kind: 'deep-page', cursor, after: readHandWrittenCursor(cursor) };
  if (q !== undefined) return { kind: sort === 'relevance' ? 'ranked-search' : 'search', words: q.split(' ') };
  if (area === undefined) return { kind: 'newest' };
  return from === undefined ? { kind: 'area', area } : { kind: 'area-and-year', area, year: Number(from.slice(0, 4)) };
}
