import { isKnown, isOrganisationWord } from './organisations.ts';
import { isField } from './remits.ts';

/** Words that stand for a body, and how bodies are called for which each may stand. */

const OUTSIDE_OF_PUBLIC_LIFE =
  /^(?!.*\b(?:Police|Constabulary|Council|Court|Government|NHS|Hospitals?|Service|Agency|Commission(?:er)?|Department|Ministry|Office|University|Unit|Team|Division|Academy|School|CPS|Heddlu|Cyngor|Fire)\b)/;

const CALLED: ReadonlyMap<string, RegExp> = new Map([
  ['club', /\b(?:Club|[AR]?FC|RLFC|CC|United|Rovers|Athletic|Wanderers|Harriers|Albion)\b/],
  ['group', /\b(?:Group|Watch|Friends|Responders|Volunteers|Action|Forum|Network|Project|Society|Campaign|Together)\b/],
  ['charity', OUTSIDE_OF_PUBLIC_LIFE],
  ['company', OUTSIDE_OF_PUBLIC_LIFE],
  ['firm', OUTSIDE_OF_PUBLIC_LIFE],
  ['business', OUTSIDE_OF_PUBLIC_LIFE],
  ['developer', OUTSIDE_OF_PUBLIC_LIFE],
  ['organisation', OUTSIDE_OF_PUBLIC_LIFE],
  ['co-op', /\bCo-?op(?:erative)?\b/],
  ['hospital', /\b(?:Hospitals?|Infirmary|General|Royal|Ysbyty)\b/],
  ['hospitals', /\bHospitals?\b/],
  ['theatre', /\b(?:Theatre|Playhouse|Hippodrome|Opera House|Empire|Alhambra|Palace)\b/],
  ['cathedral', /\b(?:Cathedral|Minster|Abbey)\b/],
  ['prison', /^HM(?:P|YOI| Prison)\b|\bPrison$/],
  ['battalion', /\bBattalion\b/],
  ['regiment', /\b(?:Regiment|Rifles|Fusiliers|Infantry|Yeomanry|Hussars|Lancers|Gurkhas)\b/],
  ['squadron', /\bSquadron\b/],
  ['ship', /^(?:HMS|RFA|RRS)\b/],
  ['station', /\b(?:Lifeboat|Station|RNLI|RAF)\b/],
  ['lifeboat', /\bLifeboat\b/],
  ['union', /\b(?:Union|Association|UNISON|Unison|Unite|GMB|RMT|RCN|FBU|NASUWT|Undeb)\b/],
  ['undeb', /^Undeb\b/],
  ['cyngor', /^(?:[CG]|Ch)yngor\b/],
  ['gyngor', /^(?:[CG]|Ch)yngor\b/],
  ['chyngor', /^(?:[CG]|Ch)yngor\b/],
  ['heddlu', /^Heddlu\b/],
  ['menter', /^[MF]enter\b/],
  ['fenter', /^[MF]enter\b/],
  ['cymdeithas', /^[CG]ymdeithas\b/],
  ['gymdeithas', /^[CG]ymdeithas\b/],
  ['prifysgol', /^(?:[PB]|Ph|Mh)rifysgol\b/],
  ['brifysgol', /^(?:[PB]|Ph|Mh)rifysgol\b/],
  ['ymddiriedolaeth', /^Ymddiriedolaeth\b/],
  ['capel', /^[CG]apel\b/],
  ['eglwys', /^Eglwys\b/],
  ['ysgol', /^Ysgol\b/],
  ['clwb', /^Clwb\b/],
  ['canolfan', /^[CG]anolfan\b/],
  ['coleg', /^[CG]oleg\b/],
]);
/** Those of which the body that publishes may be one, however it is called. */
const BY_ITSELF =
  /^(?:co-op|hospitals?|theatre|cathedral|prison|ship|station|lifeboat|undeb|[cg]yngor|chyngor|heddlu|[mf]enter|[cg]ymdeithas|[pb]rifysgol|ymddiriedolaeth|capel|eglwys|ysgol|clwb|canolfan|coleg)$/;

