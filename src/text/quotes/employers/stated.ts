import type { Block } from '../../block.ts';
import type { Speaker } from '../speaker/speaker.ts';
import type { Passage } from '../statements/passages.ts';
import { isGeneric, isOrganisation } from '../tables/organisations.ts';
import { isRemit } from '../tables/remits.ts';
import { isPrivateRole } from '../tables/roles.ts';
import type { Bodies } from './bodies.ts';
import { isDisowned } from './disowned.ts';
import { isNoBodyOf } from './implied-body.ts';
import type { Publisher } from './publisher.ts';
import { ownerAbove } from './told-above.ts';

/**
 * Answers which body is stated to be somebody's, by its full name: beside them, as the owner of their post, or as that of whose
 * `its director` they are. Null for one that has no name, undefined where none is stated.
 */
export function openStated(blocks: readonly Block[], area: string | null, { publisher, nameOf, inFull }: Bodies) {
  return (speaker: Speaker, passage: Passage): string | null | undefined => {
    const organisation = writtenBody(speaker);
    // `Granby's police commander` works for no body called Granby.
    const isPlace =
      organisation !== null &&
      ((organisation.toLowerCase() === area?.toLowerCase() && !isOrganisation(organisation.split(' '))) ||
        isPlaceOf(organisation, publisher));
    const isItsUnit = organisation !== null && isHeadOfUnit(speaker, organisation);
    if (organisation !== null && !isPlace && !isItsUnit)
      return nameOf(organisation, passage) ?? withoutName(speaker, organisation);
    const named = (written: string): string | null => nameOf(written, passage);
    return ownerBeside(speaker, named, inFull) ?? ownerAbove(blocks, speaker, passage, named);
  };
}

/** `Head of its Prisons Team`, `the head of the Standards Department`: whoever leads a unit speaks for the body whose it is. */
function isHeadOfUnit({ about }: Speaker, body: string): boolean {
  const before = about.slice(0, Math.max(0, about.indexOf(body)));
  return / its $/.test(before) || (isUnit(body) && /\b[Hh]ead of (?:the |our )?$/.test(before));
}

/** `Professional Standards Department`: a field of work, and no place or body before it. */
function isUnit(body: string): boolean {
  const words = body.split(' ');
  return (
    /^(?:Department|Team|Unit|Directorate|Division|Section|Branch)$/.test(words.at(-1) ?? '') &&
    isRemit(words.slice(0, -1))
  );
}

/** `chair of the parish council`: a body of which there is one in a place, and of which the release says no more. */
function withoutName({ about }: Speaker, body: string): string | undefined {
  return OF_A_PLACE.test(body) && about.includes(` of the ${body}`) ? body : undefined;
}

const OF_A_PLACE = /^(?:(?:parish|town|community) council|(?:fire|harbour|combined) authority)$/;

/** What is written as somebody's body, if it may be one. */
export function writtenBody(speaker: Speaker): string | null {
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
  if (written !== undefined && AREA.test(written)) return nameOf(`${written} council`);
  return written !== undefined && isGeneric(written.split(' ')) ? nameOf(written) : null;
}

const RETIRED_OF = /\b(?:former|retired|ex)[ -]\p{Lu}+ $/u;
const LETTERS = /(?:^| )(\p{Lu}{3,6}) $/u;

/** `the county's cabinet member`: the council of it. */
const AREA = /^(?:county|city|borough|district|town|parish)$/;
const OWNED = /\b[Tt]he ((?:[\p{L}-]+ )?[\p{L}-]+)['’]s? $/u;
const MAX_OWNER_LENGTH = 40;

/** `Granby` of `Granby Borough Council`. */
function isPlaceOf(organisation: string, publisherOf: () => Publisher | null): boolean {
  const body = organisation.includes(' ') || isGeneric([organisation]) ? null : publisherOf();
  const isPublic = body?.service === 'council' || body?.service === 'police';
  return isPublic && body.name.startsWith(`${organisation} `);
}
