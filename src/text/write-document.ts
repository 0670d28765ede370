import type { Content } from '../domain/edition.ts';
import { dayOf, type Instant, parseCalendarDate, startOfDay } from '../domain/time.ts';
import { slugOfAddress } from './address.ts';
import { EXPORT_KEY, type Exported } from './export-key.ts';
import { MAX_FRONT_MATTER_LENGTH } from './front-matter.ts';
import { hasMeaning } from './key-places.ts';
import { slugify } from './slug.ts';
import { separateStandfirst } from './standfirst.ts';

/** What is written down of an article that has no document. */
export interface WrittenArticle {
  readonly content: Content;
  /** Where readers find it, or would. */
  readonly url: string;
  /** The slug under which the public knows it, or the one that it would like. */
  readonly slug: string;
  /** The date that readers are told. */
  readonly publishedAt: Instant | null;
  /** Its id while it has no address. */
  readonly draftId: string | null;
}

/**
 * The document of an article: a markdown file with its keys, or a record where these would be too long for one. An
 * import makes the same article of it.
 */
export function writeDocument(article: WrittenArticle): Uint8Array {
  const { markdown, extra } = article.content;
  const isPlain = Object.entries(extra).every(([key, value]) => isPlainKey(key) && isLine(value));
  const document = `---\n${keysOf(article, isPlain)}---\n${markdown === '' ? '' : `\n${markdown}\n`}`;
  const isTooLong = document.length - markdown.length > MAX_FRONT_MATTER_LENGTH;
  return Buffer.from(isTooLong ? JSON.stringify(recordOf(article)) : document, 'utf8');
}

function keysOf(article: WrittenArticle, isPlain: boolean): string {
  const { title, summary, area, language, tags, image, extra } = article.content;
  const date = dateOf(article);
  const exported = exportedOf(article, date, isPlain);
  const group = [
    ...(summary === null ? [] : [`  description: ${proseOf(summary)}`]),
    ...(image ? [`  image: ${image.url}`] : []),
    ...(typeof image?.alt === 'string' ? [`  imageAlt: ${jsonLine(image.alt)}`] : []),
  ];
  const lines = [
    `title: ${proseOf(title)}`,
    `url: ${article.url}`,
    ...(area ? [`area: ${proseOf(area.name)}`] : []),
    `language: ${language}`,
    ...(tags.length > 0 ? ['tags:', ...tags.map((tag) => `  - ${jsonLine(tag)}`)] : []),
    ...(date === null ? [] : ['publish:', `  date: ${date.text}`]),
    ...(group.length > 0 ? ['og:', ...group] : []),
    ...(isPlain ? Object.entries(extra).map(([key, value]) => `${key}: ${jsonLine(String(value))}`) : []),
    ...(exported === null ? [] : [`${EXPORT_KEY}: |-`, `  ${jsonLine(exported)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function recordOf(article: WrittenArticle): object {
  const { title, summary, area, language, tags, image, markdown } = article.content;
  const date = dateOf(article);
  const exported = exportedOf(article, date, false);
  return {
    title,
    url: article.url,
    ...(area && { area: area.name }),
    language,
    tags,
    ...(date && { publish: { date: date.text } }),
    og: {
      ...(summary !== null && { description: summary }),
      ...(image && { image: image.url }),
      ...(typeof image?.alt === 'string' && { imageAlt: image.alt }),
    },
    ...(exported && { [EXPORT_KEY]: jsonLine(exported) }),
    body: markdown,
  };
}

/** The date as it is written, and whether that says a day. */
function dateOf({ content, publishedAt }: WrittenArticle): { readonly text: string; readonly isDay: boolean } | null {
  if (publishedAt === null) return null;
  const day = dayOf(publishedAt);
  const date = parseCalendarDate(day);
  const isDay = content.publishedAtPrecision === 'day' && date !== undefined && startOfDay(date) === publishedAt;
  return { text: isDay ? day : publishedAt, isDay };
}

/** What the other keys cannot say; null when they say it all. */
function exportedOf(article: WrittenArticle, date: ReturnType<typeof dateOf>, isPlain: boolean): Exported | null {
  const { content, url, slug, draftId } = article;
  const { title, summary, markdown, publishedAtPrecision, quotes, quotesGiven, slugGiven, extra } = content;
  const read = separateStandfirst(title, summary, markdown);
  const derivedSlug = slugOfAddress(new URL(url)) || slugify(title);
  const wished = slugGiven ? content.slug : slug;
  const exported: Exported = {
    ...(draftId !== null && { article: draftId }),
    ...((slugGiven || derivedSlug !== wished) && { slug: wished }),
    ...((read.summary !== summary || read.markdown !== markdown) && { body: 'whole' }),
    ...(publishedAtPrecision === 'day' && !date?.isDay && { precision: publishedAtPrecision }),
    ...(quotesGiven && { quotes: quotes.map(({ paragraphs, attribution }) => ({ paragraphs, attribution })) }),
    ...(!isPlain && Object.keys(extra).length > 0 && { extra }),
  };
  return Object.keys(exported).length > 0 ? exported : null;
}

/** As people write it, where nothing of it means something else in YAML. */
function proseOf(text: string): string {
  return /^[\p{L}\p{N}]/u.test(text) && !/\p{C}|^null$/iu.test(text) ? text : jsonLine(text);
}

/** JSON on one line, whose texts are double-quoted scalars of YAML 1.2 too. */
function jsonLine(value: string | Exported): string {
  return JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isPlainKey(key: string): boolean {
  return /^[A-Za-z][\w-]*$/.test(key) && !hasMeaning(key);
}

function isLine(value: unknown): boolean {
  return typeof value === 'string' && !/\p{C}/u.test(value);
}
