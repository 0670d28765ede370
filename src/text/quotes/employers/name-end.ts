import { isNameWord } from '../speaker/name-runs.ts';
import { isFirstName } from '../tables/first-names.ts';
import {
  isAcronym,
  isCompany,
  isGeneric,
  isInEveryPlace,
  isKept,
  isKnown,
  isLeague,
  isOrganisation,
  isOrganisationWord,
  isPairOfBody,
  isWelshHead,
  mayBeKnown,
} from '../tables/organisations.ts';
import { isDirection, isPostWord } from '../tables/remits.ts';
import { isRoleWord, isTopic } from '../tables/roles.ts';
import { isCapital, type Word } from '../words.ts';

/** Words of the longest name of an organisation. */
export const MAX_WORDS = 10;
const JOINING = /^(?:and|&|of|for|[Tt]he|ac|y|yr|na|nan)$/;

const WHOLE =
  /^(?:council|police|constabulary|service|trust|university|hospital|limited|ltd|association|club|charity|foundation|festival)$/i;

/** Behind the last word of the run that ends a name; `from` when none does. */
export function nameEnd(words: readonly Word[], from: number, text: string): number {
  if (words[from]?.text === 'Office' && words[from + 1]?.text === 'of') return officeEnd(words, from);
  if (opensLeague(words, from, text)) return leagueEnd(words, from, from + 2, text);
  const isWelsh = isWelshHead(words[from]?.text ?? '');
  let end = from;
  for (let at = from; at < Math.min(words.length, from + MAX_WORDS); at += 1) {
    const word = words[at];
    if (!word || (at > from && !isJoined(words, at, text))) break;
    const bare = withoutOwner(word.text);
    // `Marl Federation of Angling Clubs`, `London Borough of Marl`
    const mayGoOn = (end > from && end === at) || words[at - 1]?.text === 'Borough';
    if (mayGoOn && opensLeague(words, at - 1, text)) return leagueEnd(words, end, at + 1, text);
    if (/^(?:and|&)$/.test(bare) && end === at && partsTwo(words, at) && !isBoardOfNhs(words, from, at)) break;
    if (JOINING.test(bare)) continue;
    if (bare === 'plc' && at > from) return at + 1;
    if (!isCapital(bare) && !(at === from && /^\d/.test(bare))) break;
    if (isWelsh ? at > from : isEnd(words, from, at, bare) && !isOfCrime(words, at, bare)) end = at + 1;
    // `St Oswald's Primary School` and `4th Battalion The King's Fusiliers` go on, `Ouseshire Police's` owns something.
    if (bare !== word.text && end > from && words[at - 1]?.text !== 'The') break;
  }
  if (end > from && isInEveryPlace(words.slice(from, end).map(({ text: word }) => word)))
    return placeEnd(words, end, text);
  // `RNLI Lifeboat Operations Manager` is a post.
  const isPost =
    isAcronym(words[from]?.text ?? '') && !PLACED.test(words[from]?.text ?? '') && isRoleWord(words[end]?.text ?? '');
  return isPost && isJoined(words, end, text) ? from : end;
}

/** `Police and Crime Commissioner`: no police. */
function isOfCrime(words: readonly Word[], at: number, bare: string): boolean {
  return (
    /^police$/i.test(bare) &&
    /^(?:and|&)$/.test(words[at + 1]?.text ?? '') &&
    /^(?:crime|fire)$/i.test(words[at + 2]?.text ?? '')
  );
}

/** Behind the place of `Age UK Marl`; no post follows it there: `Age UK Marl Manager`. */
function placeEnd(words: readonly Word[], end: number, text: string): number {
  const place = words.slice(end, end + MAX_PLACE_WORDS);
  const length = place.findIndex(
    ({ text: word }, at) =>
      !isCapital(word) || !isJoined(words, end + at, text) || isPostWord(word) || isRoleWord(word),
  );
  return end + (length === -1 ? place.length : length);
}

const MAX_PLACE_WORDS = 3;

