import { isCommonNoun, isMonth, isNameWord, isParticle } from '../speaker/name-runs.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isRequest } from '../tables/not-posts.ts';
import { isAcronym, isKept, isKnown, isOrganisationWord, isPairOfBody } from '../tables/organisations.ts';
import { rankLength } from '../tables/ranks.ts';
import { isRoleWord } from '../tables/roles.ts';
import { isCapital, type Word, wordsOf } from '../words.ts';
import { formationEnd } from './formations.ts';
import { MAX_WORDS, nameEnd } from './name-end.ts';

/** Full names of organisations in a text, in order: `Fenwick Borough Council`, `Ouse Fire and Rescue Service`, `Heddlu Gwent`. */
export function organisationsIn(text: string, words: readonly Word[] = wordsOf(text)): string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at]?.text ?? '';
    // `Last Thursday the Police and Crime Panel met.`
    if (isEveryday(first) || first === 'Last' || first === 'Next') continue;
    const formation = formationEnd(words, at, text);
    if (formation > at) {
      found.push(text.slice(words[at]?.start, words[formation - 1]?.end));
      at = formation - 1;
      continue;
    }
    if (KIND_OF_BODY.test(words[at - 1]?.text ?? '') && isBrand(words, at, text)) {
      found.push(text.slice(words[at]?.start, words[brandEnd(words, at, text) - 1]?.end).replace(/['’]s?$/, ''));
    }
    if (
      !(startsName(words[at], words[at + 1]) || startsOwned(words, at)) ||
      (isRoleWord(first) && !REPRESENTED.test(first))
    )
      continue;
    // `The swings went in May and Marl Council has put in others.`
    if (isMonth(words[at]) && words[at + 1]?.text === 'and') continue;
    if (isGathered(first) && !/^(?:and|&)$/.test(words[at + 1]?.text ?? '')) continue;
    if (WHOLE_HOUSE.test(first) && words[at + 1]?.text === 'Council') continue;
    if (isRequest(first) && !isKnown([first, words[at + 1]?.text ?? ''])) continue;
    const end = nameEnd(words, at, text);
    if (end <= at) continue;
    if (isPersonBefore(words, at, end)) {
      at = end - 1;
      continue;
    }
    const from = first === 'Office' ? at : withNumber(words, behindPost(words, at, end), end);
    if (end > from) found.push(unowned(text.slice(words[from]?.start, words[end - 1]?.end)));
    at = Math.max(at, end - 1);
  }
  return found;
}

/** `Jo Bell and Ambulance` of `Paramedic Jo Bell and Ambulance Technician Tom Lee` */
function isPersonBefore(words: readonly Word[], at: number, end: number): boolean {
  const [first = '', , and, last = ''] = words.slice(at, end).map(({ text }) => text);
  return (
    end - at === 4 && and === 'and' && isFirstName(first) && !last.endsWith('s') && isCapital(words[end]?.text ?? '')
  );
}

/** Those whom a panel stands for: `Resident Scrutiny Panel`. */
const REPRESENTED =
  /^(?:Resident|Tenant|Customer|Patient|Student|Parent|Carer|Leaseholder|Driver|Passenger|Consumer|Teacher|Farmer)$/;

/** `Marl Council Media Office`: who answers the telephone. */
const DESK = / (?:Media|Press|News|Communications|Comms)(?: (?:Office|Team|Desk|Centre))?$/;

/** `Marl Police's` owns something; `Friends of St Bride's` is called so. */
function unowned(name: string): string {
  const body = name.replace(DESK, '');
  return /\bSt \p{Lu}[\p{L}-]+['’]s$/u.test(body) ? body : body.replace(/['’]s?$/, '');
}

/** `Three Rivers Housing Association`, `12 Signal Regiment`, but `Two Marl Police officers` */
function withNumber(words: readonly Word[], from: number, end: number): number {
  const [number = '', counted = ''] = [words[from - 1]?.text, words[from]?.text];
  if (/^\d{1,4}$/.test(number) && FORMATION.test(words[end - 1]?.text ?? '')) return from - 1;
  return isNumber(number) && /[^s]s$/.test(counted) ? from - 1 : from;
}

function isNumber(word: string): boolean {
  return /^(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)$/.test(word);
}

/** Parts of the forces that are numbered. */
const FORMATION = /^(?:Regiment|Battalion|Squadron|Battery|Brigade|Troop|Company|Commando)$/;

/** Most words: in small letters, and no name like ffrench begins with them. */
function isEveryday(word: string): boolean {
  return word >= 'a' && word < '{' && !word.startsWith('ff');
}

