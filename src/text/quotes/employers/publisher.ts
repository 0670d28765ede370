import type { Block } from '../../block.ts';
import type { Sentence } from '../cast/narration.ts';
import { FORCE_NAMES, NATIONAL_HOSTS } from '../tables/forces.ts';
import { isGeneric } from '../tables/organisations.ts';
import { type Service, serviceOfHost, serviceOfName } from '../tables/services.ts';
import { isCalledAfter, squashed } from './called-after.ts';
import { GENERIC_LABELS, hostOf, labelOf } from './host.ts';
import { organisationsIn } from './named-organisations.ts';
import { nameByAddress, spelledOut } from './publisher-address.ts';

/** What is known of a release besides its body. */
export interface About {
  readonly title: string;
  readonly summary: string | null;
  /** Its canonical address. */
  readonly url: string | null;
  readonly area: string | null;
}

export const NOTHING_KNOWN: About = { title: '', summary: null, url: null, area: null };

/** Title and summary as one text. */
export function headlineOf({ title, summary }: About): string {
  return `${title}. ${summary ?? ''}`;
}

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
export function findPublisher(
  { title, summary, url, area }: About,
  narration: readonly Sentence[],
  blocks: readonly Block[] = [],
): Publisher | null {
  const host = hostOf(url);
  if (host === null) return null;
  const national = NATIONAL_HOSTS.find(({ address }) => address.test(host));
  if (national?.isWhole) return { name: national.name, service: null };
  // Some give the body itself as the area; of a diocese there are a bishop and its people.
  const given = area === null || area.startsWith('Diocese') ? '' : area;
  const texts = [title, summary ?? '', given, ...narration.map(({ text }) => text)];
  const label = labelOf(host, texts);
  const service = serviceOfHost(host);
  const names = [
    ...organisationsIn(title),
    ...organisationsIn(summary ?? ''),
    ...organisationsIn(given),
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
    // A university gives degrees in a minster of the same name.
    const isWhole =
      (service === 'health' && /\b(?:Trust|Board)$/.test(name)) || (LEARNED_HOST.test(host) && LEARNED.test(name))
        ? 1
        : 0;
    const score = (isOffice ? CALLED_AFTER + 1 : scoreOf(name, label, service)) + isWhole + Math.min(count, 9) / 10;
    if (score >= least && (!best || score > best.score)) best = { name, score };
  }
  // `Bysiau Tegid` of `bysiautegid.example`, though it names the council of Tegid as well.
  const spelled = service === null && label.length >= MIN_SPELLED_LENGTH ? spelledOut(label, texts) : null;
  if (spelled?.includes(' ') && (best === null || (best.score < CALLED_AFTER && !best.name.includes(spelled))))
    best = { name: goingOn(spelled, texts), score: CALLED_AFTER };
  best ??= calledByLabel(label, texts) ?? (service === 'police' ? forceSpoken(label, blocks) : null);
  if (best) {
    const alone = aloneIn(best.name, label, (name) => scoreOf(name, label, service));
    return {
      name: service === 'police' ? forceOf(best.name) : inLaw(alone, names),
      service: isCouncils(alone, service) ? ownService(alone) : (service ?? ownService(alone)),
    };
  }
  const name =
    national?.name ??
    nationalBody(host, names) ??
    // A place of which somebody is the bishop is no body.
    (ANGLICAN.test(host) ? null : nameByAddress({ label, service, area, texts, isLearned: LEARNED_HOST.test(host) }));
  return name === null ? null : { name, service: NATIONAL.test(name) ? null : service };
}

/** `Kestrel Half Marathon` at `kestrelhalf.org`: a name behind which the text writes the same capital each time it stands there. */
function goingOn(name: string, texts: readonly string[]): string {
  const behind = texts.flatMap((text) =>
    text
      .split(name)
      .slice(1)
      .map((rest) => /^ \p{Lu}[\p{L}-]+/u.exec(rest)?.[0] ?? ''),
  );
  const [only = '', another] = new Set(behind);
  return another === undefined ? name + only : name;
}

/** Letters of an address that nothing is called by chance. */
const MIN_SPELLED_LENGTH = 8;

const ANGLICAN = /(?:^|\.)anglican\./;
/** Where universities and colleges publish. */
const LEARNED_HOST = /\.ac\.[a-z.]+$/;
const LEARNED = /\b(?:University|College|Institute|School|Academy|Prifysgol|Coleg)\b/;

/** `Kestrel Marine Ltd`, where a text says so besides `Kestrel Marine`. */
function inLaw(name: string, names: readonly string[]): string {
  return names.find((each) => each.startsWith(`${name} `) && LEGAL.test(each.slice(name.length + 1))) ?? name;
}

const LEGAL = /^(?:Ltd|Limited|plc|PLC|LLP|CIC|Cyf|Cyfyngedig)$/;

/**
 * Of `Stars Appeal and Marl NHS Trust` the second, if the address is called after it alone as well, and of `Tramline and
 * Marl Council` the first at `tramline.co.uk`.
 */
function aloneIn(name: string, label: string, score: (name: string) => number): string {
  const [first = '', second, more] = name.split(/ (?:and|&) (?:the )?/);
  const plain = squashed(label);
  const isFirst =
    second !== undefined &&
    more === undefined &&
    serviceOfName(second) === 'council' &&
    !first.includes(' ') &&
    plain.startsWith(squashed(first)) &&
    !plain.includes(squashed(second.split(' ')[0] ?? ''));
  if (isFirst) return first;
  const isPair =
    !/Commissioner/.test(name) &&
    second !== undefined &&
    more === undefined &&
    // `crabandsmoke` is not of the Smoke Festival alone.
    (!squashed(name).includes(plain) || squashed(second).includes(plain)) &&
    first.includes(' ') &&
    second.includes(' ');
  return isPair && score(second) > score(first) && score(second) >= score(name) ? second : name;
}

