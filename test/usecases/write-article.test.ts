import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import { type Draft, type DraftPatch, EMPTY_DRAFT } from '../../src/domain/draft.ts';
import { createArticle, patchArticle } from '../../src/usecases/write-article.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';
import { act, codeOr, ED } from './people.ts';

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = openNewsroom();
});
afterEach(() => newsroom.close());

const OPTIONS = { actor: ED, dryRun: false, once: null };
const ADDRESS = 'https://police.example/news/a';

async function write(draft: Partial<Draft> = {}): Promise<Article> {
  const changed = await createArticle(newsroom.deps, { ...EMPTY_DRAFT, title: 'A title', ...draft }, OPTIONS);
  if ('kept' in changed) throw new Error('an old answer was given');
  return changed.article;
}

async function patch({ id, version }: Article, changes: DraftPatch): Promise<Article> {
  const changed = await patchArticle(newsroom.deps, id, changes, { ...OPTIONS, version });
  if ('kept' in changed) throw new Error('an old answer was given');
  return changed.article;
}

describe('a patch', () => {
  it('changes what it names, and puts back what it names as null', async () => {
    const article = await write({ summary: 'Short.', tags: ['a'], language: 'cy' });
    const { open } = await patch(article, { tags: ['b'], language: null });
    expect(open?.content).toMatchObject({ title: 'A title', summary: 'Short.', tags: ['b'], language: 'en' });
  });

  it('keeps the quotes that a person gave, which must stand in the new body too', async () => {
    const attribution = { name: 'Rebecca Shaw', rank: null, role: null, organisation: null, asWritten: 'Rebecca Shaw' };
    const quotes = [{ paragraphs: ['We are glad.'], attribution }];
    const article = await write({ markdown: 'We are glad. So she said.', quotes });
    const changed = await patch(article, { markdown: 'Today: We are glad.' });
    expect(changed.open?.content.quotes).toMatchObject([
      { id: article.open?.content.quotes[0]?.id, text: 'We are glad.', start: 7, attribution },
    ]);
    const refusal = patch(changed, { markdown: 'We are sorry.' });
    await expect(refusal).rejects.toMatchObject({ errors: [{ pointer: '/quotes/0/paragraphs/0' }] });
    expect((await patch(changed, { markdown: 'We are sorry.', quotes: null })).open?.content.quotes).toEqual([]);
  });

  it('may change the address until the article is published', async () => {
    const draft = await patch(await write({ url: ADDRESS }), { url: `${ADDRESS}-2` });
    expect(draft.url).toBe(`${ADDRESS}-2`);
    expect((await write({ url: ADDRESS })).url).toBe(ADDRESS);
    const live = await act(newsroom.deps, ED, draft, 'force-publish');
    const refusal = patch(live, { url: `${ADDRESS}-3` });
    await expect(refusal).rejects.toMatchObject({ code: 'invalid_body', errors: [{ pointer: '/url' }] });
    expect((await patch(live, { url: `${ADDRESS}-2`, title: 'Another' })).url).toBe(`${ADDRESS}-2`);
  });

  it('cannot take the address of another article', async () => {
    await write({ url: ADDRESS });
    expect(await codeOr(write({ url: ADDRESS }))).toBe('conflict');
    expect(await codeOr(patch(await write(), { url: ADDRESS }))).toBe('conflict');
  });

  it('names an area that there is', async () => {
    const refusal = write({ area: 'Nowhere' });
    await expect(refusal).rejects.toMatchObject({ code: 'invalid_body', errors: [{ pointer: '/area' }] });
  });
});
