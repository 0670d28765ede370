import { lastIndexBefore } from '../before.ts';
import type { Sentence } from '../cast/narration.ts';
import { placeOf } from '../cast/place.ts';
import { once, onceEach } from '../once.ts';
import type { Passage } from '../statements/passages.ts';
import type { Draft } from '../statements/statements.ts';
import { isGeneric, isOrganisation, isOrganisationWord } from '../tables/organisations.ts';
import { calledSo, isCalledByKind } from '../tables/stand-ins.ts';
import type { Publisher } from './publisher.ts';
import { openShortNames } from './short-names.ts';

/** A body where the narration names it, in the order of the text. */
interface NamedBody {
  readonly name: string;
  readonly sentence: Sentence;
  readonly place: number;
  /** Whether its sentence names no other body of the kind before it. */
  readonly isOne: boolean;
}

/**
 * Answers what `council` or `the Force` is called in this release: the body of that kind that the lines before the statement name, the
 * publishing body if it is one, else the one organisation whose name ends so among those of its speakers, else the last one that
 * was named before, else the one in its narration. Null when there is none. Other names are their own answer.
 */
export function nameOrganisations(
  narration: () => readonly Sentence[],
  drafts: readonly Draft[],
  publishing: Publishing,
): (written: string, passage: Passage) => string | null {
  const ofSpeakers = once(() => byLastWord(drafts.map(({ speaker }) => speaker?.organisation ?? '')));
  const named = once(() => narration().flatMap((sentence) => bodiesOf(sentence, publishing.publisher()?.name ?? '')));
  const ofNarration = once(() => byLastWord(named().map(({ name }) => name)));
  const called = onceEach((ending: string) => bodiesCalled(ending, named()));
  const ofOneSpeaker = onceEach((ending: string) => onlyNameIn(ofSpeakers().get(lastWord(ending)), ending));
  const inNarration = onceEach((ending: string) => onlyNameIn(ofNarration().get(lastWord(ending)), ending));
  const mostNamed = onceEach((ending: string) => mostNamedOf(called(ending)));
  const fuller = onceEach((kind: string) => named().filter(({ name }) => isFuller(name, kind)));
  /** `National Park` of the authority that publishes, else of the last one named before a statement, else of the first. */
  const fullNameOf = (kind: string, passage: Passage): string | null => {
    const own = publishing.publisher()?.name ?? '';
    const before = lastIndexBefore(fuller(kind), placeOf({ block: passage.block, at: passage.outerStart }));
    return isFuller(own, kind) ? own : (fuller(kind)[Math.max(0, before)]?.name ?? null);
  };
  const inFull = onceEach(
    openShortNames(narration, () => [...publishing.announced(), ...named().map(({ name }) => name)]),
  );
  return (given, passage) => {
    const written = given.replace(/^same /, '');
    const ending = written.toLowerCase();
    const meant = publisherCalled(written, publishing);
    if (meant) return meant.name;
    if (isCalledByKind(written)) return fullNameOf(written, passage) ?? written;
    // `The Fund's regional organiser`: the fund that was named.
    if (!isGeneric(written.split(' ')))
      return (isOrganisationWord(written) ? lastBefore(called(ending), passage)?.name : null) ?? inFull(written);
    const own = publishing.publisher();
    const key = lastWord(ending);
    const last = lastBefore(called(ending), passage);
    if (own && isOfKind(ending, own)) return isNearer(last, own, ending, passage) ? (last?.name ?? null) : own.name;
    return (
      ofOneSpeaker(ending) ??
      last?.name ??
      inNarration(ending) ??
      (/^(?:company|firm|business|developer|charity|group|organisation)$/.test(key) ? mostNamed(ending) : null) ??
      (AS_WRITTEN.test(written) ? written : null)
    );
  };
}

function isFuller(name: string, kind: string): boolean {
  return name !== kind && name.includes(kind);
}

/** What is body enough where nothing names it in full: of each there is one in a place. */
const AS_WRITTEN = /^(?:Co-op|(?:Parish|Town|Community|Borough|District|City|County) [Cc]ouncil)$/;

