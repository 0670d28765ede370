import type { Check } from '../domain/check.ts';
import type { PreviewedRelease } from '../domain/preview.ts';
import { HOME_ZONE, type Instant } from '../domain/time.ts';
import { escapeHtml } from './html.ts';

/**
 * A release as a page for people who may see it before its time: what a reader would see, and beside it who says what.
 * Everything in it is escaped but the body, which is safe HTML already. It needs no script.
 */
export function previewPage(release: PreviewedRelease): string {
  const { title, summary, language, image, html, quotes, checks, expiresAt } = release;
  const isBeside = quotes.length > 0 || checks.length > 0;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Preview: ${escapeHtml(title)}</title>
<style>${PREVIEW_STYLE}</style>
</head>
<body>
<header class="notice"><p><strong>Preview – not public.</strong> Please do not pass it on. This link works until
${time(expiresAt, 'instant')} at the latest.${jump(release)}</p></header>
<main${isBeside ? ' class="beside"' : ''}>
<article lang="${escapeHtml(language)}">
<header>
${dateline(release)}
<h1>${escapeHtml(title)}</h1>
${summary === null ? '' : `<p class="standfirst">${escapeHtml(summary)}</p>`}
</header>
${image === null ? '' : `<img class="lead" src="${escapeHtml(image.url)}" alt="${escapeHtml(image.alt ?? '')}">`}
<div class="body">
${html}
</div>
${tagList(release)}
</article>
${isBeside ? `<aside aria-label="For the newsroom">\n${checkList(release)}\n${quoteList(release)}\n</aside>` : ''}
</main>
</body>
</html>
`;
}

/** The one style of the page, as its Content-Security-Policy names it by hash. */
export const PREVIEW_STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #fff; --line: #d8dee4; --mark: #8a3b00; --note: #fff3df; --wrong: #b00020 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --soft: #a9b1ba; --paper: #15181c; --line: #363c44; --mark: #ffb86b; --note: #33240f; --wrong: #ff8a93 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 Georgia, "Times New Roman", serif }
.notice, .dateline, .tags, aside { font-family: system-ui, "Segoe UI", Roboto, sans-serif }
.notice { padding: .75rem 1.5rem; background: var(--note); border-bottom: 3px solid var(--mark); font-size: 1rem; text-align: center }
.notice p { margin: 0 }
.notice strong { color: var(--mark) }
.notice a { color: inherit; white-space: nowrap }
a:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px }
main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem }
.dateline { margin: 0 0 .75rem; color: var(--soft); font-size: .9375rem }
h1 { margin: 0 0 1rem; font-size: clamp(1.75rem, 4.5vw, 2.5rem); line-height: 1.2 }
.standfirst { margin: 0 0 1.75rem; font-size: 1.3125rem; line-height: 1.5; color: var(--soft) }
article, aside { min-width: 0; overflow-wrap: break-word }
img { max-width: 100%; height: auto }
.lead { display: block; width: 100%; margin: 0 0 1.75rem }
.body { overflow-x: auto }
.body > :first-child { margin-top: 0 }
.body a { color: inherit }
.body table { border-collapse: collapse }
.body th, .body td { padding: .35rem .75rem; border: 1px solid var(--line); text-align: left }
.body blockquote { margin: 1.5rem 0; padding-left: 1rem; border-left: 3px solid var(--line) }
.tags { display: flex; flex-wrap: wrap; gap: .5rem; margin: 2rem 0 0; padding: 0; list-style: none; font-size: .875rem }
.tags li { padding: .15rem .65rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--soft) }
aside { margin-top: 3rem; padding-top: 1.5rem; border-top: 1px solid var(--line); font-size: .9375rem; line-height: 1.5 }
aside h2 { margin: 0 0 1rem; font-size: 1rem }
aside ol, aside ul { margin: 0; padding: 0; list-style: none }
aside section + section { margin-top: 2.5rem }
aside .is-error, aside .is-warning, aside .is-notice { padding-left: .9rem; border-left: 3px solid var(--line) }
aside .is-error { border-color: var(--wrong) }
aside .is-warning { border-color: var(--mark) }
aside .is-error strong { color: var(--wrong) }
aside ul p { margin: 0 }
aside .kind { color: var(--soft); font-size: .875rem }
aside .kind strong { color: var(--ink) }
aside q { display: block; margin-top: .25rem; font-family: Georgia, "Times New Roman", serif; color: var(--soft) }
aside code { font-size: .8125rem; white-space: nowrap }
aside ul li + li { margin-top: 1.125rem }
aside ol li + li { margin-top: 1.5rem }
figure { margin: 0 }
figure blockquote { margin: 0; padding-left: .9rem; border-left: 3px solid var(--mark) }
figure p { margin: 0 0 .5rem }
figcaption { margin-top: .5rem; color: var(--soft) }
figcaption strong { color: var(--ink) }
@media (min-width: 70rem) {
  main.beside { display: grid; grid-template-columns: minmax(0, 42rem) minmax(16rem, 20rem); gap: 4rem; max-width: 70rem }
  aside { margin-top: 0; padding: 0 0 0 2rem; border-top: 0; border-left: 1px solid var(--line) }
}
@media (min-width: 70rem), print { .jump { display: none } }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --line: #999; --mark: #000; --note: #fff; --wrong: #000 }
  body { font-size: 11pt }
  .notice { border: 2px solid }
  main, main.beside { display: block; max-width: none; padding: 1.5rem 0 0 }
  aside { margin-top: 2rem; padding: 1rem 0 0; border: 0; border-top: 1px solid }
  h1, h2 { break-after: avoid }
  aside li, .body blockquote, tr, img { break-inside: avoid }
}
`;

function dateline({ area, publishedAt, publishedAtPrecision }: PreviewedRelease): string {
  const when = publishedAt === null ? 'Date of publication not decided' : time(publishedAt, publishedAtPrecision);
  return `<p class="dateline">${area === null ? '' : `${escapeHtml(area)} · `}${when}</p>`;
}

function tagList({ tags }: PreviewedRelease): string {
  if (tags.length === 0) return '';
  return `<ul class="tags" aria-label="Tags">${tags.map((tag) => `<li>${escapeHtml(tag)}</li>`).join('')}</ul>`;
}

function checkList(release: PreviewedRelease): string {
  const { checks } = release;
  if (checks.length === 0) return '';
  return `<section aria-labelledby="checks">
<h2 id="checks">Worth a second look</h2>
<ul>${checks.map((check) => checkItem(check, release)).join('')}</ul>
</section>`;
}

function checkItem(check: Check, release: PreviewedRelease): string {
  const { id, severity, message, pointer } = check;
  const field = pointer.split('/')[1] ?? '';
  const kind = `<strong>${SEVERITIES_SHOWN[severity]}</strong> · ${escapeHtml(FIELDS_SHOWN[field] ?? field)} · <code>${id}</code>`;
  const place = placeOf(check, release);
  const quoted = place === '' ? '' : `<q lang="${escapeHtml(release.language)}">${escapeHtml(place)}</q>`;
  return `
<li class="is-${severity}"><p class="kind">${kind}</p><p>${escapeHtml(message)}</p>${quoted}</li>`;
}

const SEVERITIES_SHOWN: Readonly<Record<Check['severity'], string>> = {
  error: 'Error, stops its publication',
  warning: 'Warning',
  notice: 'Notice',
};
/** Fields whose names say something else to people. */
const FIELDS_SHOWN: Readonly<Record<string, string>> = { body: 'text', image: 'picture' };

/** Characters of a text by which its place is found. */
const PLACE_LENGTH = 70;

/** The words that a check is about, where it does not say them itself; empty where it is about no place. */
function placeOf({ message, pointer, start, end }: Check, { title, summary, markdown }: PreviewedRelease): string {
  const texts: Readonly<Record<string, string | null>> = {
    '/title': title,
    '/summary': summary,
    '/body/markdown': markdown,
  };
  const text = texts[pointer];
  if (start === null || end === null || !text) return '';
  const found = text.slice(start, end).trim();
  if (found.length > 3 && message.includes(found)) return '';
  // A mark or a word alone is found by what follows it in its paragraph.
  const paragraphEnd = text.indexOf('\n\n', start);
  const words = text
    .slice(start, Math.max(end, paragraphEnd === -1 ? text.length : paragraphEnd))
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (words.length <= PLACE_LENGTH) return words;
  const lastSpace = words.lastIndexOf(' ', PLACE_LENGTH);
  return `${words.slice(0, lastSpace > 0 ? lastSpace : PLACE_LENGTH)}…`;
}

/** The way to what stands behind the text on a narrow screen. */
function jump({ checks }: PreviewedRelease): string {
  if (checks.length === 0) return '';
  const remarks = checks.length === 1 ? 'One remark' : `${checks.length} remarks`;
  return ` <a class="jump" href="#checks">${remarks} below</a>`;
}

function quoteList({ quotes, language }: PreviewedRelease): string {
  if (quotes.length === 0) return '';
  return `<section aria-labelledby="quotes">
<h2 id="quotes">Who says what</h2>
<ol>${quotes.map((quote) => quoteItem(quote, language)).join('')}</ol>
</section>`;
}

function quoteItem({ paragraphs, attribution }: PreviewedRelease['quotes'][number], language: string): string {
  const { name, rank, role, organisation, asWritten } = attribution;
  const speaker = [rank, name].filter((part) => part !== null).join(' ');
  const post = [role, organisation].filter((part) => part !== null).join(', ');
  const said = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
  const caption =
    name === null
      ? `<strong>Nobody named</strong><br>${escapeHtml(asWritten)}`
      : `<strong>${escapeHtml(speaker)}</strong>${post === '' ? '' : `<br>${escapeHtml(post)}`}`;
  return `
<li><figure><blockquote lang="${escapeHtml(language)}">${said}</blockquote><figcaption>${caption}</figcaption></figure></li>`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: HOME_ZONE });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: HOME_ZONE });

function time(at: Instant, precision: PreviewedRelease['publishedAtPrecision']): string {
  const format = precision === 'day' ? DAY : MOMENT;
  return `<time datetime="${escapeHtml(at)}">${escapeHtml(format.format(new Date(at)))}</time>`;
}
