import { isRoleWord, isTopic } from '../tables/roles.ts';
import type { Said } from '../tagger/attribution.ts';
import { isCapital } from '../words.ts';
import { isCommonNoun, isParticle } from './name-runs.ts';

/** What is said before somebody else is named with a rank: `Jo Bell met her husband, Corporal Adam Bell`. */
export function ownOf(said: readonly Said[], nameEnd: number): readonly Said[] {
  const other = said.findIndex(
    ({ aspect, start, end }, at) =>
      aspect === 'rank' &&
      start > nameEnd &&
      said[at + 1]?.aspect === 'name' &&
      said[at + 1]?.start === end + 1 &&
      said.slice(0, at).some((each) => each.aspect === 'name'),
  );
  return other === -1 ? said : said.slice(0, other);
}

/** `Ottilie van der Velde of Corve`: of a body that was read from within a name on, what stands behind the name. */
export function besideName(said: readonly Said[], name: Pick<Said, 'start' | 'end'>): readonly Said[] {
  const isTorn = said.some(
    ({ aspect, text, start, end }) =>
      aspect === 'name' && start === name.start && end < name.end && isParticle(text.split(' ').at(-1) ?? ''),
  );
  if (!isTorn) return said;
  return said.flatMap((each) => {
    if (each.aspect !== 'organisation' || each.start <= name.start || each.start >= name.end) return [each];
    const text = each.text.slice(Math.max(0, name.end - each.start)).replace(/^,? (?:of|from|at|for) (?:the )?/, '');
    return text === '' ? [] : [{ ...each, text, start: each.end - text.length }];
  });
}

/** `Deirdre Mac Giolla`: whether a name of which only the beginning was read is more words that nothing else was read in. */
export function goesOnTo(whole: Said, read: Said, said: readonly Said[]): boolean {
  return (
    whole.start === read.start &&
    whole.end > read.end &&
    !said.some((each) => each !== read && each.start < whole.end && read.end <= each.start)
  );
}

/** `Head of Libraries Fabienne Le Goff`: what was read as the end of a post before a particle begins the name. */
export function withFirstName(said: readonly Said[]): readonly Said[] {
  return said.map((each, at) => {
    const [before, next] = [said[at - 1], said[at + 1]];
    if (each.aspect === 'role' && next && isTornName(each, next)) {
      const text = each.text.slice(0, each.text.lastIndexOf(' '));
      return { ...each, text, end: each.start + text.length };
    }
    if (!before || !isTornName(before, each)) return each;
    const first = before.text.split(' ').at(-1) ?? '';
    return { ...each, text: `${first} ${each.text}`, start: each.start - first.length - 1 };
  });
}

function isTornName(role: Said, name: Said): boolean {
  const words = role.text.split(' ');
  const last = words.at(-1) ?? '';
  return (
    role.aspect === 'role' &&
    name.aspect === 'name' &&
    name.start === role.end + 1 &&
    words.length > 1 &&
    isParticle(name.text.split(' ')[0] ?? '') &&
    isCapital(last) &&
    !isRoleWord(last) &&
    !isTopic(last) &&
    !isCommonNoun(last)
  );
}