/** Whether a body may be called so: `the club` of `Marl Town FC`, `the trust` of `Heart Trust`, `the council` of `Council of the Isles`. */
export function calledSo(standIn: string, name: string, isSure = false): boolean {
  const called = isSure && !BY_ITSELF.test(standIn) ? undefined : CALLED.get(standIn);
  const plain = name.toLowerCase();
  return (
    called?.test(name) ??
    (plain.endsWith(` ${standIn}`) || plain.startsWith(`${standIn} of `) || plain.includes(` ${standIn} of `))
  );
}

/** What many bodies are called in capitals, each of a place: whoever says no more means the one that the release names in full. */
const CALLED_BY_KIND =
  /^(?:National Park|Integrated Care Board|(?:Combined|Fire|Harbour|Port|Park|Transport) Authority|Health Board|Housing Association|Fire and Rescue Service|(?:Mountain|Fell|Cave) Rescue(?: Team)?|Lifeboat Station|Air Ambulance|Wildlife Trust|Community Council|Police and Crime Panel|(?:Scrutiny|Tenants|Residents) Panel|(?:Parents|Residents|Tenants)['’] Association|Students['’] Union|Chamber of (?:Trade|Commerce)|League of Friends|(?:Bwrdd|Fwrdd|Mwrdd) Iechyd(?: Prifysgol)?|[CG]yngor Sir|Comhairle)$/;

/** Fields of work that many bodies have in their names, besides those of posts. */
const FIELD =
  /^(?:Internal|Drainage|Records|Rail|Passport|Coal|Ambulance|Fire|Rescue|Harbour|Port|Park|Learning|Probation|Inquiry)$/;

/** `Drainage Board`, `Estates Office`: whether words say of what kind a body is, and do not name it. */
export function isCalledByKind(written: string): boolean {
  const words = written.split(' ');
  const isOfField = words.length > 1 && words.slice(0, -1).every((word) => FIELD.test(word) || isField(word));
  return (
    CALLED_BY_KIND.test(written) ||
    (isOfField && /^\p{Lu}/u.test(written) && isOrganisationWord(words.at(-1) ?? '') && !isKnown(words))
  );
}

/** Words that stand for no body which is not called so: `the club` is no police force. */
const KINDS = /^(?:council|club|school|college|university|hospital|union|prison|court|ship|church|mosque|museum)$/;

/** Whether a body cannot be what a word stands for. */
export function isOfAnotherKind(standIn: string, name: string): boolean {
  const kind = standIn.toLowerCase().split(' ').at(-1) ?? '';
  return KINDS.test(kind) && !name.toLowerCase().includes(kind) && !calledSo(kind, name);
}

/** What a body may be called in small letters by those who speak for it, as alternatives of a pattern: `the mosque’s imam`. */
export const DESCRIBED_KINDS =
  'mosque|synagogue|temple|gurdwara|church|chapel|cathedral|abbey|minster|benefice|forum|panel|board|tribunal|union|charity|trust|club|school|college|academy|university|theatre|museum|gallery|hospice|hospital|surgery|practice|nursery|federation|association|society|partnership|agency|authority|foundation|choir|band|orchestra|festival|league|prison|garrison|regiment|squadron|battery|battalion|network|co-op|co-operative|company|firm|group';

/** Whether a body that is not called so may be what a word stands for: `the union` of the Farmers’ Assembly, but of no council. */
export function mayStandFor(standIn: string, name: string): boolean {
  return OUTSIDE_OF_PUBLIC_LIFE.test(name) && (standIn === 'union' || !isOfAnotherKind(standIn, name));
}

/** Kinds of bodies that no post is called after, whoever holds it, as alternatives of a pattern: `Trust haematologist` is one of the trust. */
export const KINDS_BEFORE_POSTS = 'Trust|Foundation|Chamber|Federation|Mission|Alliance';
