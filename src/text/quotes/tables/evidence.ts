/** The words of a narration that make evidence of what stands beside them: who accuses, who listens, who is recorded. */

/** What sentences about those who stand accused say of them. */
export const ACCUSED =
  /\b(?:jailed|sentenced|pleaded|convicted|charged with|found guilty|guilty of|remanded|(?<!\b(?:was|were|is|are|be|been|being) )admitted|appeared (?:at|before|in)(?=[^.]{0,60}\b(?:[Cc]ourt|[Mm]agistrates|[Jj]udge|[Jj]ustice|[Tt]ribunal|panel|dock)\b)|banned from|arrested|denied|fined|ordered to pay|handed a|(?:will|must) serve (?:at least|a minimum)|stole(?! the show)|conned|court (?:has |had )?heard (?:that|how|from)|given a (?!community (?:award|grant|medal|prize|hero|champion))(?:prison|jail|custodial|suspended|community|conditional|criminal|caution|[\w-]+(?:month|year|week)))\b/;

/** `Moss, of Tern Walk, pleaded guilty`: a surname alone that a sentence about the accused begins with. */
export const SURNAME_OF_ACCUSED =
  /^(\p{Lu}[\p{L}’'-]{2,})(?:, (?:of|who|aged|\d)[^.]{0,80},)? (?:(?:has|had|was|also|later) )*(?:pleaded|admitted|denied|jailed|sentenced|convicted|fined|found guilty|remanded)\b/u;

/** What the narration of a crime speaks of; without any of it nobody's words are evidence. */
export const CRIME =
  /\b(?:police|courts?|officers?|offences?|offenders?|assault\w*|attack\w*|robb\w+|burgl\w+|fraud\w*|stole|stolen|theft|thie(?:f|ves)|victims?|custody|prison|jail\w*|arrest\w*|sentenced|charged|fined|fines?|guilty|heddlu|llys)\b/i;

/** To whom somebody speaks whose words are evidence. */
export const LISTENER =
  /\b(?:told|tells|telling|said to|shouted at|texted|messaged|wrote to|admitted to)\s+(?:(?:the|a|an|his|her|their|one(?: of (?:the|his|her))?)\s+)?(?:999\s+|emergency\s+|arresting\s+|custody\s+|interviewing\s+|undercover\s+|probation\s+|elderly\s+|frightened\s+)?(?:officers?|police|passer-by|passers-by|motorists?|panel|tribunal|tenants|staff|court|jury|jurors|judge|magistrates|detectives?|paramedics|operator|call handler|cellmate|victims?|customers?|pensioners?|householders?|residents?|neighbours?|girl|boy|woman|man|friends?|accomplice|interviewers?|inquest|him|them)\b|\b(?:rang|phoned|called|texted|messaged) (?:a|an|his|her|their|one) (?:\w+ )?(?:friend|mother|mum|father|dad|brother|sister|neighbour|partner|wife|husband|colleague)s? and (?:said|told)\b/i;

/** Whatever is told to a court is evidence, but for what judges, advocates and those who were harmed say. */
export const COURT =
  /\b(?:told|tells) (?:the )?(?:court|jury|jurors|magistrates|inquest|trial|tribunal|panel|misconduct hearing)\b/i;
export const ADVOCATE =
  /\b(?:judge|recorder|justice|magistrate|coroner|prosecut|barrister|solicitor|counsel|KC|QC|HHJ|defending|mitigat)/i;

/** `Jo Bell, prosecuting, told the court`, `Jo Bell, for the Health and Safety Executive,` */
export const PLEADS =
  /, (?:(?:prosecuting|defending|mitigating|representing|appearing)\b|for (?:the )?(?:\p{Lu}|prosecution\b|defence\b))/u;

/** To whom those speak who may be prosecuted. */
export const STATEMENT = /\bstatement to (?:the )?(?:investigators|inspectors|police|officers|court)\b/i;
export const TO_INVESTIGATORS = /\btold (?:the )?(?:investigators|inspectors)\b/i;
/** `a text message shown to the court` */
export const SHOWN =
  /\b(?:text|message|email|letter|note|video|recording|voicemail|call|post)s?\b[^.:]{0,40}\b(?:shown|read|played|produced)\b[^.:]{0,20}\b(?:court|jury|trial|hearing)\b/i;
/** `a voice message, played to the jury` */
export const PLAYED =
  /\b(?:message|recording|voicemail|video|call|note|text)s?\b[^.:]{0,40}\b(?:played|shown) to (?:the )?(?:court|jury|jurors|magistrates)\b/i;
export const CAUTION = /\bunder caution\b/i;
/** What the accused answers, whatever post they hold. */
export const IN_INTERVIEW =
  /\btold (?:the )?(?:officers?|police|inspectors?|investigators?|detectives?)\b[^.:]{0,30}\bin (?:an? |his |her )?(?:recorded |taped |police )?interview\b/i;
/** What a victim reads to a court is told to everybody. */
export const IMPACT = /\b(?:victim|impact) (?:personal )?statement\b/i;

/** The same, of somebody whom the release does not name. */
export const IMPACT_OF_SOMEBODY =
  /\b(?:impact|victim personal) statement (?:was read )?(?:from|by|on behalf of) (?:an?|one|the)\b/i;

export const INTERVIEW =
  /\b(?:asked|questioned|interviewed|challenged|confronted) by (?:the )?(?:detectives?|officers?|police|investigators?|inspectors?)\b|\b(?:when|after being|on being|while being|during)\s+(?:he was\s+|she was\s+|they were\s+)?(?:arrested|interviewed|challenged|stopped|questioned|cautioned|searched|approached by (?:police|officers)|a police interview|(?:his|her|their) (?:arrest|police interview|interview))\b|\bin (?:a )?(?:police )?interview\b/i;

/** What somebody sent to somebody else; letters are written by those, too, who have nothing to answer for. */
export const MESSAGE =
  /\bin (?:a|one|another) (?:\p{L}+ )?(?:text|message|email|letter|note|voicemail|voice note|post|WhatsApp)\b/iu;

/** The same where a crime is told of; anybody may be asked something. */
export const WHEN_ASKED = /\bwhen [^.]{0,80}\b(?:asked|challenged|confronted|questioned)\b/i;

/** What cameras saw and telephones heard: `showed him saying`, `could be heard shouting`, `was recorded telling`. */
export const RECORDED =
  /\b(?:shows?|showed|shown|captured?|caught|record(?:s|ed)|films?|filmed|hears?|heard|overheard)\b(?: \S+){0,5}? (?:say(?:ing)?|shout(?:ing)?|tell(?:ing)?|yell(?:ing)?|scream(?:ing)?|boast(?:ing)?|laugh(?:ing)?|admitting|threatening|demanding|asking|calling)\b[^.]{0,40}$/i;

/** What a court was told that somebody said elsewhere. */
export const HEARD =
  /\b(?:court|jury|jurors|inquest|tribunal|hearing|panel) (?:has |had |was |were )?(?:heard|told) (?:that|how)\b[^.]*$/i;

/** The same in one breath, whoever is said to have said it: `The court heard that Captain Mike told one woman: `. */
export const HEARD_THAT = /\b(?:court|jury|jurors|inquest|tribunal) (?:has |had )?heard that [^.,]*$/i;

/** `The court heard Moss dialled 999 himself and told the operator: `, `They had heard that Moss lured him there and then told his wife: ` */
export const HEARD_OF =
  /\b(?:[Cc]ourt|[Jj]ury|[Jj]urors|[Ii]nquest|[Tt]ribunal|They|had) (?:has |had |was )?heard (?:that |how )?[^.“"]*\b(?:told|texted|messaged|asked|rang|said|shouted|wrote)\b[^.“"]*$/;

/** How those who rob and threaten speak, and whoever else shouts in what a release tells. */
export const THREAT = /\b(?:shouted|screamed|yelled|demanded|threatened|snarled|bellowed|hissed|chanted)\b[^.]{0,20}$/i;

/** Heads of descriptions of those who speak only in evidence. */
export const SUSPECT =
  /\b(?:suspects?|defendants?|attackers?|robbers?|burglars?|thie(?:f|ves)|callers?|fraudsters?|scammers?|raiders?|gunm[ae]n|knifem[ae]n|conm[ae]n|culprits?|intruders?|ringleaders?|dealers?|bogus \p{L}+|cold[ -]callers?)$/iu;

/** Heads of descriptions of those whose words to an officer, or to whom they rob, are evidence. */
export const ANYBODY = /\b(?:m[ae]n|wom[ae]n|boys?|girls?|youths?|pair|gang|drivers?|passengers?|teenagers?)$/i;
