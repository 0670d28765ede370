import { describe, expect, test } from 'vitest';
import openapi from '../../openapi/openapi.json' with { type: 'json' };
import { MAX_ADDRESS_LENGTH } from '../../src/domain/address.ts';
import { MAX_AREA_DEPTH } from '../../src/domain/area.ts';
import {
  MAX_ALT_LENGTH,
  MAX_AREA_LENGTH,
  MAX_BODY_LENGTH,
  MAX_SUMMARY_LENGTH,
  MAX_TAG_LENGTH,
  MAX_TAGS,
  MAX_TITLE_LENGTH,
} from '../../src/domain/edition.ts';
import { PROBLEM_CODES } from '../../src/domain/problem.ts';
import { DEFAULT_LIMIT, MAX_FACET_VALUES, MAX_FACETED, MAX_LIMIT, MAX_NUMBERED_ROWS } from '../../src/domain/query.ts';
import { MAX_SEARCH_WORDS } from '../../src/domain/search.ts';
import { MAX_NEWS, MAX_SITEMAP_URLS } from '../../src/domain/sitemap.ts';
import { MAX_SLUG_LENGTH } from '../../src/domain/slug.ts';
import { SYNDICATION_EVENTS } from '../../src/domain/syndication-event.ts';
import { MAX_CURSOR_LENGTH } from '../../src/http/answer/cursor.ts';
import { MAX_LINK_HEADER_LENGTH } from '../../src/http/answer/link.ts';
import { MAX_WAITING } from '../../src/http/following/change-bell.ts';
import { MAX_WAIT_SECONDS } from '../../src/http/following/following.ts';
import { DEFAULT_LIMITS } from '../../src/http/options.ts';
import { PROBLEM_TABLE } from '../../src/http/problems/problem-table.ts';
import { MAX_REPORTED_ERRORS } from '../../src/http/request/parse-request.ts';
import { challengeView, EVENT_MEANINGS, messageView } from '../../src/http/views/webhook.ts';
import { describeSettings, MAX_CACHE_SECONDS } from '../../src/settings.ts';
import { MAX_AREA_NAME_LENGTH } from '../../src/text/areas-file.ts';
import { MAX_COMPLAINTS } from '../../src/text/complaint.ts';
import { MAX_DATE_LENGTH, parseWrittenDate } from '../../src/text/dates.ts';
import { readDocument } from '../../src/text/document.ts';
import { MAX_FRONT_MATTER_LENGTH } from '../../src/text/front-matter.ts';
import { MAX_BLOCK_TOKENS, MAX_NESTING } from '../../src/text/markdown-parser.ts';
import { MAX_DOCUMENT_BYTES } from '../../src/text/source-text.ts';
import { MAX_DEPTH } from '../../src/text/source-tree.ts';
import { MAX_BATCH_INPUTS } from '../../src/usecases/import-releases.ts';
import { IMPORT_OUTCOMES } from '../../src/usecases/import-result.ts';
import { fencedBlocks } from './fenced-blocks.ts';
import { markedTable, readPage, rowsOf } from './pages.ts';

test.each(['README.md', 'docs/OPERATING.md'])('the settings in %s are those that there are', (page) => {
  const rows = describeSettings().map(({ name, fallback, meaning }) => [code(name), code(fallback), meaning]);
  expect(markedTable(readPage(page), 'settings')).toBe(tableOf(['variable', 'without it', 'what it does'], rows));
});

describe('docs/API.md', () => {
  const page = readPage('docs/API.md');

  test('explains every code of a problem', () => {
    const rows = PROBLEM_CODES.map((each) => {
      const { status, meaning, remedy } = PROBLEM_TABLE[each];
      return [code(each), String(status), meaning, remedy];
    });
    expect(markedTable(page, 'problems')).toBe(tableOf(['code', 'status', 'what happened', 'what to do'], rows));
  });

  test('gives the limits of the code', () => {
    const { urlLength, headerBytes, bodyBytes, ...times } = DEFAULT_LIMITS;
    expect(limitsOf(page)).toEqual({
      MAX_LIMIT,
      MAX_NUMBERED_ROWS,
      MAX_SITEMAP_URLS,
      MAX_NEWS,
      MAX_FACET_VALUES,
      MAX_FACETED,
      DEFAULT_LIMIT,
      MAX_SEARCH_WORDS,
      MAX_SLUG_LENGTH,
      MAX_TAG_LENGTH: openapi.components.parameters.Tag.schema.maxLength,
      MAX_CURSOR_LENGTH,
      MAX_REPORTED_ERRORS,
      MAX_LINK_HEADER_LENGTH,
      MAX_WAIT_SECONDS,
      MAX_WAITING,
      urlLength,
      headerBytes,
      bodyBytes,
      requestTimeoutMillis: times.requestTimeoutMillis / 1000,
      headersTimeoutMillis: times.headersTimeoutMillis / 1000,
      keepAliveTimeoutMillis: times.keepAliveTimeoutMillis / 1000,
      MAX_CACHE_SECONDS,
    });
  });
});

