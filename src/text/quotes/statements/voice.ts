import { readSpeaker } from '../speaker/speaker.ts';
import { BOILERPLATE, CAPTION, LISTENER_WORDS, PAST, PRESENT, SELF_WORDS } from '../tables/voice.ts';

const OF_SELF = new RegExp(String.raw`(?<![\p{L}’'-])(?:${SELF_WORDS})(?![\p{L}-])`, 'u');
const VOICED = new RegExp(String.raw`(?<![\p{L}’'-])(?:${SELF_WORDS}|${LISTENER_WORDS})(?![\p{L}-])`, 'u');
/** Words of others inside a sentence. */
const CITED = /["“][^"“”]*["”]|(?<!\p{L})[‘'][^’']*['’](?!\p{L})/gu;

/** Whether somebody is heard in a text: `We are pleased`, `if you are in doubt`. */
export function isVoiced(text: string): boolean {
  return VOICED.test(text) && VOICED.test(text.replace(CITED, ''));
}

/** Whether somebody speaks in it of themselves: `I would add`, `our colleagues`. */
export function tellsOfSelf(text: string): boolean {
  return OF_SELF.test(text) && OF_SELF.test(text.replace(CITED, ''));
}

export function isBoilerplate(text: string): boolean {
  return BOILERPLATE.test(text);
}

/** `Left to right: Jo Bell, …`, `A balloon gets away [Picture: …]` */
export function isCaption(text: string): boolean {
  return CAPTION.test(text);
}

/** Whether a paragraph without a voice tells of somebody by name, or what happened. */
export function isNarration(text: string): boolean {
  if (isVoiced(text)) return false;
  if (isCaption(text) || (PAST.test(text) && !PRESENT.test(text)) || !/[.!?…]["'”’]?\s*$/.test(text)) return true;
  const read = readSpeaker(text);
  return read?.start === 0 && read.speaker.kind === 'person' && read.speaker.name?.includes(' ') === true;
}
