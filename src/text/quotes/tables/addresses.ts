/** Last words of addresses: `Coldbrook Road` is nobody and employs nobody, although `PC Lane` is somebody. */
const ADDRESSES = new Set(
  `avenue bridge close common court crescent drive estate gardens green hall hill house lane park place road row square
  street terrace town village wharf way`.split(/\s+/),
);

export function isAddressWord(word: string): boolean {
  return ADDRESSES.has(word.toLowerCase());
}

/** Those of them that end the name of a street, and of nothing else. */
const STREETS = new Set('avenue close crescent drive lane road row street terrace'.split(' '));

export function isStreet(word: string): boolean {
  return STREETS.has(word.toLowerCase());
}
