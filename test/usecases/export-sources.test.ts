import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyone } from '../../src/domain/visibility.ts';
import { exportSource } from '../../src/usecases/export-sources.ts';
import { exportedUrls, importAll, type Newsroom, openNewsroom } from './newsroom.ts';
import { pressRelease } from './press-release.ts';

const URL = 'https://police.example/news/closure-order';

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = openNewsroom();
});
afterEach(() => newsroom.close());

describe('an export', () => {
  it('gives every document back byte for byte, drafts too', async () => {
    const untidy = `\uFEFF${pressRelease().replaceAll('\n', '\r\n')}   `;
    await importAll(newsroom, { a: untidy, b: pressRelease({ slug: 'b' }) });
    expect(Buffer.from((await exportSource(newsroom.deps, URL)).bytes).toString()).toBe(untidy);
    expect((await exportedUrls(newsroom)).sort()).toEqual(['https://police.example/news/b', URL]);
  });

  it('finds a public release by address, slug and id', async () => {
    await importAll(newsroom, { a: pressRelease() }, { publish: true });
    const { store, clock } = newsroom.deps;
    const row = await store.articles.find('closure-order', everyone(clock.now()));
    for (const reference of [URL, 'closure-order', row?.id ?? '']) {
      expect(Buffer.from((await exportSource(newsroom.deps, reference)).bytes).toString()).toBe(pressRelease());
    }
  });

  it('refuses what does not exist', async () => {
    await expect(exportSource(newsroom.deps, randomUUID())).rejects.toMatchObject({ code: 'not_found' });
  });
});