/** `Marl Borough Council and Kestrel Borough Council` are two, `Marl Fire and Rescue Service` and `Marl Museum and Art Gallery` one. */
function partsTwo(words: readonly Word[], and: number): boolean {
  const [following, behind] = words.slice(and + 1, and + 3).map(({ text }) => text);
  const next = (following === 'the' ? behind : following) ?? '';
  const isHeaded = following !== 'the' && (isPostWord(next) || isOrganisationWord(next));
  const isOneMore = !isHeaded && opensAnother(words, and + 1);
  return isOneMore || WHOLE.test(words[and - 1]?.text ?? '');
}

/** `NHS Marl and Dell Integrated Care Board` is one. */
function isBoardOfNhs(words: readonly Word[], from: number, and: number): boolean {
  const next = words[and + 1]?.text === 'the' ? and + 2 : and + 1;
  const other = words.slice(next, capitalsEnd(words, next)).slice(0, MAX_BOARD_WORDS);
  return words[from]?.text === 'NHS' && and === from + 2 && other.some(({ text }) => text === 'Board');
}

const MAX_BOARD_WORDS = 5;

/** `Mace & Quill`: two names joined by a sign, and no two fields of work. */
function isFirm(words: readonly Word[], at: number): boolean {
  const [one, other] = [words[at - 2], words[at]];
  // `Jo & Tom Bell`
  if (isFirstName(one?.text ?? '') && isCapital(words[at + 1]?.text ?? '')) return false;
  return [one, other].every((word) => isNameWord(word) && !isPostWord(word?.text ?? '') && !isTopic(word?.text ?? ''));
}

/** `University of Marl`, `Department for Work`, `Marl Federation of Angling Clubs`: a name that goes on behind a preposition. */
function opensLeague(words: readonly Word[], at: number, text: string): boolean {
  return (
    isLeague(words[at]?.text ?? '') &&
    /^(?:of|for|against)$/.test(words[at + 1]?.text ?? '') &&
    isJoined(words, at + 1, text) &&
    isJoined(words, at + 2, text)
  );
}

