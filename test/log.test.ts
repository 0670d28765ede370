import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

describe('the log', () => {
  it('writes one JSON object per line, with a level in words and a time in UTC', () => {
    const { log, lines } = capture();
    log.info({ database: 'data/dateline.db', addresses: ['127.0.0.1'] }, 'listening');
    expect(lines()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
        pid: process.pid,
        database: 'data/dateline.db',
        addresses: ['127.0.0.1'],
        msg: 'listening',
      },
    ]);
  });

  it('keeps of a request only its id, method, path and sender', () => {
    const { log, lines } = capture();
    const headers = { authorization: `Bearer ${SECRET}` };
    log.info({
      req: { id: 'r1', method: 'GET', url: `/v1/articles?q=${SECRET}`, ip: '127.0.0.1', headers, body: SECRET },
    });
    expect(lines()).toMatchObject([{ req: { id: 'r1', method: 'GET', path: '/v1/articles', ip: '127.0.0.1' } }]);
    expect(JSON.stringify(lines())).not.toContain(SECRET);
  });

  it.each([`/v1/previews/${SECRET}`, `/v1/%70reviews/${SECRET}?a=b`, `/v1/previews/${SECRET}%`])(
    'keeps the token of a preview to itself: %s',
    (url) => {
      const { log, lines } = capture();
      log.info({ req: { id: 'r1', method: 'GET', url, ip: '127.0.0.1' } });
      expect(lines()).toMatchObject([{ req: { path: '/v1/previews/[redacted]' } }]);
      expect(JSON.stringify(lines())).not.toContain(SECRET);
    },
  );

  it.each([
    { key: SECRET },
    { headers: { authorization: SECRET } },
    { request: { headers: { authorization: SECRET } } },
    { article: { title: SECRET } },
    { article: { open: { content: { markdown: SECRET } } } },
    { source: { bytes: SECRET } },
  ])('strikes out what may be secret: %j', (fields) => {
    const { log, lines } = capture();
    log.info(fields);
    expect(JSON.stringify(lines())).not.toContain(SECRET);
  });

  it('keeps of an error its name, code, first line and stack, and the same of its causes', () => {
    const { log, lines } = capture();
    const cause = new Error(`Failed query: insert into edition\nparams: ${SECRET}`);
    log.error({ err: Object.assign(new Error('could not save', { cause }), { code: 'SQLITE_FULL', value: SECRET }) });
    const at = expect.arrayContaining([expect.stringMatching(/^at /)]);
    expect(lines()).toMatchObject([
      {
        err: {
          type: 'Error',
          code: 'SQLITE_FULL',
          message: 'could not save',
          stack: at,
          cause: { type: 'Error', message: 'Failed query: insert into edition', stack: at },
        },
      },
    ]);
    expect(JSON.stringify(lines())).not.toContain(SECRET);
  });

  it('does not repeat the text that a parser failed on', () => {
    const { log, lines } = capture();
    try {
      JSON.parse(SECRET);
    } catch (error) {
      log.error({ err: error });
    }
    expect(lines()).toMatchObject([{ err: { type: 'SyntaxError', message: 'syntax error' } }]);
    expect(JSON.stringify(lines())).not.toContain(SECRET);
  });

  it('writes nothing that lies deeper than anybody should log', () => {
    const { log, lines } = capture();
    log.info({ a: { b: { c: { d: { e: { f: 1 } } } } } });
    expect(lines()).toMatchObject([{ a: { b: { c: { d: { e: '[deeper]' } } } } }]);
  });

  it('says nothing below its level', () => {
    const { log, lines } = capture('warn');
    log.info('not this');
    log.warn('this');
    expect(lines().map((line) => line.msg)).toEqual(['this']);
  });
});

const SECRET = 'nobody-has-released-this';

function capture(level: 'info' | 'warn' = 'info') {
  let written = '';
  const destination = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const lines = () =>
    written
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { log: createLog(level, destination), lines };
}
