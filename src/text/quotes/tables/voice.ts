/** Words by which somebody speaks of themselves, in English and in Welsh; narration has none of them. */
export const SELF_WORDS = pattern(
  "I We we us Our our Ours ours ourselves My my myself me mine Fy fy Ein ein Rydyn rydyn Rydym rydym Dwi dwi Rwy'n rwy'n Mi mi",
);
/** Words by which somebody speaks to those who listen. */
export const LISTENER_WORDS = pattern("You you Your your Yours yours Let's let's Eich eich Chi chi");

/** What somebody's words are called that nobody says with a verb: `her verdict:`, as alternatives of a pattern. */
export const SAYINGS =
  '(?:words?|views?|verdict|message|advice|answer|response|reply|reaction|warning|plea|conclusion|opinion|explanation|summary|assessment|comment|retort|appeal|prediction|suggestion|recommendation)';

function pattern(words: string): string {
  return words.replaceAll("'", "['’]").split(' ').join('|');
}

/** How a release goes on behind its last statement. */
export const BOILERPLATE =
  /^(?:[-–—*# ]*ends\b|notes? (?:to|for) editors?|notes?:|for (?:more|further|media)\b|anyone (?:with (?:a )?(?:any |more |further )?(?:information|footage|dash|cctv|concerns?|knowledge|questions|quer)|who\b)|information can|contact|media (?:enquiries|contact)|press office|follow us|background|-{2,}|\*{3}|about )|\b(?:www\.|https?:)|@\w+\.\w|\b0\d{2,4}[ -]?\d{3}/i;
/** What a release invites its readers to: nobody who is quoted sells tickets or takes calls. */
export const INVITATION =
  /\b(?:find out more|read more|could (?:it|this) be you|(?:is|are) (?:looking for|recruiting)|tickets (?:are|cost|from|can)|booking is|can be booked|book (?:online|now|your|a place)|to apply|apply (?:by|online|now|at|for)|applications (?:close|are|must)|sign up|donat(?:e|ions?)|call \d+|quot(?:e|ing) (?:reference |log |crime |incident )?(?:number )?\d+|opening (?:hours|times)|come along|closing date|vacanc(?:y|ies)|online at|by (?:text|phone|post|e-?mail))\b/i;
/** How words begin, or end, that stand below a picture. */
export const CAPTION =
  /^(?:\(?(?:left|right|from (?:the )?left|l-r|above|below|pictured?|photo(?:graph)?s?|image|caption|credit)\b)|\[?\bpictures?:/i;
/** Verbs of what is so, and of what was. */
export const PRESENT = /\b(?:is|are|will|must|can|cannot|should|has|have|does|do|deserves?|needs?|\p{L}+n['’]t)\b/u;
export const PAST = /\b(?:was|were|had|did|took|came|went|made|gave)\b/;
