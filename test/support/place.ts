import type { AreaRegistration } from '../../src/store/store.ts';

/** A place for the public list of areas, of which no more is known than its name unless the test says so. */
export function place(name: string, more: Partial<AreaRegistration> = {}): AreaRegistration {
  return { key: name.toLowerCase(), name, nameCy: null, kind: null, gss: null, parentKey: null, ...more };
}
