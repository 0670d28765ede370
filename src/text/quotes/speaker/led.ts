import { isSpeechVerb } from '../tables/verbs.ts';

/** What may stand between a name and what its bearer does: honours, a place or a party in brackets. */
const BETWEEN = String.raw`(?:,? \p{Lu}[\p{Lu}\d]{1,5}(?![\p{L}\d])){0,3}(?: \([^()]{1,40}\))?`;

/** Whose or which it is that somebody leads; who leads a `local team` or `Operation Kite` is told by no post. */
const WHICH = String.raw`(?:the|its|their|our|(?:\p{Lu}[\p{L}-]+ ){0,3}\p{Lu}[\p{L}-]+['’]s?) `;

/** `who leads the project`, `, who commands the Marl district`, ` leads on standards`, `who led the study`: words that tell of no post, but of what it is to hold one. */
const LEADS = new RegExp(
  String.raw`^${BETWEEN}(?:,? who(?: also| now| currently| jointly)? (?=(?:co-)?(?:leads|heads|commands|chairs|oversees|directs) ${WHICH}|co-?ordinates ${WHICH}|leads (?:on|for) |led the (?:study|project)\b)| (?=(?:commands|chairs) ${WHICH}|leads on ))((?:co-?)?\p{Ll}+ [^,.;:–—()“”"]{2,90})`,
  'u',
);

/** What is a body by its name is whose they are, and no post, nor is what every officer does: `leads the Rural Crime Team`, `leads the investigation`. */
const NO_POST =
  /^\S+ (?:(?:the|its|their|our) (?:\p{L}+['’]s? )?\p{Lu}[\p{L}&-]*(?: (?:(?:and|of|for|&) )?\p{Lu}[\p{L}&-]*){0,9}|the (?:investigation|inquiry|enquiry|case|team|operation|search|response))$/u;

/** Behind what is led: since when, with whom, and for whom. */
const TAIL =
  /(?<!^leads) (?:(?:since|until|when|after|before|while|where|which|that|who) .*|with (?:her|his|their) .*|in (?:19|20)\d\d.*|for (?:the )?(?:(?:past|last) .*|\p{L}+ years.*|force|council|trust|service|charity|authority)|(?:of|for|at|from) (?:the )?\p{Lu}.*)$/u;

/** Words in which the sentence goes on behind what is led. */
const GOES_ON = /^(?:is|was|has|had|will|would|can|went|took|did|does)$/;

/** What somebody, of whom no post is told, is said to lead, in the words that say it; null for who leads nothing. */
export function ledIn(told: string, name: string): string | null {
  if (!MAY_LEAD.test(told)) return null;
  const at = told.indexOf(name);
  const written = at === -1 ? (name.split(' ').at(-1) ?? name) : name;
  const end = told.indexOf(written) + written.length;
  const [, led] = end < written.length ? [] : (LEADS.exec(told.slice(end)) ?? []);
  return led === undefined ? null : withoutRest(led);
}

const MAY_LEAD = /\b(?:leads|heads|commands|chairs|oversees|directs|co-?ordinates|led the) /;

function withoutRest(led: string): string | null {
  const words = led.split(' ');
  const goesOn = words.findIndex((word, at) => {
    const next = /^(?:and|but)$/.test(word) ? (words[at + 1] ?? '') : word;
    return at > 1 && (isSpeechVerb(next) || GOES_ON.test(next));
  });
  const whole = (goesOn === -1 ? words : words.slice(0, goesOn)).join(' ');
  const post = whole.replace(TAIL, '');
  return NO_POST.test(post) && !post.startsWith('chairs') ? null : post;
}
