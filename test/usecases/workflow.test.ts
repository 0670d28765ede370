import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/actor.ts';
import { type Actor, ANONYMOUS, OPERATOR } from '../../src/domain/actor.ts';
import { stageOf } from '../../src/domain/article.ts';
import { possibleVerbs } from '../../src/domain/possible-verbs.ts';
import { Problem } from '../../src/domain/problem.ts';
import { everyone } from '../../src/domain/visibility.ts';
import {
  allows,
  OPEN_STATES,
  PUBLIC_STATES,
  type Stage,
  stageAfter,
  VERBS,
  type Verb,
  verbsAt,
  WORKFLOW,
} from '../../src/domain/workflow.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';
import { ANN, act, actOf, articleAt, codeOr, create, ED, EVE, keyOf, refusalOr, retitle } from './people.ts';

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = openNewsroom();
});
afterEach(() => newsroom.close());

const STAGES: readonly Stage[] = OPEN_STATES.flatMap((open) => PUBLIC_STATES.map((shown) => ({ open, public: shown })));

const PEOPLE: readonly { readonly who: string; readonly actor: Actor; readonly role: Role | null }[] = [
  { who: 'the author', actor: ANN, role: 'author' },
  { who: 'another author', actor: keyOf('Abe', 'author'), role: null },
  { who: 'an editor', actor: ED, role: 'editor' },
  { who: 'an admin', actor: keyOf('Ada', 'admin'), role: 'admin' },
  { who: 'the author with the key of an editor', actor: keyOf('Ann', 'editor'), role: 'editor' },
  { who: 'the operator', actor: OPERATOR, role: 'admin' },
  { who: 'a partner', actor: keyOf('Ann', 'partner'), role: null },
  { who: 'nobody in particular', actor: ANONYMOUS, role: null },
];

/** What the table and the two-person rule say, in the order in which they are asked. */
function expected(verb: Verb, stage: Stage, { who, role }: (typeof PEOPLE)[number]): Stage | string {
  if (role === null) return 'not_found';
  if (!WORKFLOW[verb].roles.includes(role)) return 'forbidden';
  if (!allows(verb, stage)) return 'verb_not_allowed';
  if (who === 'the author with the key of an editor' && ['publish', 'schedule'].includes(verb))
    return 'two_person_rule';
  return stageAfter(verb, stage);
}

describe('every verb', () => {
  it.each(STAGES)(
    'does for everybody what the table says, while $open is open and $public is public',
    async (stage) => {
      const { deps } = newsroom;
      const article = await articleAt(deps, stage);
      const outcomes = [];
      const wanted = [];
      for (const verb of VERBS) {
        for (const person of PEOPLE) {
          const outcome = await codeOr(act(deps, person.actor, article, verb, true));
          outcomes.push([verb, person.who, typeof outcome === 'string' ? outcome : stageOf(outcome)]);
          wanted.push([verb, person.who, expected(verb, stage, person)]);
        }
      }
      expect(outcomes).toEqual(wanted);
      expect(outcomes).toHaveLength(88);
    },
  );

  it.each(STAGES)(
    'that is refused names those that would not be, while $open is open and $public is public',
    async (stage) => {
      const { deps } = newsroom;
      const strict = {
        ...deps,
        rules: { ...DEFAULT_RULES, twoPersonVerbs: ['publish', 'schedule', 'correct'] as const },
      };
      const article = await articleAt(deps, stage);
      const people = PEOPLE.filter(({ role }) => role !== null);
      for (const { who, actor } of people) {
        const outcomes = await Promise.all(VERBS.map((verb) => refusalOr(act(strict, actor, article, verb, true))));
        const working = VERBS.filter((_, at) => !(outcomes[at] instanceof Problem));
        const named = outcomes.flatMap((outcome) =>
          outcome instanceof Problem && outcome.message.includes('where the article stands') ? outcome.errors : [],
        );
        expect([who, possibleVerbs(article, actor, strict.rules.twoPersonVerbs)]).toEqual([who, working]);
        expect([who, ...named.map(({ allowed }) => allowed)]).toEqual([who, ...named.map(() => working)]);
      }
    },
  );

  it('that the stage does not allow is refused with the verbs that it does', async () => {
    const { deps } = newsroom;
    for (const stage of STAGES) {
      const article = await articleAt(deps, stage);
      const [impossible] = VERBS.filter((verb) => !allows(verb, stage));
      const refusal = act(deps, OPERATOR, article, impossible ?? 'submit');
      await expect(refusal).rejects.toMatchObject({ code: 'verb_not_allowed', errors: [{ allowed: verbsAt(stage) }] });
    }
  });

  it('is refused of a version that is not the present one, and names both', async () => {
    const { deps } = newsroom;
    const article = await create(deps, ANN, 'A title');
    await retitle(deps, ANN, article, 'Another');
    await expect(act(deps, ANN, article, 'submit')).rejects.toMatchObject({
      code: 'stale_edition',
      errors: [
        { parameter: 'If-Match', detail: expect.stringContaining('"1"'), expected: expect.stringContaining('"2"') },
      ],
    });
  });

  it('schedules for a later instant alone', async () => {
    const { deps } = newsroom;
    const article = await articleAt(deps, { open: 'submitted', public: 'none' });
    const refusal = act(deps, ED, article, actOf('schedule', deps.clock.now()));
    await expect(refusal).rejects.toMatchObject({ code: 'invalid_body', errors: [{ pointer: '/publishAt' }] });
  });
});