/** The police of the place whose commissioner publishes, named nowhere in the text. */
export function forceBesideCommissioner({ url, area }: About, texts: readonly string[]): string | null {
  const host = hostOf(url) ?? '';
  const label = labelOf(host, texts).replace(/-?(?:opf?cc|pf?cc)$/, '');
  return /pf?cc/.test(host) && label !== ''
    ? nameByAddress({ label, service: 'police', area, texts, isLearned: false })
    : null;
}

/** `He is a credit to North Arden Police`, at `northarden.police.uk`: a force that only its people name. */
function forceSpoken(label: string, blocks: readonly Block[]): { name: string; score: number } | null {
  const names = blocks.flatMap(({ text }) => (/\b(?:Police|Constabulary)\b/.test(text) ? organisationsIn(text) : []));
  const name = names.find((each) => forceScore(each, squashed(label)) > 1);
  return name === undefined ? null : { name, score: 0 };
}

/** `RNLI` of `rnli.org`, where the text writes it so. */
function calledByLabel(label: string, texts: readonly string[]): { name: string; score: number } | null {
  const name = label.toUpperCase();
  const isAcronym = /^[A-Z]{3,6}$/.test(name) && !GENERIC_LABELS.test(label);
  return isAcronym && texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)) ? { name, score: 0 } : null;
}

/** Who publishes at an address that all of government shares, or all of Northern Ireland: the first ministry or agency that the text names. */
function nationalBody(host: string, names: readonly string[]): string | null {
  return /^(?:www\.)?gov\.uk$|-ni\.gov\./.test(host)
    ? (names.find((name) => NATIONAL.test(name) && name !== 'Government') ?? null)
    : null;
}

const NATIONAL =
  /^(?:Ministry|Department|Home Office|Cabinet Office|HM |Environment Agency|Foreign|Office for|Llywodraeth|Royal|British Army)|\b(?:Government|Executive|Agency|Commission|Ombudsman|Inspectorate)$/;

/** The office of a Police and Crime Commissioner is no police force. */
function ownService(name: string): Service | null {
  return /\bCommissioner\b/.test(name) ? null : serviceOfName(name);
}

/** `Marl Fire Authority`, `Marl Police and Crime Panel`: of councillors, at an address as councils have them. */
function isCouncils(name: string, service: Service | null): boolean {
  return service === 'council' && /\b(?:Authority|Panel)$/.test(name);
}

/** The force of a unit: `Ouseshire Police Road Safety Unit`, `Serious Collisions Unit of Ouseshire Police`. */
export function forceOf(name: string): string {
  const force = /^.*?\b(?:Police|Constabulary)\b(?! (?:and|Service|Scotland))/.exec(name)?.[0] ?? name;
  return force.replace(/^.*\b(?:Unit|Team|Section|Squad|Branch|Desk|Department|Division) of (?:the )?(?=\p{Lu})/u, '');
}

const CALLED_AFTER = 5;

/** 2 for a name that the label begins, spells or abbreviates, 1 for one that shares a word with it; 3 when the kind fits too. */
function scoreOf(name: string, label: string, service: Service | null): number {
  if (service === 'police') return forceScore(name, squashed(label));
  const letters = squashed(name);
  const plain = squashed(label);
  const words = name.split(/\s+/).map(squashed);
  const first = words[0] ?? '';
  const initials = words.map((word) => word.charAt(0)).join('');
  // `hmcoastguard-marl` of HM Coastguard
  if (letters === plain || (letters.length >= MIN_SPELLED_LENGTH && label.startsWith(`${letters}-`)))
    return CALLED_AFTER;
  // A council in a force's release is not its publisher, whatever place both are called after.
  const kind = isCouncils(name, service) ? null : serviceOfName(name);
  if (service !== null && kind !== null && kind !== service) return 0;
  if (isCalledAfter(label, name)) return CALLED_AFTER;
  if (service === 'council' && kind === null && !/\b(?:Corporation|Authority|Borough|Panel)\b/.test(name)) return 0;
  const isCalled =
    (plain.length >= MIN_MATCH_LENGTH && letters.includes(plain)) ||
    (first.length >= MIN_MATCH_LENGTH && plain.startsWith(first)) ||
    (plain.length >= 2 && (initials === plain || initialsOfNouns(name) === plain)) ||
    words.some((word) => word.length > MIN_MATCH_LENGTH && plain.includes(word) && !isGeneric([word]));
  const fits = service !== null && kind === service;
  return (isCalled ? 2 : 0) + (fits ? 1 : 0);
}

/** A force is called wholly as its address, and not after the first half of it: a federation or a panel is none. */
function forceScore(name: string, label: string): number {
  if (serviceOfName(name) !== 'police' || /\b(?:Federation|Authority|Panel|Commissioner|College)\b/.test(name))
    return 0;
  const force = forceOf(name);
  // `calderandrye` of Calder & Rye Police
  const spoken = label.includes('and') ? force.replaceAll('&', 'and') : force;
  const isCalled =
    squashed(spoken).includes(label) ||
    // `calderrye` of Calder and Rye Police
    squashed(force.replace(/ (?:and|&) /g, ' ')).startsWith(label) ||
    (squashed(spoken).replace(/(?:police|constabulary)$/, '').length >= MIN_MATCH_LENGTH &&
      label.startsWith(squashed(spoken).replace(/(?:police|constabulary)$/, ''))) ||
    FORCE_NAMES.get(label) === force ||
    initialsOfNouns(force) === label;
  return label.length > 1 && isCalled ? 3 : 1;
}

function initialsOfNouns(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => !/^(?:and|&|of|the|for)$/i.test(word))
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
}
