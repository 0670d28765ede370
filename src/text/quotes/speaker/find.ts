import { isSpokesperson } from '../tables/roles.ts';
import { findPerson, isSure, people } from './names.ts';
import { isAge, isAside, isRelative, type Part } from './parts.ts';
import { holdsPost } from './post.ts';
import { isRelatedTo, type SpeakerFound } from './single-name.ts';

/** Who of those whom an attribution names speaks: the first of whom words say that it is a person; null where nobody does. */
export function findSpeaker(parts: readonly Part[], text: string): SpeakerFound | null {
  let doubtful: SpeakerFound | null = null;
  // `Cabinet Member for Children, Young People and Families, Jo Bell`: a capital alone makes nobody of what a post is about.
  let likely: SpeakerFound | null = null;
  let isFirst = true;
  for (const [index, part] of parts.entries()) {
    if (isRelative(part) || isAside(part)) continue;
    const person = findPerson(part.words, text);
    if (person && isRelatedTo(part.words.slice(0, person.start))) continue;
    const spokesperson = part.words.findLastIndex((word) => isSpokesperson(word.text));
    // `A spokesperson for Fenwick Borough Council's Environmental Health team` is nobody's name.
    const isApposed = person === null && findPerson(parts[index + 1]?.words ?? [], text)?.start === 0;
    if (spokesperson !== -1 && isApposed) continue;
    if (spokesperson !== -1 && person?.start !== spokesperson + 1) return null;
    if (person && !person.isDoubtful && (isSure(part.words, person) || (isFirst && person.start === 0)))
      return { index, person };
    if (person && !person.isDoubtful) likely ??= { index, person };
    else if (person) doubtful ??= { index, person };
    isFirst = false;
  }
  const aside = findInAside(parts, text);
  const isNamed = aside !== null && isSure(parts[aside.index]?.words ?? [], aside.person);
  return likely ?? (isNamed ? aside : doubtful) ?? aside;
}

/** `Speaking after the hearing DC Jo Smith, investigating officer, said` has no comma behind its aside. */
function findInAside(parts: readonly Part[], text: string): SpeakerFound | null {
  const [aside] = parts;
  if (!aside || !isAside(aside)) return null;
  const next = parts.find((part) => !isAside(part) && !isAge(part));
  if (next && !isRelative(next) && (!holdsPost(next.words) || next.opening === 'the')) return null;
  const [one, other] = [...people(aside.words, text)].slice(-2);
  // `In a joint letter Jo Bell and Amy Lee said`
  const isPair = one && other && other.start === one.end + 1 && /^(?:and|&)$/.test(aside.words[one.end]?.text ?? '');
  const person = isPair ? one : (other ?? one);
  // `In a statement issued afterwards a Marl Rail spokesman said`
  const isBody = person && aside.words.slice(person.end).some(({ text: word }) => isSpokesperson(word));
  return person && !isBody ? { index: 0, person } : null;
}
