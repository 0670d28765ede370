import { isWithin } from '../domain/characters.ts';
import { type Draft, type DraftPatch, EMPTY_DRAFT } from '../domain/draft.ts';
import { MAX_EXTRA_LENGTH } from '../domain/edition.ts';
import type { Image } from '../domain/image.ts';
import { mergePatch } from '../domain/merge-patch.ts';
import { draftRefused } from './draft-refused.ts';

/**
 * The draft with the patch on it. Quotes that somebody wrote down stay, whatever becomes of the body.
 * @throws Problem `invalid_body` when a picture is left without its address, a day is to have a time that nobody tells, or
 * the free keys grow too large
 */
export function patchDraft(draft: Draft, patch: DraftPatch): Draft {
  const { image, extra, ...fields } = patch;
  refuseTimeOfDay(draft, fields);
  const changes = Object.entries(fields).map(([name, value]) => [name, value ?? Reflect.get(EMPTY_DRAFT, name)]);
  return {
    ...draft,
    ...Object.fromEntries(changes),
    ...(image !== undefined && { image: image && patchImage(draft.image, image) }),
    ...(extra !== undefined && { extra: extra === null ? {} : patchExtra(draft.extra, extra) }),
  };
}

/** What is kept of a day is its first instant: readers would be told midnight. */
function refuseTimeOfDay(
  before: Draft,
  { publishedAt, publishedAtPrecision = 'day' }: Pick<DraftPatch, 'publishedAt' | 'publishedAtPrecision'>,
): void {
  const isDay = before.publishedAt !== null && before.publishedAtPrecision === 'day';
  if (!isDay || publishedAt !== undefined || publishedAtPrecision === 'day') return;
  throw draftRefused({
    pointer: '/publishedAtPrecision',
    detail: 'The draft has the day of its publication, and no time.',
    expected: 'publishedAt with its time, or null.',
  });
}

function patchImage(before: Image | null, patch: Partial<Image>): Image {
  const { url, alt = null } = { ...before, ...patch };
  if (url === undefined) throw draftRefused({ pointer: '/image/url', detail: 'A picture needs its address.' });
  return { url, alt };
}

function patchExtra(before: Draft['extra'], patch: Draft['extra']): Draft['extra'] {
  const extra = mergePatch(before, patch);
  if (isWithin(JSON.stringify(extra), MAX_EXTRA_LENGTH)) return extra;
  throw draftRefused({
    pointer: '/extra',
    detail: `As JSON, these keys have more than ${MAX_EXTRA_LENGTH} characters.`,
  });
}
