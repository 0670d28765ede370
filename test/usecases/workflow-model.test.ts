import { expect, it } from 'vitest';
import { type Article, stageOf } from '../../src/domain/article.ts';
import { instantFromMillis, millisOf } from '../../src/domain/time.ts';
import { audienceOf, everyone } from '../../src/domain/visibility.ts';
import { allows, type Stage, stageAfter, VERBS, type Verb, WORKFLOW } from '../../src/domain/workflow.ts';
import { fc, runs } from '../support/property-tests.ts';
import { openNewsroom } from './newsroom.ts';
import { ANN, act, actOf, codeOr, create, ED, EVE, retitle } from './people.ts';

const RUNS = 60;
const MAX_COMMANDS = 25;
/** Milliseconds from an approval to the instant that it is for. */
const AHEAD = 3;

const PEOPLE = { Ann: ANN, Ed: ED, Eve: EVE };
type Name = keyof typeof PEOPLE;

/** An article of Ann's, in plain values. */
interface Model {
  readonly stage: Stage;
  readonly submittedBy: string | null;
  readonly openTitle: string;
  readonly liveTitle: string;
  /** The last public number. */
  readonly number: number;
  readonly version: number;
  readonly publishAt: number;
}

const NEW: Model = {
  stage: { open: 'draft', public: 'none' },
  submittedBy: null,
  openTitle: 'T0',
  liveTitle: '',
  number: 0,
  version: 1,
  publishAt: 0,
};

const arbitraryName = fc.constantFrom<Name>('Ann', 'Ed', 'Eve');
const arbitraryCommand = fc.oneof(
  { weight: 6, arbitrary: fc.record({ verb: fc.constantFrom(...VERBS), by: arbitraryName }) },
  { weight: 2, arbitrary: fc.record({ title: fc.constantFrom('T1', 'T2', 'T3'), by: arbitraryName }) },
  { weight: 1, arbitrary: fc.record({ millis: fc.integer({ min: 1, max: AHEAD }) }) },
);
type Command = typeof arbitraryCommand extends fc.Arbitrary<infer Value> ? Value : never;

/** What a command makes of the model, or the code with which it is refused. */
function step(model: Model, command: Command, now: number): Model | string {
  if ('millis' in command) return model;
  if ('verb' in command) return afterVerb(model, command.verb, command.by, now);
  if (model.stage.open === 'scheduled') return 'verb_not_allowed';
  const stage: Stage = { ...model.stage, open: 'draft' };
  return { ...model, stage, submittedBy: null, openTitle: command.title, version: model.version + 1 };
}

function afterVerb(model: Model, verb: Verb, by: Name, now: number): Model | string {
  const { stage } = model;
  if (by === 'Ann' && !WORKFLOW[verb].roles.includes('author')) return 'forbidden';
  if (!allows(verb, stage)) return 'verb_not_allowed';
  if ((verb === 'publish' || verb === 'schedule') && model.submittedBy === by) return 'two_person_rule';
  // It would be withdrawn in the very words in which it is.
  if (verb === 'withdraw' && stage.public === 'withdrawn' && stage.open !== 'scheduled') return model;
  const after = { ...model, stage: stageAfter(verb, stage), version: model.version + 1 };
  switch (verb) {
    case 'submit':
      return { ...after, submittedBy: by };
    case 'return':
    case 'discard':
      return { ...after, submittedBy: null };
    case 'schedule':
      return { ...after, publishAt: now + AHEAD };
    case 'publish':
    case 'force-publish':
    case 'correct':
    case 'amend':
      return { ...after, ...shown(model) };
    default:
      return after;
  }
}

function shown({ openTitle, number }: Model) {
  return { liveTitle: openTitle, number: number + 1, submittedBy: null };
}

function lifted(model: Model, now: number): Model {
  if (model.stage.open !== 'scheduled' || model.publishAt > now) return model;
  return { ...model, ...shown(model), stage: { open: 'none', public: 'live' }, version: model.version + 1 };
}

it('whatever three people do, an article stands where a tiny model says', async () => {
  const life = fc.asyncProperty(fc.array(arbitraryCommand, { maxLength: MAX_COMMANDS }), async (commands) => {
    const newsroom = openNewsroom();
    try {
      await live(newsroom, commands);
    } finally {
      await newsroom.close();
    }
  });
  await fc.assert(life, { numRuns: runs(RUNS) });
});

async function live({ deps, setTime }: ReturnType<typeof openNewsroom>, commands: readonly Command[]): Promise<void> {
  let now = millisOf(deps.clock.now());
  let model = NEW;
  const { id } = await create(deps, ANN, model.openTitle);
  for (const command of commands) {
    if ('millis' in command) {
      now += command.millis;
      setTime(instantFromMillis(now));
    }
    // Whoever acts has just read the article, and so has seen what the clock did.
    model = lifted(model, now);
    const wanted = step(model, command, now);
    const done = await codeOr(carryOut(deps, { id, version: model.version }, command, now));
    expect(typeof done === 'string' ? done : 'done').toBe(typeof wanted === 'string' ? wanted : 'done');
    if (typeof wanted !== 'string') model = wanted;
    expect(await seen(deps, id)).toEqual(viewOf(model));
  }
}

async function carryOut(
  deps: ReturnType<typeof openNewsroom>['deps'],
  article: Pick<Article, 'id' | 'version'>,
  command: Command,
  now: number,
): Promise<unknown> {
  if ('millis' in command) return null;
  const actor = PEOPLE[command.by];
  if ('title' in command) return retitle(deps, actor, article, command.title);
  return act(deps, actor, article, actOf(command.verb, instantFromMillis(now + AHEAD)));
}

async function seen({ store, clock }: ReturnType<typeof openNewsroom>['deps'], id: string) {
  const article = await store.newsroom.find(id, audienceOf(ED, clock.now()));
  if (!article) throw new Error('the article is lost');
  const found = await store.articles.find(id, everyone(clock.now()));
  const told = await store.articles.withdrawal(id, everyone(clock.now()));
  return {
    stage: stageOf(article),
    version: article.version,
    openTitle: article.open?.content.title,
    submittedBy: article.open?.submittedBy,
    public: found && { title: found.title, edition: found.edition },
    isWithdrawn: told !== undefined,
  };
}

function viewOf({ stage, version, openTitle, submittedBy, liveTitle, number }: Model) {
  return {
    stage,
    version,
    openTitle: stage.open === 'none' ? undefined : openTitle,
    submittedBy: stage.open === 'none' ? undefined : submittedBy,
    public: stage.public === 'live' ? { title: liveTitle, edition: number } : undefined,
    isWithdrawn: stage.public === 'withdrawn',
  };
}