describe('what was submitted', () => {
  it('is a draft again once it is edited, by whomever, and must be submitted again', async () => {
    const { deps } = newsroom;
    for (const editor of [ANN, ED]) {
      const submitted = await articleAt(deps, { open: 'submitted', public: 'none' });
      const edited = await retitle(deps, editor, submitted, 'Edited');
      expect(edited.open).toMatchObject({ state: 'draft', submittedBy: null, content: { title: 'Edited' } });
      expect(await codeOr(act(deps, EVE, edited, 'publish'))).toBe('verb_not_allowed');
    }
  });

  it('is not approved by whoever submitted it, by no way round and with no other key', async () => {
    const { deps } = newsroom;
    const hers = keyOf('Ed', 'admin');
    const draft = await create(deps, ANN, 'A title');
    let article = await act(deps, ED, draft, 'submit');
    for (const key of [ED, hers]) {
      for (const verb of ['publish', 'schedule'] as const) {
        expect(await codeOr(act(deps, key, article, verb))).toBe('two_person_rule');
      }
    }
    article = await act(deps, EVE, article, 'schedule');
    article = await act(deps, ED, article, 'unschedule');
    expect(await codeOr(act(deps, hers, article, 'publish'))).toBe('two_person_rule');
    article = await act(deps, ED, article, 'return');
    article = await act(deps, hers, article, 'submit');
    expect(await codeOr(act(deps, ED, article, 'schedule'))).toBe('two_person_rule');
    article = await retitle(deps, EVE, article, 'Edited');
    article = await act(deps, EVE, article, 'submit');
    expect(await codeOr(act(deps, EVE, article, 'publish'))).toBe('two_person_rule');
    article = await act(deps, ED, article, 'publish');
    expect(article.live).toMatchObject({ number: 1, submittedBy: 'Eve' });
  });

  it('is approved by anybody where the installation wants no second person, and corrections by two where it does', async () => {
    const { deps } = newsroom;
    const alone = { ...deps, rules: { ...DEFAULT_RULES, twoPersonVerbs: [] } };
    const strict = { ...deps, rules: { ...DEFAULT_RULES, twoPersonVerbs: ['correct'] as const } };
    let article = await act(alone, ED, await create(alone, ED, 'A title'), 'submit');
    article = await act(alone, ED, article, 'publish');
    article = await retitle(strict, ED, article, 'Corrected');
    expect(await codeOr(act(strict, EVE, article, 'correct'))).toBe('verb_not_allowed');
    article = await act(strict, ED, article, 'submit');
    expect(await codeOr(act(strict, ED, article, 'correct'))).toBe('two_person_rule');
    expect(await act(strict, EVE, article, 'correct')).toMatchObject({ live: { number: 2 } });
  });
});

