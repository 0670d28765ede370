import type { Attribution } from '../../domain/quote.ts';
import type { Block } from '../block.ts';
import { openPostsAbove } from './cast/post-above.ts';
import { openRankOrPost } from './cast/rank-or-post.ts';
import { resolveSpeakers } from './cast/resolve.ts';
import { openTitledPosts } from './cast/titled-post.ts';
import { openTold, type Told } from './cast/told.ts';
import { openEmployers } from './employers/employers.ts';
import type { About } from './employers/publisher.ts';
import type { FoundStatement, StatementKind } from './found.ts';
import { kindOf } from './kinds.ts';
import { type Occasion, openOccasion } from './occasion.ts';
import { postOfOne } from './speaker/joint-posts.ts';
import { ledIn } from './speaker/led.ts';
import { NO_POST } from './speaker/post.ts';
import type { Speaker } from './speaker/speaker.ts';
import { speaksPrivately, standingOf } from './standing.ts';
import type { Draft } from './statements/statements.ts';
import { isPrivateRole } from './tables/roles.ts';

const NOBODY: Attribution = { name: null, rank: null, role: null, organisation: null, asWritten: '' };

/** Who speaks, as far as the whole release tells. */
export type Attributed = Pick<FoundStatement, 'attribution' | 'kind' | 'confidence'>;

/** How sure it is who speaks: named beside the statement, found elsewhere in the release, or not named at all. */
const CONFIDENCE = { named: 1, resolved: 0.8, unnamed: 0.6, nobody: 0.2 };

/**
 * Says for every statement who speaks, in full: `Insp Shaw` and `she` get the name, rank, role and organisation that
 * the release gives elsewhere, `the council` gets its name, and whoever has only a rank or a post of the publishing body
 * belongs to it. `asWritten` stays what stands beside the statement. Null for what an accused says: it is evidence.
 */
export function attribute(blocks: readonly Block[], drafts: readonly Draft[], about: About): (Attributed | null)[] {
  if (drafts.length === 0) return [];
  const told = openTold(blocks, drafts, about.summary);
  const resolved = resolveSpeakers(blocks, drafts, told);
  const postOfTitle = openTitledPosts(
    told.narration,
    resolved.map(({ meant }) => meant),
  );
  const postAbove = openPostsAbove(told);
  const asPost = openRankOrPost(blocks, about);
  const occasion = openOccasion(told.narration, about);
  const employerOf = openEmployers({ blocks, narration: told.narration, drafts, about });
  const attributed = drafts.map((draft, at): Attributed | null => {
    const {
      speaker,
      passages: [first],
    } = draft;
    const { meant: known = null, isEvidence = false } = resolved[at] ?? {};
    if (isEvidence) return null;
    const meant =
      known?.organisation === null && speaksPrivately(speaker)
        ? { ...known, ...NO_POST }
        : known && asPost({ ...known, role: known.role ?? postOfTitle(known) ?? postAbove(draft, known) });
    if (!speaker && !meant) return { attribution: NOBODY, kind: 'other', confidence: CONFIDENCE.nobody };
    const { name = null, rank = null } = meant ?? {};
    const role = meant?.role ? told.inFull(asCalled(meant.role, meant)) : null;
    const organisation = meant && first ? employerOf(meant, first) : null;
    const kind = sorted(meant, organisation, { told, occasion, block: first?.block ?? 0 });
    const standing = meant && (role === null || isPrivateRole(role)) ? standingAs(meant, kind, told) : null;
    return {
      // `Governor Jo Bell` who is read both ways holds the post.
      attribution: {
        name,
        rank: rank === role || rank === null ? null : rankAsWritten(rank, meant?.about ?? ''),
        role: standing ?? role ?? besides(meant),
        organisation,
        asWritten: speaker?.asWritten ?? '',
      },
      kind,
      confidence: speaker ? confidenceIn(speaker, name) : CONFIDENCE.unnamed,
    };
  });
  const roles = rolesByName(attributed);
  return attributed.map((each) => each && asElsewhere(each, roles));
}

