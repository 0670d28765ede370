import { describe, expect, test } from 'vitest';
import { expectShown } from './shown.ts';

const shows = (output: string, language: string, text: string) => () => expectShown(output, { language, text });

describe('JSON on a page', () => {
  const answer = JSON.stringify({
    data: [
      { id: 'a1', name: 'One' },
      { id: 'b2', name: null },
    ],
    page: { limit: 2 },
  });

  test('may leave members out, shorten texts, and end arrays early', () => {
    expect(shows(answer, 'json', '{ "data": [{ "name": "One" }, { "name": null }] }')).not.toThrow();
    expect(shows(answer, 'json', '{ "data": [{ "id": "a…" }, "…"], "page": {} }')).not.toThrow();
    expect(shows(`written first\n${answer}\n`, 'json', '{ "data": ["…"] }')).not.toThrow();
  });

  test.each([
    '{ "data": [{ "name": "Two" }, "…"] }',
    '{ "data": [{ "name": "One" }] }',
    '{ "data": [{ "id": "b…" }, "…"] }',
    '{ "data": [{}, {}, {}, "…"] }',
    '{ "page": { "limit": 2, "next": null } }',
    '{ "more": true }',
  ])('fails when it is not what came: %s', (text) => {
    expect(shows(answer, 'json', text)).toThrow();
  });
});

describe('the head of an answer on a page', () => {
  const answer = 'HTTP/1.1 200 OK\r\netag: "x1"\r\nvary: Origin\r\n\r\n{}';

  test('shows some of its lines', () => {
    expect(shows(answer, 'http', 'HTTP/1.1 200 OK\netag: "…"\n')).not.toThrow();
  });

  test.each(['HTTP/1.1 304 Not Modified\n', 'etag: "…\nlink: …\n', 'etag: "x\n'])('fails on any other: %s', (text) => {
    expect(shows(answer, 'http', text)).toThrow();
  });
});

describe('other text on a page', () => {
  test('is all of it, but for what is left out', () => {
    expect(shows('1 created in 0.1 s\n', 'text', '1 created in … s\n')).not.toThrow();
    expect(shows('a (b) c\n', 'text', 'a (b) c\n')).not.toThrow();
  });

  test.each(['1 created', 'created in … s\n', ''])('fails when there is more or less of it: %j', (text) => {
    expect(shows('1 created in 0.1 s\n', 'text', text)).toThrow();
  });
});
