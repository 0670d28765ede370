import { inAnyCase } from '../any-case.ts';
import { isOrganisationWord } from '../tables/organisations.ts';

/** `Crown Prosecution Service (CPS)`, and where the attribution ends inside the brackets: letters that stand for the name before them. */
const LETTERS = / \((?:the )?(?=\p{L}*\p{Lu}\p{L}*\p{Lu})[\p{L}&]{2,8}\)?(?= |$)/u;
/** `Trade union RailUnite`, `elusen Gofalwyr Cymru`: what kind of body it is, before its name. */
const KIND = new RegExp(
  String.raw`^(?:${inAnyCase('(?:trade )?union|(?:yr )?elusen|(?:housing |homelessness |local |national )?charity|(?:campaign|support|community|youth) group|social enterprise|think tank')}) (?=\p{Lu})`,
  'u',
);
/** `the force's Dogs and Firearms Unit`: a word that stands for a body is no part of the name of its unit. */
const OWNER =
  /^(?:force|council|trust|university|college|hospital|service|authority|club|charity|company)['’]s (?=\p{L})/iu;

/** `Clean Streets Now campaign`: what kind of body it is, behind a name of several words. */
const KIND_BEHIND = /(?<=^\p{Lu}.* \p{Lu}\S*) campaign$/u;

/** The name of a body as it stands alone: in the radical where it is Welsh, without letters in brackets, owners and loose marks. */
export function tidiedName(name: string): string {
  const plain = name
    .replace(LETTERS, '')
    .replace(/[\s,–—-]+$/, '')
    .replace(/^[Oo]ur (?=\p{Lu})/u, '')
    .replace(OWNER, '')
    .replace(KIND, '')
    .replace(KIND_BEHIND, '');
  const owner = /^(.* )?([^ ]+)['’]s$/.exec(plain);
  return radical(owner && isOrganisationWord(owner[2] ?? '') ? plain.slice(0, -"'s".length) : plain);
}

/** `Wasanaeth Tân`, `Gyngor Sir`: the name of a body in Welsh as it stands alone. */
function radical(name: string): string {
  const [first = ''] = name.split(' ');
  const plain = RADICALS.find(([mutated]) => mutated.test(first))?.[1];
  return plain === undefined ? name : plain + name.slice(first.length);
}

const RADICALS: readonly (readonly [mutated: RegExp, radical: string])[] = [
  [/^(?:G|Ng|Ngh|Ch)yngor$/, 'Cyngor'],
  [/^(?:W|Ngw)asanaeth$/, 'Gwasanaeth'],
  [/^(?:B|Mh|Ph)rifysgol$/, 'Prifysgol'],
  [/^(?:F|M)wrdd$/, 'Bwrdd'],
  [/^(?:D|Nh|Th)îm$/, 'Tîm'],
  [/^(?:G|Ngh|Ch)anolfan$/, 'Canolfan'],
  [/^(?:H)?Lywodraeth$/, 'Llywodraeth'],
];
