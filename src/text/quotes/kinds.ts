import { inAnyCase } from './any-case.ts';
import type { StatementKind } from './found.ts';
import type { Occasion } from './occasion.ts';
import { isAtHome, isKinsman, isOld, isRelative, withoutElders } from './relations.ts';
import type { Speaker } from './speaker/speaker.ts';
import {
  AMONG_NEIGHBOURS,
  BEREFT,
  CADET,
  FIRM,
  HARMED,
  HONOUR,
  JUDICIAL,
  KIN_FIRST,
  LAY,
  LEARNS,
  LOCAL,
  MEMBER,
  OF_A_TRADE,
  OF_RESIDENTS,
  PARENT_OF,
  PLAYS,
  PROFESSION,
  RELATED,
  SENIOR_OFFICER,
  SENTENCES,
  SMALL_PLACE,
  VICTIM,
} from './tables/kinds.ts';
import { isOrganisation } from './tables/organisations.ts';
import { people } from './tables/people.ts';
import { rankLength } from './tables/ranks.ts';
import { isPrivateRole, isSpokesperson } from './tables/roles.ts';
import { isInternalPost, serviceOfName } from './tables/services.ts';

/** What the release says besides what it says of a speaker. */
export interface Setting {
  readonly organisation: string | null;
  /** The heading under which the statement stands. */
  readonly heading?: string;
  /** Whether it calls the speaker a relative, or tells of the death of somebody of that surname. */
  readonly isRelated?: boolean;
  readonly occasion?: Occasion;
}

/** Sorts whoever speaks by what the release says about them wherever it names them. */
export function kindOf(speaker: Speaker | null, setting: Setting): StatementKind {
  if (!speaker) return 'other';
  const { rank, role, asWritten, kind, name } = speaker;
  const post = [rank, role].filter((each) => each !== null).join(' ');
  if (rank === null && asWritten.split(/[\s,]+/).some(isSpokesperson)) return 'spokesperson';
  if (JUDICIAL.test(post) || (kind === 'unnamed' && JUDICIAL.test(asWritten)) || /^Sheriff \p{Lu}/u.test(asWritten))
    return 'judge';
  if (name !== null && (rank === null || HONOUR.test(rank)) && SENTENCES.test(speaker.about)) return 'judge';
  // `Tom's father, retired Superintendent Geoffrey Hale` speaks as a father.
  if (speaker.organisation === null && (KIN_FIRST.test(asWritten) || isKinsman(speaker))) return 'family';
  if (speaker.name?.includes(' and ')) return setting.isRelated ? 'family' : kindOfPair(speaker);
  if (isOfTenants(speaker, setting)) return 'resident';
  if (rank === null && role !== null && name !== null && ONE_OF_HARMED.test(speaker.about)) return 'victim';
  if (holdsOffice(speaker, setting)) return 'official';
  if (name !== null && rank === null && role === null && LEADS.test(behindName(name, speaker.about))) return 'official';
  return privateKind(speaker, setting) ?? ofOccasion(speaker, setting) ?? unsaidKind(speaker, setting);
}

/** `Jo Bell, chair of Marl Tenants Together`, under those who let their homes. */
function isOfTenants({ name, rank, role, organisation }: Speaker, setting: Setting): boolean {
  const isMember = name !== null && rank === null && /\b(?:chair(?:man|woman)?|secretary|member)$/i.test(role ?? '');
  return (
    isMember && setting.occasion?.isOfHomes() === true && OF_RESIDENTS.test(organisation ?? setting.organisation ?? '')
  );
}

/** `One of his victims, Mrs Jo Bell, a retired teacher`: whatever they are besides. */
const ONE_OF_HARMED =
  /\b[Oo]ne of (?:the|his|her|their) (?:\p{Ll}+ )?(?:victims|targets|survivors)\b|\b(?:[Vv]ictim|[Ss]urvivor),? \p{Lu}/u;

/** `Jo Bell, who chairs the governors, said`: a post that is told with a verb. */
const LEADS = /^,? who (?:now |also )?(?:chairs|heads|leads|manages|directs|oversees) (?:the|its|their|our|a) /;

function behindName(name: string, about: string): string {
  const at = about.indexOf(name);
  return at === -1 ? '' : about.slice(at + name.length);
}

function holdsOffice({ name, rank, role, organisation }: Speaker, setting: Setting): boolean {
  if (isForSelf({ name, rank, role }, organisation ?? setting.organisation, setting.occasion)) return false;
  if (rank !== null && !HONOUR.test(rank)) return true;
  const isPost =
    role !== null &&
    !isPrivateRole(role) &&
    !GIVES_TIME.test(role) &&
    (!LAY.test(role) || (organisation !== null && /\borganiser$/i.test(role)));
  return isPost && (organisation ?? setting.organisation) !== null;
}

