import { organisationsIn } from './named-organisations.ts';
import type { Sentence } from './narration.ts';
import { FORCE_NAMES } from './tables/forces.ts';
import { type Service, serviceOfHost, serviceOfName } from './tables/services.ts';

/** What is known of a release besides its body. */
export interface About {
  readonly title: string;
  readonly summary: string | null;
  /** Its canonical address. */
  readonly url: string | null;
  readonly area: string | null;
}

export const NOTHING_KNOWN: About = { title: '', summary: null, url: null, area: null };

/** Who publishes a release. */
export interface Publisher {
  readonly name: string;
  readonly service: Service | null;
}

/** Letters of a word of a name that say as much as the name. */
const MIN_MATCH_LENGTH = 4;

/**
 * The body whose release it is: among the organisations that the text names, the one that its address is called after;
 * a police force also when the text never names it. Null when the address tells nothing.
 */
export function findPublisher({ title, summary, url, area }: About, narration: readonly Sentence[]): Publisher | null {
  const host = hostOf(url);
  if (host === null) return null;
  const label = labelOf(host);
  const service = serviceOfHost(host);
  const names = [
    ...organisationsIn(title),
    ...organisationsIn(summary ?? ''),
    ...narration.flatMap(({ organisations }) => organisations()),
  ];
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isTelling = !GENERIC_LABELS.test(label);
  const least = /pcc/.test(host)
    ? 4
    : isTelling && (service === null || service === 'police' || service === 'council')
      ? 2
      : 1;
  let best: { name: string; score: number } | null = null;
  for (const [name, count] of counts) {
    const isOffice = /pcc/.test(host) && /\bCommissioner\b/.test(name);
    const isWhole = service === 'health' && /\b(?:Trust|Board)$/.test(name) ? 1 : 0;
    const score = (isOffice ? 4 : scoreOf(name, label, service)) + isWhole + Math.min(count, 9) / 10;
    if (score >= least && (!best || score > best.score)) best = { name, score };
  }
  best ??= calledByLabel(label, [title, summary ?? '', ...narration.map(({ text }) => text)]);
  if (best)
    return {
      name: service === 'police' ? forceOf(best.name) : best.name,
      service: service ?? ownService(best.name),
    };
  const place = area !== null && (squashed(area) === squashed(label) || GENERIC_LABELS.test(label)) ? area : null;
  return service === 'police'
    ? {
        name: FORCE_NAMES.get(label) ?? `${place ?? capitalised(label.replace(/(?<=.)-?police$/, ''))} Police`,
        service,
      }
    : null;
}

/** `RNLI` of `rnli.org`, where the text writes it so. */
function calledByLabel(label: string, texts: readonly string[]): { name: string; score: number } | null {
  const name = label.toUpperCase();
  const isAcronym = /^[A-Z]{3,6}$/.test(name) && !GENERIC_LABELS.test(label);
  return isAcronym && texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)) ? { name, score: 0 } : null;
}

/** The office of a Police and Crime Commissioner is no police force. */
function ownService(name: string): Service | null {
  return /\bCommissioner\b/.test(name) ? null : serviceOfName(name);
}

/** The force of a unit: `Ouseshire Police Road Safety Unit`. */
export function forceOf(name: string): string {
  return /^.*?\b(?:Police|Constabulary)\b(?! (?:and|Service|Scotland))/.exec(name)?.[0] ?? name;
}

/** First labels of addresses that name nobody. */
const GENERIC_LABELS = /^(?:gov|police|nhs|example|test|localhost|press|news)$/;

function hostOf(url: string | null): string | null {
  try {
    return url === null ? null : new URL(url).hostname.toLowerCase();
  } catch {
    return null;
  }
}

/** `ouseshire` of `www.ouseshire.police.uk`. */
function labelOf(host: string): string {
  const labels = host.split('.').filter((label) => !/^(?:www\d?|news|media|newsroom|press)$/.test(label));
  return (labels[0] ?? '').replace(/^heddlu-/, '');
}

/** 2 for a name that the label begins, spells or abbreviates, 1 for one that shares a word with it; 3 when the kind fits too. */
function scoreOf(name: string, label: string, service: Service | null): number {
  if (service === 'police') return forceScore(name, squashed(label));
  const letters = squashed(name);
  const plain = squashed(label);
  const words = name.split(/\s+/).map(squashed);
  const first = words[0] ?? '';
  const initials = words.map((word) => word.charAt(0)).join('');
  // A council in a force's release is not its publisher, whatever place both are called after.
  const kind = serviceOfName(name);
  if (service !== null && kind !== null && kind !== service) return 0;
  if (service === 'council' && kind === null && !/\b(?:Corporation|Authority|Borough)\b/.test(name)) return 0;
  const isCalled =
    (plain.length >= MIN_MATCH_LENGTH && letters.includes(plain)) ||
    (first.length >= MIN_MATCH_LENGTH && plain.startsWith(first)) ||
    (plain.length >= 2 && (initials === plain || initialsOfNouns(name) === plain)) ||
    words.some((word) => word.length > MIN_MATCH_LENGTH && plain.includes(word));
  const fits = service !== null && kind === service;
  return (isCalled ? 2 : 0) + (fits ? 1 : 0);
}

/** A force is called wholly as its address, and not after the first half of it: a federation or a panel is none. */
function forceScore(name: string, label: string): number {
  if (serviceOfName(name) !== 'police' || /\b(?:Federation|Authority|Panel|Commissioner|College)\b/.test(name))
    return 0;
  const force = forceOf(name);
  const isCalled =
    squashed(force).includes(label) || FORCE_NAMES.get(label) === force || initialsOfNouns(force) === label;
  return label.length > 1 && isCalled ? 3 : 1;
}

function initialsOfNouns(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => !/^(?:and|&|of|the|for)$/i.test(word))
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
}

function squashed(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function capitalised(label: string): string {
  return label
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
