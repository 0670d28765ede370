import { once } from '../once.ts';
import { isGeneric, isOrganisation } from '../tables/organisations.ts';
import { isPostWord, isRemit } from '../tables/remits.ts';
import { isArticle, isRoleWord } from '../tables/roles.ts';
import { isSpeechVerb } from '../tables/verbs.ts';
import { isCapital, type Word } from '../words.ts';
import { readAppointment } from './appointments.ts';
import { believable } from './believable.ts';
import { employer, slice, withoutArticles, withoutOwner } from './employer-words.ts';
import { endsDescription, isAge, isAside, isCircumstance, isEmployer, isRelative, type Part } from './parts.ts';
import { NO_POST, type Post } from './post.ts';
import { baseOf, holdsPost, readPost } from './posts.ts';

/** What the words around a name say about its bearer, and how far those words reach. */
export interface Description {
  readonly post: Post;
  /** Where the words begin (before a name) or end (behind one), as an offset into the text. */
  readonly at: number;
}

const PERIOD = /^(?:years?|months?|weeks?|decades?)$/;
/** `who chairs the tenants' association` */
const LEADS = new Set(['leads', 'heads', 'chairs', 'runs', 'manages', 'founded', 'owns']);
/** `who led the investigation for the Major Crime Team`, `who works for the probation service` */
const WORKS = /^(?:led|works|worked|investigated|headed|oversaw|coordinated|co-ordinated|volunteers|serves)$/;
/** Verbs that no description holds. */
export const BE = /^(?:is|are|was|were|be|been|has|have|had|will|would)$/;
/** What whoever was described did: `the head of training led the planning`. */
const DOES =
  /^(?:led|leads|met|gave|took|spoke|praised|thanked|joined|attended|visited|opened|cut|presented|welcomed|made|believed|heads|working|responsible|involved|covering|specialising|overseeing|pictured)$/;
/** Whether a word says what somebody did, as `helped` behind a name does. */
function does(word: string, before: Word | undefined): boolean {
  return DOES.test(word) || (/^\p{Ll}+ed$/u.test(word) && isCapital(before?.text ?? ''));
}

/** What follows a name: the rest of its own part, then part by part until one that describes nobody. */
export function describeAfter(
  text: string,
  nameEnd: number,
  rest: readonly Word[],
  parts: readonly Part[],
): Description {
  const stated = predicate(text, rest);
  if (stated) return stated;
  const own = rest.length === 0 ? null : { words: rest, opening: rest[0]?.text ?? '' };
  if (own && !isEmployer(own) && !isPostAtOnce(own.words))
    return { post: readAppointment(text, nameEnd) ?? NO_POST, at: nameEnd };
  let post = NO_POST;
  let at = nameEnd;
  for (let index = 0, following = own ? [own, ...parts] : parts; index < following.length; index += 1) {
    const part = following[index];
    if (!part || endsDescription(part)) break;
    const base = baseOf(text, part.words);
    if (base) {
      post = mergePosts(post, base);
      at = part.words.at(-1)?.end ?? at;
      continue;
    }
    if ((isAside(part) && !isEmployer(part)) || isCircumstance(part)) continue;
    // `Doris Heap, 91, Nether Beck`: behind an age stands where somebody lives.
    const isHome = isAge(following[index - 1] ?? NO_PART) && !holdsPost(part.words) && !isEmployer(part);
    if (
      isHome &&
      part.words.every(({ text: word }) => isCapital(word)) &&
      !isOrganisation(part.words.map((word) => word.text))
    ) {
      at = part.words.at(-1)?.end ?? at;
      continue;
    }
    const read = once(() => readPost(text, part.words));
    const length = post.role === null && isPortfolio(text, part, read) ? portfolioLength(text, following, index) : 1;
    const stretch = following.slice(index, index + length).flatMap((each) => each.words);
    const words = untilRelative(untilVerb(stretch));
    const isWhole = words.length === part.words.length;
    const told = readPart(text, part, words, post, isWhole ? read : () => readPost(text, words));
    post = mergePosts(post, believable(told) ?? NO_POST);
    at = words.at(-1)?.end ?? at;
    index += length - 1;
  }
  if (post.role === null) post = mergePosts(post, readAppointment(text, nameEnd) ?? NO_POST);
  return { post, at };
}

const NO_PART: Part = { words: [], opening: '' };

/** `Callum Watts Chief Executive of the Federation`: a post in capitals that no comma parts from the name. */
function isPostAtOnce(words: readonly Word[]): boolean {
  const opening = words.slice(0, MAX_TITLE_WORDS);
  const end = opening.findIndex(({ text }) => !isCapital(text));
  return holdsPost(end === -1 ? opening : opening.slice(0, end));
}

