import { isGeneric, isOrganisationWord, isWelshHead } from '../tables/organisations.ts';

/** Words of a name that its address leaves out. */
const LEFT_OUT = /^(?:and|ac|of|for|the|y|yr|a|nhs|gig)$/;
/** Letters of an address that say something when only some of a name's words are in it. */
const MIN_LETTERS = 6;

export function squashed(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/**
 * Whether an address is made of a name, word by word in order: of the beginnings of all its words (`derbyshirehealthcareft`,
 * `biphdd`), or of some whole words, the first among them (`porthenyslifeboat` of Porthenys Independent Lifeboat).
 */
export function isCalledAfter(label: string, name: string): boolean {
  const letters = squashed(label);
  const words = name
    .split(' ')
    .map(squashed)
    .filter((word) => word !== '');
  return letters.length > 1 && (isOfBeginnings(letters, words) || isMadeOf(label, name));
}

/** What most names fail at once: an address begins with the first letter of a name, or of what is behind its kind. */
function mayBeCalledAfter(label: string, name: string): boolean {
  const initial = label.charAt(0);
  const second = name.indexOf(' ') + 1;
  return name.charAt(0).toLowerCase() === initial || name.charAt(second).toLowerCase() === initial;
}

function isOfBeginnings(letters: string, words: readonly string[]): boolean {
  let ends = new Set([0]);
  for (const word of words) {
    const next = new Set<number>(LEFT_OUT.test(word) ? ends : []);
    for (const end of ends) {
      for (let length = 1; length <= word.length && letters[end + length - 1] === word[length - 1]; length += 1)
        next.add(end + length);
    }
    ends = next;
  }
  return words.length > 1 && ends.has(letters.length);
}

/** Whether some whole words of a name, the first among them, are all that an address says. */
export function isMadeOf(label: string, name: string): boolean {
  if (!mayBeCalledAfter(label, name)) return false;
  const letters = squashed(label);
  const words = name.split(' ').map(squashed);
  if (letters.length < MIN_LETTERS) return false;
  const isTitled = isGeneric([words[0] ?? '']) || isWelshHead(words[0] ?? '');
  return [words, ...(isTitled ? [words.slice(1)] : [])].some((each) => isOfWords(letters, each));
}

/** All of a name but small words and what kind of body it is: `northmarl` alone is nothing of the North Marl Youth Service. */
function isOfWords(letters: string, [first = '', ...more]: readonly string[]): boolean {
  if (!letters.startsWith(first) || first === letters) return false;
  let rest = letters.slice(first.length);
  let last = first;
  const skipped: string[] = [];
  for (const word of more) {
    // `siryrafon` of Cyngor Sir Afon
    const written = rest.startsWith(`yr${word}`) ? `yr${word}` : word;
    if (rest === '' || !rest.startsWith(written)) skipped.push(word);
    else {
      rest = rest.slice(written.length);
      last = word;
    }
  }
  const isWhole = last === more.at(-1) || isOrganisationWord(last) || skipped.every((word) => isGeneric([word]));
  return rest === '' && isWhole;
}
