import { isHonorific, rankLength } from '../tables/ranks.ts';
import { isArticle } from '../tables/roles.ts';
import { isCapital, type Word } from '../words.ts';
import type { PersonFound } from './names.ts';
import type { Part } from './parts.ts';

/** What the words around a name make of its bearer. */
interface Standing {
  readonly rank: string | null;
  /** `Mr`, `Ms`, `Sir`. */
  readonly title: string | null;
  readonly role: string | null;
}

/** Tells rank, title and role of a person apart, given the role that is stated beside the name. */
export function standingOf(
  text: string,
  parts: readonly Part[],
  index: number,
  { start, nameStart, nameEnd, end }: PersonFound,
  stated: string | null,
): Standing {
  const words = parts[index]?.words ?? [];
  const before = words.slice(start, nameStart);
  const title = titleIn(before);
  const rank = rankText(before) ?? rankBefore(parts[index - 1], start);
  const kind = words[start - 1]?.text ?? '';
  const seat = words.slice(nameEnd, end).find((word) => SEAT.test(word.text))?.text ?? null;
  const held = rank === null && stated !== null ? rankAndPost(stated) : null;
  if (held) return { title, ...held };
  if (rank === null) return { rank, title, role: stated ?? seat };
  // `Equine inspector Jo Bell`
  const trade = stated !== null && text.includes(`${stated} ${rank}`) ? `${stated} ${rank}` : stated;
  if (TRADE.test(rank)) return { rank: null, title, role: tradeOf(text, words, start, nameStart) ?? trade ?? rank };
  if (rank === 'councillor' && SEATS.test(kind)) {
    const role = `${kind} councillor`;
    return { rank: /^(?:school|student|youth)/i.test(role) ? null : rank, title, role };
  }
  if (/^sister$/i.test(rank) && WARDS.test(kind)) return { rank: null, title, role: `${kind} ${rank}` };
  const [, command, served] = COMMANDING.exec(rank) ?? [];
  if (command !== undefined && served !== undefined) return { rank: served, title, role: command };
  return { rank, title, role: stated === rank ? null : (stated ?? seat) };
}

/** Letters behind a name that say where somebody sits. */
const SEAT = /^(?:MP|MSP|MS|MEP|MLA|AM|TD)$/;
/** `RSPCA inspector Becky Tilling`, `retained firefighter Craig Ball`: in small letters it is what somebody does. */
const TRADE = /^(?:inspector|firefighter|officer|commander|captain|private)$/;
/** `Station Commander Group Captain Verity Holt`: a post before the rank. */
const COMMANDING =
  /^((?:Deputy )?(?:Station|Garrison|Base|Camp|Incident|Task Force) Commander|Deputy Lieutenant|Pilot(?= Captain)) (.+)$/;

/** `Ward councillor Douglas Tench`, `School councillor Finn` */
const SEATS = /^(?:ward|local|parish|town|district|county|borough|city|school|student|youth)$/i;

/** `Theatre Sister Bola Akinyemi` */
const WARDS = /^(?:ward|theatre|senior|night|charge|clinic|community|district)$/i;

/** `Farmer and firefighter Rob Armitage` */
function tradeOf(text: string, words: readonly Word[], start: number, nameStart: number): string | null {
  const isSecond = start > 1 && words[start - 1]?.text === 'and';
  return isSecond ? text.slice(words[0]?.start, words[nameStart - 1]?.end) : null;
}

/** `Area Manager, Phil Dunmore`: a rank that a comma parts from the name. */
export function rankBefore(previous: Part | undefined, nameAt: number): string | null {
  const words = (previous?.words ?? []).map((word) => word.text).filter((word, at) => at > 0 || !isArticle(word));
  const isRank = nameAt === 0 && words.length > 0 && rankLength(words, 0) === words.length;
  return isRank && isCapital(words[0] ?? '') && !/judge|councillor/i.test(words.join(' ')) ? words.join(' ') : null;
}

function titleIn(words: readonly Word[]): string | null {
  return words.find(({ text }) => isHonorific(text) || /^(?:sir|dame|lady|baroness)$/i.test(text))?.text ?? null;
}

/** The rank as written, without Mr and Mrs, the article before it and the number behind it. */
function rankText(words: readonly Word[]): string | null {
  const ranks = words.map((word) => word.text);
  const isJustice = ranks.includes('Justice');
  const kept = ranks.filter(
    (word, at) => (isJustice || !isHonorific(word)) && !(at === 0 && /^the$/i.test(word)) && !/^\d\d/.test(word),
  );
  return kept.length === 0 ? null : kept.join(' ');
}

/** `Detective Inspector` is a rank behind a name too, `Chief Fire Officer and Director of Operations` a rank and a post. */
function rankAndPost(stated: string): Pick<Standing, 'rank' | 'role'> | null {
  const [, first = '', second = null] = /^(.+?)(?:,? and (?:the )?(.+))?$/.exec(stated) ?? [];
  if (TRADE.test(stated) || !isWhollyRank(first)) return null;
  return isWhollyRank(stated) || second === null ? { rank: stated, role: null } : { rank: first, role: second };
}

/** Behind a name, too, `Detective Inspector` is a rank; `Area Manager` may be anything. */
function isWhollyRank(role: string): boolean {
  const words = role.split(' ');
  return rankLength(words, 0) === words.length && !/manager|commander|councillor|judge|lord[ -]lieutenant/i.test(role);
}
