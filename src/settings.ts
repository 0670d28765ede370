import { isIP } from 'node:net';
import { z } from 'zod';
import { parseAddress } from './domain/address.ts';
import { CHECK_IDS, CHECK_LEVELS, type CheckRules } from './domain/check.ts';
import { DEFAULT_WITHDRAWAL_ALERT_MINUTES } from './domain/receipt.ts';
import { APPROVALS } from './domain/workflow.ts';

/** Longest time a cache may hold a public answer: it bounds how long a withdrawn text can still be shown. */
export const MAX_CACHE_SECONDS = 30;

/** More would be better spent on more of the database in memory. */
const MAX_CACHE_MEGABYTES = 1_024;
const MAX_RESERVE_MEGABYTES = 1_024;

/** Later than this nobody waits any more. */
const MAX_LOOP_DELAY_MILLIS = 60_000;

/** Most requests a minute that a limit can grant. */
const MAX_REQUESTS = 1_000_000;

/** Minutes: four weeks. */
const MAX_ALERT_MINUTES = 40_320;

const VERB_LIST = `verbs of ${APPROVALS.join(', ')}, separated by commas, or none`;
const WEB_ADDRESS = 'an http or https address without credentials';
const LEVEL_LIST = `rules with what is made of them, such as acronym-unexplained=off,sentence-long=warning; the levels are ${CHECK_LEVELS.join(', ')}`;

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every setting there is: its variable, its default, and what it does (`describe`), in the order of the documentation. */
export const settings = z
  .object({
    DATELINE_DATABASE: z
      .string()
      .default('data/dateline.db')
      .describe('Path of the database, one file. Missing folders are created.'),
    DATELINE_REMOVALS: z
      .string()
      .optional()
      .describe(
        'Path of the record of removals, in a folder that exists: what a restored backup must not show again. Another disk than that ' +
          'of the database is best. Without it, beside the database.',
      ),
    DATELINE_RESERVE_MEGABYTES: wholeNumber(0, MAX_RESERVE_MEGABYTES)
      .prefault('32')
      .describe(
        'Megabytes that a file beside the database keeps free for withdrawals and whatever else is taken away when the disk is full; 0 for none.',
      ),
    DATELINE_HOST: z
      .string()
      .default('127.0.0.1')
      .describe('Address to listen on; `0.0.0.0` or `::` for every interface.'),
    DATELINE_PORT: wholeNumber(1, 65_535).prefault('3000').describe('TCP port to listen on.'),
    DATELINE_PUBLIC_URL: z
      .string()
      .refine(isPublicUrl, 'an http or https address without a query, a fragment or credentials')
      .transform((url) => url.replace(/\/$/, ''))
      .optional()
      .describe(
        'Address under which readers reach the server; links begin with it. Without it, the address it listens on, and for every ' +
          'interface `http://localhost` with the port, which leads nowhere from elsewhere: the start warns of it.',
      ),
    DATELINE_ARTICLE_URL: z
      .string()
      .refine(isArticleUrl, 'an http or https address with {slug} in its path')
      .optional()
      .describe(
        'Address of an article on the site for readers, with `{slug}` in its path, for articles that are written here without ' +
          'one; feeds lead to the front page of that site. Without it, the address of this server with `/articles/{slug}`, where ' +
          'nothing is unless your site puts it there: the start warns of it. Feeds lead to the documentation then.',
      ),
    DATELINE_PUBLISHER_NAME: z
      .string()
      .trim()
      .min(1, 'a name')
      .optional()
      .describe(
        'Name of the organisation that JSON-LD gives as publisher and author of every release, feeds as its author, and the ' +
          'sitemap of news as its publication. Without it, JSON-LD names none, and the others the host of its address.',
      ),
    DATELINE_PUBLISHER_URL: z
      .string()
      .refine(isWebAddress, WEB_ADDRESS)
      .optional()
      .describe('Address of its site; needed with the name.'),
    DATELINE_PUBLISHER_LOGO: z
      .string()
      .refine(isWebAddress, WEB_ADDRESS)
      .optional()
      .describe('Address of its logo, a picture.'),
    DATELINE_PUBLISHER_HOSTS: z
      .string()
      .transform((text) => text.split(',').map((host) => host.trim().toLowerCase()))
      .refine((hosts) => hosts.every(isHost), 'host names')
      .optional()
      .describe(
        'Hosts whose releases are its own, with commas between, and those below them, beside that of its site and of ' +
          '`DATELINE_ARTICLE_URL`: one with an address elsewhere, such as a copy of another body’s, is not said to be. Without it, ' +
          'every release is.',
      ),
    DATELINE_TWO_PERSON_VERBS: z
      .string()
      .transform((text) => (text.trim() === 'none' ? [] : text.split(',').map((verb) => verb.trim())))
      .pipe(z.array(z.enum(APPROVALS, { error: ({ input }) => `${VERB_LIST}, and ${input} is none of them` })))
      .prefault('publish,schedule')
      .describe(
        'Verbs that need another person than the one who submitted, separated by commas; `none` for none. There are ' +
          `${APPROVALS.map((verb) => `\`${verb}\``).join(', ')}: what is taken down needs nobody else.`,
      ),
    DATELINE_CHECKS: z
      .string()
      .prefault('')
      .transform((text, context) => {
        const { levels, faulty } = readLevels(text);
        for (const item of faulty) context.addIssue({ code: 'custom', message: `${LEVEL_LIST}, and not ${item}` });
        return levels;
      })
      .describe(
        'Editorial rules that are to be graver, less grave or silent, with commas between: `sentence-long=warning,reading-age=off`.',
      ),
    DATELINE_BANNED_PHRASES: z
      .string()
      .prefault('')
      .transform((text) => text.split('|').map((phrase) => phrase.trim()))
      .transform((phrases) => phrases.filter((phrase) => phrase !== ''))
      .describe('Phrases that this press office does not use, with `\\|` between.'),
    DATELINE_LOG_LEVEL: z
      .enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`)
      .default('info')
      .describe(`Least severe level that is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`),
    DATELINE_CACHE_MAX_AGE_SECONDS: wholeNumber(0, MAX_CACHE_SECONDS)
      .prefault('5')
      .describe(`Seconds a browser may keep a public answer, at most ${MAX_CACHE_SECONDS}.`),
    DATELINE_CACHE_SHARED_MAX_AGE_SECONDS: wholeNumber(0, MAX_CACHE_SECONDS)
      .prefault('15')
      .describe(`Seconds a shared cache may keep a public answer, at most ${MAX_CACHE_SECONDS}.`),
    DATELINE_CACHE_MEMORY_MEGABYTES: wholeNumber(0, MAX_CACHE_MEGABYTES)
      .prefault('32')
      .describe('Megabytes of public answers that the process remembers; 0 for none.'),
    DATELINE_PURGE_URL: z
      .string()
      .refine(isWebAddress, WEB_ADDRESS)
      .optional()
      .describe(
        'Address that is told by POST, after every public change, the surrogate keys of what caches must drop. Without it, nobody is.',
      ),
    DATELINE_PURGE_HEADER: z
      .string()
      .transform((text) => /^([\w-]+): ?([!-~][ -~]*)$/.exec(text))
      .refine((match) => match !== null, 'a header, as in `Authorization: Bearer …`')
      .transform((match) => ({ name: match?.[1] ?? '', value: match?.[2] ?? '' }))
      .optional()
      .describe('Header that is sent with it, such as one with the key of the cache.'),
    DATELINE_MAX_LOOP_DELAY_MILLIS: wholeNumber(0, MAX_LOOP_DELAY_MILLIS)
      .prefault('500')
      .describe('Milliseconds that the process may be late before it refuses requests with 503; 0 for never.'),
    DATELINE_TRUSTED_PROXIES: z
      .string()
      .prefault('loopback')
      .transform((text) => text.split(',').map((part) => part.trim()))
      .refine(
        (parts) => parts.every(isProxy),
        'addresses, networks (10.0.0.0/8) or the words loopback, linklocal, uniquelocal',
      )
      .describe(
        'Proxies whose `X-Forwarded-For` is believed, with commas between: addresses, networks, `loopback`, `linklocal`, `uniquelocal`.',
      ),
    DATELINE_OUTBOUND_EXCEPTIONS: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .refine((parts) => parts.every(isException), 'host names, addresses or networks (10.0.0.0/8)')
      .optional()
      .describe(
        'Where webhooks may go besides the public internet, with commas between: host names, addresses, networks. ' +
          'They may be reached on any port and without TLS.',
      ),
    DATELINE_WITHDRAWAL_ALERT_MINUTES: wholeNumber(1, MAX_ALERT_MINUTES)
      .prefault(String(DEFAULT_WITHDRAWAL_ALERT_MINUTES))
      .describe('Minutes after which a withdrawal that a partner has not acknowledged is reported.'),
    DATELINE_RATE_LIMIT_READS: wholeNumber(1, MAX_REQUESTS)
      .prefault('600')
      .describe('Reading requests a minute that one key has, or one address without a key.'),
    DATELINE_RATE_LIMIT_WRITES: wholeNumber(1, MAX_REQUESTS)
      .prefault('120')
      .describe('Writing requests a minute that one key has.'),
    DATELINE_RATE_LIMIT_FAILURES: wholeNumber(1, MAX_REQUESTS)
      .prefault('10')
      .describe('Requests a minute that one address has with a key that opens nothing.'),
  })
  .refine(({ DATELINE_PUBLISHER_NAME: name, DATELINE_PUBLISHER_URL: url }) => name === undefined || url !== undefined, {
    path: ['DATELINE_PUBLISHER_URL'],
    message: 'given where DATELINE_PUBLISHER_NAME is',
  })
  .refine(
    ({ DATELINE_PUBLISHER_NAME: name, DATELINE_PUBLISHER_URL: url, DATELINE_PUBLISHER_LOGO: logo, ...others }) =>
      name !== undefined || [url, logo, others.DATELINE_PUBLISHER_HOSTS].every((each) => each === undefined),
    {
      path: ['DATELINE_PUBLISHER_NAME'],
      message: 'given where DATELINE_PUBLISHER_URL, DATELINE_PUBLISHER_LOGO or DATELINE_PUBLISHER_HOSTS is',
    },
  );

