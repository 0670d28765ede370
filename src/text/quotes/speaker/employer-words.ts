import { isAddressWord } from '../tables/addresses.ts';
import { isGeneric, isOrganisation, isOrganisationWord } from '../tables/organisations.ts';
import { isArticle } from '../tables/roles.ts';
import { isCapital, type Word } from '../words.ts';

/** Those of them that never lead to a home town. */
const CERTAIN_OPENINGS = new Set(['at', 'with', 'representing', 'on']);

/** First words of places of several words, which are no employers: `of Milton Keynes`. */
const PLACES =
  /^(?:north|south|east|west|central|great|little|milton|bury|st|king['’]?s|leighton|upper|lower|old|new)$/i;

export function isPlace(first: string): boolean {
  return PLACES.test(first);
}

/** Last words of what lies somewhere and employs nobody: `from the Allerby area`, `from the West Country`. */
const AREAS =
  /^(?:area|areas|country|coast|east|west|north|south|midlands|isles?|islands?|valley|region|county|estate|ward)$/i;

/** The organisation behind a preposition that follows a name directly; null when it is a place. */
export function employer(text: string, preposition: string, given: readonly Word[]): string | null {
  const plainly = withoutArticles(given);
  const words = withoutStatedKind(plainly);
  const [first] = words;
  // `presented her with a posy`
  if (!first || (words.length === 1 && /^\p{Ll}/u.test(first.text) && !isOrganisation([first.text]))) return null;
  const isSaid = words.some((word) => isCapital(word.text)) && !/^\p{Ll}+$/u.test(first.text);
  const isCertain =
    (CERTAIN_OPENINGS.has(preposition) && (preposition !== 'at' || isSaid)) || words.length < plainly.length;
  const isCompany =
    preposition === 'of' &&
    words.length > 1 &&
    (isCapital(first.text) || /^\d/.test(first.text)) &&
    !isPlace(first.text) &&
    !isAddressWord(words.at(-1)?.text ?? '');
  const plain = words.map((word) => word.text);
  const isSlogan =
    words.length > 2 && words.every((word) => isCapital(word.text)) && !isPlace(first.text) && preposition === 'from';
  const isNamed =
    isSlogan ||
    (isArticle(given[0]?.text ?? '') && words.length > 1 && isCapital(first.text) && !AREAS.test(plain.at(-1) ?? ''));
  return isCertain || isCompany || isNamed || isOrganisation(plain) || isPossessive(text, first)
    ? organisationText(text, words)
    : null;
}

/** `the force's Dog Unit`, `the county's Covenant Partnership`: who owns it is told elsewhere. */
export function withoutOwner(text: string, words: readonly Word[]): readonly Word[] {
  const [first] = words;
  const isOwned = first !== undefined && words.length > 1 && isPossessive(text, first);
  if (!isOwned) return words;
  const isNameBehind = !isCapital(first.text) && isCapital(words[1]?.text ?? '');
  return isNameBehind || isGeneric(ownerWords([first])) ? words.slice(1) : words;
}

/** The name of an organisation without `the force's` before it and without the place where it sits behind it. */
export function organisationText(text: string, given: readonly Word[]): string {
  const words = withoutKind(withoutOwner(text, given));
  const site = words.findIndex((word, at) => at > 0 && (word.text === 'at' || word.text === 'in'));
  const named = words.slice(0, site);
  const isWhole =
    (isOrganisation(named.map((word) => word.text)) &&
      !isOrganisation(words.slice(site + 1).map((word) => word.text))) ||
    (words[site]?.text === 'in' && named.every((word) => isCapital(word.text)));
  return slice(text, site > 0 && isWhole ? named : words);
}

/** `developer Kestrel Living`, `the housing charity Tidewell`: what kind of body it is stands in lower case before its name. */
export function withoutKind(given: readonly Word[]): readonly Word[] {
  const kind = given.findIndex(
    (word, at) => isStatedKind(word) && at < MAX_KIND_WORDS && isCapital(given[at + 1]?.text ?? ''),
  );
  if (kind >= 0) return given.slice(kind + 1);
  const opensWithKind =
    given.length > 1 &&
    KINDS_OF_BODY.test(given[0]?.text ?? '') &&
    isCapital(given[1]?.text ?? '') &&
    !(given.length === 2 && isOrganisationWord((given[1]?.text ?? '').replace(/['’]s?$/, '')));
  const words = opensWithKind ? given.slice(1) : given;
  const name = words.findIndex((word) => isCapital(word.text));
  const isKind =
    name > 0 &&
    words.slice(0, name).every((word) => /^\p{Ll}[\p{L}-]+$/u.test(word.text) && !INNER_WORDS.test(word.text));
  return isKind ? words.slice(name) : words;
}

const KINDS_OF_BODY =
  /^(?:applicant|developer|charity|contractor|housebuilder|supermarket|retailer|landlord|campaigners?|company|firm|operator|owners?|organisers?)$/i;
export const INNER_WORDS = /^(?:of|for|in|at|and|on)$/;

/** `for the independent charity Speakline`: what kind of body it is. */
const STATED_KIND =
  /^(?:charity|company|firm|developer|contractor|housebuilder|union|brewery|retailer|supermarket|association|group|organisation|network|consultancy|architects|solicitors|start-up|enterprise|provider|landlord|operator|builders?|practice|partnership|agency|club|business|bakery|chain)$/;

export function isStatedKind(word: Word | undefined): boolean {
  return STATED_KIND.test(word?.text ?? '');
}

/** `campaign group Save Our Meadow` */
function withoutStatedKind(words: readonly Word[]): readonly Word[] {
  const name = words.findIndex((word) => isCapital(word.text));
  return name > 0 && name < MAX_KIND_WORDS && isStatedKind(words[name - 1]) ? words.slice(name) : words;
}

const MAX_KIND_WORDS = 4;
/** The words behind a preposition without the article and what kind of body it is: `of the charity Tidewell`. */
export function employerWords(words: readonly Word[], preposition: number): readonly Word[] {
  const given = withoutArticles(words.slice(preposition + 1));
  const right = withoutStatedKind(given);
  if (right !== given) return right;
  const isKind = isGeneric([right[0]?.text ?? '']) && !isCapital(right[0]?.text ?? '');
  return isKind && isCapital(right[1]?.text ?? '') ? right.slice(1) : right;
}

export function isPossessive(text: string, word: Word): boolean {
  if (!word.text.endsWith('s')) return false;
  return /['’]s$/.test(word.text) || /^['’]\s/.test(text.slice(word.end, word.end + 2));
}

/** The words of whoever owns something, the mark of the possessive taken off the last. */
export function ownerWords(words: readonly Word[]): string[] {
  return words.map((word, at) => (at === words.length - 1 ? word.text.replace(/['’]s$/, '') : word.text));
}

export function withoutArticles(words: readonly Word[]): readonly Word[] {
  return isArticle(words[0]?.text ?? '') ? words.slice(1) : words;
}

export function slice(text: string, words: readonly Word[]): string {
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}
