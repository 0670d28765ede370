import { once, onceEach } from '../once.ts';
import type { Speaker } from '../speaker/speaker.ts';
import type { Draft } from '../statements/statements.ts';
import { isFirstName } from '../tables/first-names.ts';
import { edgeWords, findAliases, keyOf } from './aliases.ts';
import { isDefinite } from './identity.ts';
import { isKnownByOneName, MAX_MEMBERS, openMembers } from './members.ts';
import type { Mention } from './mentions.ts';
import { inFullest, isLongFor, isShortName } from './namesakes.ts';
import { placeOf } from './place.ts';
import { holderOf, ownedPost } from './post-holders.ts';

/** The people of one release. */
export interface Cast {
  /** Everything that the release says about whoever is meant; the mention itself when that is nobody else. */
  identify(speaker: Speaker, at: number): Speaker;
}

/** Gathers everybody who speaks or is mentioned; the order of the text is that of blocks, then of offsets. */
export function openCast(drafts: readonly Draft[], mentions: readonly Mention[]): Cast {
  const members = openMembers();
  for (const { speaker, passages } of drafts) if (speaker) members.enter(speaker, placeOf(passages[0]));
  // What the narration says of somebody is read when somebody of that name is looked for.
  const unread = new Set(mentions);
  const unsettled: { readonly speaker: Speaker; readonly at: number }[] = [];
  const byWord = indexed(mentions);
  const read = (wanted: Iterable<Mention>, called = ''): void => {
    for (const mention of wanted) {
      if (!unread.delete(mention)) continue;
      const speaker = mention.speaker();
      const isRead = speaker?.name === mention.name;
      const isTitled = !mention.name.includes(' ') && (speaker?.rank ?? speaker?.title ?? null) !== null;
      if (speaker && isRead && isTitled && isKnownByOneName(speaker)) members.enter(speaker, placeOf(mention));
      else if (speaker && isRead && isTitled) unsettled.push({ speaker, at: placeOf(mention) });
      else if (isRead || isFirstName(mention.name.split(' ')[0] ?? '') || isCalledSo(mention, called))
        members.enter(speaker && isRead ? speaker : bare(mention), placeOf(mention));
    }
  };
  for (const { speaker, passages } of drafts) {
    // `Cllr Osgerby, Cabinet Member for Housing`: what is said of a surname is said of the one person who bears it.
    if (speaker?.kind !== 'person' || speaker.name?.includes(' ') || !isTelling(speaker)) continue;
    read(byWord.get(keyOf(speaker.name ?? '')) ?? []);
    members.tell(speaker, placeOf(passages[0]));
  }
  const settle = (): void => {
    for (const told of unsettled.splice(0))
      if (isTelling(told.speaker) || told.speaker.rank !== null) members.tell(told.speaker, told.at);
  };
  const aliases = once(() => findAliases(mentions));
  const readLong = onceEach((short: string) => read(mentions.filter(({ name }) => isLongFor(name, short))));
  return {
    identify: (found, at) => {
      const alias = found.kind === 'person' && found.name !== null ? aliases().get(keyOf(found.name)) : undefined;
      const speaker = alias === undefined ? found : { ...found, name: alias };
      if (speaker.kind === 'person') {
        for (const word of edgeWords(speaker.name ?? '')) read(byWord.get(word) ?? [], speaker.name ?? '');
        if (isShortName(speaker)) readLong(speaker.name ?? '');
        // `Ms Corrigan, currently deputy chief officer at West Downs`: of the one person who bears the name.
        settle();
        const whole = inFullest(speaker, at, members);
        if (whole.role !== null || whole.name === speaker.name || !whole.name?.includes(' ')) return whole;
        // `said Jo`, of whom the release tells later: `Ms Bell, head of parks, will retire.`
        read(byWord.get(edgeWords(whole.name).at(-1) ?? '') ?? []);
        settle();
        return inFullest(speaker, at, members);
      }
      const post = isDefinite(speaker) ? speaker : ownedPost(speaker);
      if (!post) return speaker;
      read([...unread]);
      return holderOf(speaker, post, members.all(), at);
    },
  };
}

/** `Sanaa` of `Ahmed and Sanaa Khalid`: no table knows her, but she speaks. */
function isCalledSo({ name }: Mention, called: string): boolean {
  return called !== '' && (name.startsWith(`${called} `) || name.endsWith(` ${called}`));
}

function isTelling({ role, organisation }: Speaker): boolean {
  return (role ?? organisation) !== null;
}

/** Somebody of whom the words around the name tell nothing. */
function bare({ name, context }: Mention): Speaker {
  const nothing = { rank: null, title: null, role: null, organisation: null };
  return { kind: 'person', name, ...nothing, asWritten: name, about: context };
}

/** Mentions by the first and the last word of their names. */
function indexed(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  const index = new Map<string, Mention[]>();
  for (const mention of mentions) {
    for (const word of edgeWords(mention.name)) {
      const named = index.get(word) ?? [];
      if (named.length < MAX_MEMBERS) named.push(mention);
      index.set(word, named);
    }
  }
  return index;
}
