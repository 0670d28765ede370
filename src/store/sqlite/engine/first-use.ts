/** What `make` makes, made when it is first asked for and kept. */
export function madeOnce<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A function that is made when it is first called, and kept. */
export function madeOnFirstCall<Given extends readonly unknown[], Result>(make: () => (...given: Given) => Result) {
  const made = madeOnce(make);
  return (...given: Given): Result => made()(...given);
}

/** An object whose properties are each made when they are first read, and kept. */
export function madeOnFirstUse<Parts extends object>(makers: { readonly [Name in keyof Parts]: () => Parts[Name] }) {
  const parts: Partial<Parts> = {};
  for (const [name, make] of Object.entries<() => unknown>(makers)) {
    Object.defineProperty(parts, name, { get: madeOnce(make), enumerable: true });
  }
  // Every name has its maker, by the type of what is given.
  return parts as Parts;
}
