import { describe, expect, it } from 'vitest';
import { readLines } from '../../src/text/input-lines.ts';
import { fc } from '../support/property-tests.ts';

describe('the lines of a stream', () => {
  it('are counted from 1, without their ends, and blank ones are left out', async () => {
    expect(await lines(['one\r\n \t\n\ntwo\nthr', 'ee'])).toEqual([
      [1, 'one'],
      [4, 'two'],
      [5, 'three'],
    ]);
  });

  it('are none in an empty stream', async () => {
    expect(await lines([])).toEqual([]);
    expect(await lines(['\n\n'])).toEqual([]);
  });

  it('may be as long as the limit, whatever ends them', async () => {
    expect(await lines(['12345678\n12345678\r\n12345678'])).toEqual([
      [1, '12345678'],
      [2, '12345678'],
      [3, '12345678'],
    ]);
  });

  it('may be that long although the stream is cut inside their end', async () => {
    expect(await lines(['12345678\r', '\n12345678', '\r', '\nnext'])).toEqual([
      [1, '12345678'],
      [2, '12345678'],
      [3, 'next'],
    ]);
  });

  it('are not held when they are longer', async () => {
    const chunk = new Uint8Array(1_000_000);
    const before = process.memoryUsage().arrayBuffers;
    let held = 0;
    async function* stream() {
      for (let count = 0; count < 64; count += 1) yield chunk;
      held = process.memoryUsage().arrayBuffers - before;
    }
    for await (const line of readLines(stream(), 8)) expect(line).toEqual({ line: 1, bytes: null });
    expect(held).toBeLessThan(8_000_000);
  });

  it('are named and left out when they are longer, and the next one is read again', async () => {
    expect(await lines(['123456789\nnext\n', '1234', '5678', '9\nnext\n', '123456789012', '34'])).toEqual([
      [1, null],
      [2, 'next'],
      [3, null],
      [4, 'next'],
      [5, null],
    ]);
  });

  it('do not depend on how the stream is cut into chunks', async () => {
    const cut = fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '\r', ' ', 'é'), maxLength: 12 }), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(cut, async (chunks) => {
        expect(await lines(chunks)).toEqual(await lines([chunks.join('')]));
      }),
    );
  });
});

async function lines(chunks: readonly string[]): Promise<[number, string | null][]> {
  async function* stream() {
    for (const chunk of chunks) yield new TextEncoder().encode(chunk);
  }
  const decoder = new TextDecoder();
  const found: [number, string | null][] = [];
  for await (const { line, bytes } of readLines(stream(), 8)) found.push([line, bytes && decoder.decode(bytes)]);
  return found;
}
