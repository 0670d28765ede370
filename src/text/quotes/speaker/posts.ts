import { isFirstName } from '../tables/first-names.ts';
import { isGeneric, isOrganisation, isWelshHead } from '../tables/organisations.ts';
import { rankLength } from '../tables/ranks.ts';
import { isArticle, isRoleWord, isSpokesperson } from '../tables/roles.ts';
import { isCapital, type Word } from '../words.ts';
import { believable, believableOrganisation } from './believable.ts';
import {
  employer,
  isPossessive,
  organisationText,
  ownerWords,
  slice,
  withoutArticles,
  withoutKind,
} from './employer-words.ts';
import { NO_POST, type Post } from './post.ts';
import { LEADS_TO_EMPLOYER, NO_WORD, readPreposition } from './post-employers.ts';
import { readBrand, readPrefix } from './post-prefix.ts';

/** Those with which a part begins that says nothing else; `o` is Welsh. */
const EMPLOYER_OPENINGS = new Set([
  ...LEADS_TO_EMPLOYER,
  'representing',
  'within',
  'o',
  "o'r",
  'o’r',
  "gyda'r",
  'gyda’r',
]);

/** Roles that belong to a place: `Ouseshire's High Sheriff` works for no organisation called Ouseshire. */
const TERRITORIAL = /^(?:minister|mayor|mp|ms|msp|commissioner|pcc|sheriff|coroner|bishop|lieutenant|councillor)$/i;

/** Words of the longest post with whoever it is with; more are none. */
const MAX_WORDS = 48;

/**
 * Reads `tarn's chief Executive`, `Portfolio Holder for Community Safety at Fenwick Borough Council`,
 * `from the Fenwick community policing team`, `Fenwick Borough Council leader`.
 */
export function readPost(text: string, given: readonly Word[]): Post {
  if (given.length > MAX_WORDS) return NO_POST;
  const words = withoutNovelty(withoutArticles(withoutAdverb(given)));
  const [first] = words;
  if (!first) return NO_POST;
  const officer = readCommanding(text, words);
  if (officer) return officer;
  const commissioner = commissionerStart(words);
  if (commissioner !== -1) return { role: slice(text, words.slice(commissioner)), organisation: null };
  const opening = employerOpening(words);
  if (opening > 0) return { role: null, organisation: employer(text, first.text, words.slice(opening)) };
  for (const read of READERS) {
    const proposed = read(text, words, given);
    const post = proposed && believable(proposed);
    if (post) return post;
  }
  return NO_POST;
}

/** Each proposes what the words may say, or nothing; the first that can be believed is taken. */
const READERS: readonly ((text: string, words: readonly Word[], given: readonly Word[]) => Post | null)[] = [
  readWelsh,
  readPossessive,
  readPreposition,
  readSpokesperson,
  readPrefix,
  readBrand,
  readPlain,
];

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
  // The Office of the commissioner is a body.
  if (words.slice(0, Math.max(0, from)).some(({ text }) => text === 'Office')) return -1;
  return from > 0 && /^deputy$/i.test(words[from - 1]?.text ?? '') ? from - 1 : from;
}

/** How many words lead to nothing but an employer: one in `from the roads policing unit`; 0 when none do. */
export function employerOpening(words: readonly Word[]): number {
  const first = words[0]?.text.toLowerCase() ?? '';
  if (first === 'on' && words[1]?.text.toLowerCase() === 'behalf') return 3;
  // `with lock keeper Denzil Oakes`: who came along employs nobody.
  if (first === 'with' && words.some((word, at) => isFirstName(word.text) && isCapital(words[at + 1]?.text ?? '')))
    return 0;
  return EMPLOYER_OPENINGS.has(first) ? 1 : 0;
}

