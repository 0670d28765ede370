import type * as z from 'zod';
import type { CheckRules } from './domain/check.ts';
import type { PurgeHook } from './domain/outbound.ts';
import { Problem, type ProblemError } from './domain/problem.ts';
import type { Publisher } from './domain/publisher.ts';
import type { Verb } from './domain/workflow.ts';
import { type LOG_LEVELS, settings } from './settings.ts';

export interface Config {
  readonly database: string;
  /** Where its record of removals lies; undefined for beside it. */
  readonly removals: string | undefined;
  /** Megabytes that are kept free for what cannot wait when the disk is full. */
  readonly reserveMegabytes: number;
  readonly host: string;
  readonly port: number;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Canonical address of an article that nobody gave one, with `{slug}` in the place of its slug. */
  readonly articleUrl: string;
  /** Where people begin to read what feeds tell of. */
  readonly siteUrl: string;
  /** Whom JSON-LD names; null for nobody. */
  readonly publisher: Publisher | null;
  /** Of settings that one who serves others will hardly have meant, a sentence each. */
  readonly warnings: readonly string[];
  /** Verbs that need another person than the one who submitted. */
  readonly twoPersonVerbs: readonly Verb[];
  /** After how long a withdrawal that a partner has not acknowledged is reported. */
  readonly withdrawalAlertMinutes: number;
  /** What is made of the editorial rules. */
  readonly checks: CheckRules;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly cacheMaxAgeSeconds: number;
  readonly cacheSharedMaxAgeSeconds: number;
  readonly cacheMemoryMegabytes: number;
  /** Where caches in front are told what to drop; null for nowhere. */
  readonly purgeHook: PurgeHook | null;
  /** 0 for never. */
  readonly maxLoopDelayMillis: number;
  readonly trustedProxies: readonly string[];
  /** Host names, addresses and networks that requests to partners may reach besides the public internet. */
  readonly outboundExceptions: readonly string[];
  /** Requests a minute. */
  readonly rateLimitReads: number;
  readonly rateLimitWrites: number;
  readonly rateLimitFailures: number;
}

/**
 * Reads the settings; a variable that is empty counts as not set.
 * @param fallbacks stand for variables that are not set, before their own
 * @throws Problem (`invalid_parameter`) that names every variable that is wrong or unknown, each in a sentence
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
  fallbacks: Readonly<Record<string, string>> = {},
): Config {
  const set = Object.entries(env).filter(
    ([name, value]) => name.startsWith(PREFIX) && value !== undefined && value !== '',
  );
  const given = { ...fallbacks, ...Object.fromEntries(set) };
  const result = settings.safeParse(given);
  const errors = [
    ...Object.keys(given)
      .filter((name) => !Object.hasOwn(settings.shape, name))
      .map(unknownVariable),
    ...(result.error?.issues ?? []).map((issue) => badValue(String(issue.path[0]), issue.message)),
  ];
  if (!result.success || errors.length > 0) {
    throw new Problem('invalid_parameter', errors.map((error) => error.detail).join('\n'), { errors });
  }
  const values = result.data;
  const publicUrl = values.DATELINE_PUBLIC_URL ?? ownAddress(values.DATELINE_HOST, values.DATELINE_PORT);
  const articleUrl = values.DATELINE_ARTICLE_URL ?? `${publicUrl}/articles/{slug}`;
  return {
    database: values.DATELINE_DATABASE,
    removals: values.DATELINE_REMOVALS,
    reserveMegabytes: values.DATELINE_RESERVE_MEGABYTES,
    host: values.DATELINE_HOST,
    port: values.DATELINE_PORT,
    publicUrl,
    twoPersonVerbs: values.DATELINE_TWO_PERSON_VERBS,
    withdrawalAlertMinutes: values.DATELINE_WITHDRAWAL_ALERT_MINUTES,
    checks: { levels: values.DATELINE_CHECKS, bannedPhrases: values.DATELINE_BANNED_PHRASES },
    articleUrl,
    siteUrl: values.DATELINE_ARTICLE_URL ? frontPageOf(values.DATELINE_ARTICLE_URL) : `${publicUrl}/docs`,
    publisher: publisherOf(values, articleUrl),
    warnings: warningsOf(values, publicUrl),
    logLevel: values.DATELINE_LOG_LEVEL,
    cacheMaxAgeSeconds: values.DATELINE_CACHE_MAX_AGE_SECONDS,
    cacheSharedMaxAgeSeconds: values.DATELINE_CACHE_SHARED_MAX_AGE_SECONDS,
    cacheMemoryMegabytes: values.DATELINE_CACHE_MEMORY_MEGABYTES,
    purgeHook: purgeHookOf(values),
    maxLoopDelayMillis: values.DATELINE_MAX_LOOP_DELAY_MILLIS,
    trustedProxies: values.DATELINE_TRUSTED_PROXIES,
    outboundExceptions: values.DATELINE_OUTBOUND_EXCEPTIONS ?? [],
    rateLimitReads: values.DATELINE_RATE_LIMIT_READS,
    rateLimitWrites: values.DATELINE_RATE_LIMIT_WRITES,
    rateLimitFailures: values.DATELINE_RATE_LIMIT_FAILURES,
  };
}

function purgeHookOf(values: z.output<typeof settings>): PurgeHook | null {
  const { DATELINE_PURGE_URL: url, DATELINE_PURGE_HEADER: header } = values;
  return url === undefined ? null : { url, header: header ?? null };
}

function publisherOf(values: z.output<typeof settings>, articleUrl: string): Publisher | null {
  const { DATELINE_PUBLISHER_NAME: name, DATELINE_PUBLISHER_URL: url, DATELINE_PUBLISHER_LOGO: logo = null } = values;
  if (name === undefined || url === undefined) return null;
  // What is written here is its own whatever the hosts are.
  const hosts = values.DATELINE_PUBLISHER_HOSTS?.concat([url, articleUrl].map(siteOf)) ?? null;
  return { name, url, logo, hosts };
}

function siteOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

/** Whoever serves this machine alone wants no word of it. */
function warningsOf(values: z.output<typeof settings>, publicUrl: string): string[] {
  const { DATELINE_PUBLIC_URL: given, DATELINE_ARTICLE_URL: articleUrl, DATELINE_HOST: host } = values;
  const isForOthers = given !== undefined || !LOOPBACK.test(host);
  if (!isForOthers) return [];
  return [
    ...(given === undefined
      ? [`links begin with ${publicUrl}, which leads nowhere from another machine: set DATELINE_PUBLIC_URL`]
      : []),
    ...(articleUrl === undefined
      ? [
          `releases that are written here without a url get ${publicUrl}/articles/{slug}, where nothing is: set ` +
            'DATELINE_ARTICLE_URL to where the site for readers shows them',
        ]
      : []),
  ];
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1)$/;

function frontPageOf(address: string): string {
  return new URL('/', address).href;
}

const PREFIX = 'DATELINE_';

/** An address that a browser on this machine can open. */
function ownAddress(host: string, port: number): string {
  const isEvery = host === '0.0.0.0' || host === '::';
  const name = isEvery ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function unknownVariable(name: string): ProblemError {
  const allowed = Object.keys(settings.shape);
  return { parameter: name, detail: `${name} is not a setting; there are ${allowed.join(', ')}.`, allowed };
}

function badValue(name: string, expected: string): ProblemError {
  return { parameter: name, detail: `${name} must be ${expected}.`, expected };
}
