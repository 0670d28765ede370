import { inBlock } from './places.ts';
import type { Rule } from './rule.ts';

const ANYONE = '(?:anyone|anybody|any (?:witness|witnesses|driver|drivers)|witnesses|drivers|motorists)';
const EVIDENCE = '(?:(?:any|more|further|other) )?(?:information|details|footage|dash-?cam|cctv|doorbell|video)';
/** What asks the public for what it knows. */
const APPEAL = new RegExp(
  [
    `appeal(?:s|ed|ing)? (?:\\p{L}+ ){0,3}?for (?:[\\p{L}-]+ ){0,3}?(?:witnesses|information|help|footage)`,
    `(?:anyone|anybody) (?:who )?(?:saw|witnessed|recognises|knows|(?:may have|has|have) (?:seen|${EVIDENCE}|witnessed|captured)|was (?:in the area|driving|there|nearby)|noticed|heard|remembers|spotted|can (?:help|identify)|with ${EVIDENCE})`,
    `(?:did|have|had) you (?:\\p{L}+ )?(?:see|seen|hear|heard|witness|witnessed|notice|noticed|${EVIDENCE})`,
    `(?:do|can) you (?:know (?:who|him|her|them|this|these|the|anything|where)|recogni[sz]e|have ${EVIDENCE}|identify)`,
    `were you (?:in|on|at|there|nearby|near|passing|walking|driving|cycling|travelling)`,
    `if you (?:saw|recogni[sz]e|witnessed|know (?:who|him|her|them|this|anything|where)|have (?:seen|${EVIDENCE})|were (?:in|on|at|there|nearby|near|passing|walking|driving|travelling)|can help)`,
    `information (?:can|may) be (?:given|passed|reported)`,
    `(?:hear from|speak to|trace|identify) ${ANYONE} (?:who|with)`,
    `hear from (?:\\p{L}+ ){1,3}?who (?:was|were|saw|heard|noticed|may have|might have)`,
    `(?:would welcome|grateful for|asking for|seeking|looking for) (?:any )?(?:${EVIDENCE}|witnesses)`,
    `(?:keen|want|wants|would like|trying|hoping|wish|wishes) to (?:identify|trace|(?:speak|talk) to (?:an?|the|this|these|two|three) (?:\\p{L}+ ){0,2}?(?:man|men|woman|women|driver|boy|girl|person|people|cyclist|owner))`,
    `(?:asked|urged|encouraged) to come forward`,
  ]
    .map((source) => `\\b${source}\\b`)
    .join('|'),
  'iu',
);
/** Words in which nobody is asked for anything any more. */
const OVER = /\b(?:thank(?:s|ed|ing)?|no longer|grateful|answered|responded|following an)\b[^.]{0,80}$/i;
/** Who asks about an offence, or for somebody who is lost. */
const POLICE = /\b(?:police|101|crimestoppers|detectives?|officers?|constable|sergeant|inspector)\b/i;

const CODE = String.raw`(?:(?:report )?(?:number|no\.?|ref(?:erence)?\.?(?: (?:number|no\.?))?)(?: is| of)?)?[:,# ]{0,3}(?:[A-Z]{1,4}[/*-]?)?\d`;
const REFERENCE = new RegExp(
  [
    `\\b(?:incident|crime|log|occurrence|case|CAD|investigation) ?${CODE}`,
    String.raw`\b[Rr]ef(?:erence)?\b[^\n]{0,40}?\d`,
    String.raw`\b[Qq]uot(?:e|ing)\b[^.\n]{0,60}\d`,
    String.raw`\bOp(?:eration)? \p{Lu}`,
  ].join('|'),
  'u',
);
const CRIMESTOPPERS = /\bcrimestoppers\b|\b0800 ?555 ?111\b/i;

export const appealContact: Rule = {
  id: 'appeal-contact',
  severity: 'warning',
  about:
    'Police appeal for witnesses or information and name no reference to quote, or not Crimestoppers (which a search for somebody missing does not need).',
  fires: { body: 'Police were called at 6pm. Did you see what happened? Call 101.' },
  passes: {
    body: 'Anyone with information is asked to call 101, quoting reference 40/1234/25, or Crimestoppers on 0800 555 111.',
  },
  find: ({ prose, title }) => {
    if (!prose.some(({ text }) => POLICE.test(text))) return [];
    const block = prose.find(({ text }) => isAppeal(text));
    const appeal = block && APPEAL.exec(block.text);
    if (!appeal) return [];
    const hasReference = prose.some(({ text }) => REFERENCE.test(text));
    const hasCrimestoppers = isAboutMissing(title) || prose.some(({ text }) => CRIMESTOPPERS.test(text));
    if (hasReference && hasCrimestoppers) return [];
    const { 0: words, index } = appeal;
    return [inBlock(block, index, index + words.length, messageOf(hasReference, hasCrimestoppers))];
  },
};

function messageOf(hasReference: boolean, hasCrimestoppers: boolean): string {
  if (hasCrimestoppers) return 'An appeal with no reference to quote: no call will find its case.';
  return hasReference
    ? 'An appeal with no word of Crimestoppers (0800 555 111), for those who give no name.'
    : 'An appeal with no reference to quote and no word of Crimestoppers (0800 555 111).';
}

function isAppeal(text: string): boolean {
  const appeal = APPEAL.exec(text);
  return appeal !== null && !OVER.test(text.slice(0, appeal.index));
}

/** Whoever looks for a missing person looks for no offender. */
function isAboutMissing(title: string): boolean {
  return /\bmissing\b/i.test(title);
}
