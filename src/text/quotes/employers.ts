import type { Block } from '../block.ts';
import { organisationsIn } from './named-organisations.ts';
import type { Sentence } from './narration.ts';
import { once } from './once.ts';
import { nameOrganisations } from './organisation-names.ts';
import type { Passage } from './passages.ts';
import { type About, findPublisher, type Publisher } from './publisher.ts';
import type { Speaker } from './speaker.ts';
import type { Draft } from './statements.ts';
import { isInternalPost, isRankOf, serviceOfRank } from './tables/services.ts';

/** Characters above a statement in which its `its` is looked for. */
const MAX_ABOVE_LENGTH = 500;
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
  const publisher = once(() => findPublisher(about, narration()));
  const nameOf = nameOrganisations(narration, drafts, publisher);
  return (speaker: Speaker, passage: Passage): string | null => {
    const { role, rank, organisation } = speaker;
    // `Granby's police commander` works for no body called Granby.
    const isPlace = organisation !== null && organisation.toLowerCase() === about.area?.toLowerCase();
    const stated = organisation !== null && !isPlace ? nameOf(organisation) : ownerAbove(blocks, speaker, passage);
    if (properName(stated)) return stated;
    const school = HEADS.test(role ?? '') ? schoolIn(narration()) : null;
    if (school !== null || (role === null && rank === null)) return school;
    if (RETIRED.test(speaker.about.slice(0, speaker.about.indexOf(rank ?? role ?? '')))) return null;
    const body = publisher();
    return body && impliedBody(speaker, body);
  };
}

/** What stands before the rank of somebody who serves no more. */
const RETIRED = /\b(?:retired|former|ex)[ -]$/i;

/** Those who lead or govern a school. */
const HEADS = /\b(?:head ?teacher|head ?master|head ?mistress|principal|governors?)$/i;

/** An organisation has a name, and no verb in it. */
function properName(organisation: string | null): string | null {
  if (organisation === null || organisation.split(' ').length > MAX_ORGANISATION_WORDS) return null;
  return /\b(?:is|are|was|were|has|had|have|said|says|who|which|that|will)\b/.test(organisation) ? null : organisation;
}

/** The one school that a release is about. */
function schoolIn(narration: readonly Sentence[]): string | null {
  const names = narration
    .flatMap(({ organisations }) => organisations())
    .filter((name) => /\b(?:School|Academy|College)$/.test(name));
  const [school, another] = new Set(names);
  return another === undefined ? (school ?? null) : null;
}

/** `The scheme was built with Brightfield Energy. Its chief operating officer, …`: the last body named before. */
function ownerAbove(
  blocks: readonly Block[],
  { asWritten, about, role }: Speaker,
  { block, outerStart }: Passage,
): string | null {
  const its = /^(?:its|their) /i.test(asWritten) ? asWritten : (/\b[Ii]ts [^.]{3,80}$/.exec(about)?.[0] ?? '');
  if (its === '' || role === null) return null;
  const { text = '' } = blocks[block] ?? {};
  const above = text.slice(Math.max(0, outerStart - MAX_ABOVE_LENGTH), outerStart);
  const at = above.lastIndexOf(its.slice(0, 8));
  return organisationsIn(at > 0 ? above.slice(0, at) : (blocks[block - 1]?.text ?? '')).at(-1) ?? null;
}

/** The publishing body, for a rank or a post that stands without any other. */
function impliedBody({ rank, role }: Speaker, { name, service }: Publisher): string | null {
  if (service === 'forces' && role !== null && !/^(?:commanding officer|officer commanding)$/i.test(role)) return null;
  if (role !== null && /\bmayor(?:ess)?\b/i.test(role)) return null;
  if (rank !== null && service !== null && isRankOf(rank, service)) return name;
  const ranked = rank === null ? null : serviceOfRank(rank);
  if (ranked !== null && service !== null && ranked !== service) return null;
  if (role === null || !isInternalPost(role) || (/commissioner/i.test(role) && !/commissioner/i.test(name)))
    return null;
  return service === 'police' && !/investigat|chief constable|detective|force|crime/i.test(role) ? null : name;
}