/**
 * Whoever speaks for no body, whatever they are: a cadet, an officer of whom nothing else is told, who learns, who plays, and
 * those of a farm, a shop or a club of which another body tells.
 */
function isForSelf(
  { name, rank, role }: Pick<Speaker, 'name' | 'rank' | 'role'>,
  body: string | null,
  occasion: Occasion | undefined,
): boolean {
  const isWhole = name?.includes(' ') === true;
  if (rank !== null) return CADET.test(rank) || (isWhole && (role ?? body) === null && SENIOR_OFFICER.test(rank));
  if (role !== null && (LEARNS.test(role) || PLAYS.test(role))) return true;
  const isGuest = body !== null && occasion?.isOwn(body) === false;
  return (
    isGuest && (SMALL_PLACE.test(body) || (role !== null && OF_A_TRADE.test(role) && serviceOfName(body) === null))
  );
}

/** `Volunteer guide`, but not `volunteer co-ordinator`. */
const GIVES_TIME = /^volunteer (?!co-?ordinator|manager|officer|develop|crew|team leader)/i;

/** Two people have neither rank nor role: what is read about them tells. */
function kindOfPair({ name, about, asWritten, organisation }: Speaker): StatementKind {
  if (
    KIN_FIRST.test(asWritten) ||
    KIN_FIRST.test(about) ||
    BEREFT.test(about) ||
    isRelative(name, about) ||
    /^(?:the )?parents\b/i.test(asWritten)
  )
    return 'family';
  const written = asWritten.split(' ');
  if (
    PROFESSION.test(about) ||
    written.some((_, at) => rankLength(written, at) > 0) ||
    /\b(?:Cllrs?|Councillors?|PCCs?|Insp|Sgt|PC|DC|Dr|Rev|Rabbi|Imam|owners?)\b/.test(about)
  )
    return 'official';
  if (HARMED.test(asWritten)) return 'victim';
  const behind = about
    .slice(about.lastIndexOf(name?.split(' ').at(-1) ?? ''))
    .split(/, (?:of |from |for )?(?:the )?/)[1];
  if (behind !== undefined && isOrganisation(behind.split(' '))) return 'official';
  if (/\bwho live\b|\bneighbours\b|\bresidents\b/.test(about)) return 'resident';
  return organisation === null ? 'other' : 'official';
}

/** Those who speak for themselves. */
function privateKind(
  speaker: Speaker,
  { heading = '', isRelated = false, organisation }: Setting,
): StatementKind | null {
  const { role, asWritten, about, kind, name } = speaker;
  // `Marl Residents’ Group – “…”`
  if (kind === 'unnamed' && OF_RESIDENTS.test(organisation ?? '')) return 'spokesperson';
  if (role !== null && LOCAL.test(role)) return 'resident';
  // `A neighbour, who asked not to be named`, `Resident Jo Bell, whose van was burnt`
  if (AMONG_OTHERS.test(asWritten)) return 'resident';
  const described =
    asWritten
      .split(/,? (?:who|whose|which) /, 1)[0]
      ?.replace(PARENT_OF, '')
      .replace(OF_A_FIRM, '') ?? '';
  if (RELATED.test(described) || BEREFT.test(withoutElders(name, about)) || isRelative(name, about)) return 'family';
  if (HARMED.test(asWritten) || VICTIM.test(about) || (kind === 'unnamed' && HARMED.test(about))) return 'victim';
  if (isRelated && role === null && speaker.organisation === null) return 'family';
  if (role === null && IN_CARE.test(asWritten)) return 'other';
  if (LOCAL.test(about) || (role === null && isAtHome(name, about))) return 'resident';
  return AMONG_NEIGHBOURS.test(heading) && (role === null || LAY.test(role)) ? 'resident' : null;
}

/** Those of whom nothing tells as what they speak, by what the release is about: who was harmed, and who was let a home. */
function ofOccasion(
  { name, role, about, organisation, kind, asWritten }: Speaker,
  { organisation: body, occasion }: Setting,
): StatementKind | null {
  if (!occasion || (organisation ?? body) !== null || BESIDE_VICTIMS.test(about)) return null;
  const isPlain = role === null || (OF_ANY_TRADE.test(role) && !PROFESSION.test(role));
  const isSomebody = kind !== 'unnamed' || A_PERSON.test(asWritten);
  if (isPlain && isSomebody && occasion.isOfHarm()) return 'victim';
  if (role === null && kind === 'person' && isOld(name, about) && !occasion.isOfHealth() && !TAKEN_ILL.test(about))
    return 'resident';
  const isLetHome = role === null || role === role.toLowerCase();
  return kind === 'person' && isLetHome && occasion.isOfHomes() ? 'resident' : null;
}

