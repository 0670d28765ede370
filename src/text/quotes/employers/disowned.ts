import type { Block } from '../../block.ts';
import { once } from '../once.ts';
import type { Speaker } from '../speaker/speaker.ts';
import type { Passage } from '../statements/passages.ts';
import type { Draft } from '../statements/statements.ts';
import { OF_RELATIVE } from '../tables/kin.ts';
import { isCompany, isOrganisation } from '../tables/organisations.ts';
import { serviceOfRank } from '../tables/services.ts';

/**
 * Whether what is read as somebody's body is none of theirs: where they began (`who started at High Scar at 15`), the farm or
 * the place of a farmer, the ward of a councillor (`Cllr Jo Bell (Inner Holm)`),
 * a relative's, a letter that stands for somebody's name, an operation that they lead.
 */
export function isDisowned({ role, rank, about }: Speaker, body: string): boolean {
  if (/^\p{L}$/u.test(body) || OPERATION.test(body) || ROOM.test(body)) return true;
  // `Firefighter Jo Bell, who works at Marl Station`
  if (/^\p{Lu}\S+ Station$/u.test(body) && rank !== null && serviceOfRank(rank) === 'fire') return true;
  const at = about.indexOf(body);
  const before = at === -1 ? '' : about.slice(Math.max(0, at - MAX_BEFORE_LENGTH), at);
  if (BEGAN.test(before) || (about.includes(' whose ') && RELATIVE.test(about.slice(0, Math.max(0, at))))) return true;
  // `leads the rural team` names none.
  if (LEADS.test(before) && /^[^\p{Lu}]* (?:team|unit|squad|section|crew)$/u.test(body)) return true;
  const words = body.split(' ');
  if (isOrganisation(words) || isCompany(words.at(-1) ?? '')) return false;
  const isWard = COUNCILLOR.test(rank ?? '') && before.endsWith('(');
  return isWard || (FARMER.test(role ?? '') && /\bof $/.test(before));
}

/** Where somebody works, and for nobody who is called so: `the control room at Marl`. */
const ROOM = /^(?:\p{Ll}[\p{L}-]* ){1,2}(?:room|centre|desk|scene|counter|floor)(?: (?:at|in) \p{Lu}|$)/u;

/** What the police and the forces call a piece of work, and whoever leads it is of no such body. */
const OPERATION = /^(?:Operation|Op|Exercise|Ymgyrch) (?:\p{Lu}[\p{L}'’-]* ?){1,2}$/u;
const MAX_BEFORE_LENGTH = 40;
const BEGAN =
  /\b(?:started|began|trained|grew up|was apprenticed|was born|left school) (?:out )?(?:at|in|with) (?:the )?$/;
/** `Jo Bell, whose wife runs Marl Homes` */
const RELATIVE = new RegExp(`${OF_RELATIVE}$`, 'u');
const LEADS = /\b(?:leads?|led|runs?|heads?|manages?) (?:the|an?|our|its|their) $/;
const COUNCILLOR = /^(?:Cllrs?|Councillor|Coun|Cyng|Cynghorydd)\b/;
const FARMER = /\b(?:farmer|crofter|shepherd|shepherdess|smallholder|grower|ffermwr)$/i;

/** Whether somebody is said to serve no more, or to have had no part in what is told. */
export function isApart({ role, rank, about }: Speaker): boolean {
  return (
    /^(?:retired|former)\b/i.test(role ?? '') ||
    RETIRED.test(about.slice(0, about.indexOf(rank ?? role ?? ''))) ||
    (rank !== null && RETIRED_BEHIND.test(about.slice(about.indexOf(rank) + rank.length))) ||
    UNINVOLVED.test(about)
  );
}

/** What stands before the rank of somebody who serves no more. */
const RETIRED = /\b(?:retired|former|ex)[ -]$/i;
/** `Major (Retd) Jo Bell` */
const RETIRED_BEHIND = /^\.? \((?:[Rr]et(?:ire)?d|[Rr]td)\.?\)/;
/** `Professor Jo Bell, who was not involved in the study` */
const UNINVOLVED =
  /\b(?:(?:was|were) not (?:involved|part of|connected|a member)|(?:took|had|played) no part|(?:was|were) (?:independent of|uninvolved in))\b/;

/** `a nurse who works in theatres at Marl Royal`: where somebody is said to work who has a post, but no rank, and no body. */
export function workplaceOf({ rank, role, about, organisation }: Speaker): string | null {
  if (rank !== null || role === null || organisation !== null) return null;
  return WORKS.exec(about)?.[1] ?? null;
}

const WORKS =
  /\bwho (?:now )?works (?:as an? [\p{Ll} -]{3,40} )?(?:(?:in|on) (?:the )?[\p{Ll} ]{3,40} )?(?:at|for) (?:the )?(\p{Lu}[\p{L}'’&-]+(?: (?:(?:of|and|&|the) ){0,2}\p{Lu}[\p{L}'’&-]+){1,6})(?=[,.;]|$)/u;

/** Answers whether a statement stands in a list in which those of several bodies speak, each named beside its own. */
export function openPartners(blocks: readonly Block[], drafts: readonly Draft[]): (passage: Passage) => boolean {
  const isListed = (at: number | undefined) => at !== undefined && blocks[at]?.kind === 'list-item';
  const areTold = once(() =>
    drafts.some(({ speaker, passages: [first] }) => (speaker?.organisation ?? null) !== null && isListed(first?.block)),
  );
  return ({ block }) => isListed(block) && areTold();
}

/** `founder of the Gutted supper clubs`: a body in small letters but for its name, behind the post of whoever made or owns it. */
export function foundedBy({ role, about, organisation }: Speaker): string | null {
  const at = role !== null && organisation === null && FOUNDER.test(role) ? about.indexOf(role) : -1;
  return at === -1 ? null : (FOUNDED.exec(about.slice(at + (role ?? '').length))?.[1] ?? null);
}

const FOUNDER = /\b(?:co-)?(?:founder|owner|proprietor)$/i;
const FOUNDED =
  /^ of (?:the )?(\p{Lu}[\p{L}'’&-]+(?: (?!(?:in|at|who|on|from|and|with|since|near|which|for)\b)[\p{L}'’&-]+){1,4})(?=[,.;]|$| \|)/u;
