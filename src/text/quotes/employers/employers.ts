import type { Block } from '../../block.ts';
import type { Sentence } from '../cast/narration.ts';
import { isKinsman } from '../kinds.ts';
import { once, onceEach } from '../once.ts';
import { bareOrganisation } from '../speaker/believable.ts';
import type { Speaker } from '../speaker/speaker.ts';
import type { Passage } from '../statements/passages.ts';
import type { Draft } from '../statements/statements.ts';
import { LAY } from '../tables/kinds.ts';
import { isGeneric, isOrganisation } from '../tables/organisations.ts';
import { isPrivateRole, isSpokesperson } from '../tables/roles.ts';
import { type Service, serviceOfName } from '../tables/services.ts';
import { isOfAnotherKind } from '../tables/stand-ins.ts';
import { openAbbreviations } from './abbreviations.ts';
import { openAffiliations } from './affiliations.ts';
import { isOfCourt, openCourts } from './courts.ts';
import { foundedBy, isApart, isDisowned, openPartners, workplaceOf } from './disowned.ts';
import { openHouses } from './houses.ts';
import { impliedBody, isNoBodyOf } from './implied-body.ts';
import { organisationsIn } from './named-organisations.ts';
import { nameOrganisations, SHIP } from './organisation-names.ts';
import {
  type About,
  findPublisher,
  forceBesideCommissioner,
  forceOf,
  headlineOf,
  type Publisher,
} from './publisher.ts';
import { tidiedName } from './tidied-name.ts';
import { ownerAbove, readBefore } from './told-above.ts';

/** Words of the longest name of an organisation. */
const MAX_ORGANISATION_WORDS = 14;

/** What tells for whom somebody speaks. */
interface Release {
  readonly blocks: readonly Block[];
  readonly narration: () => readonly Sentence[];
  readonly drafts: readonly Draft[];
  readonly about: About;
}

/**
 * Answers for whom the speaker of a statement speaks: the body that is stated, by its full name; the owner of `its director`;
 * the school of a headteacher; the publishing body where only a rank or a post of its own is given.
 */
export function openEmployers({ blocks, narration, drafts, about }: Release) {
  const publisher = once(() => findPublisher(about, narration(), blocks));
  const ship = once(() => (mayNameShip(about, blocks) ? publisher() : null));
  const nameOf = nameOrganisations(narration, drafts, { publisher, ship });
  const namedOf = onceEach(
    (service: Service) =>
      onlyOfService(service, about, narration()) ??
      (service === 'police' ? forceBesideCommissioner(about, textsOf(about, narration())) : null),
  );
  const affiliationOf = openAffiliations(narration);
  const houseOf = openHouses(about, narration, () => publisher()?.name ?? '');
  const spelled = once(() =>
    openAbbreviations(textsOf(about, narration()), () => [publisher()?.name ?? '', ...bodiesIn(narration())]),
  );
  const inFull = (name: string) => spelled()(name);
  const courtOf = openCourts(narration, headlineOf(about));
  const told = readBefore(narration);
  const isAmongPartners = openPartners(blocks, drafts);
  const ofPost = (role: string): string | null => {
    const body = told.bodyOfPost(role);
    return body !== null && isNoBodyOf(role, body) ? null : body;
  };
  const ofHers = (speaker: Speaker, passage: Passage): string | null => {
    const body = told.bodyOfHers(speaker, passage);
    return body === null || isPrivateRole(speaker.role ?? '') ? null : nameOf(body, passage);
  };
  const employerOf = (speaker: Speaker, passage: Passage): string | null => {
    const { role, rank } = speaker;
    const organisation = writtenBody(speaker);
    // `Granby's police commander` works for no body called Granby.
    const isPlace =
      organisation !== null &&
      (organisation.toLowerCase() === about.area?.toLowerCase() || isPlaceOf(organisation, publisher));
    const stated =
      organisation !== null && !isPlace
        ? (nameOf(organisation, passage) ?? undefined)
        : (ownerBeside(speaker, (written) => nameOf(written, passage), inFull) ?? ownerAbove(blocks, speaker, passage));
    if (stated === null) return null;
    const believed = properName(stated);
    if (isOfCourt(speaker)) return properName(courtOf(speaker, passage)) ?? believed;
    if (believed !== null) return believed;
    const issuing = isOfAnotherKind(organisation ?? '', publisher()?.name ?? '') ? null : publisher();
    const own = isPrivateRole(role ?? '') || isKinsman(speaker) ? null : affiliationOf(speaker);
    const house = own ?? houseOf(speaker, passage);
    if (house === null && speaker.kind === 'unnamed' && speaker.asWritten.split(' ').some(isSpokesperson))
      return (SPOKESPERSON.test(speaker.asWritten) ? told.bodySpoken(passage) : null) ?? issuing?.name ?? null;
    if (house !== null || (role === null && rank === null)) return house;
    if (isApart(speaker) || (/^volunteer\b/i.test(role ?? '') && isAmongPartners(passage))) return null;
    return (
      workplaceOf(speaker) ??
      foundedBy(speaker) ??
      (PARISH_POST.test(role ?? '') && organisation === null ? told.churchBefore(passage) : null) ??
      postedIn(speaker, (written) => nameOf(written, passage)) ??
      (role !== null && organisation === null ? ofHers(speaker, passage) : null) ??
      (rank === null && role !== null && organisation === null && !LAY.test(role)
        ? properName(told.bodyBefore(speaker, passage) ?? ofPost(role))
        : null) ??
      impliedBody(speaker, issuing, namedOf)
    );
  };
  return (speaker: Speaker, passage: Passage): string | null => {
    const body = employerOf(speaker, passage);
    const name = body === null ? null : tidiedName(body);
    return name !== null && /\p{Lu}\p{Lu}$/u.test(name) ? inFull(name) : name;
  };
}

