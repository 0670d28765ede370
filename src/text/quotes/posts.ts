import { isAddressWord } from './tables/addresses.ts';
import { endsEmployer, isGeneric, isOrganisation, isWelshHead } from './tables/organisations.ts';
import { rankLength } from './tables/ranks.ts';
import { isArticle, isEmployed, isRoleWord, isSpokesperson } from './tables/roles.ts';
import { isCapital, type Word } from './words.ts';

/** What somebody is, and where. */
export interface Post {
  readonly role: string | null;
  readonly organisation: string | null;
}

export const NO_POST: Post = { role: null, organisation: null };

/** Prepositions that lead from a role to whoever the role is with. */
const LEADS_TO_EMPLOYER = new Set(['at', 'of', 'for', 'with', 'from']);
/** Those with which a part begins that says nothing else; `o` is Welsh. */
const EMPLOYER_OPENINGS = new Set([...LEADS_TO_EMPLOYER, 'representing', 'o', "o'r", 'o’r', "gyda'r", 'gyda’r']);

/** Those of them that never lead to a home town. */
const CERTAIN_OPENINGS = new Set(['at', 'with', 'representing', 'on']);

/** Roles that belong to a place: `Ouseshire's High Sheriff` works for no organisation called Ouseshire. */
const TERRITORIAL = /^(?:minister|mayor|mp|ms|msp|commissioner|pcc|sheriff|coroner|bishop|lieutenant|councillor)$/i;

