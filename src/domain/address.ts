/** Characters; what every browser and server can carry. */
export const MAX_ADDRESS_LENGTH = 2_000;

/** The absolute http or https address that a text is; undefined when it is none, or carries a name and password. */
export function parseAddress(text: string): URL | undefined {
  if (/\s/.test(text) || !URL.canParse(text)) return undefined;
  const address = new URL(text);
  const isPlain = address.username === '' && address.password === '';
  return isPlain && (address.protocol === 'https:' || address.protocol === 'http:') ? address : undefined;
}

/** Whether an address names a part of what is there: nobody sends that on, so that two which differ in it alone are one. */
export function hasFragment({ href }: URL): boolean {
  return href.includes('#');
}
