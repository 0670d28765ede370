import type { OpenStore } from './store.ts';
export function describeModel(_open: OpenStore): void {}
