import { matchesOf } from '../../matches.ts';
import { councilNamed } from '../tables/councils.ts';
import { fireServiceNamed } from '../tables/fire-services.ts';
import { FORCE_NAMES } from '../tables/forces.ts';
import { isKnown, isLeague, isOrganisation } from '../tables/organisations.ts';
import type { Service } from '../tables/services.ts';
import { isMadeOf, squashed } from './called-after.ts';
import { GENERIC_LABELS, placeIn } from './host.ts';

/** What is known of a body that its own release does not name. */
interface Unnamed {
  /** The first label of its address that tells anything: `ouseshire`. */
  readonly label: string;
  readonly service: Service | null;
  readonly area: string | null;
  readonly texts: readonly string[];
  /** Whether only universities and colleges have such an address. */
  readonly isLearned: boolean;
}

/** What a body is usually called, by its address alone: a force always, a council where the text speaks of one. */
export function nameByAddress({ label, service, area, texts, isLearned }: Unnamed): string | null {
  if (/-?(?:opf?cc|pf?cc)$/.test(label) && service !== 'police') return officeOf(label, texts);
  const isPlace = area !== null && (isAddressOf(area, placeIn(label)) || GENERIC_LABELS.test(label));
  const place = isPlace ? area : (spelledOut(placeIn(label), texts) ?? capitalised(placeIn(label)));
  if (service === 'police') return FORCE_NAMES.get(label) ?? `${place} Police`;
  const welsh = service === 'fire' && label.startsWith('tan') ? spelledOut(label.slice('tan'.length), texts) : null;
  if (welsh !== null) return `Gwasanaeth Tân ac Achub ${welsh}`;
  if (service === 'fire') return fireServiceNamed(label) ?? `${place} Fire and Rescue Service`;
  const seat = isLearned ? seatOf(place, texts) : null;
  if (seat !== null) return seat;
  const brand = brandIn(label, texts);
  if (service !== 'council') return brand ?? houseNamed(label, area, texts);
  // `Councils' League` of `councilsleague.gov.uk` is whole, and no place.
  const words = brand?.split(' ') ?? [];
  if (words.length > 1 && (isOrganisation(words) || isLeague(words.at(-1) ?? ''))) return brand;
  const kind = kindInAddress(label) ?? kindOfCouncil(texts);
  const isTelling = isPlace || !GENERIC_LABELS.test(label);
  return (
    councilNamed(label) ??
    (kind === null || !isTelling ? (isKnown(brand?.split(' ') ?? []) ? brand : null) : `${place} ${kind}`)
  );
}

/** Whether an address has the letters of a place: `calderrye` of Calder and Rye. */
function isAddressOf(area: string, place: string): boolean {
  return squashed(area) === squashed(place) || squashed(area.replace(/ (?:and|&) /g, ' ')) === squashed(place);
}

/** `University of Marl` of `marl.ac.uk`, where the text says `the university`, and `Marl College` where it says `the college`. */
function seatOf(place: string, texts: readonly string[]): string | null {
  if (texts.some((text) => /\b[Tt]he [Uu]niversity\b/.test(text))) return `University of ${place}`;
  return texts.some((text) => /\b[Tt]he [Cc]ollege\b/.test(text))
    ? `${place.replace(/ ?college$/i, '')} College`
    : null;
}

/** `Adra` of `adra.co.uk`, where the text writes it as a name. */
function brandIn(label: string, texts: readonly string[]): string | null {
  if (label.length < MIN_BRAND_LENGTH || GENERIC_LABELS.test(label)) return null;
  return (
    spelledOut(label, texts) ?? writtenAs(squashed(label), (name) => name.includes(' ') && isMadeOf(label, name), texts)
  );
}

const MIN_BRAND_LENGTH = 4;

