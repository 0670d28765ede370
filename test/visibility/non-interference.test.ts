import { describe, expect, it } from 'vitest';
import { describeApi } from '../../src/http/app.ts';
import { differ, differences } from './differences.ts';
import { QUESTIONS } from './questions.ts';
import { LIFE, LIFT } from './secret-life.ts';
import { openTwin, type Plant, type Step } from './twins.ts';

const BEFORE_LIFT = '2026-03-02T08:59:59.999Z';

const withoutSecret = LIFE.filter(({ hidden }) => !hidden);

/** Leaks that systems like this one have had, planted in the database of the twin with the secret. */
const LEAKS: readonly { readonly name: string; readonly plant: Plant }[] = [
  {
    name: 'hidden text in the full-text index, which moves the ranks of public hits',
    plant: after('dawn-raids-edited', (database) => {
      const insert = database.prepare(
        "insert into public_search (rowid, title, summary, body, officials) values (?, '', '', 'flood', '')",
      );
      for (let key = 1000; key < 1200; key += 1) insert.run(key);
    }),
  },
  {
    name: 'a hidden article in the count of a tag',
    plant: after('dawn-raids-edited', (database) => {
      database.exec("update public_tags set articles = articles + 1 where tag = 'community'");
    }),
  },
  {
    name: 'a slug that a draft holds before it is public',
    plant: after('dawn-raids-draft', (database) => {
      database.exec("update articles set slug = 'dawn-raids' where url like '%secret%'");
    }),
  },
  {
    name: 'an area that only a draft mentions',
    plant: after('dawn-raids-draft', (database) => {
      database.exec(
        "insert into public_areas (id, slug, name, path) select id, key, name, key from areas where key like 'saltergate%'",
      );
    }),
  },
];

/** Plants a leak behind the hidden step of this name. */
function after(name: 'dawn-raids-draft' | 'dawn-raids-edited', change: Plant): Plant {
  const hidden = LIFE.filter((step) => step.hidden);
  const step: Step | undefined = name === 'dawn-raids-draft' ? hidden[0] : hidden[1];
  return (database, done) => {
    if (done === step) change(database, done);
  };
}

describe('an article that is not public', () => {
  it('changes no byte of any public answer, up to the last millisecond before its lift', async () => {
    await using plain = await openTwin(withoutSecret, BEFORE_LIFT);
    await using secretive = await openTwin(LIFE, BEFORE_LIFT);
    expect(await differences(plain, secretive)).toEqual([]);
  });

  it('is public at its instant, although no job has run', async () => {
    await using plain = await openTwin(withoutSecret, LIFT);
    await using secretive = await openTwin(LIFE, LIFT);
    const paths = ['/v1/articles', '/v1/articles/dawn-raids-2', '/v1/tags', '/v1/quotes'];
    const found = await differences(plain, secretive, { paths, headers: [{}, {}] });
    expect(found.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
  });

  it.each(LEAKS)('would be found out through $name', async ({ plant }) => {
    await using plain = await openTwin(withoutSecret, BEFORE_LIFT);
    await using secretive = await openTwin(LIFE, BEFORE_LIFT, plant);
    expect(await differ(plain, secretive)).toBe(true);
  });
});

describe('the questions', () => {
  it('are asked of every public GET of the OpenAPI document, and of nothing else', () => {
    const { paths } = JSON.parse(describeApi('https://news.example'));
    const operations = Object.values<Record<string, { operationId: string; 'x-roles'?: string[] }>>(paths).flatMap(
      ({ get }) => (get && !get['x-roles'] ? get.operationId : []),
    );
    expect(Object.keys(QUESTIONS).sort()).toEqual(operations.sort());
  });
});
