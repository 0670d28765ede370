/**
 * A release in the making: its name, its text, and for every statement `name | kind`. `{f}` is a woman, `{m}` a man, `{g}`
 * another woman, `{n}` another man, `{x}` either; `{f.first}`, `{f.last}`, `{f.He}`, `{f.he}`, `{f.his}` and `{f.Mr}` are
 * parts of her; `{1}` to `{4}` are what is said.
 */
export type Situation = readonly [name: string, text: string, ...expected: string[]];

const WOMEN = 'Beth Ngozi Marion Siân Harriet Fatima Chloe Joan Priya Tamsin Zofia Ottilie'.split(' ');
const MEN = 'Callum Tunde Geoff Rhys Mohammed Dennis Lewis Arjun Piotr Edmund Kofi Barnaby'.split(' ');
const SURNAMES =
  'Ashdown Okoro-Bell Penhale Sutcliffe Rahman Wren Tolliver O’Dowd MacInnes Brandreth Lacey Quayle Whitlock Baptiste Jessop Kerr'.split(
    ' ',
  );

const WORDS: Readonly<Record<string, string>> = {
  '1': 'We started with nothing and look at it now',
  '2': 'It has been the work of many hands',
  '3': 'There is a long way to go yet',
  '4': 'I did not expect to see it finished',
  opening: 'Marlshire Council has opened a new bridge over the Ouse at Marl.\n\n',
  council: 'Marlshire Council',
};

/** What stands for the placeholders in the draw of a number: the same number gives the same people. */
export function drawWords(draw: number): ReadonlyMap<string, string> {
  const people: [string, string][] = [
    ...person('f', WOMEN, draw, draw, true),
    ...person('m', MEN, draw + 3, draw + 5, false),
    ...person('g', WOMEN, draw + 5, draw + 9, true),
    ...person('n', MEN, draw + 7, draw + 12, false),
    ...(draw % 2 === 1 ? person('x', WOMEN, draw + 2, draw + 3, true) : person('x', MEN, draw + 1, draw + 3, false)),
  ];
  return new Map([...Object.entries(WORDS), ...people]);
}

/** A text with its people in it. */
export function filled(text: string, words: ReadonlyMap<string, string>): string {
  return text.replace(/\{([\w.]+)\}/g, (whole, key: string) => words.get(key) ?? whole);
}

function person(
  key: string,
  firstNames: readonly string[],
  first: number,
  last: number,
  isWoman: boolean,
): [string, string][] {
  const called = firstNames[first % firstNames.length] ?? '';
  const surname = SURNAMES[last % SURNAMES.length] ?? '';
  const [he, his, him, mr] = isWoman ? ['she', 'her', 'her', 'Mrs'] : ['he', 'his', 'him', 'Mr'];
  return [
    [key, `${called} ${surname}`],
    [key.toUpperCase(), `${called} ${surname}`.toUpperCase()],
    [`${key}.first`, called],
    [`${key}.FIRST`, called.toUpperCase()],
    [`${key}.last`, surname],
    [`${key}.he`, he],
    [`${key}.He`, isWoman ? 'She' : 'He'],
    [`${key}.his`, his],
    [`${key}.His`, isWoman ? 'Her' : 'His'],
    [`${key}.him`, him],
    [`${key}.Mr`, mr],
  ];
}
