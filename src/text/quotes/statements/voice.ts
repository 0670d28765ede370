import { readSpeaker } from '../speaker/read-speaker.ts';
import { BOILERPLATE, CAPTION, INVITATION, LISTENER_WORDS, PAST, PRESENT, SELF_WORDS } from '../tables/voice.ts';

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

/** `Could it be you? Find out more`: whether a paragraph in which nobody speaks of themselves invites its readers to something. */
export function isInvitation(text: string): boolean {
  return INVITATION.test(text) && !tellsOfSelf(text);
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

/** What sentences say of those whose words follow. */
const SPEAKS =
  /\b(?:said|says|told|believe[sd]?|fe(?:lt|els)|thinks|thought|describe[sd]?|explain(?:s|ed)|praise[sd]|thank(?:s|ed)|welcome[sd]|delighted|pleased|proud|glad|grateful|hope[sd]|recall(?:s|ed)|remember(?:s|ed)|agree[sd]|accepts?|admits|admitted|wants?|means|insists|insisted|knows|knew|loves?|enjoys?|wishes|worr(?:y|ies|ied)|expects?|plans|intends|calls|called|sees|saw|spoke|spoken|speaks|tribute|warn(?:s|ed)|urge[sd]|went on to)\b/;

/** Whether a sentence tells what somebody said, felt or thought. */
export function tellsOfWords(sentence: string): boolean {
  return SPEAKS.test(sentence);
}

/** `The driver of one of the cars, Jo Bell, has spoken of it.`: whether a paragraph tells what somebody with a whole name said. */
export function tellsOfSomebody(text: string): boolean {
  if (isVoiced(text) || !tellsOfWords(text)) return false;
  const read = readSpeaker(text);
  return read?.start === 0 && read.speaker.kind === 'person' && read.speaker.name?.includes(' ') === true;
}
