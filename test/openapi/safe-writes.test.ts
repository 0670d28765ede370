import { describe, expect, test } from 'vitest';
import { documentText } from '../../openapi/artifacts.ts';

/** What makes a write safe: to be of what was read, to be tried first, to be sent twice. */
type Part = 'If-Match' | 'dryRun' | 'Idempotency-Key';

/** Writes that do without one of them, and why. A write that is not named here has all that its kind needs. */
const EXCEPTIONS: Readonly<Record<string, { readonly without: readonly Part[]; readonly because: string }>> = {
  checkDraft: { without: ['dryRun', 'Idempotency-Key'], because: 'It keeps nothing: it is a question with a body.' },
  askHub: { without: ['dryRun', 'Idempotency-Key'], because: 'Its form is that of WebSub, which asks the callback.' },
  createReceipt: { without: ['Idempotency-Key'], because: 'To say it again changes nothing.' },
  rejectOfficialSuggestion: {
    without: ['If-Match', 'Idempotency-Key'],
    because: 'What is rejected is a pair of ids, which has no versions, and to say it again changes nothing.',
  },
  acceptOfficialSuggestion: {
    without: ['If-Match'],
    because: 'What is accepted is a pair of ids, which has no versions.',
  },
  revokeAccess: { without: ['If-Match'], because: 'A breach is ended whatever somebody else has changed meanwhile.' },
  createPreview: { without: ['If-Match'], because: 'It shows the edition as it stands whenever it is read.' },
  revokePreview: { without: ['If-Match'], because: 'A link has no versions, and is ended whatever it shows.' },
  revokeKey: { without: ['If-Match'], because: 'A key has no versions, and is ended whatever became of it.' },
  rotateKey: { without: ['If-Match'], because: 'A key has no versions: it is replaced by another one.' },
  removeSubscription: { without: ['If-Match'], because: 'Whoever wants to be told nothing more is told nothing more.' },
  rotateSubscriptionSecret: {
    without: ['If-Match'],
    because: 'A secret that leaked is replaced whatever else changed.',
  },
  replayDeliveries: { without: ['If-Match'], because: 'It changes nothing of the subscription.' },
};

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly $ref?: string; readonly name?: string }[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, { readonly name: string }>> };
}

const document: Document = JSON.parse(documentText());
const writes = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => method !== 'get' && method !== 'head')
    .map(([method, operation]) => ({ method, path, operation })),
);

/** Names of the parameters and headers of an operation. */
function namesOf({ parameters = [] }: Operation): (string | undefined)[] {
  return parameters.map(({ $ref, name }) =>
    $ref === undefined ? name : document.components.parameters[$ref.split('/').at(-1) ?? '']?.name,
  );
}

/** What a write needs by its kind: what makes something new cannot be of what was read, and only a POST needs a name. */
function partsOf(method: string, path: string): Part[] {
  const isOfSomething = path.includes('{');
  return [
    ...(isOfSomething ? ['If-Match' as const] : []),
    'dryRun',
    ...(method === 'post' ? ['Idempotency-Key' as const] : []),
  ];
}

describe('every write', () => {
  test.each(writes)('$method $path can be sent safely, or says why not', ({ method, path, operation }) => {
    const names = namesOf(operation);
    const missing = partsOf(method, path).filter((part) => !names.includes(part));
    expect(missing).toEqual(EXCEPTIONS[operation.operationId]?.without ?? []);
  });

  test('that is an exception exists', () => {
    const known = writes.map(({ operation }) => operation.operationId);
    expect(Object.keys(EXCEPTIONS).filter((name) => !known.includes(name))).toEqual([]);
    expect(writes.length).toBeGreaterThan(40);
  });
});
