import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ARTICLE_MEMBERS } from '../../../src/http/views/article-members.ts';
import { CLOSURE, STORM } from '../fenwick.ts';
import { type Installation, openInstallation } from '../installation.ts';

let api: Installation;
beforeAll(async () => {
  api = await openInstallation();
  for (const release of [CLOSURE, STORM]) await api.publish(release);
});
afterAll(() => api.close());

async function read(path: string) {
  const response = await api.get(path);
  expect(response.status, response.text).toBe(200);
  return response.body;
}

describe('a list', () => {
  test('has the fields that were asked for, in their fixed order', async () => {
    const { data } = await read('/v1/articles?tag=drugs&fields=title,slug,title');
    expect(JSON.stringify(data)).toBe('[{"slug":"closure-order","title":"Closure order extended"}]');
  });

  test('includes bodies, quotes and officials on top of what it has', async () => {
    const [bare] = (await read('/v1/articles?tag=drugs')).data;
    const [entry] = (await read('/v1/articles?tag=drugs&include=body,quotes,officials')).data;
    const one = await read('/v1/articles/closure-order');
    expect(entry).toEqual({ ...bare, body: one.body, quotes: one.quotes, officials: one.officials });
    expect(one.quotes).toHaveLength(1);
  });

  test('includes them beside chosen fields too', async () => {
    const { data } = await read('/v1/articles?sort=publishedAt&fields=slug&include=officials');
    expect(data).toEqual([
      { slug: 'closure-order', officials: [{ slug: 'priya-raman', name: 'Priya Raman' }] },
      { slug: 'storm', officials: [] },
    ]);
  });

  test('gives bodies in the wished format', async () => {
    const { data } = await read('/v1/articles?tag=drugs&fields=body&bodyFormat=text');
    expect(data).toEqual([{ body: { text: 'A plain text.' } }]);
  });

  test('goes on by its cursor with other fields', async () => {
    const { page } = await read('/v1/articles?limit=1&fields=slug');
    const { data } = await read(`/v1/articles?limit=1&fields=title&cursor=${page.next}`);
    expect(data).toEqual([{ title: 'Closure order extended' }]);
  });
});

describe('one article', () => {
  test('has everything, or the fields that were asked for', async () => {
    const whole = await read('/v1/articles/closure-order');
    expect(Object.keys(whole)).toEqual(ARTICLE_MEMBERS);
    for (const name of ARTICLE_MEMBERS) {
      expect(await read(`/v1/articles/closure-order?fields=${name}`)).toEqual({ [name]: whole[name] });
    }
  });

  test.each([
    ['html', { html: '<p>The court extended the order.</p>' }],
    ['markdown', { markdown: 'A plain text.' }],
    ['text', { text: 'A plain text.' }],
    ['all', { html: '<p>The court extended the order.</p>', markdown: 'A plain text.', text: 'A plain text.' }],
  ])('has its body as %s', async (format, body) => {
    expect((await read(`/v1/articles/closure-order?bodyFormat=${format}`)).body).toEqual(body);
  });

  test('keeps its validators and links, whatever is trimmed', async () => {
    const whole = await api.get('/v1/articles/closure-order');
    const trimmed = await api.get('/v1/articles/closure-order?fields=title');
    expect(trimmed.headers['last-modified']).toBe(whole.headers['last-modified']);
    expect(trimmed.headers['link']).toBe(whole.headers['link']);
    expect(trimmed.headers['etag']).not.toBe(whole.headers['etag']);
  });

  test('names the fields that exist to whoever asks for another', async () => {
    const { status, body } = await api.get('/v1/articles/closure-order?fields=title,state');
    expect(status).toBe(400);
    expect(body.errors).toEqual([expect.objectContaining({ parameter: 'fields', allowed: ARTICLE_MEMBERS })]);
  });
});
