import { describe, expect, test } from 'vitest';
import { type Mention, postsOf, type RecordedPost } from '../../src/domain/official.ts';
import { instant } from '../support/time.ts';

const YEARS = [2018, 2019, 2020, 2021, 2022] as const;
type Year = (typeof YEARS)[number];
const at = (year: Year) => instant(`${year}-01-01T00:00:00.000Z`);

function mention(
  year: Year,
  rank: string | null,
  role: string | null = null,
  organisationId: string | null = null,
): Mention {
  return { rank, role, organisationId, from: at(year) };
}
const recorded = (post: Mention, until: Year | null): RecordedPost => ({ ...post, until: until && at(until) });

describe('the posts of an official', () => {
  test('are none without a mention', () => {
    expect(postsOf([], [])).toEqual([]);
  });

  test('lose nothing by a release that leaves something unsaid', () => {
    expect(postsOf([mention(2020, null), mention(2019, 'Sgt', null, 'o'), mention(2018, 'Sgt', 'Leader')], [])).toEqual(
      [mention(2018, 'Sgt', 'Leader', 'o')],
    );
  });

  test.each([
    ['rank', mention(2020, 'Insp'), mention(2019, 'Sgt', 'Leader', 'o')],
    ['role', mention(2020, null, 'Head'), mention(2019, 'Sgt', 'Leader', 'o')],
    ['organisation', mention(2020, null, null, 'p'), mention(2019, 'Sgt', 'Leader', 'o')],
  ])('are new ones with another %s', (_what, newer, older) => {
    expect(postsOf([newer, older], [])).toEqual([newer, older]);
  });

  test('are not contradicted by releases in a time that was written down with its end', () => {
    const post = mention(2019, 'Insp', 'Head');
    const [before, since] = [mention(2018, 'Cadet'), [mention(2022, 'CI'), mention(2021, 'Sgt')]];
    const meanwhile = [mention(2020, 'PC'), mention(2019, 'PC')];
    expect(postsOf([...since, ...meanwhile, before], [recorded(post, 2021)])).toEqual([...since, post, before]);
  });

  test('that were written down without an end hold until a release says otherwise', () => {
    const post = mention(2020, 'Insp');
    expect(postsOf([mention(2020, 'Sgt')], [recorded(post, null)])).toEqual([post, mention(2020, 'Sgt')]);
    const later = mention(2021, 'CI');
    expect(postsOf([later], [recorded(post, null)])).toEqual([later, post]);
  });
});