/** What is written as somebody's body, if it may be one. */
function writtenBody(speaker: Speaker): string | null {
  const { name, role, organisation } = speaker;
  if (organisation === null || organisation === name || isDisowned(speaker, organisation)) return null;
  const isPrivate = isPrivateRole(role ?? '') && !isOrganisation(organisation.split(' '));
  return isPrivate || isNoBodyOf(role ?? '', organisation) ? null : organisation;
}

/** `the city council's cabinet member for transport`, `HSE inspector`: the body that a word beside the post stands for. */
function ownerBeside(
  { role, rank, about }: Speaker,
  nameOf: (written: string) => string | null,
  inFull: (letters: string) => string,
): string | null {
  const post = role ?? rank;
  const at = post === null ? -1 : about.indexOf(post);
  const before = at > 0 ? about.slice(Math.max(0, at - MAX_OWNER_LENGTH), at) : '';
  // `HGV driver`: letters that the release spells out are a body, others may be anything.
  const letters = RETIRED_OF.test(before) ? undefined : LETTERS.exec(before)?.[1];
  const spelled = letters === undefined ? letters : inFull(letters);
  if (spelled !== letters) return spelled ?? null;
  const written = OWNED.exec(before)?.[1];
  return written !== undefined && isGeneric(written.split(' ')) ? nameOf(written) : null;
}

const RETIRED_OF = /\b(?:former|retired|ex)[ -]\p{Lu}+ $/u;
const LETTERS = /(?:^| )(\p{Lu}{3,6}) $/u;

const OWNED = /\b[Tt]he ((?:[\p{L}-]+ )?[\p{L}-]+)['’]s? $/u;
const MAX_OWNER_LENGTH = 40;

/** `Granby` of `Granby Borough Council`. */
function isPlaceOf(organisation: string, publisherOf: () => Publisher | null): boolean {
  const body = organisation.includes(' ') || isGeneric([organisation]) ? null : publisherOf();
  const isPublic = body?.service === 'council' || body?.service === 'police';
  return isPublic && body.name.startsWith(`${organisation} `);
}

/** What most releases fail at once: no ship is called so that is not written so. */
function mayNameShip({ title, summary, area }: About, blocks: readonly Block[]): boolean {
  return [title, summary ?? '', area ?? '', ...blocks.map(({ text }) => text)].some((text) => text.includes(SHIP));
}

function textsOf({ title, summary }: About, narration: readonly Sentence[]): readonly string[] {
  return [title, summary ?? '', ...narration.map(({ text }) => text)];
}

function bodiesIn(narration: readonly Sentence[]): readonly string[] {
  return narration.flatMap(({ organisations }) => organisations());
}

/** Who serves one church. */
const PARISH_POST =
  /^(?:(?:team |assistant )?(?:vicar|rector|curate)|priest-in-charge|church ?warden|verger|organist|sexton|tower captain)$/i;

/** Nobody says for whom. */
const SPOKESPERSON = /^(?:an?|its|their) spokes(?:man|woman|person)$/i;

/** What can be believed of the name of a body. */
function properName(organisation: string | null = null): string | null {
  if (organisation === null || organisation.split(' ').length > MAX_ORGANISATION_WORDS) return null;
  const isCount = /^\d/.test(organisation) && !/\p{Lu}/u.test(organisation);
  return isCount ? null : bareOrganisation(organisation);
}

/** `team leader`, `Club secretary`: the one body of the kind that the post begins with. */
function postedIn({ role }: Speaker, nameOf: (written: string) => string | null): string | null {
  const [kind, ...post] = role?.split(' ') ?? [];
  const body = kind !== undefined && post.length > 0 && GROUPS.test(role ?? '') ? nameOf(kind.toLowerCase()) : null;
  return body === kind?.toLowerCase() ? null : body;
}

const GROUPS =
  /^(?:team|council|club|society|committee|union|school|hospital|charity|company|museum|theatre|festival|panel|college|academy|hospice|mosque|church|band|choir|trust|foundation|forum|network|federation|group(?= (?:secretary|chair|leader|treasurer|organiser)))\b/i;

/** The one body of a service that a release names. */
function onlyOfService(service: Service, about: About, narration: readonly Sentence[]): string | null {
  const names = [...organisationsIn(headlineOf(about)), ...bodiesIn(narration)].filter(
    (name) => serviceOfName(name) === service && !/\b(?:Federation|Commissioner|Panel)\b/.test(name),
  );
  const [only, another, ...more] = new Set(service === 'police' ? names.map(forceOf) : names);
  // `Marl Rifles` beside `2nd Battalion, The Marl Rifles` is no other.
  if (only !== undefined && another !== undefined && more.length === 0 && service !== 'police')
    return [only, another].find((name) => name.endsWith(` ${name === only ? another : only}`)) ?? null;
  // Where several are named, the release is about the first.
  return another === undefined || service === 'police' ? (only ?? null) : null;
}
