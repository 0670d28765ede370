import type { Speaker } from '../speaker/speaker.ts';

/** What those are called who are Reverend and of whom no post is told. */
const CALLED = /^the (?:minister|vicar|rector|priest|curate|chaplain|pastor|parson|clergy\p{L}+)(?: of .*)?$/iu;
const REVEREND = /^(?:the )?(?:rev|revd|reverend|fr|father|pastor)\b/i;

/** `Rev Jo Bell had a second helping. The minister said: “…”`: the one cleric of a release in which nobody is said to hold the post. */
export function clericMeant({ asWritten, role }: Speaker, people: readonly Speaker[]): Speaker | null {
  if (!CALLED.test(asWritten)) return null;
  const [only, another] = people.filter(({ rank }) => REVEREND.test(rank ?? ''));
  return only && another === undefined ? { ...only, role: only.role ?? role } : null;
}
