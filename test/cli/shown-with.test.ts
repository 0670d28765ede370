import { expect, it } from 'vitest';
import { shownWith } from '../../src/cli/shown-with.ts';
import { readConfig } from '../../src/config.ts';
import { MAKER } from '../../src/http/views/shown-article.ts';

const PUBLISHER = { DATELINE_PUBLISHER_NAME: 'Police', DATELINE_PUBLISHER_URL: 'https://police.example/' };

it('what answers show of the settings is another thing for each of them, and for each program', () => {
  const environments = [
    {},
    { DATELINE_PUBLIC_URL: 'https://news.example' },
    { DATELINE_ARTICLE_URL: 'https://www.example.org/{slug}' },
    { DATELINE_ARTICLE_URL: 'https://www.example.org/{slug}', DATELINE_PUBLIC_URL: 'https://news.example' },
    PUBLISHER,
    { ...PUBLISHER, DATELINE_PUBLISHER_LOGO: 'https://police.example/crest.png' },
    { ...PUBLISHER, DATELINE_PUBLISHER_HOSTS: 'police.example' },
  ];
  const texts = environments.map((environment) => shownWith(readConfig(environment)));
  expect(new Set(texts).size).toBe(environments.length);
  expect(texts.every((text) => text.includes(`"${MAKER.id}"`))).toBe(true);
});

it('what answers show of the settings is the same for all that they do not show', () => {
  const others = { DATELINE_DATABASE: 'other.db', DATELINE_LOG_LEVEL: 'warn', DATELINE_CACHE_MEMORY_MEGABYTES: '1' };
  expect(shownWith(readConfig(others))).toBe(shownWith(readConfig({})));
});
