/** What stands for somebody named just before: `the grandfather of four`, `the retired teacher`, `the 34-year-old`. */
export const EPITHET =
  /^the (?!.* of (?:one|another|an?|some) [a-z])(?:[\w-]+ )*?(?:[\w-]+-year-old|retired [\w -]+|(?:grand)?(?:father|mother|dad|mum|mam)(?:[ -]of[ -][\w-]+)?|grandparent|husband|wife|great-grand(?:mother|father)|pensioner|teenager|youngster|schoolboy|schoolgirl|student|pupil|apprentice|graduate|widow|widower|veteran|hero|heroine|winner|runner|swimmer|cyclist|volunteer|fundraiser|campaigner|farmer|author|novelist|playwright|dramatist|poet|composer|sculptor|artist|singer|patient|resident|tenant|newcomer|champion|trainee|local)(?: (?:from|of) [A-Z][^,]*)?$/i;

/** What stands for two people named just before. */
export const TOGETHER =
  /^(?:the|both) (?:[\w-]+ )*?(?:couple|pair|two|duo|twosome|both|parents|brothers|sisters|siblings|twins|friends|newlyweds|co-\p{L}+s|head ?teachers|organisers|(?:two|married) \p{L}+s)$|^(?:both|his parents|her parents|their parents)$/iu;

/** What stands for the two who spoke last, however they belong together. */
export const EITHER_OF_TWO = /^(?:the (?:pair|two|duo|two \p{L}+s)|both)$/iu;
