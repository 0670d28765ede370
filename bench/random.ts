/** Numbers that look random and are the same on every machine. Not for secrets. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** A sequence of its own for every pair of seed and index: sfc32 of PractRand, with 128 bits of state. */
export function randomOf(seed: number, index: number): Random {
  let a = seed | 0;
  let b = index | 0;
  let c = 0;
  let counter = 1;
  const bits = (): number => {
    const drawn = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) bits();

  const next = (): number => bits() / 2 ** 32;
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    pick<Item>(items: readonly Item[]): Item {
      const item = items[whole(0, items.length - 1)];
      if (item === undefined) throw new RangeError('there is nothing to pick from');
      return item;
    },
  };
}

/** Until neighbouring seeds have nothing in common any more. */
const WARM_UP_ROUNDS = 15;
