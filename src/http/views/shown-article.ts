import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publisherAt } from '../../domain/publisher.ts';
import { toOrigin } from '../../formats/json-ld.ts';
import type { Maker, ShownArticle } from '../../usecases/show-articles.ts';
import { toArticleListingView } from './article.ts';
import {
  ARTICLE_MEMBERS,
  type ArticleMember,
  type ShownServer,
  toLinksView,
  toSelectedView,
} from './article-members.ts';
import { digestOf } from './digest.ts';

/** All but what the settings of the server that answers say: `links`, and the end of `jsonLd`, which is the last before them. */
const KEPT_MEMBERS: readonly ArticleMember[] = ARTICLE_MEMBERS.filter((name) => name !== 'links');

const NO_SERVER: ShownServer = { publicUrl: '', publisher: null };

let id: string | undefined;

/** Makes the answers that the store may keep: whole articles with their body as HTML, and entries of lists. */
export const MAKER: Maker = {
  get id() {
    id ??= digestOfMakers();
    return id;
  },
  listing: (article) => JSON.stringify(toArticleListingView(article)),
  whole: (article) => JSON.stringify(toSelectedView(KEPT_MEMBERS, article, NO_SERVER)),
  digest: digestOf,
};

/** The whole answer of what was kept of it. */
export function toShownBody(
  { slug, url, text, digest }: ShownArticle,
  { publicUrl, publisher }: ShownServer,
): { readonly body: Uint8Array; readonly digest: string } {
  const own = publisherAt(url, publisher);
  const origin = own ? `,${JSON.stringify(toOrigin(own)).slice(1)}` : '}';
  const end = `${origin},"links":${JSON.stringify(toLinksView({ slug, url }, publicUrl))}}`;
  return { body: Buffer.concat([text.subarray(0, -2), Buffer.from(end)]), digest: digestOf(digest + end) };
}

/**
 * Another program may show the same article otherwise. Whatever has a say in it lies in these folders, or in the calendar
 * that comes with Node.
 */
function digestOfMakers(): string {
  const digest = createHash('sha256').update(process.version);
  const source = join(import.meta.dirname, '../..');
  for (const folder of ['domain', 'formats', 'http/views']) {
    for (const file of readdirSync(join(source, folder)).sort())
      digest.update(readFileSync(join(source, folder, file)));
  }
  return digest.digest('base64url').slice(0, 11);
}
