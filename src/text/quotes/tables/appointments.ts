/** How a sentence tells of a post that somebody took up. */

/** Verbs behind which, sooner or later, an `as` says what somebody is: `joined the trust in May as chief executive`. */
export const APPOINTED_AS: ReadonlySet<string> = new Set(
  'came comes joined joins arrived returned returns took takes begins appointed elected employed hired recruited'.split(
    ' ',
  ),
);

/** Verbs behind which the post follows at once. */
export const BECAME: ReadonlySet<string> = new Set('became becomes appointed elected promoted'.split(' '));

const STILL_HELD = new Set('now currently still presently today'.split(' '));

/** `is now`, `is currently`. */
export function isStillHeld(word: string): boolean {
  return STILL_HELD.has(word);
}

/** Whose duty something was that is over when the release tells of it. */
export const DUTY =
  /^(?:(?:overall )?(?:incident|scene|sector|operational|tactical|strategic|gold|silver|bronze) commander|(?:senior |lead )?(?:investigating|arresting|reporting) officer|officer in (?:charge|the case)|(?:lead|senior|chief) investigator|first officer (?:on|at) (?:the )?scene)(?![\p{L}-])/iu;