/** `Marl Academy` of `marlacademy.org.uk`, where the text says `the academy`. */
function houseNamed(label: string, area: string | null, texts: readonly string[]): string | null {
  const [, front = '', house] =
    /^(.{3,}?)-?(academy|school|college|hospice|homes|housing|university|museum|theatre|water|energy|rail|trains|buses|foundation|trust|airport|group|racecourse|distillery|brewery|bakery|surgery|lifeboat|choir|festival|zoo|gallery|carnival)$/.exec(
      label,
    ) ?? [];
  if (house === undefined) return null;
  const place =
    area !== null && squashed(area) === squashed(front) ? area : (spelledOut(front, texts) ?? capitalised(front));
  return `${place} ${capitalised(house)}`;
}

/** `Office of the Police and Crime Commissioner for Ouseshire` of `ouseshire-pcc.gov.uk` */
function officeOf(label: string, texts: readonly string[]): string {
  const place = label.replace(/-?(?:opf?cc|pf?cc)$/, '');
  const isFire = /pfcc$/.test(label) || texts.some((text) => /\bPolice, Fire and Crime\b/.test(text));
  const office = `Office of the Police${isFire ? ', Fire' : ''} and Crime Commissioner`;
  return place === '' ? office : `${office} for ${spelledOut(place, texts) ?? capitalised(place)}`;
}

/** How a place is written of which the address has only the letters: `Calder Valley` of `caldervalley`. */
export function spelledOut(place: string, texts: readonly string[]): string | null {
  const letters = squashed(place);
  return writtenAs(letters, (name) => squashed(name) === letters, texts);
}

/** The first capitals in a row, of those that begin as the letters do, that are what is looked for. */
function writtenAs(letters: string, isIt: (name: string) => boolean, texts: readonly string[]): string | null {
  const initial = letters.charAt(0);
  for (const text of texts) {
    for (const [name] of matchesOf(text, NAME)) {
      const words = name.replace(/['’]s(?= |$)/g, '').split(' ');
      const called = stretchesOf(words, (word) => mayBegin(word, initial)).find(isIt);
      if (called !== undefined) return called;
    }
  }
  return null;
}

/** Every stretch of a few words that begins with one of some: `Mae Adra`, `Mae` and `Adra` of `Mae Adra`. */
function stretchesOf(words: readonly string[], opens: (word: string) => boolean): string[] {
  return words.flatMap((first, from) =>
    opens(first) ? words.slice(from).map((_, length) => words.slice(from, from + length + 1).join(' ')) : [],
  );
}

/** Whether a word may begin with a letter, were its accents taken off. */
function mayBegin(word: string, initial: string): boolean {
  return word.charAt(0).toLowerCase() === initial || word.charCodeAt(0) > LAST_PLAIN;
}

const LAST_PLAIN = 127;

const NAME = /\p{Lu}[\p{L}'’-]+(?: (?:and |on |upon |the |under |y |yr |ar )?\p{Lu}[\p{L}'’-]+){0,3}/gu;

/** `Town Council` of `marl-tc` */
function kindInAddress(label: string): string | null {
  const [, letters = ''] = /-(mbc|[abcdpt]c|ca)$/.exec(label) ?? [];
  return COUNCILS.get(letters) ?? null;
}

const COUNCILS: ReadonlyMap<string, string> = new Map([
  ['bc', 'Borough Council'],
  ['ca', 'Combined Authority'],
  ['dc', 'District Council'],
  ['mbc', 'Metropolitan Borough Council'],
  ['pc', 'Parish Council'],
  ['tc', 'Town Council'],
]);

/** `stmarl`: no English word begins so. */
const SAINT = /^st(?=[bcdfghjklmnpqstvwxz])/;

/** `County Council` where the text says `the county council`, `Council` where it only speaks of one; else null. */
function kindOfCouncil(texts: readonly string[]): string | null {
  const [, kind] = texts.map((text) => KIND.exec(text)).find((found) => found !== null) ?? [];
  if (kind !== undefined) return `${capitalised(kind.toLowerCase())} Council`;
  return texts.some((text) => COUNCIL.test(text)) ? 'Council' : null;
}

const KIND = /\bthe (county|city|borough|district|town|parish) council\b/i;
const COUNCIL = /\b(?:council(?:lors?)?|cllrs?|cabinet member|portfolio holder|cyngor)\b/i;

function capitalised(label: string): string {
  return label
    .replace(SAINT, 'st-')
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
