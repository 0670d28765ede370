import { inAnyCase } from '../any-case.ts';
import { isOneOfMany } from '../kinds.ts';
import { isKinsman } from '../relations.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { isHouseOf, isOfHouse } from '../tables/houses.ts';
import { JUDICIAL } from '../tables/kinds.ts';
import { isCompany, isOrganisation } from '../tables/organisations.ts';
import { isMinister, isOutsider } from '../tables/outsiders.ts';
import {
  isCouncilTrade,
  isInternalPost,
  isPostOfHouse,
  isRankOf,
  type Service,
  serviceOfName,
  serviceOfRank,
} from '../tables/services.ts';
import { isArm } from './formations.ts';
import type { Publisher } from './publisher.ts';

/** Posts of a police force; others in its releases belong to whoever it works with. */
const POLICE_POSTS =
  /investigat|chief constable|detective|force|crime|polic|co-?ordinator|manager|officer|head of|analyst|handler|commander|superintendent/i;
/** Who is led by a mayor: the mayor of a town is of the town, and of no body. */
const AUTHORITY = /\bAuthority$/;
/** Bodies besides councils on which councillors hold posts. */
const COUNCILLORS = /\b(?:Authority|Panel|Board|Committee|Partnership)$/;

/** The publishing body, for a rank or a post that stands without any other; the one force named, for a rank of the police. */
export function impliedBody(
  speaker: Speaker,
  body: Publisher | null,
  namedOf: (service: Service) => string | null,
): string | null {
  const { rank, role } = speaker;
  if (isKinsman(speaker)) return null;
  const { name = null, service = null } = body ?? {};
  if (JUDICIAL.test(`${rank} ${role}`)) return /\bCourts?$/.test(name ?? '') ? name : null;
  if (role !== null && /\b(?:mayor(?:ess)?|maer)\b/i.test(role)) return AUTHORITY.test(name ?? '') ? name : null;
  // `Bishop of Marl and Dean`, two who speak together: the dean is of the cathedral.
  const isOfPlace = role !== null && (rank === null ? role.split(' and ') : [`${role} ${rank}`]).every(isOfFlock);
  if (isOfPlace) return /^(?:Arch)?[Dd]iocese\b/.test(name ?? '') ? name : null;
  if (CLERGY.test(rank ?? '') && role === null) return HOUSE_OF_GOD.test(name ?? '') ? name : null;
  if (/^HMS\b/.test(name ?? '') && /\bbase\b/i.test(role ?? '')) return null;
  const isInForces = service !== 'forces' || role === null || /command|officer|regiment|squadron|ship/i.test(role);
  if (rank !== null && service !== null && isRankOf(rank, service) && isInForces)
    return (service === 'forces' && isArm(name ?? '') ? namedOf(service) : null) ?? crewOf(name, service);
  const ranked = rank === null ? null : serviceOfRank(rank);
  if (ranked === 'council' && COUNCILLORS.test(name ?? '')) return role === null ? null : name;
  // `Chief pilot Captain Roly Bell`, `chairman Colonel Jo Bell`: ranks of the forces are borne elsewhere, and in retirement.
  const isElsewhere = ranked === 'forces' && role !== null;
  if (ranked !== null && ranked !== service) {
    const named = namedOf(ranked);
    if (named !== null || !isElsewhere) return named;
  }
  if (name === null || !isInForces) return null;
  if (role === null) {
    const isLearned = /^(?:dr|doctor|prof(?:essor)?)\b/i.test(rank ?? '') && (service === 'health' || SEAT.test(name));
    return rank !== null && ranked === null && (isLearned || isInternalPost(rank)) ? name : null;
  }
  return holdsPostAt(name, service, speaker) ? name : null;
}

/** Whether somebody is the shepherd of a place. */
function isOfFlock(post: string): boolean {
  return /\b(?:arch)?(?:bishop|deacon)\b|\b(?:rector|vicar|curate) of\b/i.test(post);
}

/** Whether a post is one inside the body that publishes: in a house every one that no outsider has, elsewhere those that are known. */
function holdsPostAt(name: string, service: Service | null, { role: held, about }: Speaker): boolean {
  const role = held ?? '';
  if (/(?:^|\bcrime |^(?:deputy|assistant) )commissioner\b|\bpf?cc\b/i.test(role) && service !== 'fire')
    return /\bCommission\b/.test(name);
  if (isMinister(role)) return MINISTRY.test(name);
  if (/^(?:deputy )?ombudsman$/i.test(role)) return /\bOmbudsman\b/.test(name);
  if (SEAT.test(name) && STUDIES.test(role)) return true;
  if (OF_PLACE.test(role) && !SEAT.test(name)) return false;
  if (isOfHouse(role) && !isHouseOf(role, name)) return false;
  if (
    (CARRIER.test(name) && CARRIES.test(role)) ||
    (service === null && (isFirm(name) || CARRIER.test(name)) && OF_FIRM.test(role))
  )
    return true;
  if (service === null && !SEAT.test(name) && FOUNDED.test(role)) return true;
  if (service === 'council' && (isCouncilTrade(role) || OF_WARD.test(role))) return true;
  const isHouse = service !== 'council' && !PARISH.test(name);
  // Whoever gives their time to a charity or a museum speaks for it.
  if (isHouse && (service === null || service === 'health') && /^volunteer\b/i.test(role)) return true;
  if (SEAT.test(name) && LEARNED.test(role)) return true;
  if (UNION.test(name) && OF_UNION.test(role)) return true;
  if (isOutsider(role) || isTrade(role, about, service)) return false;
  if (service !== 'health' && (/^hospital /i.test(role) || (CARES.test(role) && !CARING.test(name)))) return false;
  if (service === 'police') return isInternalPost(role) && POLICE_POSTS.test(role);
  return isInternalPost(role) || (isHouse && isPostOfHouse(role));
}

