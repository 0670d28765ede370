import { describe, expect, it } from 'vitest';
import {
  ARTICLE_EVENTS,
  allows,
  OPEN_STATES,
  PUBLIC_STATES,
  type Stage,
  stageAfter,
  VERBS,
  verbsAt,
  WORKFLOW,
} from '../../src/domain/workflow.ts';

const STAGES: readonly Stage[] = OPEN_STATES.flatMap((open) => PUBLIC_STATES.map((shown) => ({ open, public: shown })));

/** Every stage that an article can come to: by a verb, by a save, or by the clock. */
function reachable(): Set<string> {
  const reached = new Map<string, Stage>();
  const waiting: Stage[] = [{ open: 'draft', public: 'none' }];
  for (let stage = waiting.pop(); stage; stage = waiting.pop()) {
    const name = `${stage.open} ${stage.public}`;
    if (reached.has(name)) continue;
    reached.set(name, stage);
    for (const verb of verbsAt(stage)) waiting.push(stageAfter(verb, stage));
    if (stage.open === 'none') waiting.push({ ...stage, open: 'draft' });
    if (stage.open === 'scheduled') waiting.push({ open: 'none', public: 'live' });
  }
  return new Set(reached.keys());
}

describe('the workflow', () => {
  it('has a row, an event of its own and somebody who may for every verb', () => {
    expect(Object.keys(WORKFLOW)).toEqual([...VERBS]);
    expect(Object.values(WORKFLOW).map(({ event }) => event)).toEqual([...ARTICLE_EVENTS]);
    for (const { roles } of Object.values(WORKFLOW)) {
      expect(roles).toContain('editor');
      expect(roles).toContain('admin');
      expect(roles).not.toContain('partner');
    }
  });

  it('lets an author submit and discard, and nothing that the public sees', () => {
    const theirs = VERBS.filter((verb) => WORKFLOW[verb].roles.includes('author'));
    expect(theirs).toEqual(['submit', 'discard']);
    for (const verb of theirs) expect(WORKFLOW[verb].to.public).toBeUndefined();
  });

  it.each<[string, Stage, string[]]>([
    ['nothing', { open: 'none', public: 'none' }, []],
    ['a new draft', { open: 'draft', public: 'none' }, ['submit', 'force-publish', 'discard']],
    [
      'a submitted draft',
      { open: 'submitted', public: 'none' },
      ['return', 'schedule', 'publish', 'force-publish', 'discard'],
    ],
    ['a scheduled edition', { open: 'scheduled', public: 'none' }, ['unschedule']],
    ['what is live', { open: 'none', public: 'live' }, ['withdraw']],
    [
      'what is live with a submitted draft',
      { open: 'submitted', public: 'live' },
      ['return', 'schedule', 'force-publish', 'correct', 'amend', 'withdraw', 'discard'],
    ],
    ['what is live with a schedule', { open: 'scheduled', public: 'live' }, ['unschedule', 'withdraw']],
    ['what is withdrawn', { open: 'none', public: 'withdrawn' }, ['withdraw', 'reinstate']],
    [
      'what is withdrawn with a draft',
      { open: 'draft', public: 'withdrawn' },
      ['submit', 'force-publish', 'withdraw', 'reinstate', 'discard'],
    ],
    [
      'what is withdrawn with a submitted draft',
      { open: 'submitted', public: 'withdrawn' },
      ['return', 'schedule', 'publish', 'force-publish', 'withdraw', 'reinstate', 'discard'],
    ],
    [
      'what is withdrawn with a schedule',
      { open: 'scheduled', public: 'withdrawn' },
      ['unschedule', 'withdraw', 'reinstate'],
    ],
  ])('allows of %s what its table says', (_what, stage, verbs) => {
    expect(verbsAt(stage)).toEqual(verbs);
  });

  it('refuses to say where a verb leads that is not allowed', () => {
    for (const stage of STAGES) {
      for (const verb of VERBS.filter((each) => !allows(each, stage))) {
        expect(() => stageAfter(verb, stage)).toThrow(RangeError);
      }
    }
  });

  it('comes to every stage', () => {
    expect([...reachable()].sort()).toEqual(STAGES.map((stage) => `${stage.open} ${stage.public}`).sort());
  });

  it.each(['live', 'withdrawn'] as const)(
    'takes a schedule back with a withdrawal of what is %s, and leaves every other open edition',
    (shown) => {
      const after = OPEN_STATES.map((open) => stageAfter('withdraw', { open, public: shown }));
      expect(after.map(({ open }) => open)).toEqual(['none', 'draft', 'submitted', 'submitted']);
      expect(after.every((stage) => stage.public === 'withdrawn')).toBe(true);
    },
  );
});