/** The settings as rows of the documentation's table, from the schema itself. */
export function describeSettings(): { readonly name: string; readonly fallback: string; readonly meaning: string }[] {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => {
    const { default: fallback, description = '' } = typeof schema === 'boolean' ? {} : schema;
    return { name, fallback: fallback === undefined ? '' : String(fallback), meaning: description };
  });
}

function wholeNumber(least: number, most: number) {
  const wanted = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, wanted)
    .transform(Number)
    .refine((number) => number >= least && number <= most, wanted);
}

function isWebAddress(text: string): boolean {
  return parseAddress(text) !== undefined;
}

function isPublicUrl(text: string): boolean {
  const url = parseAddress(text);
  return url !== undefined && url.search === '' && url.hash === '';
}

/** A slug may be longer than a part of a host name may be, so that it stands behind the host. */
function isArticleUrl(text: string): boolean {
  const parts = text.split('{slug}');
  const [one, other] = ['a', 'b'].map((slug) => parseAddress(parts.join(slug))?.origin);
  return parts.length === 2 && one === other && isPublicUrl(parts.join('slug'));
}

function isProxy(text: string): boolean {
  return isNetwork(text) || ['loopback', 'linklocal', 'uniquelocal'].includes(text);
}

function isException(text: string): boolean {
  return isNetwork(text) || isHost(text);
}

function isHost(text: string): boolean {
  return /^[a-z0-9]+([.-]+[a-z0-9]+)*$/i.test(text) && !/^[\d.]+$/.test(text);
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%')) return false;
  const most = version === 4 ? 32 : 128;
  return rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

/** `rule=level` with commas between, and what of it names no rule or no level. */
function readLevels(text: string): { readonly levels: CheckRules['levels']; readonly faulty: readonly string[] } {
  const given = text.split(',').map((pair) => pair.trim());
  const read = given
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [id, level, ...rest] = pair.split('=');
      const known = CHECK_IDS.find((each) => each === id);
      const wanted = rest.length === 0 ? CHECK_LEVELS.find((each) => each === level) : undefined;
      return known === undefined || wanted === undefined ? pair : ([known, wanted] as const);
    });
  return {
    levels: Object.fromEntries(read.filter((each) => typeof each !== 'string')),
    faulty: read.filter((each) => typeof each === 'string'),
  };
}
