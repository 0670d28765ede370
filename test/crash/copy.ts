import type { Received } from '../support/receiver.ts';

const REMOVALS = ['article.withdrawn', 'article.vanished', 'article.access_lost'];

/** What a partner keeps of what it is told, as docs/WEBHOOKS.md says. */
export interface Copy {
  /** Editions by article. */
  readonly held: Map<string, number>;
  readonly messages: Map<string, string>;
  /** Of the messages, and of those that a removal was told in place of, in the order of their numbers. */
  changesInOrder(): number[];
  duplicates: number;
  /** What should not have come, or not so. */
  readonly faults: string[];
  take(received: Received): void;
}

export function createCopy(): Copy {
  const newest = new Map<string, number>();
  const superseded = new Map<number, number>();
  const copy: Copy = {
    held: new Map(),
    messages: new Map(),
    changesInOrder() {
      const told = [...copy.messages.values()].map((body) => JSON.parse(body).data);
      const changes = new Map([...superseded, ...told.map(({ order, change }): [number, number] => [order, change])]);
      const byOrder = [...changes].sort(([one], [other]) => one - other);
      const missing = byOrder.findIndex(([order], at) => order !== at + 1);
      if (missing !== -1) copy.faults.push(`number ${missing + 1} never came`);
      return byOrder.map(([, change]) => change);
    },
    duplicates: 0,
    faults: [],
    take({ headers, body }) {
      const id = String(headers['webhook-id']);
      const before = copy.messages.get(id);
      if (before !== undefined) {
        copy.duplicates += 1;
        if (before !== body) copy.faults.push(`${id} came with other words`);
        return;
      }
      copy.messages.set(id, body);
      const { type, data } = JSON.parse(body);
      if (data.change <= (newest.get(data.article.id) ?? 0)) copy.faults.push(`${id} came out of order`);
      newest.set(data.article.id, data.change);
      for (const { order, change } of data.supersedes ?? []) {
        if (change >= data.change) copy.faults.push(`${id} takes the place of what came after it`);
        superseded.set(order, change);
      }
      if (REMOVALS.includes(type)) copy.held.delete(data.article.id);
      else copy.held.set(data.article.id, data.article.edition);
    },
  };
  return copy;
}