/** `Prof. Jo Bell`, `Major (Retd) Tom Cole`: the rank with what the release writes behind it. */
function rankAsWritten(rank: string, about: string): string {
  const at = about.indexOf(`${rank}. `);
  if (at !== -1 && /^\. (?:\p{Lu}|the )/u.test(about.slice(at + rank.length)) && !/\p{L}$/u.test(about.slice(0, at)))
    return `${rank}.`;
  const retired = about.indexOf(`${rank} (`);
  const [aside = ''] = retired === -1 ? [] : (RETIRED.exec(about.slice(retired + rank.length)) ?? []);
  return `${rank}${aside}`;
}

const RETIRED = /^ \((?:ret(?:ire)?d?\.?|ret['’]d)\)/i;

/** `– Doreen, tenant` who speaks once more as Doreen Bell: who speaks for nobody is the same in all that they say. */
function asElsewhere(each: Attributed, roles: ReadonlyMap<string, string>): Attributed {
  const { name, rank, role, organisation } = each.attribution;
  const elsewhere = name === null || (rank ?? role ?? organisation) !== null ? undefined : roles.get(name);
  return elsewhere === undefined ? each : { ...each, attribution: { ...each.attribution, role: elsewhere } };
}

/** What those are who speak for nobody, where they are first said to be it. */
function rolesByName(attributed: readonly (Attributed | null)[]): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  for (const each of attributed) {
    const { name = null, role = null, organisation = null } = each?.attribution ?? {};
    if (name !== null && role !== null && organisation === null && !roles.has(name)) roles.set(name, role);
  }
  return roles;
}

/** What the release tells besides, and where in it somebody speaks. */
interface Beside {
  readonly told: Told;
  readonly occasion: Occasion;
  readonly block: number;
}

function sorted(meant: Speaker | null, organisation: string | null, { told, occasion, block }: Beside): StatementKind {
  const { name = null, rank = null, role = null } = meant ?? {};
  const hint = name !== null && !name.includes(' ') && told.isRenamed(name) ? ' | not their real name' : '';
  const isPrivate = rank === null && role === null && organisation === null;
  return kindOf(meant && { ...meant, about: `${meant.about}${hint}` }, {
    organisation,
    occasion,
    heading: told.headingAbove(block),
    isRelated: name !== null && isPrivate && (told.isRelative(name) || told.isBereaved(name)),
  });
}

function standingAs(meant: Speaker, kind: StatementKind, told: Told): string | null {
  return standingOf(meant, kind) ?? (kind === 'family' ? told.kinOf(meant.name ?? '') : null);
}

/** `Club secretary`: of what those are who are called so, whichever club it is. */
function asCalled(role: string, { about }: Speaker): string {
  const [, club] = (HEADS_CLUB.test(role) && OF_CLUB.exec(about.slice(0, about.indexOf(role)))) || [];
  return club === undefined ? role : `${club} ${role}`;
}

const HEADS_CLUB = /^(?:chair(?:man|woman|person)?|secretary|treasurer|president)$/;
const OF_CLUB = /(?<!\p{Lu}[\p{L}'’-]* )\b([Cc]lub) $/u;

/** What a release says of somebody of whom it names no post: `Prof Bell, who leads the project`; and the post of one of two. */
function besides(meant: Speaker | null): string | null {
  const { name = null, about = '' } = meant ?? {};
  if (name === null) return null;
  const read = name.includes(' and ') ? postOfOne : ledIn;
  return about.split(' | ').reduce<string | null>((post, told) => post ?? read(told, name), null);
}

function confidenceIn(speaker: Speaker, name: string | null): number {
  if (name === null) return CONFIDENCE.unnamed;
  return speaker.name === name && name.includes(' ') ? CONFIDENCE.named : CONFIDENCE.resolved;
}
