import { isOneOfMany } from '../kinds.ts';
import type { Speaker } from '../speaker/speaker.ts';
import { isInternalPost, isPostOfHouse, isRankOf, type Service, serviceOfRank } from '../tables/services.ts';
import type { Publisher } from './publisher.ts';

/** Posts of a police force; others in its releases belong to whoever it works with. */
const POLICE_POSTS =
  /investigat|chief constable|detective|force|crime|polic|co-?ordinator|manager|officer|head of|analyst|handler|commander|superintendent/i;
/** Bodies besides councils that have a mayor. */
const AUTHORITY = /\bAuthority$/;

/** Posts of nobody who publishes: those who sit in judgement, and who leads some club or group. */
const INDEPENDENT =
  /\b(?:mosque|church|chapel|temple|synagogue|gurdwara|bench|judge|coroner|magistrate|recorder|ombudsman|inspector of)\b/i;
const OF_A_GROUP =
  /^(?:group (?:co|leader|organis|member|secretary|chair)|(?:club|society|committee|parish|village|union|church)\b)/i;

/** The publishing body, for a rank or a post that stands without any other; the one force named, for a rank of the police. */
export function impliedBody(
  speaker: Speaker,
  body: Publisher | null,
  namedOf: (service: Service) => string | null,
): string | null {
  const { rank, role } = speaker;
  const { name = null, service = null } = body ?? {};
  if (role !== null && /\bmayor(?:ess)?\b/i.test(role))
    return service === 'council' || AUTHORITY.test(name ?? '') ? name : null;
  if (role !== null && /\b(?:arch)?(?:bishop|deacon)\b/i.test(`${role} ${rank}`))
    return /^(?:Arch)?[Dd]iocese\b/.test(name ?? '') ? name : null;
  if (role !== null && (INDEPENDENT.test(role) || OF_A_GROUP.test(role))) return null;
  const isInForces = service !== 'forces' || role === null || /command/i.test(role);
  if (rank !== null && service !== null && isRankOf(rank, service) && isInForces) return crewOf(name, service);
  const ranked = rank === null ? null : serviceOfRank(rank);
  if (ranked !== null && ranked !== service) return namedOf(ranked);
  if (name === null || !isInForces) return null;
  if (role === null) return rank !== null && ranked === null && isInternalPost(rank) ? name : null;
  return holdsPostAt(name, service, speaker) ? name : null;
}

/** Whether a post is one inside the body that publishes. */
function holdsPostAt(name: string, service: Service | null, { role: held, about }: Speaker): boolean {
  const role = held ?? '';
  if (/\b(?:commissioner|pcc|pfcc)\b/i.test(role)) return /\bCommissioner\b/.test(name);
  if (/\b(?:minister|weinidog|gweinidog|cabinet secretary|ysgrifennydd)\b/i.test(role)) return MINISTRY.test(name);
  const isHouse = service === null || service === 'health' || service === 'fire';
  const isInside = isInternalPost(role) || (isHouse && isPostOfHouse(role));
  if (!isInside || isTrade(role, about, service)) return false;
  return service !== 'police' || POLICE_POSTS.test(role);
}

/** Who has ministers. */
const MINISTRY =
  /^(?:Ministry|Department|Home Office|Cabinet Office|HM Treasury|Llywodraeth)|\b(?:Government|Executive)$/;

/** What somebody does, and not for the council that tells of it. */
function isTrade(role: string, about: string, service: Service | null): boolean {
  return isOneOfMany(role, about) && (service === 'council' || service === null);
}

/** The crews of a fire authority are those of its service. */
function crewOf(name: string | null, service: Service): string | null {
  return service === 'fire'
    ? (name?.replace(/ (?:Combined )?Fire (?:and Rescue )?Authority$/, ' Fire and Rescue Service') ?? null)
    : name;
}