describe('the trail', () => {
  it('keeps the reason of what was forced, the note of a return, and the kind of a withdrawal', async () => {
    const { deps } = newsroom;
    let article = await act(deps, ANN, await create(deps, ANN, 'A title'), 'submit');
    article = await act(deps, ED, article, 'return');
    article = await act(deps, ED, article, 'force-publish');
    await act(deps, ED, article, 'withdraw');
    const { rows } = await deps.store.audit.list({ limit: 10, position: null, subject: article.id });
    expect(rows.map(({ action, actorTitle, detail }) => [action, actorTitle, detail]).reverse()).toEqual([
      ['article.created', 'Ann', {}],
      ['article.submitted', 'Ann', {}],
      ['article.returned', 'Ed', { note: 'A note.' }],
      ['article.force-published', 'Ed', { reason: 'A missing child.' }],
      ['article.withdrawn', 'Ed', { kind: 'gone', reason: 'A call.', explanation: 'An error.' }],
    ]);
  });

  it('keeps every word that readers were told of a withdrawal, and nothing where nothing was said anew', async () => {
    const { deps } = newsroom;
    const withdraw = (explanation: string, reason: string | null) =>
      ({ verb: 'withdraw', withdrawal: { kind: 'notice', explanation, alternative: null, reason } }) as const;
    let article = await act(deps, ED, await create(deps, ANN, 'A title'), 'force-publish');
    article = await act(deps, ED, article, withdraw('A mistale.', 'A call.'));
    const repeated = await act(deps, EVE, article, withdraw('A mistale.', null));
    expect(repeated).toEqual(article);
    article = await act(deps, EVE, repeated, withdraw('A mistake.', 'A slip.'));
    article = await act(deps, EVE, article, withdraw('A mistake.', 'A slip of the pen.'));
    const { rows } = await deps.store.audit.list({ limit: 10, position: null, subject: article.id });
    expect(rows.slice(0, 3).map(({ actorTitle, detail }) => [actorTitle, detail])).toEqual([
      ['Eve', { kind: 'notice', reason: 'A slip of the pen.', explanation: 'A mistake.' }],
      ['Eve', { kind: 'notice', reason: 'A slip.', explanation: 'A mistake.' }],
      ['Ed', { kind: 'notice', reason: 'A call.', explanation: 'A mistale.' }],
    ]);
  });
});

describe('a save', () => {
  it('of a scheduled edition is refused', async () => {
    const { deps } = newsroom;
    const article = await articleAt(deps, { open: 'scheduled', public: 'live' });
    expect(await codeOr(retitle(deps, ED, article, 'Edited'))).toBe('verb_not_allowed');
  });

  it('never touches what is public', async () => {
    const { deps } = newsroom;
    const article = await articleAt(deps, { open: 'none', public: 'live' });
    const before = await deps.store.articles.find(article.id, everyone(deps.clock.now()));
    await retitle(deps, ED, article, 'Edited');
    expect(before).toMatchObject({ title: 'A title' });
    expect(await deps.store.articles.find(article.id, everyone(deps.clock.now()))).toEqual(before);
  });

  it('belongs to those of the newsroom alone', async () => {
    const { deps } = newsroom;
    for (const actor of [ANONYMOUS, keyOf('Pat', 'partner')]) {
      expect(await codeOr(create(deps, actor, 'A title'))).toBe('forbidden');
      expect(await codeOr(retitle(deps, actor, await create(deps, ANN, 'A title'), 'Edited'))).toBe('not_found');
    }
  });
});
