import { createHash, randomBytes } from 'node:crypto';
import { type Actor, personOf } from '../domain/actor.ts';
import type { Article } from '../domain/article.ts';
import { type AuditNote, auditNote } from '../domain/audit.ts';
import { MAX_PREVIEWS, type Preview, type PreviewedRelease, previewStateAt } from '../domain/preview.ts';
import { notHere, Problem } from '../domain/problem.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import { type Instant, shifted } from '../domain/time.ts';
import { type Audience, audienceOf } from '../domain/visibility.ts';
import type { Kept } from '../store/once.ts';
import { checkContent } from './check-article.ts';
import type { Deps } from './deps.ts';
import { onceOf, PLAINLY, type WriteWish } from './write-wish.ts';

/** A preview as it is handed over, once: `token` is kept nowhere. */
export interface NewPreview {
  readonly preview: Preview;
  readonly token: string;
}

/** Bytes that nobody can guess. */
const TOKEN_BYTES = 32;
/** What 32 bytes are in base64url. */
const TOKEN = /^[\w-]{43}$/;

/**
 * Makes a link to the open edition.
 * @param seconds how long it works, 1 to MAX_PREVIEW_SECONDS
 * @throws Problem `not_found`, `verb_not_allowed` while no edition is open, `conflict` when too many links work already
 */
export async function createPreview(
  deps: Deps,
  by: Actor,
  { articleId, seconds }: { readonly articleId: string; readonly seconds: number },
  { dryRun, once }: WriteWish<NewPreview> = PLAINLY,
): Promise<NewPreview | Kept> {
  const now = deps.clock.now();
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const id = deps.newId();
  const expiresAt = shifted(now, seconds * 1000);
  const decide = (article: Article | undefined, previews: readonly Preview[]) => {
    const editionId = openEditionOf(article);
    refuseTooMany(previews, editionId, now);
    const preview = { id, editionId, createdAt: now, createdBy: personOf(by), expiresAt, revokedAt: null };
    const audit = note(by, now, 'created', articleId, { preview: id, expiresAt });
    return { add: { ...preview, hash: digestOf(token) }, audit };
  };
  const newPreviewOf = ({ add: { hash: _, ...preview } }: ReturnType<typeof decide>) => ({ preview, token });
  const writing = { dryRun, once: onceOf(once, newPreviewOf) };
  const done = await deps.store.previews.change(articleId, audienceOf(by, now), decide, writing);
  return 'kept' in done ? done : newPreviewOf(done);
}

/** The links to every edition of an article, newest first; nothing of one that this audience may not see. */
export function listPreviews(
  { store }: Deps,
  articleId: string,
  page: PageQuery,
  audience: Audience,
): Promise<Slice<Preview>> {
  return store.previews.list(articleId, page, audience);
}

/**
 * Ends a link at once.
 * @throws Problem `not_found`, or `conflict` when it is revoked already
 */
export async function revokePreview(
  deps: Deps,
  by: Actor,
  articleId: string,
  previewId: string,
  dryRun = false,
): Promise<void> {
  const at = deps.clock.now();
  const decide = (_article: Article | undefined, previews: readonly Preview[]) => {
    const preview = previews.find(({ id }) => id === previewId);
    if (!preview) throw notHere('preview');
    if (preview.revokedAt !== null) throw new Problem('conflict', 'The preview is revoked already.');
    return { revoke: { id: previewId, at }, audit: note(by, at, 'revoked', articleId, { preview: previewId }) };
  };
  await deps.store.previews.change(articleId, audienceOf(by, at), decide, { dryRun, once: null, urgent: true });
}

/**
 * What a link shows to whoever has it.
 * @throws Problem `not_found`, the same for a token that works no more and for one that never was
 */
export async function readPreview(
  { store, rules }: Deps,
  token: string,
  audience: Audience,
): Promise<PreviewedRelease> {
  const found = TOKEN.test(token) ? await store.previews.find(digestOf(token), audience) : undefined;
  if (!found) throw notHere('preview');
  const { content, html, publishedAt, expiresAt } = found;
  const { title, summary, language, tags, publishedAtPrecision, image, markdown, quotes } = content;
  const area = content.area?.name ?? null;
  const checks = checkContent(content, publishedAt ?? audience.at, rules);
  const shown = {
    title,
    summary,
    area,
    language,
    tags,
    publishedAt,
    publishedAtPrecision,
    image,
    markdown,
    html,
    quotes,
  };
  return { ...shown, checks, expiresAt };
}

/** 256 random bits cannot be guessed, so a fast hash is as good as a slow one. */
function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function openEditionOf(article: Article | undefined): string {
  if (!article) throw notHere('article');
  if (article.open) return article.open.id;
  throw new Problem('verb_not_allowed', 'A preview shows the open edition, and none is open.', {
    errors: [{ detail: 'No edition is open.', expected: 'A change of the article, which opens one.' }],
  });
}

function refuseTooMany(previews: readonly Preview[], editionId: string, now: Instant): void {
  const working = previews.filter((preview) => previewStateAt(preview, editionId, now) === 'works');
  if (working.length < MAX_PREVIEWS) return;
  throw new Problem('conflict', `No more than ${MAX_PREVIEWS} previews of an edition can work: revoke one first.`);
}

/** It stands among the events of the article. */
function note(
  by: Actor,
  at: Instant,
  event: 'created' | 'revoked',
  articleId: string,
  detail: AuditNote['detail'],
): AuditNote {
  return auditNote(by, { at, action: `preview.${event}`, outcome: 'accepted', subject: articleId, detail });
}
