import { afterAll, beforeAll, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { markedTable, readPage } from '../../docs/pages.ts';
import { CLOSURE } from '../fenwick.ts';
import { bearer, type Installation, NOW, openInstallation } from '../installation.ts';

let api: Installation;
let monitor: { readonly Authorization: string };
beforeAll(async () => {
  api = await openInstallation();
  monitor = bearer(await api.createKey('monitor'));
});
afterAll(() => api.close());

/** The figures as a monitor reads them: each line's number by its name and labels. */
async function figures(): Promise<ReadonlyMap<string, number>> {
  const { status, headers, text } = await api.get('/metrics', monitor);
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'no-store',
  ]);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

test('answers are counted by route, method and status, from memory and not, and never by what they are about', async () => {
  await api.publish(CLOSURE);
  for (let times = 0; times < 4; times += 1) await api.get(`/v1/articles/${CLOSURE.slug}`);
  await api.client.head(`/v1/articles/${CLOSURE.slug}?fields=title`);
  await api.get('/v1/articles/a-secret-that-is-none');
  await api.client.get('/wp-login.php?user=somebody');
  await api.client.delete('/v1/tags');
  const found = await figures();
  const counts = [...found].filter(([name]) => name.startsWith('dateline_http_request_duration_seconds_count'));
  const of = (route: string, method: string, status: number) =>
    `dateline_http_request_duration_seconds_count{route="${route}",method="${method}",status="${status}"}`;
  expect(Object.fromEntries(counts)).toEqual({
    [of('/v1/articles/{idOrSlug}', 'GET', 200)]: 4,
    [of('/v1/articles/{idOrSlug}', 'HEAD', 200)]: 1,
    [of('/v1/articles/{idOrSlug}', 'GET', 404)]: 1,
    [of('none', 'GET', 404)]: 1,
    [of('none', 'DELETE', 405)]: 1,
  });
  expect(found.get('dateline_cache_answers_total{from="memory"}')).toBe(2);
  expect(found.get('dateline_cache_answers_total{from="data"}')).toBe(4);
  expect([...found.keys()].filter((name) => /closure|secret|login|somebody/i.test(name))).toEqual([]);
});

test('a scheduled release shows in no figure before it is announced; then in how late that was', async () => {
  const T = shifted(NOW, 60_000);
  const before = dataFigures(await figures());
  await api.publish({ slug: 'to-come', publishAt: T });
  api.setTime(shifted(T, -1));
  expect(dataFigures(await figures())).toEqual(before);
  api.setTime(shifted(T, 1_500));
  await api.store.articles.lift(shifted(T, 1_500));
  const after = await figures();
  expect(after.get('dateline_last_lift_lateness_seconds')).toBe(1.5);
  expect(after.get('dateline_last_lift_timestamp_seconds')).toBe((Date.parse(T) + 1_500) / 1000);
  expect(after.get('dateline_public_articles')).toBe((before['dateline_public_articles'] ?? 0) + 1);
});

/** What is said of the data, without the sizes of files, which grow with whatever anybody writes. */
function dataFigures(found: ReadonlyMap<string, number>): Record<string, number> {
  const ofProcess = /^dateline_(http|cache|event_loop|build)|^process|^nodejs|bytes$/;
  return Object.fromEntries([...found].filter(([name]) => !ofProcess.test(name)));
}

test('a key of a monitor opens the figures and nothing else', async () => {
  const paths = ['/v1/editorial/articles', '/v1/admin/keys', '/v1/syndication/changes'];
  const statuses = await Promise.all(paths.map(async (path) => (await api.client.get(path).set(monitor)).status));
  expect(statuses).toEqual([403, 403, 403]);
  expect((await api.client.get('/metrics')).status).toBe(401);
});

test('docs/OPERATING.md explains every figure there is, and no other', async () => {
  const table = markedTable(readPage('docs/OPERATING.md'), 'metrics');
  const explained = [...table.matchAll(/`(dateline_\w+)`/g)].map(([, name]) => name);
  const { text } = await api.get('/metrics', monitor);
  const told = [...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name = '']) => name);
  expect(told.filter((name) => !/^(process|nodejs)_/.test(name)).sort()).toEqual(explained.sort());
});
