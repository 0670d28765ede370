/** Ranks and titles that stand before a name in Britain, and the reader that finds them. */

/** Words that only qualify a rank: `Temporary Detective Chief Inspector`. */
const MODIFIERS = new Set(
  `acting air fire assistant ch chief dep deputy det detective dist district flight group his her honour
  lance lieutenant lt major police pilot rear right rt second senior special squadron sqn staff temp
  temporary neighbourhood response custody patrol duty road roads policing safer the vice very wing warrant wg flt most dirprwy ditectif prif gwir tra`.split(
    /\s+/,
  ),
);

/** Short for temporary and acting before a stroke: `T/DCI`. */
const SHORT_MODIFIERS = new Set('t a d s l c temp tmp act actg det dep ch asst p d/c t/d a/d d/ch'.split(' '));

/** Words that are a rank, whatever qualifies them. Written without full stops. */
const RANKS = new Set(
  `constable con const sergeant sgt sarge inspector insp superintendent supt commander cmdr cdr
  cllr councillor councilor coun ald alderman
  firefighter ff
  judge hhj recorder justice
  private pte gunner sapper trooper corporal cpl bombardier captain capt major maj lieutenant lt colonel col
  brigadier brig general gen admiral vice-admiral rear-admiral commodore marshal vice-marshal air-marshal surgeon-captain
  sub-lieutenant lieutenant-colonel lieutenant-commander lieutenant-general major-general ldr officer cadet marine rifleman guardsman fusilier craftsman signaller airman airwoman aircraftman aircraftwoman kingsman highlander midshipman bdr lcpl lbdr ssgt csgt
  gnr spr tpr rfn gdsm cfn fus kgn mne cdre radm vadm
  rev revd rev'd rev’d reverend parchedig barchedig canon bishop archbishop archdeacon father fr rabbi imam sheikh maulana pastor deacon deaconess sister venerable ven hon honourable
  prebendary preb monsignor mgr emeritus emerita
  sir dame lord lady baroness baron
  senator
  dr doctor prof professor athro governor viscount viscountess earl
  pharchedig parchedicaf barchedicaf hybarch arolygydd cwnstabl sarjant sarsiant cyng cynghorydd rhingyll uwch-arolygydd
  dsupt dcsupt chsupt chinsp detsgt detinsp detsupt detcon`.split(/\s+/),
);

/** Abbreviations that count only in capitals: `DI Shaw`, but `Di Shaw`. */
const CAPITAL_RANKS = new Set(
  `PC PS DC DS DI DCI DSU DCS ACC DCC CC DAC AC CI TDC TDI TDS TPS APS PCSO CSO SC SPC SPS CSI WPC ASP ACFO DCFO CFO
  Pc Dc Dci Pcso Wpc AM GM SM WM CM GC WC HHJ WO RSM CPO PO LS AB RADM VADM`.split(/\s+/),
);

/** Ranks of several words that no rule of qualifier and rank makes. */
const PHRASES = new Set([
  'community support officer',
  'police community support officer',
  'fire officer',
  'special chief officer',
  'chief fire officer',
  'station manager',
  'station commander',
  'group manager',
  'watch manager',
  'watch commander',
  'crew manager',
  'crew commander',
  'area manager',
  'squadron leader',
  'flying officer',
  'pilot officer',
  'sqn ldr',
  'fg off',
  'flg off',
  'plt off',
  'gp capt',
  '2nd lt',
  'air cdre',
  'lance corporal of horse',
  'corporal of horse',
  'sgt maj',
  'staff sgt',
  'warrant officer',
  'warrant officer class 1',
  'warrant officer class 2',
  'warrant officer class one',
  'warrant officer class two',
  'petty officer',
  'chief petty officer',
  'leading engineering technician',
  'engineering technician',
  'leading hand',
  'leading chef',
  'leading steward',
  'leading writer',
  'leading medical assistant',
  'leading air engineering technician',
  'leading seaman',
  'able seaman',
  'able rating',
  'able cadet',
  'ordinary cadet',
  'leading cadet',
  'leading aircraftman',
  'leading aircraftwoman',
  'aircraft technician',
  'air specialist',
  'chief technician',
  'colour sergeant',
  'regimental sergeant major',
  'police staff investigator',
  'prison officer',
  'brigade manager',
  'divisional officer',
  'assistant divisional officer',
  'sub officer',
  'station officer',
  'deputy station officer',
  'rheolwr gwylfa',
  'rheolwr gorsaf',
  'rheolwr grŵp',
  'rheolwr criw',
  'rheolwr ardal',
  'prif swyddog tân',
  'dirprwy brif swyddog tân',
  'prif gwnstabl',
  'dirprwy brif gwnstabl',
  'prif gwnstabl cynorthwyol',
  'swyddog cefnogi cymunedol',
  'custodial manager',
]);

const PHRASE_OPENINGS = new Set([...PHRASES].map((phrase) => phrase.split(' ')[0]));
const MAX_PHRASE_WORDS = 4;

/** Ranks and offices that several who speak together share, as alternatives of a pattern. */
export const PLURAL_RANKS =
  'Councillors|Cllrs|Aldermen|PCCs|PCs|PCSOs|DCs|Constables|Sergeants|Sgts|Inspectors|Superintendents|Doctors|Drs|Professors|Profs|Revs|Reverends|Fathers|Bishops|Canons|Judges|Justices|Ministers|Messrs|Misses|Lords|Ladies|Commissioners|Captains|Majors|Colonels';

const PLURALS = new Set(PLURAL_RANKS.split('|'));

/** `Councillor` of `Councillors`, where that is a rank; null for other words. */
export function singularRank(plural: string): string | null {
  const one = plural.replace(/men$/, 'man').replace(/ies$/, 'y').replace(/s$/, '');
  return one !== plural && rankLength(one.split(' '), 0) === one.split(' ').length ? one : null;
}

