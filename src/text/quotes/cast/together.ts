import type { Speaker } from '../speaker/speaker.ts';
import { EITHER_OF_TWO } from '../tables/epithets.ts';
import { speakTogether } from './identity.ts';
import { NOBODY_YET, type Situation } from './situation.ts';

/** `In a joint statement they said`, `the couple said`: the two whom the sentence before names together, or who spoke together. */
export function pairMeant(speaker: Speaker, situation: Situation): Speaker | null {
  const { mentioned, last, earlier, cast, at } = situation;
  const { pair } = mentioned;
  const isPronoun = speaker.kind === 'pronoun';
  if (isPronoun && !/^they$/i.test(speaker.asWritten)) return null;
  const isTogether = isPronoun ? speakTogether(speaker) : EITHER_OF_TWO.test(speaker.asWritten);
  const two = pair?.people.map(({ name }) => cast.identify(calledOnly(name), at)) ?? [];
  const haveSpoken = isTogether && two.every(({ name }) => earlier.some((each) => each.name === name));
  if (pair && (pair.isNear || haveSpoken || (!isPronoun && !last?.name?.includes(' and ')))) {
    const [one, other] = two;
    const name =
      pair.name.includes(' and ') && one?.name && other?.name && pair.people[0].written === pair.people[0].name
        ? `${one.name} and ${other.name}`
        : pair.name;
    return { ...NOBODY_YET, name, asWritten: speaker.asWritten, about: [one?.about, other?.about].join(' | ') };
  }
  if (last?.name?.includes(' and ')) return last;
  return isTogether ? lastTwo(speaker, earlier) : null;
}

/** `“…,” said Jo Bell. “…,” said Amy Lee. Together they said: “…”`: the two who spoke last, each alone. */
function lastTwo({ asWritten }: Speaker, [latest, ...before]: readonly Speaker[]): Speaker | null {
  const first = before.find(({ name }) => name !== latest?.name);
  const names = [first, latest].map((each) => (each?.kind === 'person' ? each.name : null));
  const isTwo = names.every((name) => name?.includes(' ') === true && !name.includes(' and '));
  return isTwo
    ? { ...NOBODY_YET, name: names.join(' and '), asWritten, about: [first?.about, latest?.about].join(' | ') }
    : null;
}

function calledOnly(name: string): Speaker {
  return { ...NOBODY_YET, name, asWritten: name, about: name };
}
