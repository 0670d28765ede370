import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../src/domain/actor.ts';
import {
  type ImportInput,
  importReleases,
  MAX_BATCH_BYTES,
  MAX_BATCH_INPUTS,
} from '../../src/usecases/import-releases.ts';
import type { ImportResult } from '../../src/usecases/import-result.ts';
import { exportedUrls, importInputs, markdown, type Newsroom, openNewsroom } from './newsroom.ts';
import { pressRelease } from './press-release.ts';

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = openNewsroom();
});
afterEach(() => newsroom.close());

describe('the batches of an import', () => {
  it.each([MAX_BATCH_INPUTS - 1, MAX_BATCH_INPUTS, MAX_BATCH_INPUTS + 1])(
    'report %i results, in order',
    async (count) => {
      const inputs = Array.from({ length: count }, (_, at) =>
        markdown(`${at}.md`, pressRelease({ slug: `release-${at}` })),
      );
      const results = await importInputs(newsroom.deps, inputs);
      expect(results.map(({ name, outcome }) => [name, outcome])).toEqual(inputs.map(({ name }) => [name, 'created']));
    },
  );

  it('are durable before they are reported, and read no further than they must', async () => {
    let read = 0;
    const first = await firstResult(function* () {
      for (;;) {
        read += 1;
        yield markdown(`${read}.md`, pressRelease({ slug: `release-${read}` }));
      }
    });
    expect(first).toMatchObject({ name: '1.md', outcome: 'created' });
    expect(read).toBe(MAX_BATCH_INPUTS);
    expect(await exportedUrls(newsroom)).toHaveLength(MAX_BATCH_INPUTS);
  });

  it('end early when their documents are large', async () => {
    const body = 'A long paragraph. '.repeat(5_000);
    const inputs = Array.from({ length: MAX_BATCH_INPUTS - 1 }, (_, at) =>
      markdown(`${at}.md`, pressRelease({ slug: `release-${at}`, body })),
    );
    let read = 0;
    await firstResult(function* () {
      for (const input of inputs) {
        read += 1;
        yield input;
      }
    });
    const size = pressRelease({ slug: 'release-0', body }).length;
    expect(read).toBe(Math.ceil(MAX_BATCH_BYTES / size));
  });

  it('stop between two transactions when they are told to', async () => {
    const controller = new AbortController();
    const names: string[] = [];
    const inputs = Array.from({ length: 3 * MAX_BATCH_INPUTS }, (_, at) =>
      markdown(`${at}.md`, pressRelease({ slug: `release-${at}` })),
    );
    const options = { actor: OPERATOR, publish: false, dryRun: false, signal: controller.signal };
    for await (const { name } of importReleases(newsroom.deps, asyncOf(inputs), options)) {
      names.push(name);
      controller.abort();
    }
    expect(names).toHaveLength(MAX_BATCH_INPUTS);
    expect(await exportedUrls(newsroom)).toHaveLength(MAX_BATCH_INPUTS);
    expect(
      (await importInputs(newsroom.deps, inputs.slice(0, MAX_BATCH_INPUTS + 1))).map(({ outcome }) => outcome),
    ).toEqual([...Array(MAX_BATCH_INPUTS).fill('unchanged'), 'created']);
  });
});

async function firstResult(inputs: () => Iterable<ImportInput>): Promise<ImportResult | undefined> {
  const options = { actor: OPERATOR, publish: false, dryRun: false };
  for await (const result of importReleases(newsroom.deps, asyncOf(inputs()), options)) return result;
  return undefined;
}

async function* asyncOf(inputs: Iterable<ImportInput>): AsyncGenerator<ImportInput> {
  yield* inputs;
}