const MAX_TITLE_WORDS = 4;

/** `Ray Dando is chair of the Friends of Ashcombe Library` */
function predicate(text: string, rest: readonly Word[]): Description | null {
  if (!/^(?:is|was|became|has)$/.test(rest[0]?.text ?? '')) return null;
  const words = untilRelative(untilVerb(rest.slice(rest[1]?.text === 'been' ? 2 : 1)));
  const plain = isArticle(words[0]?.text ?? '') ? words.slice(1) : words;
  const head = plain.findIndex(({ text: word }) => isRoleWord(word));
  const isTitle = plain.slice(0, Math.max(0, head)).every(({ text: word }) => isCapital(word) || isPostWord(word));
  const isPost = head === 0 || (head > 0 && head < MAX_TITLE_WORDS + 2 && isTitle && !/ed$/.test(plain[0]?.text ?? ''));
  const since = plain.findIndex(
    ({ text: word }, at) =>
      at > 0 &&
      (/^(?:since|until)$/.test(word) ||
        (word === 'for' && plain.slice(at + 1, at + 5).some((next) => PERIOD.test(next.text)))),
  );
  const held = since === -1 ? plain : plain.slice(0, since);
  return isPost ? { post: readPost(text, held), at: plain.at(-1)?.end ?? 0 } : null;
}

/** What a part says besides what is known already. */
function readPart(text: string, part: Part, words: readonly Word[], known: Post, read: () => Post): Post {
  if (isAge(part) || /\bby trade$/.test(text.slice(0, words.at(-1)?.end))) return NO_POST;
  if (isRelative(part)) return readRelative(text, words);
  const post = read();
  return post.role !== null || post.organisation !== null || isEmployer(part) ? post : readUnknown(text, words, known);
}

/** `who is chair of the trust` is a role; `who leads the rural crime team` is where somebody works. */
function readRelative(text: string, words: readonly Word[]): Post {
  const isPerfect = words[1]?.text === 'has' && FOUNDED.test(words[2]?.text ?? '');
  const isToBe = words[1]?.text === 'will' && /^(?:be|become)$/.test(words[2]?.text ?? '');
  const plainly = isPerfect ? 'runs' : isToBe ? 'is' : words[1]?.text;
  const verb = words[0]?.text === 'who' ? plainly : undefined;
  if (verb === undefined) return NO_POST;
  const rest = untilTime(words.slice(isPerfect || isToBe ? 3 : 2));
  if (verb === 'is' || verb === 'was' || verb === 'became')
    return baseOf(text, rest) ?? (/(?:ed|ing)$/.test(rest[0]?.text ?? '') ? NO_POST : readPost(text, rest));
  if (!LEADS.has(verb) && !WORKS.test(verb)) return NO_POST;
  const workplace = /^works?(?:ed)?$/.test(verb) && /^(?:for|at)$/.test(rest[0]?.text ?? '') ? rest.slice(1) : [];
  const named = openingName(withoutArticles(workplace));
  const behind = withoutArticles(workplace)[named.length]?.text;
  if (named.length > 0 && (behind === undefined || /^(?:in|as|on|and|at|near)$/.test(behind)))
    return { role: null, organisation: slice(text, named) };
  const whole = withoutOwner(text, withoutArticles(rest));
  if (LEADS.has(verb) && isOrganisation(whole.map((word) => word.text)))
    return { role: null, organisation: slice(text, whole) };
  const brand = LEADS.has(verb) ? openingName(whole) : [];
  if (brand.length > 1) return { role: null, organisation: slice(text, brand) };
  const at = rest.findLastIndex((word, index) => employsBehind(word) && isNamedBody(rest.slice(index + 1)));
  const organisation = at === -1 ? null : employer(text, rest[at]?.text ?? '', rest.slice(at + 1));
  return { role: null, organisation: organisation ?? readPost(text, rest).organisation };
}

/** `who has run the Luncheon Club since 1979` */
const FOUNDED = /^(?:run|led|chaired|managed|headed|owned)$/;

function untilTime(words: readonly Word[]): readonly Word[] {
  const time = words.findIndex(({ text }) => /^(?:since|until)$/.test(text));
  return time === -1 ? words : words.slice(0, time);
}

/** The capitals that words begin with: `Pinfold Joinery and lets two employees respond`. */
function openingName(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(
    ({ text }, at) => !isCapital(text) && !(/^(?:of|and|&|the)$/.test(text) && isCapital(words[at + 1]?.text ?? '')),
  );
  return end === -1 ? words : words.slice(0, end);
}

