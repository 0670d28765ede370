import { isFirstName } from '../tables/first-names.ts';
import { CALLED } from '../tables/people.ts';
import { endsInRelation, isArticle, isDocument, isLay, isPronoun, isSpokesperson } from '../tables/roles.ts';
import { isSpeechVerb } from '../tables/verbs.ts';
import { isCapital, type Word } from '../words.ts';
import { apposedPost, isTrade } from './apposition.ts';
import { behindAside } from './aside-tail.ts';
import { readSaid } from './bounds.ts';
import { isNameWord } from './name-runs.ts';
import { isAside, isEmployer, type Part } from './parts.ts';
import { MAX_ABOUT_LENGTH, readPerson } from './person.ts';
import { holdsPost, NO_POST } from './post.ts';
import { postIn } from './said.ts';
import { isDescribed, nameOfPlace, singleName } from './single-name.ts';
import type { Speaker, SpeakerRead } from './speaker.ts';

/** A pronoun, a spokesperson, a body, somebody's mother, or one name alone. */
export function readUnnamed(text: string, parts: readonly Part[]): SpeakerRead | null {
  const index = parts.findIndex((part) => !isAside(part));
  const words = untilVerb(index === -1 ? behindAside(parts[0]) : (parts[index]?.words ?? []));
  const [first, second] = words;
  if (!first) return null;
  if (isPronoun(first.text)) return readWords(text, [first], { kind: 'pronoun', name: null, ...NO_POST });
  const own = index === -1 ? [{ words, opening: first.text.toLowerCase() }] : parts;
  const single = singleName(own, Math.max(0, index));
  if (words.some((word) => isDocument(word.text)) && !holdsPost(words) && single?.person.start !== 0) return null;
  const employer = parts.slice(index + 1).find(isEmployer);
  const said = readSaid(text);
  const post = postIn(text, said);
  const isKnown = post.role !== null || post.organisation !== null;
  if (!isKnown && !second && isFirstName(first.text) && single && parts[index + 1] !== undefined)
    return readPerson(text, parts, single.index, single.person);
  // `Kerenza, who is a nurse`, `Elowen, a cook`: whoever is described at once is a person, whatever the name.
  if (isKnown && !second && isNameWord(first) && isDescribed(parts[index + 1], post))
    return readPerson(text, parts, index, { start: 0, nameStart: 0, nameEnd: 1, end: 1, isDoubtful: false });
  if (!isKnown && !second && isCapitals(first) && isFirstName(first.text)) {
    const name = `${first.text.charAt(0)}${first.text.slice(1).toLowerCase()}`;
    return readWords(text, words, { kind: 'person', name, ...NO_POST });
  }
  if (!isKnown && !second && isNameWord(first)) {
    const role = apposedPost(text, first.start, first.end, null);
    return readWords(text, words, { kind: 'person', name: first.text, role, organisation: null });
  }
  if (single) return readPerson(text, own, single.index, single.person);
  const placed = index === -1 ? -1 : nameOfPlace(text, words, said);
  if (placed !== -1)
    return readPerson(text, parts, index, {
      start: placed,
      nameStart: placed,
      nameEnd: placed + 1,
      end: placed + 1,
      isDoubtful: false,
    });
  // `One prisoner, who can be identified only as Ryan`
  const [, alias] = CALLED.exec(text) ?? [];
  if (alias !== undefined) return readWords(text, words, { kind: 'person', name: alias, ...NO_POST });
  const described = employer && post.organisation !== null ? [...words, ...employer.words] : words;
  const plain = words.map((word) => word.text);
  const stated = post.role ?? (holdsPost(words) ? plain.slice(isArticle(plain[0] ?? '') ? 1 : 0).join(' ') : null);
  const isVictim = /^(?:victims?|witness)$/i.test(plain.at(-1) ?? '');
  const isNobodys = plain.some(isSpokesperson) || endsInRelation(plain) || plain.some(isLay);
  // `One of his victims, a piano tuner from Tarn`
  const apposed = isVictim ? apposedPost(text, first.start, words.at(-1)?.end ?? 0, null) : null;
  const role = isVictim ? apposed : isNobodys ? workOf(plain) : stated;
  // `llefarydd ar ran Adeiladwyr Tegid`
  const [, represented = null] = AR_RAN.exec(words.map(({ text: word }) => word).join(' ')) ?? [];
  return readWords(text, described, {
    kind: 'unnamed',
    name: null,
    role,
    organisation: post.organisation ?? represented ?? bodyOf(text, words),
  });
}

/** `A spokesman for the council`, `its spokesperson`: nobody who is named. */
export function isUnnamedSpokesperson({ kind, asWritten }: Speaker): boolean {
  return kind === 'unnamed' && asWritten.split(' ').some(isSpokesperson);
}

/** `A youth worker`, `One taxi driver`: of what kind a worker, a driver or a nurse is makes it what somebody does; a local one is anybody. */
function workOf(words: readonly string[]): string | null {
  const [article = '', ...told] = words;
  const clause = told.findIndex((word) => /^(?:who|whom|whose|that|which)$/.test(word));
  const post = clause === -1 ? told : told.slice(0, clause);
  const isWork = isArticle(article) && post.length > 1 && !OF_NO_KIND.test(post[0] ?? '') && isTrade(post);
  return isWork ? post.join(' ') : null;
}

const OF_NO_KIND =
  /^(?:local|fellow|young|old|elderly|other|key|second|third|injured|male|female|resident|[\p{L}\d-]+-old|\p{Lu}.*)$/u;

/** `a Southmoor Rail spokesman`: the capitals between an article and a spokesperson, where nothing else tells the body. */
function bodyOf(text: string, words: readonly Word[]): string | null {
  const [article, ...body] = words.slice(0, -1);
  const isBody =
    isSpokesperson(words.at(-1)?.text ?? '') &&
    isArticle(article?.text ?? '') &&
    body.every((word) => isCapital(word.text));
  return isBody && body.length > 0 ? text.slice(body[0]?.start, body.at(-1)?.end) : null;
}

const AR_RAN = /\bar ran (?:yr? )?(\p{Lu}[\p{L}’'-]*(?: [\p{L}’'-]+){0,6})$/u;

/** `VERA said` */
function isCapitals({ text }: Word): boolean {
  return text.length > 2 && /^\p{Lu}+$/u.test(text);
}

function readWords(
  text: string,
  words: readonly Word[],
  speaker: Pick<Speaker, 'kind' | 'name' | 'role' | 'organisation'>,
): SpeakerRead {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  const asWritten = text.slice(start, end);
  return {
    speaker: { rank: null, title: null, ...speaker, asWritten, about: text.slice(0, MAX_ABOUT_LENGTH) },
    start,
    end,
  };
}

/** The words before a verb: nobody is called by what they did. */
function untilVerb(words: readonly Word[]): readonly Word[] {
  const verb = words.findIndex(({ text }, at) => at > 0 && (isSpeechVerb(text) || (at > 1 && BE.test(text))));
  return verb === -1 ? words : words.slice(0, verb);
}

const BE = /^(?:is|are|was|were|be|been|has|have|had|will|would)$/;