export function isPluralRank(word: string): boolean {
  return PLURALS.has(word);
}

/** Ranks that are everyday words too, so that only a capital makes them a rank. */
const CAPITAL_ONLY = new Set(
  `neighbourhood response custody patrol duty road roads policing safer fire the his her right most high area group wing air private major general captain father sister judge justice emeritus emerita lord lady
  marshal hon honourable officer con col ch gen brig staff lance trooper marine rifleman guardsman fusilier craftsman signaller airman airwoman aircraftman aircraftwoman kingsman highlander doctor recorder pastor baron cadet matron governor earl athro`.split(
    /\s+/,
  ),
);

/** Words that end no rank on their own although they may close one. */
const NEVER_ALONE = new Set(['officer', 'ldr', 'con', 'marshal', 'const', 'hon', 'honourable', 'emeritus', 'emerita']);

/** Titles that everybody has: they make the next word a name but are no rank. */
export const HONORIFICS: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'master',
  'messrs',
  'haji',
  'hajji',
]);

/** Every word with which a rank begins, written without strokes and full stops. */
const OPENINGS = new Set(
  [MODIFIERS, RANKS, CAPITAL_RANKS, PHRASE_OPENINGS, HONORIFICS].flatMap((words) =>
    [...words].map((word) => (word ?? '').toLowerCase()),
  ),
);

/** Words in the longest rank: `Temporary Assistant Chief Constable Sir`, `The Right Honourable the Lord`. */
const MAX_RANK_WORDS = 6;

export function isHonorific(word: string): boolean {
  return HONORIFICS.has(word.toLowerCase());
}

/** How many of the words from `from` on are ranks and honorifics; 0 when none. `Detective Chief Inspector` is 3. */
export function rankLength(words: readonly string[], from: number): number {
  if (!mayOpenRank(words[from] ?? '')) return 0;
  let length = 0;
  const limit = Math.min(words.length, from + MAX_RANK_WORDS);
  for (let at = from; at < limit; at += 1) {
    const word = words[at] ?? '';
    const phrase = phraseLength(words, at);
    if (phrase > 0) at += phrase - 1;
    else if (isModifier(word) && !isRank(word, at > from)) continue;
    else if (!isRank(word, at > from) && !isHonorific(word)) break;
    length = at + 1 - from;
  }
  return length;
}

/** What most words fail at once: no rank begins with them. */
export function mayOpenRank(word: string): boolean {
  return OPENINGS.has(word.toLowerCase()) || word.includes('/') || word.includes('.');
}

function phraseLength(words: readonly string[], from: number): number {
  const [first = '', ...more] = words.slice(from, from + MAX_PHRASE_WORDS).map(plain);
  const opening = withoutModifier(first);
  if (!PHRASE_OPENINGS.has(opening)) return 0;
  for (let length = more.length + 1; length > 1; length -= 1)
    if (PHRASES.has([opening, ...more.slice(0, length - 1)].join(' '))) return length;
  return 0;
}

/** `station` of `T/Station Manager` */
function withoutModifier(word: string): string {
  const stroke = word.lastIndexOf('/');
  return stroke !== -1 && SHORT_MODIFIERS.has(word.slice(0, stroke)) ? word.slice(stroke + 1) : word;
}

function isRank(word: string, isQualified: boolean): boolean {
  const stroke = word.lastIndexOf('/');
  if (stroke !== -1 && !SHORT_MODIFIERS.has(plain(word.slice(0, stroke)))) return false;
  const last = word.slice(stroke + 1);
  if (CAPITAL_RANKS.has(last)) return true;
  const lower = plain(last);
  if (!RANKS.has(lower) || (NEVER_ALONE.has(lower) && !isQualified)) return false;
  return !CAPITAL_ONLY.has(lower) || startsWithCapital(last);
}

function isModifier(word: string): boolean {
  const stroke = word.lastIndexOf('/');
  if (stroke !== -1) return SHORT_MODIFIERS.has(plain(word.slice(0, stroke))) && isModifier(word.slice(stroke + 1));
  const lower = plain(word);
  return MODIFIERS.has(lower) && (!CAPITAL_ONLY.has(lower) || startsWithCapital(word));
}

function startsWithCapital(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}

function plain(word: string): string {
  return (word.includes('.') ? word.replaceAll('.', '') : word).toLowerCase();
}

const GRADES: readonly (readonly [grade: string, pattern: RegExp])[] = [
  ['support officer', /\b(?:p?cso|support officer)$/],
  ['constable', /(?:^|[\s/])(?:w?pc|t?dc|tdc|spc|const|con|constable|cwnstabl)$/],
  ['chief constable', /\b(?:acc|dcc|chief constable)$/],
  ['sergeant', /(?:^|[\s/])(?:sgt|t?ps|aps|t?ds|detsgt|sergeant|sarge|rhingyll)$/],
  ['inspector', /(?:^|[\s/])(?:insp|t?di|dci|ci|chinsp|detinsp|inspector|arolygydd)$/],
  ['superintendent', /(?:^|[\s/])(?:supt|dsupt|dsu|dcs|dcsupt|chsupt|detsupt|superintendent)$/],
  ['councillor', /\b(?:cllr|coun|councillor|councilor|cyng|cynghorydd|alderman)$/],
];

/** What ranks have in common however they are written and qualified: `T/DCI` and `Inspector` both `inspector`. */
export function rankGrade(rank: string): string | null {
  const lower = rank.toLowerCase().replaceAll('.', '');
  if (/\bchief constable$/.test(lower)) return 'chief constable';
  return GRADES.find(([, pattern]) => pattern.test(lower))?.[0] ?? null;
}
