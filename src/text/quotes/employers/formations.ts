import { isCapital, type Word } from '../words.ts';

/** Parts of the forces that are numbered. */
const FORMATION = /^(?:Regiment|Battalion|Squadron|Battery|Brigade|Troop|Company|Commando)$/;
/** How the names of regiments and corps end. */
const CORPS =
  /^(?:Regiment|Infantry|Fusiliers|Rifles|Guards|Rangers|Artillery|Engineers|Signals|Corps|Yeomanry|Hussars|Lancers|Dragoons|Highlanders|Grenadiers|Borderers|Gurkhas|Marines|Medics|Foot|Horse)$/;
/** Words of the longest name of a regiment. */
const MAX_WORDS = 9;

/**
 * Behind the last word of a numbered part of the forces with the name of its regiment: `2nd Battalion The Border Foot`,
 * `108 (Marl) Regiment Royal Artillery`, and of one with a place in brackets: `319 (Marl) Field Squadron`. `from` where none begins,
 * and for a number that only the words of a body follow.
 */
export function formationEnd(words: readonly Word[], from: number, text: string): number {
  if (!/^\d{1,4}(?:st|nd|rd|th)?$/.test(words[from]?.text ?? '')) return from;
  const unit = unitAt(words, from, text);
  if (unit === -1) return from;
  // `319 (Marl) Field Squadron` is called so; `12 Troop` may be any.
  const isPlaced = text.slice(words[from]?.end, words[unit]?.start).includes(')');
  return regimentEnd(words, unit + 1, text) ?? (isPlaced ? unit + 1 : from);
}

/** The word that says what is numbered, behind a place in brackets and whatever capitals; -1 where none is. */
function unitAt(words: readonly Word[], from: number, text: string): number {
  for (let at = from + 1; at < from + MAX_UNIT_WORDS; at += 1) {
    const between = text.slice(words[at - 1]?.end, words[at]?.start);
    if (!/^(?: | \(|\) )$/.test(between) || !isCapital(words[at]?.text ?? '')) return -1;
    if (FORMATION.test(words[at]?.text ?? '')) return at;
  }
  return -1;
}

const MAX_UNIT_WORDS = 5;

/** Behind the name of a regiment that follows at once, behind a comma, or behind `of`; null where none does. */
function regimentEnd(words: readonly Word[], from: number, text: string): number | null {
  let end: number | null = null;
  for (let at = from; at < from + MAX_WORDS; at += 1) {
    const word = words[at]?.text ?? '';
    const between = text.slice(words[at - 1]?.end, words[at]?.start);
    const isJoined = between === ' ' || (between === ', ' && at === from && /^[Tt]he$|^Royal$/.test(word));
    if (!isJoined || !(isCapital(word) || /^(?:of|the|and)$/.test(word))) break;
    if (CORPS.test(word)) end = at + 1;
  }
  return end;
}

/** Whether a name is that of a whole arm, to which units belong: `British Army`, `Royal Navy`. */
export function isArm(name: string): boolean {
  return ARM.test(name);
}

const ARM =
  /^(?:British )?Army(?: Reserve)?$|^Royal (?:Air Force|Navy|Marines|Artillery|Engineers|Signals|Logistic Corps|Army Medical Corps)$|^(?:RAF|RN|Army Cadet Force|Air Cadets)$/;
