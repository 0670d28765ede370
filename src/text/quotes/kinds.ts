import type { StatementKind } from './found.ts';
import type { Sentence } from './narration.ts';
import type { Speaker } from './speaker.ts';
import { isSpokesperson } from './tables/roles.ts';
import { isInternalPost } from './tables/services.ts';

const JUDICIAL =
  /\b(?:judge|magistrates?|recorder|(?:mr|mrs|ms|lord|lady) justice|lord chief justice|coroner|hhj|sheriff principal|of the bench)\b/i;
const RELATED =
  /\b(?:mother|mum|father|dad|parents?|famil(?:y|ies)|sister|brother|sons?|daughters?|wife|husband|widow|widower|grand(?:mother|father|sons?|daughters?|parents)|aunt|uncle|niece|nephew|cousin|fianc[ée]e?|teulu|(?:ei|fy) (?:brawd|chwaer|mab|merch|thad|dad|mam)|loved ones)\b/i;
const HARMED = /\b(?:victims?|survivors?|complainant)\b/i;
const VICTIM =
  /\bnot (?:her|his|their) real name\b|\bwho (?:was|were|had been) (?:attacked|assaulted|robbed|stalked|raped|abused|burgled|stabbed|conned|scammed|tricked|cheated|defrauded|mugged|duped|swindled)\b|\bwhose (?:home|house|car|bike|van|shop) was\b/i;
/** `88, who lives in one of the flats` */
const LIVES =
  /\bwho (?:still |now |also |has )?(?:lives?|lived) (?:alone |there|here|nearby|opposite|with|in|at|on|near|next|above|below)\b/i;
const LOCAL =
  /\b(?:residents?|neighbours?|tenants?|customers?|shopkeeper|locals|villagers?|homeowner|householder|leaseholder|passer-by|shopper)\b/i;

/** `whose son Michael was killed`, `Lewis's mother`: what makes somebody a relative wherever it is said. */
const KIN =
  /on behalf of (?:the|his|her|their) family|in memory of (?:his|her|their) (?:late )?(?:mother|mum|father|dad|parents?|sister|brother|son|daughter|wife|husband|partner)|(?:\bwhose|\p{Lu}[\p{L}-]+['’]s?) (?:\p{Ll}+ )?(?:mother|mum|father|dad|parents?|sister|brother|son|daughter|wife|husband|widow|partner|grand\p{L}+|aunt|uncle|cousin)\b/u;

/** A relative before the name, whatever rank follows. */
const KIN_FIRST =
  /^(?:his|her|their|\p{Lu}[\p{L}-]+['’]s?) (?:\p{Ll}+ )?(?:great-)?(?:mother|mum|father|dad|parents|sister|brother|son|daughter|wife|husband|widow|partner|grand\p{L}+|aunt|uncle|cousin)\b/iu;

const RELATION =
  '(?:mother|mum|mam|father|dad|parents|sister|brother|sons?|daughters?|wife|husband|partner|fiancée?|gran(?:dmother|dfather|ddaughter|dson)?|aunt|uncle|niece|nephew|cousin)';

/** `her fiancé Tom`, `Carol’s aunt and uncle Sheila and Ken Appleyard` */
const RELATIVES = new RegExp(
  `(?:\\b(?:his|her|their)|\\p{L}[\\p{L}-]+['’]s?) (?:\\p{Ll}+ )?${RELATION}(?: and ${RELATION})?,? (\\p{Lu}\\p{L}+)(?: and (\\p{Lu}\\p{L}+))?`,
  'gu',
);

/** The first names of those whom the narration calls somebody's relatives. */
export function findRelatives(narration: readonly Sentence[]): ReadonlySet<string> {
  return new Set(
    narration.flatMap(({ text }) =>
      [...text.matchAll(RELATIVES)].flatMap(([, one, other]) => [one ?? '', other ?? '']),
    ),
  );
}

/** What somebody may be without speaking for anybody: an everyday word, no post. */
const LAY =
  /\b(?:visitor|volunteer|veteran|passenger|farmer|trader|student|pupil|apprentice|patient|owner|landlord|landlady|swimmer|motorist|cyclist|runner|walker|carer|shopper|gamekeeper|organiser|winner|fan|supporter|driver|photographer|fisherman|grower|singer|artist|author|historian|campaigner|objector|postman|teenager|musician|builder|electrician|plumber|planner|friend|colleague|witness|ffermwr|digger|bather|dog walker|nominee|user|recipient|graduate|caller|scout|cadet|player|publican|shopkeeper)s?$/i;

const PROFESSION =
  /\b(?:(?:head ?)?teacher|manager|director|officer|leader|pcc|commissioner|firefighter|paramedic|doctor|gp|nurse|minister|mp|ms|msp|mayor|bishop|vicar|sheriff|lord-lieutenant|secretary|chair(?:man|woman)?|president|councillor|engineer|architect|archaeologist|scientist|curator|solicitor|barrister|prosecutor|adviser|advisor|founder|trustee|principal|governor|coach|counsel|inspector|conservator|ecologist|planner|organiser|editor|youth worker|social worker|pennaeth|author of the review)\b/i;

/** Sorts whoever speaks by what the release says about them wherever it names them. */
export function kindOf(speaker: Speaker | null, fallback: { organisation: string | null }): StatementKind {
  if (!speaker) return 'other';
  const { rank, role, asWritten, about, kind } = speaker;
  const organisation = speaker.organisation ?? fallback.organisation;
  const post = [rank, role].filter((each) => each !== null).join(' ');
  if (asWritten.split(/[\s,]+/).some(isSpokesperson)) return 'spokesperson';
  if (JUDICIAL.test(post) || (kind === 'unnamed' && JUDICIAL.test(asWritten))) return 'judge';
  // `Tom's father, retired Superintendent Geoffrey Hale` speaks as a father.
  if (speaker.organisation === null && KIN_FIRST.test(asWritten)) return 'family';
  const isPosted = rank !== null || (organisation !== null && role !== null && !LAY.test(role));
  if (isPosted) return 'official';
  if (role !== null && LOCAL.test(role)) return 'resident';
  if (
    RELATED.test(
      asWritten
        .split(/,? (?:who|whose|which) /, 1)[0]
        ?.replace(/\b(?:mum|mother|dad|father|parent)-(?:of|to)-\w+/i, '') ?? '',
    ) ||
    KIN.test(about)
  )
    return 'family';
  if (HARMED.test(asWritten) || VICTIM.test(about) || (kind === 'unnamed' && HARMED.test(about))) return 'victim';
  if (LOCAL.test(about) || LIVES.test(about)) return 'resident';
  if (speaker.name?.includes(' and ')) return 'official';
  if (kind === 'unnamed' && /^one of\b/i.test(asWritten)) return 'other';
  if (kind === 'unnamed' && organisation !== null && role === null) return 'spokesperson';
  if (organisation !== null) return role !== null && LAY.test(role) ? 'other' : 'official';
  return role !== null &&
    !LAY.test(role) &&
    !isOneOfMany(role, about) &&
    !/^(?:retired|former)\b/i.test(role) &&
    (isInternalPost(role) || PROFESSION.test(role))
    ? 'official'
    : 'other';
}

/** `Amir Haddad, a software engineer`: a trade in small letters behind an article, and nobody whom he works for. */
export function isOneOfMany(role: string, about: string): boolean {
  return role === role.toLowerCase() && (about.includes(`, a ${role}`) || about.includes(`, an ${role}`));
}
