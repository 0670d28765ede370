import { acronymUnexplained } from './acronym-unexplained.ts';
import { appealContact } from './appeal-contact.ts';
import { bannedPhrase } from './banned-phrase.ts';
import { bodyMissing } from './body-missing.ts';
import { dateTense } from './date-tense.ts';
import { dateYear } from './date-year.ts';
import { emailShape } from './email-shape.ts';
import { embargoLine } from './embargo-line.ts';
import { endsMarker } from './ends-marker.ts';
import { imageAltMissing } from './image-alt-missing.ts';
import { linesJoined } from './lines-joined.ts';
import { linkElsewhere } from './link-elsewhere.ts';
import { linkLost } from './link-lost.ts';
import { linkTextVague } from './link-text-vague.ts';
import { linkWithoutTarget } from './link-without-target.ts';
import { linkWrapped } from './link-wrapped.ts';
import { mailLeftover } from './mail-leftover.ts';
import { markupShown } from './markup-shown.ts';
import { notesToEditors } from './notes-to-editors.ts';
import { officialAmbiguous } from './official-ambiguous.ts';
import { officialRankChanged } from './official-rank-changed.ts';
import { officialUnknown } from './official-unknown.ts';
import { phoneShape } from './phone-shape.ts';
import { proceedingsComplainant } from './proceedings-complainant.ts';
import { proceedingsConvictions } from './proceedings-convictions.ts';
import { proceedingsGuilt } from './proceedings-guilt.ts';
import { proceedingsMinor } from './proceedings-minor.ts';
import { quoteUnclosed } from './quote-unclosed.ts';
import { quoteWithoutSpeaker } from './quote-without-speaker.ts';
import { readingAge } from './reading-age.ts';
import type { Rule } from './rule.ts';
import { sentenceLong } from './sentence-long.ts';
import { sentenceLowerCase } from './sentence-lower-case.ts';
import { summaryLong } from './summary-long.ts';
import { summaryMissing } from './summary-missing.ts';
import { summaryRepeatsTitle } from './summary-repeats-title.ts';
import { templateLeftover } from './template-leftover.ts';
import { textDamaged } from './text-damaged.ts';
import { titleCapitals } from './title-capitals.ts';
import { titleLong } from './title-long.ts';
import { titleShort } from './title-short.ts';
import { toBeConfirmed } from './to-be-confirmed.ts';
import { webAddressShape } from './web-address-shape.ts';
import { weekdayMismatch } from './weekday-mismatch.ts';
import { withdrawnAgain } from './withdrawn-again.ts';

/** Every editorial rule, in the order of `CHECK_IDS`. */
export const RULES: readonly Rule[] = [
  titleLong,
  titleShort,
  titleCapitals,
  summaryMissing,
  summaryLong,
  summaryRepeatsTitle,
  bodyMissing,
  imageAltMissing,
  withdrawnAgain,
  textDamaged,
  markupShown,
  linesJoined,
  templateLeftover,
  toBeConfirmed,
  endsMarker,
  notesToEditors,
  embargoLine,
  mailLeftover,
  bannedPhrase,
  weekdayMismatch,
  dateYear,
  dateTense,
  quoteUnclosed,
  quoteWithoutSpeaker,
  officialUnknown,
  officialAmbiguous,
  officialRankChanged,
  sentenceLowerCase,
  sentenceLong,
  readingAge,
  acronymUnexplained,
  linkWithoutTarget,
  linkLost,
  linkTextVague,
  linkElsewhere,
  linkWrapped,
  phoneShape,
  emailShape,
  webAddressShape,
  appealContact,
  proceedingsGuilt,
  proceedingsConvictions,
  proceedingsMinor,
  proceedingsComplainant,
];
