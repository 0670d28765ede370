import type { Block } from '../../block.ts';
import { findMentions } from '../cast/mentions.ts';
import { narrationOf, type Sentence } from '../cast/narration.ts';
import type { Passage } from './passages.ts';
import type { Draft } from './statements.ts';

/** What sentences about those who stand accused say of them. */
const ACCUSED =
  /\b(?:jailed|sentenced|pleaded|convicted|charged with|found guilty|guilty of|remanded|admitted|appeared (?:at|before|in)|banned from|arrested|denied|fined|ordered to pay|handed a|stole|conned|court (?:has |had )?heard (?:that|how|from)|given a (?:suspended|community|conditional|criminal|caution|[\w-]+(?:month|year|week)))\b/;
/** To whom somebody speaks whose words are evidence. */
const LISTENER =
  /\b(?:told|tells|telling|said to|shouted at|texted|messaged|wrote to|admitted to)\s+(?:(?:the|a|an|his|her|their|one of (?:the|his|her))\s+)?(?:arresting\s+|custody\s+|interviewing\s+|undercover\s+|probation\s+)?(?:officers?|police|panel|tribunal|tenants|staff|court|jury|jurors|judge|magistrates|detectives?|paramedics|operator|call handler|cellmate|victims?|girl|boy|woman|man|friends?|accomplice|interviewers?|inquest|him|them)\b/i;
/** Whatever is told to a court is evidence, but for what judges and advocates say. */
const COURT =
  /\b(?:told|tells) (?:the )?(?:court|jury|jurors|magistrates|inquest|tribunal|panel|misconduct hearing)\b/i;
const ADVOCATE =
  /\b(?:judge|recorder|justice|magistrate|coroner|prosecut|barrister|solicitor|counsel|KC|QC|HHJ|defending|mitigat)/i;
/** To whom those speak who may be prosecuted. */
const STATEMENT = /\bstatement to (?:the )?(?:investigators|inspectors|police|officers|court)\b/i;
const CAUTION = /\bunder caution\b/i;
/** What a victim reads to a court is told to everybody. */
const IMPACT = /\b(?:victim|impact) (?:personal )?statement\b/i;
const INTERVIEW =
  /\bwhen [^.]{0,80}\b(?:asked|challenged|confronted|questioned)\b|\b(?:when|after being|on being|while being|during)\s+(?:he was\s+|she was\s+|they were\s+)?(?:arrested|interviewed|challenged|stopped|questioned|cautioned|searched|approached by (?:police|officers)|a police interview|(?:his|her|their) (?:arrest|police interview|interview))\b|\bin (?:a )?(?:police )?interview\b|\bin (?:a|one) (?:text|message|letter|note|voicemail|WhatsApp)\b/i;
/** How those who rob and threaten speak. */
const THREAT = /\b(?:shouted|screamed|yelled|demanded|threatened|snarled)\b[^.]{0,20}$/i;
/** Heads of descriptions of those who speak only in evidence. */
const SUSPECT =
  /\b(?:suspects?|defendants?|attackers?|robbers?|burglars?|thie(?:f|ves)|callers?|fraudsters?|scammers?|raiders?|gunm[ae]n|knifem[ae]n|conm[ae]n|culprits?|intruders?)$/i;

/** Characters of narration around a statement that tell what it is. */
const MAX_REACH = 260;

/**
 * Leaves out what the accused said: to officers, to the court, in a message, to a victim. Whoever holds a rank or a post is
 * no accused, even before a court.
 */
export function withoutEvidence(blocks: readonly Block[], drafts: readonly Draft[]): Draft[] {
  let accused: ReadonlySet<string> | undefined;
  return drafts.filter((draft) => {
    const { speaker } = draft;
    if (
      speaker &&
      COURT.test(narrationAround(blocks, draft)) &&
      !IMPACT.test(narrationAround(blocks, draft)) &&
      !ADVOCATE.test(`${speaker.rank} ${speaker.role} ${speaker.asWritten}`)
    )
      return false;
    if (!speaker || speaker.rank !== null || speaker.organisation !== null) return true;
    const isNobody = speaker.kind === 'unnamed' && speaker.role !== null && /^an? /i.test(speaker.asWritten);
    const around = narrationAround(blocks, draft);
    if ((isNobody && STATEMENT.test(around)) || CAUTION.test(around)) return false;
    if (speaker.kind === 'unnamed' && (SUSPECT.test(speaker.asWritten) || /^one of them\b/i.test(speaker.asWritten)))
      return false;
    const isPlain = speaker.role === null;
    if (isPlain && speaker.kind !== 'unnamed' && isEvidence(blocks, draft)) return false;
    if (!isPlain || speaker.kind !== 'person') return true;
    accused ??= findAccused(narrationOf(blocks, passagesOf(drafts)));
    return !accused.has(surnameOf(speaker.name ?? ''));
  });
}

function isEvidence(blocks: readonly Block[], draft: Draft): boolean {
  const narration = narrationAround(blocks, draft);
  if (IMPACT.test(narration)) return false;
  return LISTENER.test(narration) || INTERVIEW.test(narration) || THREAT.test(narration) || isAnswer(blocks, draft);
}

/** `In interview he said nothing. Asked whose it was, he said: “…”`: an answer in a paragraph about an interview. */
function isAnswer(blocks: readonly Block[], { speaker, passages: [first] }: Draft): boolean {
  const before = blocks[first?.block ?? 0]?.text.slice(0, first?.outerStart ?? 0).slice(-MAX_REACH) ?? '';
  return speaker?.kind === 'pronoun' && /\b[Ii]n (?:police )?interviews?\b/.test(before);
}

/** The narration in the block of a statement up to it, and behind it to the end of the sentence. */
function narrationAround(blocks: readonly Block[], { passages }: Draft): string {
  const [first] = passages;
  if (!first) return '';
  const { text = '' } = blocks[first.block] ?? {};
  const before = text.slice(Math.max(0, first.outerStart - MAX_REACH), first.outerStart);
  const sentence = before.slice(
    Math.max(before.lastIndexOf('. '), before.lastIndexOf('" '), before.lastIndexOf('” ')) + 1,
  );
  const [after = ''] = text.slice(first.outerEnd, first.outerEnd + MAX_REACH).split(/["“]|\. /, 1);
  return `${sentence} ${after}`;
}

/** The surnames of those of whom the narration says that they stand accused. */
export function findAccused(narration: readonly Sentence[]): ReadonlySet<string> {
  const sentences = narration.filter(({ text }) => ACCUSED.test(text));
  const accused = findMentions(sentences).filter(({ name, context, isSubject }) => {
    const after = context.slice(context.indexOf(name) + name.length);
    return (isSubject && context.startsWith(name)) || /^,? ?\(?(?:aged )?\d\d\b/.test(after) || /^, of /.test(after);
  });
  return new Set(accused.map(({ name }) => surnameOf(name)));
}

function passagesOf(drafts: readonly Draft[]): Passage[] {
  return drafts.flatMap(({ passages }) => [...passages]);
}

export function surnameOf(name: string): string {
  return name.toLowerCase().split(/\s+/).at(-1) ?? '';
}
