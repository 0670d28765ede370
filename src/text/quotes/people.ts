import type { Attribution } from '../../domain/quote.ts';
import type { Block } from '../block.ts';
import { mergePosts } from './description.ts';
import type { FoundStatement } from './found.ts';
import { kindOf } from './kinds.ts';
import { findMentions, type Mention } from './mentions.ts';
import { nameOrganisations } from './organisation-names.ts';
import { isSamePerson, readSpeaker, type Speaker } from './speaker.ts';
import type { Draft } from './statements.ts';

const NOBODY: Attribution = { name: null, rank: null, role: null, organisation: null, asWritten: '' };

/** Who speaks, as far as the whole release tells. */
export type Attributed = Pick<FoundStatement, 'attribution' | 'kind' | 'confidence'>;

/** How sure it is who speaks: named beside the statement, found elsewhere in the release, or not named at all. */
const CONFIDENCE = { named: 1, resolved: 0.8, unnamed: 0.6, nobody: 0.2 };

/** Everybody with a whole name: by that name, and by its first and its last word, all in lower case. */
type Directory = Map<string, Speaker>;

/**
 * Says for every statement who speaks, in full: `Insp Shaw` and `she` get the name, rank, role and organisation that
 * the release gives elsewhere, and `the council` gets its name. `asWritten` stays what stands beside the statement.
 */
export function attribute(blocks: readonly Block[], drafts: readonly Draft[]): Attributed[] {
  const mentions = needsMentions(drafts)
    ? findMentions(
        blocks,
        drafts.flatMap((draft) => draft.passages),
      )
    : [];
  const directory = openDirectory(drafts, mentions);
  const nameOf = nameOrganisations(blocks, drafts);
  const mentionedBefore = readAlong(mentions);
  let last: Speaker | null = null;
  return drafts.map(({ speaker, passages: [first] }) => {
    const mentioned = mentionedBefore(first?.block ?? 0, first?.outerStart ?? 0);
    if (!speaker) return { attribution: NOBODY, kind: 'other', confidence: CONFIDENCE.nobody };
    const meant =
      speaker.kind === 'pronoun' ? antecedent(mentioned, last, directory) : identify(speaker, last, directory);
    last = meant ?? last;
    const { name = null, rank = null, role = null, organisation = null } = meant ?? {};
    const attribution = {
      name,
      rank,
      role,
      organisation: organisation && nameOf(organisation),
      asWritten: speaker.asWritten,
    };
    return { attribution, kind: kindOf(meant, attribution), confidence: confidenceIn(speaker, name) };
  });
}

function confidenceIn(speaker: Speaker, name: string | null): number {
  if (name === null) return CONFIDENCE.unnamed;
  return speaker.name === name && isWhole(name) ? CONFIDENCE.named : CONFIDENCE.resolved;
}

/** Only a speaker who is not fully named where the statement stands is looked for in the narration. */
function needsMentions(drafts: readonly Draft[]): boolean {
  return drafts.some(({ speaker }) => speaker !== null && speaker.kind !== 'unnamed' && !isIntroduced(speaker));
}

function isIntroduced({ name, rank, role, organisation }: Speaker): boolean {
  return name !== null && isWhole(name) && (rank !== null || role !== null || organisation !== null);
}

function openDirectory(drafts: readonly Draft[], mentions: readonly Mention[]): Directory {
  const directory: Directory = new Map();
  const wanted = new Set<string>();
  for (const { speaker } of drafts) {
    if (speaker?.kind !== 'person') continue;
    enter(directory, speaker);
    if (!isIntroduced(speaker)) for (const word of edgeWords(speaker.name ?? '')) wanted.add(word);
  }
  for (const { name, context } of mentions) {
    if (!edgeWords(name).some((word) => wanted.has(word))) continue;
    const speaker = readSpeaker(context)?.speaker;
    if (speaker?.kind === 'person' && speaker.name === name) enter(directory, speaker);
  }
  return directory;
}

function enter(directory: Directory, speaker: Speaker): void {
  const name = speaker.name ?? '';
  if (!isWhole(name)) return;
  const known = directory.get(name.toLowerCase());
  const full = known ? complete(known, speaker) : speaker;
  for (const key of [name.toLowerCase(), ...edgeWords(name)]) {
    const other = directory.get(key);
    if (!other || other.name?.toLowerCase() === name.toLowerCase()) directory.set(key, full);
  }
}

function identify(speaker: Speaker, last: Speaker | null, directory: Directory): Speaker {
  if (speaker.kind === 'person') {
    const isLast = last !== null && last.name !== null && isSamePerson(last, speaker);
    const known = isLast ? last : directory.get((speaker.name ?? '').toLowerCase());
    return known ? complete(known, speaker) : speaker;
  }
  // `The inspector said`, `The spokesperson said`: somebody who spoke just before.
  const isDefinite = /^the /i.test(speaker.asWritten);
  return isDefinite && last !== null && isSamePerson(last, speaker) ? last : speaker;
}

/** Whoever the narration since the last statement is about; otherwise whoever spoke last; otherwise the last one named. */
function antecedent({ subject, latest }: Mentioned, last: Speaker | null, directory: Directory): Speaker | null {
  const mention = subject ?? (last ? null : latest);
  if (!mention) return last;
  const speaker = directory.get(mention.name.toLowerCase()) ?? readSpeaker(mention.context)?.speaker ?? null;
  return speaker?.kind === 'person' ? identify(speaker, last, directory) : last;
}

interface Mentioned {
  /** The last one, since the question before, that a sentence began with. */
  readonly subject: Mention | null;
  readonly latest: Mention | null;
}

/** Answers, place by place in the order of the text, who was mentioned before. */
function readAlong(mentions: readonly Mention[]): (block: number, at: number) => Mentioned {
  let index = 0;
  return (block, at) => {
    let subject: Mention | null = null;
    for (; index < mentions.length; index += 1) {
      const mention = mentions[index];
      if (!mention || mention.block > block || (mention.block === block && mention.at >= at)) break;
      if (mention.isSubject) subject = mention;
    }
    return { subject, latest: mentions[index - 1] ?? null };
  };
}

function complete(known: Speaker, other: Speaker): Speaker {
  return { ...known, ...mergePosts(known, other), rank: known.rank ?? other.rank };
}

function isWhole(name: string | null): boolean {
  return name?.includes(' ') ?? false;
}

function edgeWords(name: string): string[] {
  const words = name.toLowerCase().split(/\s+/);
  return [words[0] ?? '', words.at(-1) ?? ''];
}
