import { expect } from 'vitest';
import type { FencedBlock } from './fenced-blocks.ts';

/** Stands on the pages for what is not shown. */
const ELLIPSIS = '…';

/**
 * Fails unless an answer is as a page shows it. JSON may leave members out, an array may end with `…`; of the head of an
 * HTTP answer some lines are shown; all other text is shown from its beginning to its end. In every text `…` stands for
 * anything.
 */
export function expectShown(output: string, { language, text }: FencedBlock): void {
  if (language === 'json') {
    const actual = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
    expect(actual).toMatchObject(completed(JSON.parse(text), actual));
  } else if (language === 'http') {
    const lines = output.split(/\r?\n/);
    const isAnswered = (line: string) => lines.some((each) => patternOf(line).test(each));
    expect(
      text
        .trimEnd()
        .split('\n')
        .filter((line) => !isAnswered(line)),
      output,
    ).toEqual([]);
  } else {
    expect(output).toMatch(patternOf(text));
  }
}

/** What is shown, with the rest of a shortened array as it came, and shortened texts as patterns. */
function completed(shown: unknown, actual: unknown): object {
  if (Array.isArray(shown)) {
    const came = Array.isArray(actual) ? actual : [];
    const isShortened = shown.at(-1) === ELLIPSIS;
    const items = isShortened ? shown.slice(0, -1) : shown;
    return [...items.map((item, at) => expected(item, came[at])), ...(isShortened ? came.slice(items.length) : [])];
  }
  const came = new Map(isObject(actual) ? Object.entries(actual) : []);
  return Object.fromEntries(Object.entries(Object(shown)).map(([key, held]) => [key, expected(held, came.get(key))]));
}

function expected(shown: unknown, actual: unknown): unknown {
  if (typeof shown === 'string' && shown.includes(ELLIPSIS)) return expect.stringMatching(patternOf(shown));
  return isObject(shown) ? completed(shown, actual) : shown;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function patternOf(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(ELLIPSIS, '[\\s\\S]*')}$`);
}