/** Who publishes, looked up only where it may matter: most speakers say in full for whom they speak. */
export interface Publishing {
  readonly publisher: () => Publisher | null;
  /** The publisher, where the release speaks of a ship. */
  readonly ship: () => Publisher | null;
  /** The bodies that title and summary name. */
  readonly announced: () => readonly string[];
}

/** What stands before the name of a ship, or of what is called as one. */
export const SHIP = 'HMS';

/** `Granby` of Granby Fire and Rescue Service, `Kestrel` of HMS Kestrel, where those publish. */
function publisherCalled(written: string, { publisher, ship }: Publishing): Publisher | null {
  if (ship()?.name === `${SHIP} ${written}`) return ship();
  const own = isOrganisation(written.split(' ')) ? null : publisher();
  // `Rampart` of Rampart Veterans: a firm or a charity is no place, a council is called after one.
  const isCalledSo = own?.service === 'fire' || own?.service === 'health' || own?.service === null;
  return isCalledSo && own.name.startsWith(`${written} `) ? own : null;
}

/** The bodies of a sentence; of `Tramline and Marl Council` the second where Tramline publishes. */
function bodiesOf(sentence: Sentence, publisher: string): NamedBody[] {
  let behind = 0;
  return sentence.organisations().map((found) => {
    const name = found.startsWith(`${publisher} and `) ? found.slice(publisher.length + ' and '.length) : found;
    const at = sentence.text.indexOf(name, behind);
    behind = Math.max(behind, at + name.length);
    return { name, sentence, place: placeOf({ block: sentence.block, at: sentence.at + at }), isOne: true };
  });
}

/** The bodies for which a word may stand. */
function bodiesCalled(ending: string, named: readonly NamedBody[]): NamedBody[] {
  const fitting = named.filter((body) => isNamed(body) && calledSo(ending, body.name));
  return fitting.map((body, at) => {
    const before = fitting[at - 1];
    const isOther = before?.sentence === body.sentence && (before.name !== body.name || !before.isOne);
    return isOther ? { ...body, isOne: false } : body;
  });
}

/** The last of some bodies that is named before a statement; null where its sentence names two. */
function lastBefore(called: readonly NamedBody[], { block, outerStart }: Passage): NamedBody | null {
  const last = called[lastIndexBefore(called, placeOf({ block, at: outerStart }))];
  return last?.isOne ? last : null;
}

function isNamed({ name }: NamedBody): boolean {
  return !isGeneric(name.split(' '));
}

/** `… at the Heart Trust's conference. A spokesperson for the trust said`: another body of the kind than the one that publishes. */
function isNearer(last: NamedBody | null, { name }: Publisher, ending: string, { block }: Passage): boolean {
  return (
    last !== null &&
    last.sentence.block >= block - 1 &&
    last.name.toLowerCase().endsWith(` ${ending}`) &&
    !name.endsWith(last.name)
  );
}

/** Whether a word stands for the body that publishes. */
function isOfKind(ending: string, publisher: Publisher): boolean {
  const { name, service } = publisher;
  if (service === 'police' && /^(?:force|police|constabulary)$/.test(ending)) return true;
  return name.toLowerCase().endsWith(ending) || (!ending.includes(' ') && calledSo(ending, name, true));
}

/** `The company said`: of the bodies that may be one the one that the narration names most. */
function mostNamedOf(called: readonly NamedBody[]): string | null {
  const counts = new Map<string, number>();
  for (const { name } of called) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function onlyNameIn(names: ReadonlySet<string> | undefined, ending: string): string | null {
  const [name, another] = [...(names ?? [])].filter((each) => each.toLowerCase().endsWith(ending));
  return another === undefined ? (name ?? null) : null;
}

function byLastWord(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const name of names) {
    const last = lastWord(name.toLowerCase());
    if (name !== '' && !isGeneric(name.split(' '))) found.set(last, (found.get(last) ?? new Set()).add(name));
  }
  return found;
}

function lastWord(text: string): string {
  return text.split(' ').at(-1) ?? '';
}
