/** Last words of addresses: `Coldbrook Road` is nobody and employs nobody, although `PC Lane` is somebody. */
const ADDRESSES = new Set(
  `avenue bridge close common court crescent drive estate gardens green hall hill house lane park place road row square
  street terrace town village wharf way`.split(/\s+/),
);

export function isAddressWord(word: string): boolean {
  return ADDRESSES.has(word.toLowerCase());
}
