import { expect, onTestFinished, test } from 'vitest';
import type { AppOptions } from '../../../src/http/options.ts';
import { toShownBody } from '../../../src/http/views/shown-article.ts';
import { instant } from '../../support/time.ts';
import { CLOSURE } from '../fenwick.ts';
import { type Installation, NOW, openInstallation } from '../installation.ts';
import { checkShown } from '../shown.ts';

const PUBLISHER = { name: 'Ouseshire </script> Police', url: 'https://police.example/', logo: null, hosts: null };
const ORGANIZATION = { '@type': 'Organization', name: PUBLISHER.name, url: PUBLISHER.url };

async function open(overrides: Partial<AppOptions> = {}): Promise<Installation> {
  const api = await openInstallation(overrides);
  onTestFinished(() => api.close());
  return api;
}

test('JSON-LD names the publisher as author too, alike in what is kept, in what is made, and in copies', async () => {
  const api = await open({ publisher: PUBLISHER });
  await api.publish(CLOSURE);
  const read = async (query = '') => (await api.get(`/v1/articles/${CLOSURE.slug}${query}`)).body;
  const made = await read();
  expect(made.jsonLd).toMatchObject({ '@type': 'NewsArticle', author: [ORGANIZATION], publisher: ORGANIZATION });
  await checkShown(api.store, NOW);
  expect(await read()).toEqual(made);
  expect(await read('?fields=jsonLd,links')).toEqual({ jsonLd: made.jsonLd, links: made.links });
  const { body: changes } = await api.get('/v1/changes?include=article');
  expect(changes.data[0].article.jsonLd).toEqual(made.jsonLd);
});

test('feeds and the sitemap of news name the publisher, and otherwise the site of a release', async () => {
  const api = await open({ publisher: PUBLISHER });
  const unnamed = await open();
  for (const each of [api, unnamed]) await each.publish({ slug: 'closure', content: { publishedAt: NOW } });
  const namesOf = async ({ get }: Installation) => ({
    rss: /<dc:creator>(.*)<\/dc:creator>/.exec((await get('/v1/feeds/rss.xml')).text)?.[1],
    atom: (await get('/v1/feeds/atom.xml')).text.match(/(?<=<author>\n<name>).*(?=<)/g),
    json: JSON.parse((await get('/v1/feeds/feed.json')).text).items[0].authors,
    news: /<news:name>(.*)<\/news:name>/.exec((await get('/v1/sitemap-news.xml')).text)?.[1],
  });
  const written = 'Ouseshire &lt;/script&gt; Police';
  const { name, url } = PUBLISHER;
  expect(await namesOf(api)).toEqual({ rss: written, atom: [written, written], json: [{ name, url }], news: written });
  const site = 'police.example';
  const atom = ['news.example', site];
  expect(await namesOf(unnamed)).toEqual({ rss: site, atom, json: [{ name: site }], news: site });
});

test('nobody is named where no publisher is set', async () => {
  const api = await open();
  await api.publish(CLOSURE);
  expect(Object.keys((await api.get(`/v1/articles/${CLOSURE.slug}`)).body.jsonLd)).not.toContain('publisher');
});

test.each([
  [['police.example'], [ORGANIZATION], ORGANIZATION],
  [['council.example'], undefined, undefined],
])(
  'JSON-LD names the publisher of %j where the release lies there, in what is kept and in what is made',
  async (hosts, ...named) => {
    const api = await open({ publisher: { ...PUBLISHER, hosts } });
    await api.publish(CLOSURE);
    const read = async () => {
      const { author, publisher } = (await api.get(`/v1/articles/${CLOSURE.slug}`)).body.jsonLd;
      return [author, publisher];
    };
    expect(await read()).toEqual(named);
    await checkShown(api.store, NOW);
    expect(await read()).toEqual(named);
  },
);

test('what is kept is another answer, with another digest, for each publisher and address', () => {
  const kept = { slug: 'a', url: 'https://police.example/a', text: Buffer.from('{"jsonLd":{"@type":"NewsArticle"}}') };
  const shown = { ...kept, id: 'i', area: null, officials: [], digest: 'd' };
  const servers = [
    { publicUrl: 'https://news.example', publisher: null },
    { publicUrl: 'https://news.example', publisher: PUBLISHER },
    { publicUrl: 'https://news.example', publisher: { ...PUBLISHER, logo: 'https://police.example/crest.png' } },
    { publicUrl: 'https://other.example', publisher: PUBLISHER },
  ];
  const answers = servers.map((server) => toShownBody(shown, server));
  expect(new Set(answers.map(({ digest }) => digest)).size).toBe(servers.length);
  expect(JSON.parse(String(answers[1]?.body))).toEqual({
    jsonLd: { '@type': 'NewsArticle', author: [ORGANIZATION], publisher: ORGANIZATION },
    links: { self: 'https://news.example/v1/articles/a', canonical: 'https://police.example/a' },
  });
});

test('the date of the last change is that of the first start with other settings, whenever it starts again', async () => {
  const api = await open();
  await api.publish(CLOSURE);
  api.setTime(instant('2020-11-05T00:00:00.000Z'));
  const dated = async () => (await api.get(`/v1/articles/${CLOSURE.slug}`)).headers['last-modified'];
  const before = await dated();
  await api.store.articles.showWith('', instant('2020-11-03T00:00:00.000Z'));
  expect(await dated()).toBe(before);
  await api.store.articles.showWith('another', instant('2020-11-03T00:00:00.000Z'));
  expect(await dated()).toBe('Tue, 03 Nov 2020 00:00:00 GMT');
  await api.store.articles.showWith('another', instant('2020-11-04T00:00:00.000Z'));
  expect(await dated()).toBe('Tue, 03 Nov 2020 00:00:00 GMT');
});
