import { type Random, randomOf } from './random.ts';

/** How many different words the releases are made of: about what ten thousand real ones use. */
const VOCABULARY_SIZE = 20_000;

/** Everyday words of English in the order of how often they are written. */
const EVERYDAY =
  `the to and of a in for is on that be with have will are at this was as from by we it they not has who been
or their which an our you can were about more after one said up all but when if out any people also would her there so
what how he his no than other two over some these into time only could its may had them do us just my she your then
like now where most new well very many first through being should three before those while because between both off
down still too even each such here against during last since around without under until again around next`.split(/\s+/);

/** What public bodies write about, again the most frequent first. */
const NEWSROOM =
  `police officers council community local residents team public support work area service safety fire county
incident information road court street working help year investigation man woman crime centre town housing
report home children young families health reported station school project emergency partners vehicle charged
neighbourhood property appeal witnesses detectives arrested sentenced drugs burglary theft driving weather flood warning
traffic patrols victims evidence suspected enquiries contact website crews smoke alarm charity volunteers funding
consultation planning scheme bins recycling library park bridge river station roadworks parking cyclists drivers
collision seriously injured hospital ambulance magistrates guilty pleaded prison months years weeks robbery assault
knife fraud courier scam doorstep pensioners vulnerable closure order notice antisocial behaviour nuisance landlord
tenants flats repairs insulation heating energy grant budget councillors meeting decision cabinet proposals election
vaccination clinic nurses wellbeing loneliness carers walking cycling market festival museum heritage gallery
footpath woodland wildlife farmland livestock quad trailer stolen recovered machines trackers rural village parish`.split(
    /\s+/,
  );

const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'cl',
  'd',
  'f',
  'g',
  'gr',
  'h',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'w',
];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ea', 'ai', 'ou'];
const CODAS = ['', 'l', 'm', 'n', 'nd', 'r', 'rk', 's', 'st', 't', 'ck', 'th'];
const ENDINGS = ['', '', 'ed', 'ing', 'er', 'ly', 's', 'ment', 'ness', 'able'];

/** Every word once, the most frequent first: real ones, then made ones that stand for the long tail. */
const WORDS: readonly string[] = makeWords();

/** Real words that a reader would search for, the most frequent first. */
export const SEARCHED_WORDS: readonly string[] = [...new Set(NEWSROOM)];

/** A word with about the frequency that it has in English: Zipf's law as Mandelbrot corrected it. */
export function drawWord(random: Random): string {
  const at = random.next() * (CUMULATED.at(-1) ?? 0);
  let low = 0;
  let high = CUMULATED.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((CUMULATED[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return WORDS[low] ?? '';
}

/** Mandelbrot's shift flattens the very top, where Zipf alone would make every eighth word "the". */
const SHIFT = 1;
const EXPONENT = 1.08;

const CUMULATED = cumulate(WORDS.map((_, rank) => 1 / (rank + 1 + SHIFT) ** EXPONENT));

function cumulate(weights: readonly number[]): Float64Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (const [at, weight] of weights.entries()) {
    sum += weight;
    sums[at] = sum;
  }
  return sums;
}

function makeWords(): string[] {
  const words = new Set([...EVERYDAY, ...NEWSROOM]);
  const random = randomOf(0, 0);
  const syllable = () => random.pick(ONSETS) + random.pick(NUCLEI) + random.pick(CODAS);
  while (words.size < VOCABULARY_SIZE) {
    words.add(Array.from({ length: random.whole(1, 2) }, syllable).join('') + random.pick(ENDINGS));
  }
  return [...words];
}