function employsBehind({ text }: Word): boolean {
  return /^(?:for|at|from|with)$/.test(text);
}

function isNamedBody(words: readonly Word[]): boolean {
  const plain = withoutArticles(words).map((word) => word.text);
  return isCapital(plain[0] ?? '') && isOrganisation(plain);
}

/** Words that no table knows: a brand behind a role (`Chief Executive, Vistry`), or else a title (`Tenant Voice Partner`). */
function readUnknown(text: string, words: readonly Word[], known: Post): Post {
  const written = text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
  if (known.role !== null) return { role: null, organisation: isCapital(written) ? written : null };
  const isTitle = words.length > 1 && words.every((word) => /^(?:\p{Lu}|of$|for$|and$|the$|&)/u.test(word.text));
  return isTitle ? { role: written, organisation: null } : NO_POST;
}

/** In Welsh what a post is about follows without a word between. */
const WELSH_POST = /^(?:aelod|rheolwr|pennaeth|cyfarwyddwr|gweinidog|weinidog|ysgrifennydd|dirprwy|swyddog)$/i;

/** A role with `for` or `of` and nobody yet who employs it: a list may follow. */
function isPortfolio(text: string, part: Part, read: () => Post): boolean {
  const governs =
    WELSH_POST.test(part.words[0]?.text ?? '') ||
    part.words.some((word, at) => at > 0 && (word.text === 'for' || word.text === 'of'));
  if (!governs || !holdsPost(part.words)) return false;
  const { role } = read();
  return role !== null && text.slice(0, part.words.at(-1)?.end).endsWith(role);
}

/** A portfolio goes on over commas: `Cabinet Member for Housing, Planning and Growth at Harrowmere Council`. */
function portfolioLength(text: string, parts: readonly Part[], from: number): number {
  let length = 1;
  for (const part of parts.slice(from + 1)) {
    if (isAge(part) || isRelative(part) || isEmployer(part) || endsDescription(part) || holdsPost(part.words)) break;
    if (/^[a-z]+ed$/.test(part.opening) || !isListed(part.words)) break;
    const { role, organisation } = readPost(text, part.words);
    if (organisation !== null && role === null) break;
    length += 1;
    if (organisation !== null) break;
  }
  return length;
}

/** Whether a part goes on with a list: of what somebody looks after, or of places, `Kestrel and Hale`. */
function isListed(words: readonly Word[]): boolean {
  const [first = '', and, second = '', more] = words.map(({ text }) => text);
  // `Plant a Phobl Ifanc`
  const isWelsh = words.some(
    ({ text: word }, at) => at > 0 && /^(?:a|ac)$/.test(word) && isCapital(words[at + 1]?.text ?? ''),
  );
  const arePlaces = and === 'and' && more === undefined && isCapital(first) && isCapital(second);
  return arePlaces || isWelsh || isRemit(beforeEmployer(words));
}

/** `Young People and Families` of `Young People and Families at Marl Council` */
function beforeEmployer(words: readonly Word[]): string[] {
  const plain = words.map(({ text }) => text);
  const at = plain.findIndex((word, index) => index > 0 && /^(?:at|with|from|of)$/.test(word));
  return at === -1 ? plain : plain.slice(0, at);
}

/** What is known first wins. */
export function mergePosts(first: Post, second: Post | undefined): Post {
  const later = second?.organisation ?? null;
  // `Museum manager, Marl Trust`: the name says more than the word.
  const organisation = later !== null && isNameless(first.organisation) ? later : (first.organisation ?? later);
  return { role: first.role ?? second?.role ?? null, organisation };
}

function isNameless(organisation: string | null): boolean {
  return organisation !== null && isGeneric(organisation.split(' '));
}

/** The words before a verb of speech: a description never goes on behind one. */
export function untilVerb(words: readonly Word[]): readonly Word[] {
  const verb = words.findIndex(
    ({ text }, at) =>
      at > 0 &&
      (isSpeechVerb(text) ||
        (at > 1 && words[at - 1]?.text !== 'will' && (BE.test(text) || does(text, words[at - 1])))),
  );
  return verb === -1 ? words : words.slice(0, verb);
}

/** `a member of the team that searched for Kyle` */
function untilRelative(words: readonly Word[]): readonly Word[] {
  const relative = words.findIndex(({ text }, at) => at > 0 && /^(?:that|who|which|whose|where)$/.test(text));
  return relative === -1 ? words : words.slice(0, relative);
}
