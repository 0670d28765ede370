import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import { readDocument, readRecord } from '../../src/text/document.ts';
import { readRelease, toRelease, toReleases } from '../../src/text/release.ts';

const ROOT = `${import.meta.dirname}/../..`;

function release(summary: string | null, body: string, title = 'A title') {
  const record = { title, url: 'https://www.ouseshire.police.example/news/quay', og: { description: summary }, body };
  return toRelease(readRecord(new TextEncoder().encode(JSON.stringify(record))));
}

function standfirst(summary: string | null, body: string, title?: string) {
  const read = release(summary, body, title);
  return { summary: read.summary, markdown: read.markdown };
}

describe('a release', () => {
  it('is its document, rendered', () => {
    const { html, text, blocks, markdown } = release('Sum', '# Sum\n\nOne *two*.\n\n## Three');
    expect(markdown).toBe('One *two*.\n\n## Three');
    expect(html).toBe('<p>One <em>two</em>.</p>\n<h2>Three</h2>');
    expect(text).toBe('One two.\n\nThree');
    expect(blocks.map(({ start, end }) => markdown.slice(start, end))).toEqual(['One *two*.', 'Three']);
  });

  it('has its statements, placed in the markdown that is kept', () => {
    const { markdown, statements } = release('Sum', '### Sum\n\nInspector Jo Day said: "We **act** now."');
    expect(statements.map(({ text, attribution }) => [text, attribution.name])).toEqual([['We act now.', 'Jo Day']]);
    expect(statements.map(({ start, end }) => markdown.slice(start, end))).toEqual(['We **act** now.']);
  });
});

describe('several releases', () => {
  const codeOf = (error: unknown) => (error instanceof Problem ? error.code : error);
  const documentOf = (body: string) =>
    readRecord(
      Buffer.from(JSON.stringify({ title: 'A title', url: 'https://www.ouseshire.police.example/quay', body })),
    );

  it('are read as each alone, in their order', () => {
    const documents = [
      'Inspector Jo Day said: "We act now."',
      'Nobody spoke.',
      '“It rained,” said Dr Amy Lee, of Marl Hospital.',
    ].map(documentOf);
    expect(toReleases(documents)).toEqual(documents.map((document) => ({ release: toRelease(document) })));
  });

  it('fail alone: in what they hold, and in what is said of it', () => {
    const deep = documentOf(`${'> '.repeat(40)}Words`);
    const attribution = { name: 'Jo Day', rank: null, role: null, organisation: null, asWritten: 'Jo Day' };
    const misquoted = { ...documentOf('Words.'), exported: { quotes: [{ paragraphs: ['Never said.'], attribution }] } };
    const read = toReleases([documentOf('One.'), deep, misquoted, documentOf('Two.')]);
    expect(read.map((each) => ('release' in each ? each.release.text : codeOf(each.error)))).toEqual([
      'One.',
      'invalid_document',
      'invalid_document',
      'Two.',
    ]);
  });
});

describe('the standfirst', () => {
  const SUMMARY = 'Officers “can’t” wait: café re-opens.';

  it.each([
    `### ${SUMMARY}\n\nText`,
    `${SUMMARY}\n\nText`,
    `###  officers "can't"  WAIT: cafe\u0301 re-opens ###\n\n\n\nText`,
    `**Officers “can’t” wait:**\ncafé re\\-opens\n\nText`,
    `# ${SUMMARY}\nText`,
    `${SUMMARY}\n===\nText`,
    `${SUMMARY}\n---\n\nText`,
  ])('is told once when the body begins with it: %j', (body) => {
    expect(standfirst(SUMMARY, body)).toEqual({ summary: SUMMARY, markdown: 'Text' });
  });

  it.each([
    `${SUMMARY} And more.\n\nText`,
    `### Officers wait\n\nText`,
    `Text\n\n### ${SUMMARY}`,
    `- ${SUMMARY}\n\nText`,
    `> ${SUMMARY}\n\nText`,
    `### ${SUMMARY}`,
    '',
  ])('leaves %j as it is', (body) => {
    expect(standfirst(SUMMARY, body)).toEqual({ summary: SUMMARY, markdown: body });
  });

  it('is a first heading that reads like one, where there is no summary', () => {
    const heading = 'Residents of a tower block were *promised* a quieter winter';
    expect(standfirst(null, `### ${heading}\n\nText`)).toEqual({
      summary: heading.replaceAll('*', ''),
      markdown: 'Text',
    });
  });

  it.each([
    ['# Residents of a tower block were promised a quieter winter\n\nText', 'of the first level'],
    ['### Background to the closure order\n\nText', 'too short'],
    ['### Residents of a tower block were promised a quieter winter', 'all there is'],
    ['Residents of a tower block were promised a quieter winter\n\nText', 'a paragraph'],
    ['### A title of eight words is not one\n\nText', 'the title'],
  ])('is missing where the body begins with %j, which is %s', (body) => {
    expect(standfirst(null, body, 'A title of eight words is not one!')).toEqual({ summary: null, markdown: body });
  });
});

describe('every example release', () => {
  const files = globSync(`${ROOT}/seeds/[0-9]*/*.md`);

  it('is there', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(files.map((file) => file.slice(file.lastIndexOf('/') + 1, -3)))('is read under its slug: %s', (slug) => {
    const bytes = readFileSync(files.find((file) => file.endsWith(`/${slug}.md`)) ?? '');
    const read = readRelease(bytes);
    expect(read.slug).toBe(slug);
    expect(read.publishedAt).not.toBe(null);
    expect(read.blocks.length).toBeGreaterThan(2);
    expect(readDocument(bytes).markdown.endsWith(read.markdown)).toBe(true);
  });
});
