import { type Actor, personOf } from '../domain/actor.ts';
import { type Article, newestEdition } from '../domain/article.ts';
import { type AuditDetail, type AuditNote, auditNote } from '../domain/audit.ts';
import type { Check, Override } from '../domain/check.ts';
import type { Edition } from '../domain/edition.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';
import type { ChangeRequest } from '../store/article-change.ts';
import type { Release } from '../text/release.ts';
import { writeDocument } from '../text/write-document.ts';
import { overrideDetail, refuseFaults } from './check-article.ts';
import { composeSave, type SourceDocument } from './compose-save.ts';

export interface ImportReleaseOptions {
  /** Publish it at the date that the document gives, at once when that has passed; otherwise it stays a draft. */
  readonly publish: boolean;
  /** What stops its publication: with anything in it, it goes in as a draft all the same. */
  readonly faults?: readonly Check[];
  /** Rules that would have stopped it. */
  readonly overridden?: readonly Override[];
  /** Key of the area that the name in it means, where that is not what the name itself makes. */
  readonly areaKey?: string | undefined;
  /** Whether its sender sent the very same the last time. */
  readonly isRepeated?: boolean | undefined;
  /** Who imports. */
  readonly actor: Actor;
  readonly audience: Audience;
  readonly newId: () => string;
}

/**
 * What importing a release does to the article at its address: a document that is saved already is not saved again,
 * and a changed one becomes a new revision.
 */
export function importRelease(
  // Only the rest is held until the decision: of what a release takes in memory, two thirds are its blocks.
  { blocks: _blocks, pictures: _pictures, ...release }: Release,
  source: SourceDocument,
  options: ImportReleaseOptions,
): ChangeRequest {
  const { actor, audience, newId, faults = [], overridden = [] } = options;
  const isHeld = options.publish && faults.length > 0;
  const publish = options.publish && !isHeld;
  const detail: AuditDetail = {
    publish,
    ...overrideDetail(overridden),
    ...(isHeld && { heldBy: [...new Set(faults.map(({ id }) => id))].join(', ') }),
  };
  const { exported } = release;
  const given = { quotesGiven: exported?.quotes !== undefined, slugGiven: exported?.slug !== undefined };
  const { mentions, decide } = composeSave({ ...release, ...given, areaKey: options.areaKey }, source, newId);
  return {
    article: { url: release.url, ...(exported?.article !== undefined && { draftId: exported.article }) },
    mentions,
    audience,
    by: personOf(actor),
    /**
     * @throws Problem when a changed text would go out with a schedule that was given to another text; `checks_failed`
     *   where what stops it has been a draft before
     */
    decide(current, register) {
      const before = current && newestEdition(current);
      const says = (edition: Edition | null | undefined) =>
        current && edition && isDocumentOf(edition, current, { ...release, source });
      // What is public is there already, and is no reason to undo what somebody is writing.
      if (before !== current?.live && says(current?.live)) return {};
      const isSaved = says(before);
      // Its sender has nothing new to say: what people have written here since, or thrown away, holds.
      if (current && !isSaved && options.isRepeated) return {};
      const state = current?.open?.state;
      if (!isSaved && !options.publish) refuseScheduled(current);
      if (options.publish) refuseWithdrawn(current);
      const isWaiting = !isSaved || state === 'draft' || state === 'submitted';
      if (isHeld && isSaved && isWaiting) refuseFaults(faults, []);
      // A decision with anything in it is a change.
      if (isSaved && !(publish && isWaiting)) return {};
      return {
        audit: importNote(actor, audience.at, detail),
        ...(!isSaved && decide(register, before)),
        // What was submitted, or approved for an instant, is another text now.
        ...(!isSaved && (state === 'submitted' || (isHeld && state === 'scheduled')) && { open: 'draft' as const }),
        ...(publish && isWaiting && { publishAt: later(release.publishedAt, audience.at) }),
      };
    },
  };
}

/** The store names the article that it was done to. */
function importNote(actor: Actor, at: Instant, detail: AuditDetail): AuditNote {
  return auditNote(actor, { at, action: 'article.imported', outcome: 'accepted', subject: null, detail });
}

function later(date: Instant | null, now: Instant): Instant {
  return date !== null && date > now ? date : now;
}

/** Whether it is the very document that an edition was saved from, or that an export writes of it. */
function isDocumentOf(
  { sourceDigest, content }: Edition,
  current: Article,
  { url, slug, source }: Pick<Release, 'url' | 'slug'> & { readonly source: SourceDocument },
): boolean {
  if (sourceDigest !== null) return sourceDigest === source.digest;
  const written = {
    content,
    url: current.url ?? url,
    slug: current.slug ?? (current.url === null ? slug : content.slug),
    publishedAt: content.publishedAt ?? current.publishedAt,
    draftId: current.url === null ? current.id : null,
  };
  return Buffer.compare(writeDocument(written), source.bytes) === 0;
}

function refuseWithdrawn(current: Article | undefined): void {
  if (!current?.withdrawn) return;
  throw new Problem(
    'conflict',
    'The release was withdrawn: import its new text as a draft, and publish that by its verb',
  );
}

function refuseScheduled(current: Article | undefined): void {
  if (current?.open?.state !== 'scheduled') return;
  throw new Problem(
    'conflict',
    `The release is scheduled for ${current.open.publishAt}, and its text has changed since: unschedule it first, or schedule the changed text with --publish of the command line`,
  );
}
