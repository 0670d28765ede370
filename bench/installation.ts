/** Bytes of answers that an installation remembers unless it says otherwise. */
export const MEMORY_BYTES = 32_000_000;
