import type { Sentence } from './cast/narration.ts';
import { squashed } from './employers/called-after.ts';
import { hostOf } from './employers/host.ts';
import { type About, headlineOf } from './employers/publisher.ts';
import { once } from './once.ts';
import { CONVICTS, HARM_TOLD, HOMES } from './tables/occasions.ts';
import { serviceOfHost } from './tables/services.ts';

/** Of what a release tells: whom it lets speak who speak for nobody. Each is read when it is first asked for, and once. */
export interface Occasion {
  /** Whether a force, or whoever tells of a conviction, tells what was done to somebody. */
  readonly isOfHarm: () => boolean;
  /** Whether those publish it who let homes. */
  readonly isOfHomes: () => boolean;
  /** Whether a hospital or an ambulance service publishes it. */
  readonly isOfHealth: () => boolean;
  /** Whether a body publishes it itself, by its address. */
  readonly isOwn: (body: string) => boolean;
}

/** Letters of the words of a name that many have: `The`, `Old`. */
const MIN_LENGTH = 3;

export function openOccasion(narration: () => readonly Sentence[], about: About): Occasion {
  const host = hostOf(about.url) ?? '';
  const service = serviceOfHost(host);
  const tells = (what: RegExp): boolean =>
    what.test(headlineOf(about)) || narration().some(({ text }) => what.test(text));
  return {
    isOfHarm: once(() => tells(CONVICTS) || (service === 'police' && tells(HARM_TOLD))),
    isOfHomes: once(() => HOMES.test(host)),
    isOfHealth: () => service === 'health',
    isOwn: (body) =>
      squashed(host).includes(squashed(body.split(' ').find((word) => word.length > MIN_LENGTH) ?? body)),
  };
}