test('docs/WEBHOOKS.md says what the document says of every event', () => {
  const rows = SYNDICATION_EVENTS.map((type) => {
    const { meaning, action } = EVENT_MEANINGS[type];
    return [code(type), meaning, action];
  });
  const told = tableOf(['`type`', 'what happened', 'what you do'], rows);
  expect(markedTable(readPage('docs/WEBHOOKS.md'), 'events')).toBe(told);
});

test('the messages in docs/WEBHOOKS.md are such as are sent', () => {
  const messages = fencedBlocks(readPage('docs/WEBHOOKS.md'))
    .filter(({ language, text }) => language === 'json' && /^\{\s*"type"/.test(text))
    .map(({ text }) => JSON.parse(text));
  expect(messages.map(({ type }) => type)).toEqual(['subscription.challenge', 'article.corrected']);
  const [challenge, corrected] = messages;
  expect(challengeView.parse(challenge)).toEqual(challenge);
  expect(messageView('article.corrected').parse(corrected)).toEqual(corrected);
});

describe('docs/IMPORT.md', () => {
  const page = readPage('docs/IMPORT.md');

  test('names every key that means something, with an example that is taken', () => {
    const lines = rowsOf(markedTable(page, 'keys')).map(([key, example]) => `${key}: ${example}`);
    const document = readDocument(new TextEncoder().encode(['---', ...lines, '---', 'Body.'].join('\n')));
    expect(document).toEqual({
      title: 'Night bus returns',
      url: 'https://www.fenwick.gov.example/news/night-bus-returns',
      slug: 'night-bus',
      exported: { slug: 'night-bus' },
      area: 'Fenwick',
      language: 'cy',
      tags: ['transport', 'council'],
      publishedAt: '2026-03-03T09:30:00.000Z',
      publishedAtPrecision: 'instant',
      summary: 'The night bus is back.',
      image: { url: 'https://www.fenwick.gov.example/images/bus.jpg', alt: 'A bus at night' },
      markdown: 'Body.',
      extra: {},
    });
  });

  test.each(rowsOf(markedTable(page, 'dates')))('reads the date %s', (written, at, precision) => {
    expect(parseWrittenDate(String(written))).toEqual({ at, precision });
  });

  test.each(rowsOf(markedTable(page, 'refused dates')))('refuses the date %s', (written, detail) => {
    expect(parseWrittenDate(String(written))).toEqual({ detail, expected: expect.any(String) });
  });

  test('names every outcome', () => {
    const named = rowsOf(markedTable(page, 'outcomes')).map(([outcome]) => outcome);
    expect(named.sort()).toEqual([...IMPORT_OUTCOMES, 'registered'].sort());
  });

  test('gives the limits of the code', () => {
    expect(limitsOf(page)).toEqual({
      MAX_DOCUMENT_BYTES,
      MAX_BODY_LENGTH,
      MAX_BLOCK_TOKENS,
      MAX_NESTING,
      MAX_FRONT_MATTER_LENGTH,
      MAX_DEPTH,
      MAX_TITLE_LENGTH,
      MAX_SUMMARY_LENGTH,
      MAX_ADDRESS_LENGTH,
      MAX_ALT_LENGTH,
      MAX_AREA_LENGTH,
      MAX_DATE_LENGTH,
      MAX_TAGS,
      MAX_TAG_LENGTH,
      MAX_SLUG_LENGTH,
      MAX_AREA_NAME_LENGTH,
      MAX_AREA_DEPTH,
      MAX_COMPLAINTS,
      MAX_BATCH_INPUTS,
    });
  });
});

/** The values of a table of limits, by the names that they have in the code. */
function limitsOf(page: string): Record<string, number> {
  const rows = rowsOf(markedTable(page, 'limits'));
  return Object.fromEntries(rows.map((cells) => [cells.at(-1), Number(cells[1]?.replaceAll(',', ''))]));
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [line(head), `|${'---|'.repeat(head.length)}\n`, ...rows.map(line)].join('');
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}
