import { describe, expect, test } from 'vitest';
import openapi from '../../openapi/openapi.json' with { type: 'json' };
import { openPressOffice } from '../http/press-office.ts';
import { fencedBlocks } from './fenced-blocks.ts';
import { readPage } from './pages.ts';

const page = readPage('docs/API.md');
const blocks = fencedBlocks(page);
const textsIn = (language: string) => blocks.filter((block) => block.language === language).map(({ text }) => text);
/** The addresses of the door that this page is about. */
const delivery = Object.entries(openapi.paths).filter(([path]) =>
  /^\/v1\/(?!editorial|syndication|admin|previews|websub)/.test(path),
);

/** What the one script of the page with this name exports. */
async function script(name: string) {
  const [found = ''] = textsIn('js').filter((text) => text.includes(name));
  return await import(`data:text/javascript,${encodeURIComponent(found)}`);
}

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
    const { shownDate } = await script('shownDate');
    const shown = (publishedAt: string, publishedAtPrecision: string) =>
      shownDate({ publishedAt, publishedAtPrecision });
    expect(shown('2025-09-18T23:00:00.000Z', 'day')).toBe('19 September 2025');
    expect(shown('2020-11-12T00:00:00.000Z', 'day')).toBe('12 November 2020');
    expect(shown('2022-05-05T13:30:00.000Z', 'instant')).toBe('5 May 2022 at 14:30');
  });

  test('shows what the page of a release answers', async () => {
    const { releasePage } = await script('releasePage');
    const office = await openPressOffice({ publicUrl: 'https://news.example' });
    const { listeningOrigin } = office.app;
    const editor = await office.desk('editor', { name: 'Sam Hunt' });
    const withdraw = async (slug: string, body: object) => {
      await office.publish({ slug });
      const { id } = (await office.get(`/v1/articles/${slug}`)).body;
      expect((await editor.act(id, 'withdraw', 1, body)).status).toBe(200);
    };
    await office.publish({ slug: 'bridge' });
    await office.publish({ slug: 'brigde' });
    const { id } = (await office.get('/v1/articles/brigde')).body;
    expect((await editor.patch(id, 1, { slug: 'new-bridge' })).status).toBe(200);
    expect((await editor.act(id, 'correct', 2, { note: 'A name.' })).status).toBe(200);
    await withdraw('notice', { kind: 'notice', explanation: 'It was a drill.' });
    await withdraw('gone', { kind: 'gone', explanation: 'It was a drill.' });
    await withdraw('elsewhere', { kind: 'redirect', alternative: 'https://fire.example/news' });

    const page = (slug: string) => releasePage(listeningOrigin, slug);
    expect(await page('bridge')).toMatchObject({ status: 200, article: { slug: 'bridge' } });
    expect(await page('brigde')).toEqual({ status: 308, location: '/news/new-bridge' });
    expect(await page('notice')).toEqual({ status: 200, notice: 'It was a drill.' });
    expect(await page('gone')).toEqual({ status: 410, notice: 'It was a drill.' });
    expect(await page('elsewhere')).toEqual({ status: 308, location: 'https://fire.example/news' });
    expect(await page('never was/?#')).toEqual({ status: 404, notice: 'There is no article here.' });
    await office.close();
  });

  test('shows the typed client as it is', () => {
    const [shown = 'nothing', ...others] = textsIn('ts');
    expect(readPage('openapi/client/usage.ts')).toContain(shown);
    expect(others).toEqual([]);
  });
});
