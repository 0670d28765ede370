import type { Speaker } from '../speaker/speaker.ts';
import { namesPost } from '../tables/occupations.ts';
import { isOrganisation, isOrganisationWord } from '../tables/organisations.ts';
import { isField, isModifier } from '../tables/remits.ts';
import { isLay, isRoleWord } from '../tables/roles.ts';

/** Words in which a sentence says that somebody belongs to a body, and of what kind the work or the body is. */
const BELONGS = new Set(
  `a an the of from at for with in on to and as its his her their our y yr o yn ar gyda i
  is was are were who now also currently still then been has be being became becomes remains
  works work worked working leads led leading heads headed heading runs ran run running out yw prosiect manages managed managing chairs chaired
  represents represented represent joined joins joining founded founds started set up owns owned retired retires leaves left
  volunteers commands took takes over came comes appointed elected promoted named based part behalf same new local year years months
  first second longest-serving sy'n olaf cyntaf presennol newydd`.split(/\s+/),
);

/**
 * What a sentence of the narration says of somebody, without a body that it only tells of as well: `PC Bell, of Marl Police` belongs to
 * it, and whoever `has cut the ribbon on a new Urgent Care Centre` does not belong to the centre.
 */
export function withoutPassingBody(speaker: Speaker, sentence: string): Speaker {
  const { name, organisation } = speaker;
  if (name === null || organisation === null) return speaker;
  const [first = ''] = name.split(' ');
  const named = sentence.indexOf(first);
  const body = sentence.indexOf(organisation, named + name.length);
  const isBelonging =
    body === -1
      ? !isForLaity(sentence.slice(0, named), organisation)
      : saysBelonging(sentence.slice(named + name.length, body), speaker);
  return isBelonging ? speaker : { ...speaker, organisation: null };
}

/** `The endoscopy unit's first patient`: whom a body is there for. */
function isForLaity(before: string, organisation: string): boolean {
  const behind = before.slice(before.indexOf(organisation) + organisation.length);
  return /^['’]s? /.test(behind) && behind.split(/[\s,]+/).some(isLay);
}

/** Whether the words between somebody and a body, or at least those behind the last comma, say that one belongs to the other. */
function saysBelonging(between: string, { rank, role }: Speaker): boolean {
  // Whoever `joined the Marl group` is no more than one of many there.
  const isMember = rank === null && role === null && /\b(?:joined|joins|left|leaves|came|took)\b/.test(between);
  if (isMember || /^ (?:and|&) /.test(between) || COUNTED.test(between)) return false;
  const parts = between.split(/[,;(–—]| - /);
  const words = parts.map((part) => part.split(/[\s.]+/));
  const last = words.at(-1) ?? [];
  const post = last.findLastIndex((word) => isRoleWord(word) && !isLay(word));
  return (
    words.every((part) => part.every(mayTellBelonging)) ||
    (post !== -1 && last.slice(post).every(mayTellBelonging)) ||
    isPostThere(parts.at(-1) ?? '')
  );
}

/** `Cllr Jo Bell, and 60 children from Dock Road School`: of whom it is said, who stand beside them. */
const COUNTED =
  /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|some|dozens|scores|hundreds) (?:of )?(?:the )?(?:\p{Ll}[\p{L}-]* ){1,2}(?:from|of|at|with) (?:the )?$/u;

/** `a chef in `, `a nurse at the `: what somebody is, and where. */
function isPostThere(part: string): boolean {
  const [, post = ''] = /^ (?:an?|the) ((?:[\p{L}-]+ ){1,5})(?:in|at|with|for) (?:the )?$/u.exec(part) ?? [];
  const words = post.trim().split(' ');
  const last = words.at(-1) ?? '';
  return namesPost(last) && (!isLay(last) || /^(?:nurse|worker|driver)$/.test(last));
}

function mayTellBelonging(word: string): boolean {
  return (
    !/^\p{Ll}/u.test(word) ||
    BELONGS.has(word) ||
    word === 'volunteer' ||
    ((isRoleWord(word) || isModifier(word) || isField(word) || isOrganisationWord(word)) && !isLay(word))
  );
}

/** Somebody of whom no body is said, with the one that the words before the name say they lead. */
export function ledBy(before: string, read: Speaker | null): Speaker | null {
  const body = read === null || read.organisation !== null ? null : bodyLedBy(before);
  return read && body !== null ? { ...read, organisation: body } : read;
}

/** `The Northern Division will be led by Jo Bell`: the body that somebody is said to lead, in the words before them. */
function bodyLedBy(before: string): string | null {
  const body = LED_BY.exec(before)?.[1] ?? null;
  return body !== null && isOrganisation(body.split(' ')) ? body : null;
}

const LED_BY =
  /^(?:The |A new |Its |Our )?((?!The |A |Its |Our )\p{Lu}[^,;:.]{2,60}?),? (?:(?:which|and) )?(?:is|was|are|will be|has been) (?:(?:now|being) )?(?:led|run|headed|chaired|managed|commanded|founded) by (?:the |its )?(?:[^,;:.]{0,40} )?$/u;