/** Who made a charity or a firm, and speaks in its releases. */
const FOUNDED = /^(?:co-)?founders?$/i;
/** Those who sit on a council and hold no post there. */
const OF_WARD =
  /^(?:(?:local|ward|division|county|borough|district|city|town|parish) (?:members?|councillors?)|(?:joint )?group leaders?)$/i;
/** Who has ministers. */
const MINISTRY =
  /^(?:Ministry|Department|Home Office|Cabinet Office|HM Treasury|Llywodraeth)|\b(?:Government|Executive)$|^(?:States|Government) of\b/;

/** `Dean of Marl`, `Skipper of the Provider`: who is of a place or a boat, whoever tells of it. */
const OF_PLACE = new RegExp(
  String.raw`^(?:[Ss]ub-)?(?:${inAnyCase('dean|provost|priest-in-charge|skipper|master|director of public health|(?:transport|active travel|deaf|children’s) commissioner')}) (?:of|for) (?:the )?\p{Lu}`,
  'u',
);
/** Who learns where the learned work. */
const STUDIES = /\b(?:student|undergraduate|postgraduate)s?$/i;
/** Who carries people or goods, and who drives for them. */
const CARRIER = /\b(?:Buses|Coaches|Trains|Rail|Railway|Trams?|Ferries|Ferry|Haulage|Logistics|Taxis|Travel|Bysiau)\b/;
const CARRIES = /\b(?:driver|conductor|guard|deckhand|skipper|gyrrwr)s?$/i;
/** Who owns or learns a trade at a firm. */
const OF_FIRM = /^(?:(?:joint|fellow|co)[- ])?owners?(?: and \p{L}|$)|\bapprentice(?: of the year)?$/iu;

const CLERGY =
  /^(?:the )?(?:(?:rt|right|most|very)\.? )?(?:rev(?:erend|d)?|venerable|canon|father|fr|imam|rabbi|pastor)\b/i;
const HOUSE_OF_GOD = /\b(?:Cathedral|Diocese|Abbey|Minster|Mosque|Synagogue|Temple|Gurdwara)\b/;
/** Whose clergy belong to a benefice, and whose ringers to nobody. */
const PARISH = /\b(?:Church|Parish|Chapel)\b/;
/** Who works there, be it one of many: `a postdoctoral researcher`. */
const LEARNED =
  /\b(?:author|researcher|lecturer|(?:research|teaching) fellow|professor|scientist|academic|archaeologist)\b/i;
/** Who works where people are cared for. */
const CARES = /^(?:(?:health)?care (?:assistant|worker)|nurse|charge nurse|staff nurse|midwife|paramedic)$/i;
const CARING = /\b(?:Care|Carers|Hospice|Ambulance|Nursing|University|School|College)\b/;
const UNION = /\b(?:Union|Undeb|UNISON|Unison|Unite|GMB|RMT)\b/;
/** Whom a union sends. */
const OF_UNION = /\b(?:organiser|convenor|convener|(?:branch|regional|national) secretary|shop steward)$/i;
/** Where the learned work. */
const SEAT = /\b(?:University|Prifysgol|College|Institute|Museum|Observatory)\b/;

/** What somebody does, and not for the council that tells of it. */
function isTrade(role: string, about: string, service: Service | null): boolean {
  return isOneOfMany(role, about) && (service === 'council' || service === null);
}

function isFirm(name: string): boolean {
  const words = name.split(' ');
  return isCompany(words.at(-1) ?? '') || FIRM.test(name);
}

const FIRM = / & |\b(?:Ltd|Limited|plc|LLP|Cyf|Group|Company)$/;

/** The crews of a fire authority are those of its service. */
function crewOf(name: string | null, service: Service): string | null {
  return service === 'fire'
    ? (name?.replace(/ (?:Combined )?Fire (?:and Rescue )?Authority$/, ' Fire and Rescue Service') ?? null)
    : name;
}

/** Whether a body is stated that nobody with such a post has: `Granby's Lord-Lieutenant` and `PCC of Granby Police` work for neither. */
export function isNoBodyOf(role: string, organisation: string): boolean {
  if (/\b(?:commissioner|pcc|pfcc)\b/i.test(role))
    return serviceOfName(organisation) === 'police' && !/\bCommissioner\b/.test(organisation);
  return /\b(?:lieutenant|high sheriff|mp)\b/i.test(role) && !isOrganisation(organisation.split(' '));
}
