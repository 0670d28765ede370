/** Lines of one upload; what is left goes into another one. */
export const MAX_UPLOAD_ITEMS = 10_000;
export const MAX_UPLOAD_BYTES = 64_000_000;
