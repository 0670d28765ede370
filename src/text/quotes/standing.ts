import { inAnyCase } from './any-case.ts';
import type { StatementKind } from './found.ts';
import type { Speaker } from './speaker/speaker.ts';
import { KIN_WORDS } from './tables/kin.ts';
import { isOrganisation } from './tables/organisations.ts';
import { PRIVATE_WORDS } from './tables/private-words.ts';
import { isLay } from './tables/roles.ts';

/** Those who speak for themselves. */
const PRIVATE_KINDS: ReadonlySet<StatementKind> = new Set(['family', 'resident', 'victim', 'other']);

/** How near, and since or until when: `best friend`, `former patient`. */
const NEARNESS =
  'best|close|closest|former|fellow|last|local|long-standing|next-door|old|oldest|regular|sole|twin|younger|youngest|elder|eldest';

const STANDING = `(?:(?:${inAnyCase(NEARNESS)}|new) )?(?:${inAnyCase(PRIVATE_WORDS)})`;

/** `Heron House tenant`, `Curate's Cottage tenant`: where somebody lives. */
const OF_PLACE = String.raw`(?:(?!The |An? |But |And |New )\p{Lu}[\p{L}'’-]+ ){2,3}(?=tenant)`;

/** `son of one resident`, `wife of 51 years`: whose relative, where that is nobody's name, and since when. */
const OF_SOMEBODY = String.raw`(?: of (?:an?|one|the) \p{Ll}[\p{Ll}’'-]*(?: \p{Ll}[\p{Ll}’'-]*){0,2}| of (?:\d+|many) years)?`;

/** `Mr`, `Dr`, `now Mrs`: what stands between. */
const TITLE = String.raw`(?:(?:now|retired) )?(?:\p{Lu}[\p{L}.]* )?`;

/** `Their mum, Dr Jo Bell`, `Tenant Jo Bell`, `the boy’s father Jo Bell`: what stands before a name. */
const BEFORE_NAME = new RegExp(String.raw`(?<![\p{L}-])((?:${OF_PLACE})?${STANDING})${OF_SOMEBODY},? ${TITLE}$`, 'u');

/** `Jo Bell, 45, the couple’s daughter`, `Jo Bell, mum of Ava`, `Jo Bell, a close friend`: what stands behind it. */
const BEHIND_NAME = new RegExp(
  String.raw`^,? (?:\(?(?:aged )?\d{1,3}\)?,? )?(?:(?:an?|the|his|her|their|\p{Lu}[\p{L}-]+['’]s?) (?:[\p{L}-]+['’]s? )?(?:(?!of\b|and\b|who\b)[\p{L}-]+ ){0,3}?(${STANDING})(?![\p{L}’'-])|(${STANDING})(?: (?:of|to) \p{L}|,|$))`,
  'u',
);

/** `The boy’s father`, `his wife`: whoever is named by nothing else. */
const RELATIVE_OF = new RegExp(
  String.raw`^(?:(?:${inAnyCase('the|his|her|their')}|\p{L}[\p{L}-]+['’][sS]?) (?:[\p{L}-]+['’]s? )?(${KIN_WORDS})(?=,|$)|[Tt]he (${KIN_WORDS}) of )`,
  'u',
);

/**
 * What somebody who holds no post is to those whom the release is about, in its words: `mother`, `neighbour`, `former
 * patient`. Null where it does not say so beside the name, and for whoever speaks for a body.
 */
export function standingOf({ name, about, asWritten, kind }: Speaker, as: StatementKind): string | null {
  if (!PRIVATE_KINDS.has(as)) return null;
  if (name === null) {
    const [, whose, of] = (kind === 'unnamed' && RELATIVE_OF.exec(asWritten)) || [];
    return whose ?? of ?? null;
  }
  return about.split(' | ').reduce<string | null>((known, read) => known ?? standingIn(read, name), null);
}

/** `– Jo Bell, tenant`: who is called so beside what they say speaks as that, and not in a post at no body that the narration gives. */
export function speaksPrivately(speaker: Speaker | null): boolean {
  if (speaker?.kind !== 'person' || (speaker.rank ?? speaker.role ?? speaker.organisation) !== null) return false;
  const standing = standingIn(speaker.about, speaker.name ?? '');
  return standing !== null && isLay(standing.split(' ').at(-1) ?? '');
}

/** `Kestrel Homes tenant`: whose tenant somebody is belongs to no word for them. */
function withoutBody(described: string): string {
  const words = described.split(' ');
  return words.length > 2 && isOrganisation(words.slice(0, -1)) ? (words.at(-1) ?? described) : described;
}

function standingIn(read: string, name: string): string | null {
  const [first = name] = name.split(' ');
  const written = [name, first].find((each) => read.includes(each)) ?? '';
  const start = read.indexOf(written);
  const [, described] = BEFORE_NAME.exec(read.slice(0, start)) ?? [];
  const before = described === undefined ? described : withoutBody(described);
  const [, behind, of] = BEHIND_NAME.exec(read.slice(start + written.length)) ?? [];
  const found = before ?? behind ?? of ?? null;
  // `His mother and father, Ann and Tom Bell`: one word is not said of both.
  if (name.includes(' and ')) return found !== null && /(?:s|children)$/.test(found) ? found : null;
  // `Her sons, Martin Bell and Neil Bell`: each is one.
  return written === ''
    ? found
    : (found?.replace(
        /(?<=son|daughter|sister|brother|friend|neighbour|resident|tenant|patient|customer|victim|survivor)s$/,
        '',
      ) ?? null);
}