function startsName(word: Word | undefined, next: Word | undefined): boolean {
  return (
    isNameWord(word) ||
    NATIONS.test(word?.text ?? '') ||
    (isAcronym(word?.text ?? '') && rankLength([word?.text ?? ''], 0) === 0) ||
    /^\d+(?:st|nd|rd|th)$/.test(word?.text ?? '') ||
    (/^\d+$/.test(word?.text ?? '') &&
      /^(?:Squadron|Battery|Troop|Brigade|Engineer|Signal|Field|Logistic|Medical|Commando)$/.test(next?.text ?? ''))
  );
}

/** `Harker’s Bakery`, `the Women’s Institute`: an owner, or those for whom a house is, as the first word of its name. */
function startsOwned(words: readonly Word[], at: number): boolean {
  const owner = words[at]?.text ?? '';
  const [kept, behind] = [words[at + 1]?.text, words[at + 2]?.text];
  if (kept === undefined || !OWNER.test(owner)) return false;
  return (
    isKept(kept) ||
    isPairOfBody(kept, behind ?? '') ||
    isKnown([owner, kept]) ||
    (FOR_WHOM.test(owner) && isCapital(kept) && isOrganisationWord(kept))
  );
}

const OWNER = /^\p{Lu}[\p{L}-]+['’]s$/u;
const FOR_WHOM = /^(?:Fishermen|Women|Children|Men|People|Workmen|Townswomen|Countrywomen|Watermen|Freemen)['’]s$/;

/** `the charity SafeWays`, `developer Kestrel Living`: capitals behind what kind of body it is. */
const KIND_OF_BODY =
  /^(?:[Cc]harity|[Ss]ponsor|[Cc]ontractor|[Dd]eveloper|[Hh]ousebuilder|[Ss]upermarket|[Rr]etailer|[Oo]perator|[Ss]upplier|[Bb]rewery|[Bb]rewer|[Bb]aker|[Cc]heesemaker|[Dd]istiller|[Mm]anufacturer|[Hh]aulier|[Bb]uilder|[Pp]ublisher|[Cc]aterer|[Ll]andlord|[Ss]tartup|[Ss]tart-up|[Cc]onsultancy|[Nn]on-profit|[Ee]nterprise|[Ii]nsurer|bank|[Aa]irline|company|firm|association|group|network|organisation|choir|band|cwmni|elusen)$/;

/** `Full Council will decide`: all of its members. */
const WHOLE_HOUSE = /^(?:Full|Special|Extraordinary)$/;

/** Those who belong to a body are no part of its name: `Tenants of Parkview Housing Association`. */
const GATHERED =
  /^(?:Members|Officers|Staff|Crews|Residents|Tenants|Customers|Patients|Pupils|Students|Volunteers|Councillors|Soldiers|Firefighters|Detectives|Children|Parents|Reservists|Colleagues|Engineers|Inspectors|Former|Retired|Serving|Ex)$/i;

export function isGathered(word: string): boolean {
  return GATHERED.test(word);
}

function isBrand(words: readonly Word[], at: number, text: string): boolean {
  return (
    (isNameWord(words[at]) || (isNumber(words[at]?.text ?? '') && isCapital(words[at + 1]?.text ?? ''))) &&
    nameEnd(words, at, text) <= at &&
    /^\s+$/.test(text.slice(words[at - 1]?.end, words[at]?.start))
  );
}

function brandEnd(words: readonly Word[], from: number, text: string): number {
  let end = from + 1;
  while (
    end < from + MAX_WORDS &&
    (isCapital(words[end]?.text ?? '') || (words[end]?.text === '&' && isCapital(words[end + 1]?.text ?? ''))) &&
    /^\s+$/.test(text.slice(words[end - 1]?.end, words[end]?.start))
  )
    end += 1;
  return end;
}

/** Words that begin no person's name but many a body's. */
const NATIONS = /^(?:National|British|English|Welsh|Scottish|Irish|European|International|Local|Crown|County|England)$/;

/** In `Medical Director of Danby Hospitals NHS Trust`, and in `Jo Bell of Marl Police`, the name begins behind the post or the person. */
function behindPost(words: readonly Word[], from: number, end: number): number {
  let start = from;
  for (let at = from; at < end - 1; at += 1) {
    const word = words[at]?.text ?? '';
    if (!/^(?:of|for|at)$/.test(words[at + 1]?.text ?? '')) continue;
    const isSurname = at > start || isParticle(words[start - 1]?.text ?? '');
    const isPerson = isSurname && !isCommonNoun(word) && !GOVERNED.test(word);
    if (isPerson || isRoleWord(word) || rankLength([word], 0) > 0) start = at + 2;
  }
  return words[start]?.text === 'the' ? start + 1 : start;
}

/** Words of two that places and bodies have before their `of`: `Royal Borough of`, `East Riding of`. */
const GOVERNED =
  /^(?:C|Borough|Riding|City|County|Counties|Isles|Vale|House|District|Duchy|Order|Forest|Isle|Peninsula|Republic|Duke|Legion|Sisters|Centre|College|Arts|Works|Friends)$/;