/** `based at Marl Ambulance Service's control room`: a body, not the town in which somebody sits. */
export function baseOf(text: string, words: readonly Word[]): Post | null {
  if (words[0]?.text !== 'based' || !/^(?:at|in|with|within)$/.test(words[1]?.text ?? '')) return null;
  const given = withoutArticles(words.slice(2));
  const owner = given.findIndex((word) => isPossessive(text, word));
  const owning = owner === -1 ? given : given.slice(0, owner + 1);
  const isSite = /^(?:Station|Headquarters|HQ|Depot|Office)$/i.test(owning.at(-1)?.text ?? '');
  if (owner !== -1 && isOrganisation(given.slice(owner + 1).map((word) => word.text)))
    return { role: null, organisation: organisationText(text, given) };
  return !isSite && isOrganisation(ownerWords(owning)) && !isGeneric(ownerWords(owning))
    ? { role: null, organisation: slice(text, owning).replace(/['’]s?$/, '') }
    : null;
}

/** Whether any of the words is a role or a rank. */
export function holdsPost(words: readonly Word[]): boolean {
  const plain = words.map((word) => word.text);
  return plain.some((word, at) => isRoleWord(word) || rankLength(plain, at) > 0);
}

/** `aelod cabinet dros drafnidiaeth Cyngor Gwynlle`, `llefarydd ar ran Heddlu Gwynlle`: the organisation comes last. */
function readWelsh(text: string, words: readonly Word[]): Post | null {
  const head = words.findIndex(
    (word, at) =>
      at > 0 &&
      isCapital(word.text) &&
      isWelshHead(word.text) &&
      (isCapital(words[at + 1]?.text ?? '') || isGeneric([word.text])),
  );
  const behalf = words.findIndex((word, at) => at > 0 && word.text === 'ran' && words[at - 1]?.text === 'ar');
  const from = behalf === -1 ? head : behalf + 1;
  if (from < 1 || from >= words.length) return null;
  const before = words.slice(0, behalf === -1 ? head : behalf - 1);
  // `Arweinydd y Cyngor` is the post and says whose.
  if (
    from === words.length - 1 &&
    /^(?:arweinydd|cadeirydd|ddirprwy)$/i.test(words[0]?.text ?? '') &&
    isGeneric([words[from]?.text ?? ''])
  )
    return { role: slice(text, words), organisation: slice(text, words.slice(from)) };
  const remit = words.findIndex(
    ({ text: word }, at) => at > from && /^(?:dros|ar)$/.test(word) && isCapital(words[from]?.text ?? ''),
  );
  if (behalf === -1 && remit > from + 1)
    return {
      role: `${slice(text, before)} ${slice(text, words.slice(remit))}`,
      organisation: slice(text, words.slice(from, remit)),
    };
  while (/^(?:yn|ym|o|gyda|i|gan|yng|dros|ar|yr?|at|of|for|with|from)$/.test(before.at(-1)?.text ?? '')) before.pop();
  return { role: before.length === 0 ? null : slice(text, before), organisation: slice(text, words.slice(from)) };
}

function readPossessive(text: string, words: readonly Word[]): Post | null {
  for (const [at, word] of words.entries()) {
    // `Chair of Fenwick Council's planning committee` is read from its head, `Federation of Small Businesses' area lead` is not.
    if (LEADS_TO_EMPLOYER.has(word.text) && holdsPost(words.slice(0, at))) return null;
    if (!isPossessive(text, word)) continue;
    // `Tenants' champion`
    if (at === 0 && PEOPLE.test(word.text)) continue;
    const owner = words.slice(0, at + 1);
    const owned = words.slice(at + 1);
    // `the National Police Chiefs' Council lead`
    const next = (owned[0]?.text ?? '').replace(/['’]s$/, '');
    if (isOrganisation([next]) && isCapital(next) && !isOrganisation(ownerWords(owner))) continue;
    if (isOwnedTwice(text, owned)) continue;
    if (holdsPost(owned)) {
      // `Consultant Surgeon and the trust's robotic lead` holds two posts.
      if (owner.some(({ text: each }) => each === 'and') && holdsPost(owner.slice(0, -1)))
        return { role: slice(text, words), organisation: ownerWords(owner).at(-1) ?? null };
      // `the region's director of public health at the agency`
      const inner = isCapital(owner[0]?.text ?? '') ? null : readPreposition(text, owned);
      if (inner) return inner;
      // `His Majesty's Lord-Lieutenant of Ouseshire`
      if (/^(?:His|Her|HM) Majesty['’]s$/.test(slice(text, owner)) || /^Majesty/.test(owner[0]?.text ?? ''))
        return { role: slice(text, owned), organisation: null };
      const isPlace = !isOrganisation(ownerWords(owner)) && owned.some((each) => TERRITORIAL.test(each.text));
      return {
        role: slice(text, owned),
        organisation: isPlace ? null : believableOrganisation(slice(text, withoutKind(owner)).replace(/['’]s?$/, '')),
      };
    }
  }
  return null;
}

/** `St Oswin's Primary School's headteacher`: the first possessive is part of the name. */
function isOwnedTwice(text: string, owned: readonly Word[]): boolean {
  const next = owned.findIndex((word) => isPossessive(text, word));
  return (
    next > 0 &&
    owned.slice(0, next + 1).every((word) => isCapital(word.text)) &&
    !holdsPost(owned.slice(0, next)) &&
    isOrganisation(ownerWords(owned.slice(0, next + 1)))
  );
}

const PEOPLE =
  /^(?:tenants|residents|patients|carers|veterans|parents|children|women|men|girls|boys|victims|consumers|farmers|drivers|pupils|students|members)(?:['’]s)?$/i;

/** `A Great Fen Rail spokeswoman`: capitals between an article and whoever speaks for them are their name, whatever its words. */
function readSpokesperson(text: string, _: readonly Word[], given: readonly Word[]): Post | null {
  const last = given.at(-1);
  const name = given.slice(1, -1);
  const plain = name.map((word) => word.text);
  const isName =
    isArticle(given[0]?.text ?? '') &&
    isSpokesperson(last?.text ?? '') &&
    isCapital(plain[0] ?? '') &&
    plain.every((word) => isCapital(word) || /^(?:of|and|&|for|the)$/.test(word)) &&
    !isGeneric(plain) &&
    !isPossessive(text, name.at(-1) ?? NO_WORD);
  return last && isName ? { role: last.text, organisation: slice(text, name) } : null;
}

/** `Commandant General Royal Marines` */
const COMMANDS = /^(?:commandant|commander|commodore|colonel)$/i;

function readPlain(text: string, words: readonly Word[]): Post {
  if (!COMMANDS.test(words[0]?.text ?? '') && isOrganisation(words.map((word) => word.text))) {
    return { role: null, organisation: organisationText(text, words) };
  }
  // `dental nurse from Tamarminster`: where somebody lives is no part of what they do.
  const home = words.findIndex((word, at) => at > 0 && word.text === 'from');
  return holdsPost(words)
    ? { role: slice(text, home === -1 ? words : words.slice(0, home)), organisation: null }
    : NO_POST;
}

/** `currently Deputy Chief Fire Officer` */
function withoutAdverb(words: readonly Word[]): readonly Word[] {
  return /^(?:currently|presently)$/.test(words[0]?.text ?? '') ? words.slice(1) : words;
}

/** `New owner`, `our new tenant`. */
export function withoutNovelty(words: readonly Word[]): readonly Word[] {
  const [first = '', second] = words.map((word) => word.text);
  if (second === undefined) return words;
  if (FEELING.test(first)) return words.slice(1);
  const isNovelty = /^(?:new|newly|fellow|proud|one|current|then|\p{L}+-based|[\w-]+-year-old)$/iu.test(first);
  // `local resident`, but `local policing commander`
  const isLocal = /^local$/i.test(first) && isRoleWord(second);
  return (isNovelty || isLocal) && !isCapital(second) ? words.slice(1) : words;
}

/** How somebody felt stands before what they are: `Delighted headteacher`. */
const FEELING =
  /^(?:delighted|thrilled|overjoyed|jubilant|devastated|heartbroken|grieving|worried|angry|relieved|excited|grateful|beaming)$/i;
