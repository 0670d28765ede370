/**
 * Where something of a tidied body stands in the body as it was sent, which has other line ends and more white space around it.
 * @returns for a span of the one the span of the other
 */
export function untidied(sent: string, tidied: string): (start: number, end: number) => [start: number, end: number] {
  if (sent === tidied) return (start, end) => [start, end];
  const places = placesOf(sent, tidied);
  const placeAt = (offset: number) => places[offset] ?? sent.length;
  return (start, end) => [placeAt(start), end > start ? placeAt(end - 1) + 1 : placeAt(end)];
}

/** For each character of the tidied text the place where it was sent, found from the end: all white space there is gone. */
function placesOf(sent: string, tidied: string): number[] {
  const places = new Array<number>(tidied.length);
  let at = sent.trimEnd().length;
  for (let offset = tidied.length - 1; offset >= 0; offset -= 1) {
    at -= 1;
    places[offset] = at;
    if (sent[at] === '\n' && sent[at - 1] === '\r') at -= 1;
  }
  return places;
}
