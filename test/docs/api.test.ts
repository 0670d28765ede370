import { describe, expect, test } from 'vitest';
import openapi from '../../openapi/openapi.json' with { type: 'json' };
import { fencedBlocks } from './fenced-blocks.ts';
import { readPage } from './pages.ts';

const page = readPage('docs/API.md');
const blocks = fencedBlocks(page);
const textsIn = (language: string) => blocks.filter((block) => block.language === language).map(({ text }) => text);
/** The addresses of the door that this page is about. */
const delivery = Object.entries(openapi.paths).filter(([path]) =>
  /^\/v1\/(?!editorial|syndication|admin|previews|websub)/.test(path),
);

describe('docs/API.md', () => {
  test('has an example of every address that delivers', () => {
    expect(delivery.length).toBeGreaterThan(5);
    const asked = textsIn('sh').flatMap((text) => text.match(/(?<=:3000)\/v1\/[^'"? ]+/g) ?? []);
    const isAsked = (path: string) => {
      const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
      return asked.some((each) => pattern.test(each));
    };
    expect(delivery.map(([path]) => path).filter((path) => !isAsked(path))).toEqual([]);
  });

  test('has an example of every parameter', () => {
    const references = new Set(JSON.stringify(delivery).match(/(?<=#\/components\/parameters\/)\w+/g));
    const parameters = Object.entries(openapi.components.parameters).filter(([id]) => references.has(id));
    expect(parameters.length).toBeGreaterThan(10);
    const shown = textsIn('sh').join('\n');
    const names = parameters.map(([, { name }]) => name);
    expect(names.filter((name) => !new RegExp(`[?&' ]${name}=`).test(shown))).toEqual([]);
  });

  test('names every order', () => {
    const { enum: sorts } = openapi.components.parameters.ArticleSort.schema;
    expect(sorts.filter((sort) => !page.includes(`\n| \`${sort}\` |`))).toEqual([]);
  });

  test('shows how to show a date', async () => {
    const [script = ''] = textsIn('js');
    const { shownDate } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
    const shown = (publishedAt: string, publishedAtPrecision: string) =>
      shownDate({ publishedAt, publishedAtPrecision });
    expect(shown('2025-09-18T23:00:00.000Z', 'day')).toBe('19 September 2025');
    expect(shown('2020-11-12T00:00:00.000Z', 'day')).toBe('12 November 2020');
    expect(shown('2022-05-05T13:30:00.000Z', 'instant')).toBe('5 May 2022 at 14:30');
  });

  test('shows the typed client as it is', () => {
    const [shown = 'nothing', ...others] = textsIn('ts');
    expect(readPage('openapi/client/usage.ts')).toContain(shown);
    expect(others).toEqual([]);
  });
});