/** Behind the capitals from a place on, and behind those that `and` and `of` join to them; `end` where there are none. */
function leagueEnd(words: readonly Word[], end: number, from: number, text: string): number {
  let last = end;
  for (let at = from; at < from + MAX_WORDS && (at === from || isJoined(words, at, text)); at += 1) {
    const word = words[at]?.text ?? '';
    if (isCapital(word)) last = at + 1;
    else if (!/^(?:of|the|and|&)$/.test(word) || (/^(?:and|&)$/.test(word) && opensAnother(words, at + 1))) break;
    if (/['’]s$/.test(word)) break;
  }
  return last;
}

/** In `University of Marl and Kestrel Hospitals NHS Trust` a second body begins behind the `and`. */
function opensAnother(words: readonly Word[], at: number): boolean {
  const from = words[at]?.text === 'the' ? at + 1 : at;
  const end = capitalsEnd(words, from);
  if (isOrganisation(words.slice(from, end).map((word) => word.text))) return true;
  if (end > from + 1 && isCompany(words[end - 1]?.text ?? '')) return true;
  // `the Marl Health and Social Care Trust`
  const isHalf = words[at]?.text === 'the' && /^(?:and|&)$/.test(words[end]?.text ?? '');
  return isHalf && isOrganisation(words.slice(end + 1, capitalsEnd(words, end + 1)).map((word) => word.text));
}

/** Capitals that a place follows: `HMP Marsham`, `CPS Wessex`. */
const PLACED = /^(?:HM[PS]|RAF|RNAS|CPS|YMCA|NHS)$/;

/** Whether a name goes on to a word: over space, and over the comma of `4th Battalion, The Marcher Regiment`. */
function isJoined(words: readonly Word[], at: number, text: string): boolean {
  const between = text.slice(words[at - 1]?.end, words[at]?.start);
  return (
    /^\s+$/.test(between) ||
    // `Farmers' Union`
    (/^['’]\s+$/.test(between) && words[at - 1]?.text.endsWith('s') === true) ||
    (between === ', ' && /^(?:Battalion|Squadron|Battery|Troop)$/.test(words[at - 1]?.text ?? ''))
  );
}

/** `Office of the Police and Crime Commissioner` */
function officeEnd(words: readonly Word[], from: number): number {
  const end = words.slice(from, from + MAX_WORDS).findIndex(({ text }) => /^Commissioner(?:['’]s)?$/.test(text));
  if (end === -1) return from;
  const of = words[from + end + 1]?.text;
  return of === 'for' && isCapital(words[from + end + 2]?.text ?? '')
    ? capitalsEnd(words, from + end + 2)
    : from + end + 1;
}

function capitalsEnd(words: readonly Word[], from: number): number {
  const end = words.slice(from, from + MAX_WORDS).findIndex(({ text }) => !isCapital(text));
  return end === -1 ? Math.min(words.length, from + MAX_WORDS) : from + end;
}

/** `Rivers England`, but `South Wales`. */
function isOfNation(words: readonly Word[], at: number, last: string): boolean {
  const before = words[at - 1]?.text ?? '';
  return /^(?:England|Scotland|Wales|Cymru)$/.test(last) && isCapital(before) && !isDirection(before);
}

/** Those whom a fire service has managers of. */
const CREWS = /^(?:Station|Group|Area|Crew|Watch)$/;
const LED = /^(?:Manager|Commander)$/;

/** `Marl Riding for All`: whom a charity is for. */
const FOR_THEM = /^(?:All|Everyone|Everybody|Families|Women|Girls|Boys|Youth|Veterans|Carers|Refugees|Life|Heroes)$/;

function isEnd(words: readonly Word[], from: number, at: number, bare: string): boolean {
  if (isAcronym(words[from]?.text ?? ''))
    return at > from && !words.slice(from, at + 1).some(({ text }) => isRoleWord(text) || isFirstName(text));
  // Hardly any word opens the name of a body that is known.
  const first = words[from]?.text ?? '';
  const owner = withoutOwner(first);
  const mayBe = mayBeKnown(first) || (owner !== first && mayBeKnown(owner));
  if (mayBe && isNameKnown(words.slice(from, at + 1).map(({ text }) => text))) return true;
  if (
    at > from &&
    bare === 'Commissioners' &&
    /^(?:Harbour|Lighthouse|Drainage|Improvement)$/.test(words[at - 1]?.text ?? '')
  )
    return true;
  if (at > from + 1 && words[at - 1]?.text === 'for' && FOR_THEM.test(bare)) return true;
  if (at === from + 1 && isKept(bare) && first !== owner) return true;
  if (at > from && (isCompany(bare) || isOfNation(words, at, bare))) return true;
  if (at > from + 1 && isPairOfBody(withoutOwner(words[at - 1]?.text ?? ''), bare)) return true;
  if (at > from && (bare === 'Festival' || (bare === 'Form' && words[at - 1]?.text === 'Sixth'))) return true;
  // `Marl Fire and Rescue Service Station Manager Jo Bell`
  if (CREWS.test(bare) && LED.test(words[at + 1]?.text ?? '')) return false;
  if (at > from + 1 && /^Boats?$/.test(bare) && words[at - 1]?.text === 'Rescue') return true;
  if (at > from + 1 && words[at - 1]?.text === '&' && isFirm(words, at)) return true;
  if (!isOrganisationWord(bare) || (bare === 'Bank' && words[at + 1]?.text === 'Holiday')) return false;
  return at > from && !isGeneric([...words.slice(from, at).map((word) => word.text), bare]);
}

/** `Crimestoppers’`, `Women’s Aid`, `Barnardo’s`: known by its name, whether that owns something or is called so. */
function isNameKnown(words: readonly string[]): boolean {
  return (
    isKnown(words) ||
    isKnown(words.map(withoutOwner)) ||
    isKnown([...words.slice(0, -1), ...words.slice(-1).map(withoutOwner)])
  );
}

/** `Marl Police` of `Marl Police's`. */
function withoutOwner(word: string): string {
  return word.includes("'") || word.includes('’') ? word.replace(/['’]s?$/, '') : word;
}