/** `had a heart attack`, `was treated on the ward`: whoever was cared for speaks of nothing else. */
const TAKEN_ILL = /\b(?:heart attack|cardiac|stroke|collapsed|diagnosed|treated|patient|ward|surgery|operation)\b/;

/** `The woman`, `one of the officers`, `a retired midwife`: an unnamed person, and no body. */
const A_PERSON = new RegExp(
  String.raw`\b(?:she|he|they|(?:wo)?man|girl|boy|teenager|pensioner|motorist|driver|officers?|victims?|worker|midwife|teacher|nurse|${people('harmed', 'land', 'trade', 'onTheirWay')})\b`,
  'i',
);

/** `his successor`, `a colleague`: who was there, or came after, and to whom nothing was done. */
const BESIDE_VICTIMS =
  /\b(?:successor|predecessor|colleagues?|witness(?:es|ed)?|best friend|friends|campaign\w*|volunteer\w*|passer-by|saw (?:an?|the|two|three|him|her|them)|who (?:helped|stopped|found|chased|heard))\b/i;

/** What somebody may be who was robbed or burnt out. */
const OF_ANY_TRADE = new RegExp(
  String.raw`^(?:retired |former )?(?:\p{L}+ )?(?:${people('land', 'trade', 'shop', 'harmed', 'home', 'onTheirWay')}|worker|labourer|boatbuilder|postmistress)(?: Mrs?| Miss| Ms)?$`,
  'iu',
);

function unsaidKind(
  { name, rank, role, about, organisation, kind, asWritten }: Speaker,
  setting: Setting,
): StatementKind {
  const body = organisation ?? setting.organisation;
  if (kind === 'unnamed' && /^(?:one|another)\b/i.test(asWritten)) return 'other';
  if (kind === 'unnamed' && body !== null && role === null) return 'spokesperson';
  if (isForSelf({ name, rank, role }, body, setting.occasion)) return 'other';
  if (body !== null) return isOutsider(role, body, setting.occasion) ? 'other' : 'official';
  const isPosted =
    role !== null && !LAY.test(role) && !isOneOfMany(role, about) && !/^(?:retired|former)\b/i.test(role);
  return isPosted && (isInternalPost(role) || PROFESSION.test(role) || IN_CAPITALS.test(role)) ? 'official' : 'other';
}

/** `Jo Bell, of Bell Fabrications`, `Hotelier Jo Bell`: of a firm of which another body tells, without a post there. */
function isOutsider(role: string | null, body: string, occasion: Occasion | undefined): boolean {
  if (role !== null && MEMBER.test(role)) return true;
  if (occasion?.isOwn(body) !== false) return false;
  return role === null ? FIRM.test(body) : LAY.test(role) && !SPEAKS_FOR_IT.test(role);
}

/** Those among the lay in whose name a firm or a union speaks. */
const SPEAKS_FOR_IT = /\b(?:owner|organi[sz]er|planner|entrepreneur)s?$/i;

/** `Patient Jo Bell, 58, from Marl`: wherever they live, they speak as what they are. */
const IN_CARE = /^(?:former )?(?:patient|passenger|pupil|student|apprentice)s?\b/i;

/** `Bell & Daughters` */
const OF_A_FIRM = /(?:&|\band) (?:Sons?|Daughters?|Brothers?|Sisters?)\b/;

/** `A neighbour` */
const AMONG_OTHERS = new RegExp(
  String.raw`^(?:(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he) (?:\p{Ll}+ )?)?(?:${inAnyCase(people('home'))})(?=,| \p{Lu}| who|$)`,
  'u',
);

/** `Emergency Medical Dispatcher`: a post as those write it who employ its holder. */
const IN_CAPITALS = /^\p{Lu}\p{L}+(?: (?:of |and |for )?\p{Lu}\p{L}+)+$/u;

/** `Amir Haddad, a software engineer`: a trade in small letters behind an article, and nobody whom he works for. */
export function isOneOfMany(role: string, about: string): boolean {
  return role === role.toLowerCase() && (about.includes(`, a ${role}`) || about.includes(`, an ${role}`));
}