/** First words of places of several words, which are no employers: `of Milton Keynes`. */
const PLACES =
  /^(?:north|south|east|west|central|great|little|milton|bury|st|king['’]?s|leighton|upper|lower|old|new)$/i;

/** What is chaired without being anybody's employer. */
const TOPICS =
  /^(?:governors?|trustees|planning|scrutiny|overview|licensing|audit|adult|children['’]s|health|housing|directors|magistrates)$/i;

/** Last words of what lies somewhere and employs nobody: `from the Allerby area`, `from the West Country`. */
const AREAS =
  /^(?:area|areas|country|coast|east|west|north|south|midlands|isles?|islands?|valley|region|county|estate|ward)$/i;

/**
 * Reads `tarn's chief Executive`, `Portfolio Holder for Community Safety at Fenwick Borough Council`,
 * `from the Fenwick community policing team`, `Fenwick Borough Council leader`.
 */
export function readPost(text: string, given: readonly Word[]): Post {
  const words = withoutNovelty(withoutArticles(given));
  const [first] = words;
  if (!first) return NO_POST;
  const officer = readCommanding(text, words);
  if (officer) return officer;
  const commissioner = commissionerStart(words);
  if (commissioner !== -1) return { role: slice(text, words.slice(commissioner)), organisation: null };
  const opening = employerOpening(words);
  if (opening > 0) return { role: null, organisation: employer(text, first.text, words.slice(opening)) };
  return (
    readWelsh(text, words) ??
    readPossessive(text, words) ??
    readPreposition(text, words) ??
    readPrefix(text, words) ??
    readPlain(text, words)
  );
}

/** `Officer Commanding 144 Squadron`, `Commanding Officer, HMS Harrier`. */
function readCommanding(text: string, words: readonly Word[]): Post | null {
  if (words.length < 3 || !/^(?:officer commanding|commanding officer)$/i.test(`${words[0]?.text} ${words[1]?.text}`))
    return null;
  const rest = withoutArticles(/^(?:of|at)$/.test(words[2]?.text ?? '') ? words.slice(3) : words.slice(2));
  return rest.length === 0 ? null : { role: slice(text, words.slice(0, 2)), organisation: slice(text, rest) };
}

/** `Ouseshire's Deputy Police and Crime Commissioner` belongs to no police force. */
function commissionerStart(words: readonly Word[]): number {
  if (!/^commissioner$/i.test(words.at(-1)?.text ?? '')) return -1;
  const from = words.findIndex(
    ({ text }, at) =>
      /^police$/i.test(text) &&
      /^(?:and|&|,)$/.test(words[at + 1]?.text ?? '') &&
      /^(?:fire|crime)$/i.test(words[at + 2]?.text ?? ''),
  );
  return from > 0 && /^deputy$/i.test(words[from - 1]?.text ?? '') ? from - 1 : from;
}

/** How many words lead to nothing but an employer: one in `from the roads policing unit`; 0 when none do. */
export function employerOpening(words: readonly Word[]): number {
  const first = words[0]?.text.toLowerCase() ?? '';
  if (first === 'on' && words[1]?.text.toLowerCase() === 'behalf') return 3;
  return EMPLOYER_OPENINGS.has(first) ? 1 : 0;
}

/** Whether any of the words is a role or a rank. */
export function holdsPost(words: readonly Word[]): boolean {
  const plain = words.map((word) => word.text);
  return plain.some((word, at) => isRoleWord(word) || rankLength(plain, at) > 0);
}

/** `aelod cabinet dros drafnidiaeth Cyngor Gwynlle`, `llefarydd ar ran Heddlu Gwynlle`: the organisation comes last. */
function readWelsh(text: string, words: readonly Word[]): Post | null {
  const head = words.findIndex((word, at) => at > 0 && isCapital(word.text) && isWelshHead(word.text));
  const behalf = words.findIndex((word, at) => at > 0 && word.text === 'ran' && words[at - 1]?.text === 'ar');
  const from = behalf === -1 ? head : behalf + 1;
  if (from < 1 || from >= words.length) return null;
  const before = words.slice(0, behalf === -1 ? head : behalf - 1);
  while (/^(?:yn|o|gyda|i|gan|yng|dros|ar)$/.test(before.at(-1)?.text ?? '')) before.pop();
  return { role: before.length === 0 ? null : slice(text, before), organisation: slice(text, words.slice(from)) };
}

function readPossessive(text: string, words: readonly Word[]): Post | null {
  for (const [at, word] of words.entries()) {
    if (LEADS_TO_EMPLOYER.has(word.text)) return null;
    if (!isPossessive(text, word)) continue;
    const owner = words.slice(0, at + 1);
    const owned = words.slice(at + 1);
    if (holdsPost(owned)) {
      const isPlace = !isOrganisation(ownerWords(owner)) && owned.some((each) => TERRITORIAL.test(each.text));
      return {
        role: slice(text, owned),
        organisation: isPlace ? null : slice(text, withoutKind(owner)).replace(/['’]s?$/, ''),
      };
    }
  }
  return null;
}

function readPreposition(text: string, words: readonly Word[]): Post | null {
  const at = words.findIndex((word, index) => index > 0 && word.text === 'at' && names(employerWords(words, index)));
  const split = at > 0 ? at : words.findLastIndex((_, index) => leadsToEmployer(words, index));
  if (split < 1) return null;
  const employer = employerWords(words, split);
  return { role: slice(text, words.slice(0, split)), organisation: organisationText(text, employer) };
}

/** `for the independent charity Speakline`: what kind of body it is. */
const STATED_KIND =
  /^(?:charity|company|firm|developer|contractor|housebuilder|union|brewery|retailer|supermarket|association)$/;
const NO_WORD: Word = { text: '', start: 0, end: 0 };

function leadsToEmployer(words: readonly Word[], at: number): boolean {
  if (at === 0 || !LEADS_TO_EMPLOYER.has(words[at]?.text ?? '')) return false;
  const right = employerWords(words, at);
  const plain = right.map((word) => word.text);
  // A committee employs nobody: `Chair of the planning committee` is one post, but for one with a long name of its own.
  const isOwnBody = plain.length > 3 && plain.every((word) => isCapital(word) || word === 'and');
  if (
    !isOwnBody &&
    /^(?:[Cc]ommittee|[Pp]anel|[Cc]abinet|[Ss]ub-?committee|board|bench|jury|opposition)$/.test(plain.at(-1) ?? '')
  )
    return false;
  const isPanel = isOwnBody && /^(?:Panel|Committee|Board)$/.test(plain.at(-1) ?? '');
  if (right.length > 0 && STATED_KIND.test(words[words.indexOf(right[0] ?? NO_WORD) - 1]?.text ?? '')) return true;
  if (isPanel || (isOrganisation(plain) && !isGeneric(plain))) return true;
  const holder = words[at - 1]?.text ?? '';
  const isKeeper = /^(?:manager|landlord|landlady|licensee|proprietor)$/i.test(holder);
  const isOfPlace =
    at === 1 ||
    /^(?:general|store|shop|branch|venue|centre|site|club|hotel|pub|practice)$/i.test(words[at - 2]?.text ?? '');
  const isPlaceOfWork = isKeeper && (words[at + 1]?.text === 'the' || isOfPlace);
  const isManaging =
    /^director$/i.test(holder) && /^(?:managing|executive|company|co-)$/i.test(words[at - 2]?.text ?? '');
  return (isEmployed(holder) || isPlaceOfWork || isManaging) && names(right) && !TOPICS.test(plain[0] ?? '');
}

/** Whether words begin a name or stand for one. */
function names(words: readonly Word[]): boolean {
  const plain = words.map((word) => word.text);
  return isCapital(plain[0] ?? '') || isOrganisation(plain);
}

/** The words behind a preposition without the article and what kind of body it is: `of the charity Tidewell`. */
function employerWords(words: readonly Word[], preposition: number): readonly Word[] {
  const right = withoutArticles(words.slice(preposition + 1));
  const name = right.findIndex((word) => isCapital(word.text));
  const isStated = name > 0 && name < 4 && STATED_KIND.test(right[name - 1]?.text ?? '');
  if (isStated) return right.slice(name);
  const isKind = isGeneric([right[0]?.text ?? '']) && !isCapital(right[0]?.text ?? '');
  return isKind && isCapital(right[1]?.text ?? '') ? right.slice(1) : right;
}

function readPrefix(text: string, words: readonly Word[]): Post | null {
  const plain = words.map((word) => word.text);
  for (let length = words.length - 1; length > 0; length -= 1) {
    const rest = words.slice(length);
    const prefix = plain.slice(0, length);
    if (!endsEmployer(prefix) || rest[0]?.text === 'and' || rest[0]?.text === '&') continue;
    const isWork =
      length > 1 && rest.every(({ text: word }) => /^\p{Ll}[\p{L}-]+$/u.test(word) && !INNER_WORDS.test(word));
    if (!holdsPost(rest) && !isWork) continue;
    const speaks = rest.length === 1 && isSpokesperson(rest[0]?.text ?? '');
    // `Council leader` is the post and says whose.
    const isWhole = isGeneric(prefix) && !speaks;
    return { role: slice(text, isWhole ? words : rest), organisation: slice(text, words.slice(0, length)) };
  }
  return null;
}

function readPlain(text: string, words: readonly Word[]): Post {
  if (isOrganisation(words.map((word) => word.text))) {
    return { role: null, organisation: organisationText(text, words) };
  }
  return holdsPost(words) ? { role: slice(text, words), organisation: null } : NO_POST;
}

/** The organisation behind a preposition that follows a name directly; null when it is a place. */
function employer(text: string, preposition: string, given: readonly Word[]): string | null {
  const words = withoutArticles(given);
  const [first] = words;
  if (!first) return null;
  const isCertain = CERTAIN_OPENINGS.has(preposition);
  const isCompany =
    preposition === 'of' &&
    words.length > 1 &&
    isCapital(first.text) &&
    !PLACES.test(first.text) &&
    !isAddressWord(words.at(-1)?.text ?? '');
  const plain = words.map((word) => word.text);
  const isSlogan =
    words.length > 2 &&
    words.every((word) => isCapital(word.text)) &&
    !PLACES.test(first.text) &&
    preposition === 'from';
  const isNamed =
    isSlogan ||
    (isArticle(given[0]?.text ?? '') && words.length > 1 && isCapital(first.text) && !AREAS.test(plain.at(-1) ?? ''));
  return isCertain || isCompany || isNamed || isOrganisation(plain) || isPossessive(text, first)
    ? organisationText(text, words)
    : null;
}

/** The name of an organisation without `the force's` before it and without the place where it sits behind it. */
function organisationText(text: string, given: readonly Word[]): string {
  const isOwned =
    given.length > 1 &&
    given[0] !== undefined &&
    isPossessive(text, given[0]) &&
    isGeneric(ownerWords(given.slice(0, 1)));
  const words = withoutKind(isOwned ? given.slice(1) : given);
  const site = words.findIndex((word, at) => at > 0 && (word.text === 'at' || word.text === 'in'));
  const named = words.slice(0, site);
  const isWhole =
    (isOrganisation(named.map((word) => word.text)) &&
      !isOrganisation(words.slice(site + 1).map((word) => word.text))) ||
    (words[site]?.text === 'in' && named.every((word) => isCapital(word.text)));
  return slice(text, site > 0 && isWhole ? named : words);
}

/** `developer Kestrel Living`, `the housing charity Tidewell`: what kind of body it is stands in lower case before its name. */
function withoutKind(given: readonly Word[]): readonly Word[] {
  const opensWithKind = given.length > 1 && KINDS_OF_BODY.test(given[0]?.text ?? '') && isCapital(given[1]?.text ?? '');
  const words = opensWithKind ? given.slice(1) : given;
  const name = words.findIndex((word) => isCapital(word.text));
  const isKind =
    name > 0 &&
    words.slice(0, name).every((word) => /^\p{Ll}[\p{L}-]+$/u.test(word.text) && !INNER_WORDS.test(word.text));
  return isKind ? words.slice(name) : words;
}

const KINDS_OF_BODY =
  /^(?:applicant|developer|charity|contractor|housebuilder|supermarket|retailer|landlord|campaigners?|company|firm|operator|owners?|organisers?)$/i;
const INNER_WORDS = /^(?:of|for|in|at|and|on)$/;

function isPossessive(text: string, word: Word): boolean {
  if (!word.text.endsWith('s')) return false;
  return /['’]s$/.test(word.text) || /^['’]\s/.test(text.slice(word.end, word.end + 2));
}

/** The words of whoever owns something, the mark of the possessive taken off the last. */
function ownerWords(words: readonly Word[]): string[] {
  return words.map((word, at) => (at === words.length - 1 ? word.text.replace(/['’]s$/, '') : word.text));
}

function withoutArticles(words: readonly Word[]): readonly Word[] {
  return isArticle(words[0]?.text ?? '') ? words.slice(1) : words;
}

/** `New owner`, `our new tenant`. */
export function withoutNovelty(words: readonly Word[]): readonly Word[] {
  const [first, second] = words.map((word) => word.text);
  const isNovelty = /^(?:new|newly|local|fellow|proud|one|[\w-]+-year-old)$/i.test(first ?? '');
  return isNovelty && second !== undefined && !isCapital(second) ? words.slice(1) : words;
}

function slice(text: string, words: readonly Word[]): string {
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}
