import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { Problem } from '../src/domain/problem.ts';
import { APPROVALS } from '../src/domain/workflow.ts';
import { describeSettings, MAX_CACHE_SECONDS } from '../src/settings.ts';

const DEFAULTS = {
  database: 'data/dateline.db',
  reserveMegabytes: 32,
  host: '127.0.0.1',
  port: 3000,
  publicUrl: 'http://127.0.0.1:3000',
  articleUrl: 'http://127.0.0.1:3000/articles/{slug}',
  siteUrl: 'http://127.0.0.1:3000/docs',
  publisher: null,
  warnings: [],
  twoPersonVerbs: ['publish', 'schedule'],
  withdrawalAlertMinutes: 60,
  checks: { levels: {}, bannedPhrases: [] },
  logLevel: 'info',
  cacheMaxAgeSeconds: 5,
  cacheSharedMaxAgeSeconds: 15,
  cacheMemoryMegabytes: 32,
  purgeHook: null,
  maxLoopDelayMillis: 500,
  trustedProxies: ['loopback'],
  outboundExceptions: [],
  rateLimitReads: 600,
  rateLimitWrites: 120,
  rateLimitFailures: 10,
};

describe('the settings', () => {
  it('have defaults, and leave alone what is not theirs', () => {
    expect(readConfig({ PATH: '/bin', PORT: '1' })).toEqual(DEFAULTS);
  });

  it('stand where a caller says another default, and nothing else is set', () => {
    expect(readConfig({ DATELINE_DATABASE: '' }, { DATELINE_DATABASE: 'data/demo.db' }).database).toBe('data/demo.db');
    expect(readConfig({ DATELINE_DATABASE: 'my.db' }, { DATELINE_DATABASE: 'data/demo.db' }).database).toBe('my.db');
  });

  it('count an empty variable as not set', () => {
    expect(readConfig({ DATELINE_PORT: '', DATELINE_DATABASE: '' })).toEqual(DEFAULTS);
  });

  it('take every variable', () => {
    const env = {
      DATELINE_DATABASE: '/var/lib/dateline/news.db',
      DATELINE_REMOVALS: '/mnt/other/news.removals',
      DATELINE_RESERVE_MEGABYTES: '0',
      DATELINE_HOST: '::',
      DATELINE_PORT: '1',
      DATELINE_PUBLIC_URL: 'https://news.example.org/',
      DATELINE_ARTICLE_URL: 'https://www.example.org/news/{slug}.html',
      DATELINE_PUBLISHER_NAME: ' Example Police ',
      DATELINE_PUBLISHER_URL: 'https://www.example.org/',
      DATELINE_PUBLISHER_LOGO: 'https://www.example.org/crest.png',
      DATELINE_PUBLISHER_HOSTS: 'Old.example, example.org.uk',
      DATELINE_TWO_PERSON_VERBS: 'publish, correct',
      DATELINE_CHECKS: 'weekday-mismatch=error, reading-age=off',
      DATELINE_BANNED_PHRASES: 'going forward | stakeholders',
      DATELINE_LOG_LEVEL: 'warn',
      DATELINE_CACHE_MAX_AGE_SECONDS: '0',
      DATELINE_CACHE_SHARED_MAX_AGE_SECONDS: String(MAX_CACHE_SECONDS),
      DATELINE_CACHE_MEMORY_MEGABYTES: '0',
      DATELINE_PURGE_URL: 'https://cache.example.org/purge',
      DATELINE_PURGE_HEADER: 'Fastly-Key: a b',
      DATELINE_MAX_LOOP_DELAY_MILLIS: '60000',
      DATELINE_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,2001:db8::/32,192.0.2.1',
      DATELINE_OUTBOUND_EXCEPTIONS: '10.0.0.0/8, hooks.intranet.example,localhost,::1',
      DATELINE_WITHDRAWAL_ALERT_MINUTES: '15',
      DATELINE_RATE_LIMIT_READS: '1',
      DATELINE_RATE_LIMIT_WRITES: '1000000',
      DATELINE_RATE_LIMIT_FAILURES: '3',
    };
    expect(readConfig(env)).toEqual({
      database: '/var/lib/dateline/news.db',
      removals: '/mnt/other/news.removals',
      reserveMegabytes: 0,
      host: '::',
      port: 1,
      publicUrl: 'https://news.example.org',
      articleUrl: 'https://www.example.org/news/{slug}.html',
      siteUrl: 'https://www.example.org/',
      publisher: {
        name: 'Example Police',
        url: 'https://www.example.org/',
        logo: 'https://www.example.org/crest.png',
        hosts: ['old.example', 'example.org.uk', 'example.org', 'example.org'],
      },
      warnings: [],
      twoPersonVerbs: ['publish', 'correct'],
      withdrawalAlertMinutes: 15,
      checks: {
        levels: { 'weekday-mismatch': 'error', 'reading-age': 'off' },
        bannedPhrases: ['going forward', 'stakeholders'],
      },
      logLevel: 'warn',
      cacheMaxAgeSeconds: 0,
      cacheSharedMaxAgeSeconds: 30,
      cacheMemoryMegabytes: 0,
      purgeHook: { url: 'https://cache.example.org/purge', header: { name: 'Fastly-Key', value: 'a b' } },
      maxLoopDelayMillis: 60_000,
      trustedProxies: ['loopback', '10.0.0.0/8', '2001:db8::/32', '192.0.2.1'],
      outboundExceptions: ['10.0.0.0/8', 'hooks.intranet.example', 'localhost', '::1'],
      rateLimitReads: 1,
      rateLimitWrites: 1_000_000,
      rateLimitFailures: 3,
    });
    expect(Object.keys(env)).toEqual(describeSettings().map((setting) => setting.name));
  });

  it.each([
    ...[
      'https://www.example.org/',
      'https://{slug}.example.org/',
      'https://example.org.{slug}/',
      'https://www.example.org:{slug}/',
      'https://{slug}@www.example.org/',
      '{slug}://www.example.org/',
      'https://www.example.org/{slug}/{slug}',
      'https://www.example.org/?slug={slug}',
      'https://www.example.org/#{slug}',
    ].map((value) => [
      'DATELINE_ARTICLE_URL',
      value,
      'DATELINE_ARTICLE_URL must be an http or https address with {slug} in its path.',
    ]),
    ['DATELINE_PORT', '65536', 'DATELINE_PORT must be a whole number from 1 to 65535.'],
    ['DATELINE_PORT', '3000.5', 'DATELINE_PORT must be a whole number from 1 to 65535.'],
    ['DATELINE_PORT', '0', 'DATELINE_PORT must be a whole number from 1 to 65535.'],
    ['DATELINE_PORT', '0x10', 'DATELINE_PORT must be a whole number from 1 to 65535.'],
    ...['nonsense=off', 'reading-age=loud', 'reading-age', 'reading-age=off=off', '=off'].map((value) => [
      'DATELINE_CHECKS',
      value,
      'DATELINE_CHECKS must be rules with what is made of them, such as acronym-unexplained=off,sentence-long=warning; ' +
        `the levels are error, warning, notice, off, and not ${value}.`,
    ]),
    [
      'DATELINE_CHECKS',
      'reading-age=off,nope=error',
      'DATELINE_CHECKS must be rules with what is made of them, such as acronym-unexplained=off,sentence-long=warning; ' +
        'the levels are error, warning, notice, off, and not nope=error.',
    ],
    ...['publsh', 'publsh,schedule', 'schedule, publsh'].map((value) => [
      'DATELINE_TWO_PERSON_VERBS',
      value,
      `DATELINE_TWO_PERSON_VERBS must be verbs of ${APPROVALS.join(', ')}, separated by commas, or none, and publsh is none of them.`,
    ]),
    [
      'DATELINE_TWO_PERSON_VERBS',
      'publish,withdraw',
      'DATELINE_TWO_PERSON_VERBS must be verbs of schedule, publish, force-publish, correct, amend, separated by commas, ' +
        'or none, and withdraw is none of them.',
    ],
    ['DATELINE_PUBLISHER_NAME', 'Police', 'DATELINE_PUBLISHER_URL must be given where DATELINE_PUBLISHER_NAME is.'],
    [
      'DATELINE_PUBLISHER_URL',
      'https://police.example/',
      'DATELINE_PUBLISHER_NAME must be given where DATELINE_PUBLISHER_URL, DATELINE_PUBLISHER_LOGO or DATELINE_PUBLISHER_HOSTS is.',
    ],
    ['DATELINE_LOG_LEVEL', 'loud', 'DATELINE_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
    [
      'DATELINE_PUBLIC_URL',
      'ftp://news.example.org',
      'DATELINE_PUBLIC_URL must be an http or https address without a query, a fragment or credentials.',
    ],
    [
      'DATELINE_PUBLIC_URL',
      'https://news.example.org/?x=1',
      'DATELINE_PUBLIC_URL must be an http or https address without a query, a fragment or credentials.',
    ],
    [
      'DATELINE_CACHE_SHARED_MAX_AGE_SECONDS',
      '31',
      'DATELINE_CACHE_SHARED_MAX_AGE_SECONDS must be a whole number from 0 to 30.',
    ],
    [
      'DATELINE_PURGE_URL',
      'https://ada:secret@cache.example/purge',
      'DATELINE_PURGE_URL must be an http or https address without credentials.',
    ],
    ['DATELINE_RATE_LIMIT_READS', '0', 'DATELINE_RATE_LIMIT_READS must be a whole number from 1 to 1000000.'],
    ['DATELINE_RATE_LIMIT_WRITES', '1000001', 'DATELINE_RATE_LIMIT_WRITES must be a whole number from 1 to 1000000.'],
    ...['everybody', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::/129', 'loopback,'].map((value) => [
      'DATELINE_TRUSTED_PROXIES',
      value,
      'DATELINE_TRUSTED_PROXIES must be addresses, networks (10.0.0.0/8) or the words loopback, linklocal, uniquelocal.',
    ]),
    ...['*', 'http://a.example', '10.0.0.0/33', '10.0.0', '-a', 'a,'].map((value) => [
      'DATELINE_OUTBOUND_EXCEPTIONS',
      value,
      'DATELINE_OUTBOUND_EXCEPTIONS must be host names, addresses or networks (10.0.0.0/8).',
    ]),
  ])('refuse %s=%s in a sentence', (name, value, sentence) => {
    expect(refusal({ [name]: value })).toBe(sentence);
  });

  it('refuse a variable that does not exist, and name those that do', () => {
    const names = describeSettings().map((setting) => setting.name);
    expect(refusal({ DATELINE_PROT: '80' })).toBe(`DATELINE_PROT is not a setting; there are ${names.join(', ')}.`);
  });

  it('refuse everything that is wrong at once', () => {
    expect(refusal({ DATELINE_HOSTT: 'x', DATELINE_PORT: 'x' }).split('\n')).toHaveLength(2);
  });

  it('refuse addresses of the publisher that are none', () => {
    const given = { DATELINE_PUBLISHER_NAME: 'Police', DATELINE_PUBLISHER_URL: 'police.example' };
    expect(refusal({ ...given, DATELINE_PUBLISHER_LOGO: 'ftp://police.example/crest' }).split('\n')).toEqual([
      'DATELINE_PUBLISHER_URL must be an http or https address without credentials.',
      'DATELINE_PUBLISHER_LOGO must be an http or https address without credentials.',
    ]);
  });

  it('are described, each with its default', () => {
    for (const { name, meaning } of describeSettings()) expect(meaning, name).toMatch(/^[A-Z].*\.$/);
    expect(describeSettings().map(({ name, fallback }) => [name, fallback])).toEqual([
      ['DATELINE_DATABASE', 'data/dateline.db'],
      ['DATELINE_REMOVALS', ''],
      ['DATELINE_RESERVE_MEGABYTES', '32'],
      ['DATELINE_HOST', '127.0.0.1'],
      ['DATELINE_PORT', '3000'],
      ['DATELINE_PUBLIC_URL', ''],
      ['DATELINE_ARTICLE_URL', ''],
      ['DATELINE_PUBLISHER_NAME', ''],
      ['DATELINE_PUBLISHER_URL', ''],
      ['DATELINE_PUBLISHER_LOGO', ''],
      ['DATELINE_PUBLISHER_HOSTS', ''],
      ['DATELINE_TWO_PERSON_VERBS', 'publish,schedule'],
      ['DATELINE_CHECKS', ''],
      ['DATELINE_BANNED_PHRASES', ''],
      ['DATELINE_LOG_LEVEL', 'info'],
      ['DATELINE_CACHE_MAX_AGE_SECONDS', '5'],
      ['DATELINE_CACHE_SHARED_MAX_AGE_SECONDS', '15'],
      ['DATELINE_CACHE_MEMORY_MEGABYTES', '32'],
      ['DATELINE_PURGE_URL', ''],
      ['DATELINE_PURGE_HEADER', ''],
      ['DATELINE_MAX_LOOP_DELAY_MILLIS', '500'],
      ['DATELINE_TRUSTED_PROXIES', 'loopback'],
      ['DATELINE_OUTBOUND_EXCEPTIONS', ''],
      ['DATELINE_WITHDRAWAL_ALERT_MINUTES', '60'],
      ['DATELINE_RATE_LIMIT_READS', '600'],
      ['DATELINE_RATE_LIMIT_WRITES', '120'],
      ['DATELINE_RATE_LIMIT_FAILURES', '10'],
    ]);
  });
});

function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid_parameter') return error.message;
    throw error;
  }
  throw new Error('was not refused');
}
