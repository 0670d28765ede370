import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../src/text/quotes/cast/mentions.ts';
import { narrationOf } from '../../../src/text/quotes/cast/narration.ts';
import { blocksOf } from '../../support/blocks.ts';

const mentionsIn = (text: string) =>
  findMentions(narrationOf(blocksOf(text), [])).map(({ name, speaker }) => {
    const { role = null, organisation = null } = speaker() ?? {};
    return [name, role, organisation];
  });

describe('whom a narration names', () => {
  it('has the post before each name of a list', () => {
    expect(mentionsIn("Marl Water's chief Tom Hale, chair Ann Shaw and head of risk Rory Bell met on Monday.")).toEqual(
      [
        ['Tom Hale', 'chief', 'Marl Water'],
        ['Ann Shaw', 'chair', null],
        ['Rory Bell', 'head of risk', null],
      ],
    );
  });

  it('has a post behind an aside that no comma ends', () => {
    expect(mentionsIn('On Monday night Police & Crime Commissioner Jo Bell joined them.')).toEqual([
      ['Jo Bell', 'Police & Crime Commissioner', null],
    ]);
  });

  it('gives two people their one surname', () => {
    expect(mentionsIn('Aisha and Zara Malik from Marl were there.').map(([name]) => name)).toEqual([
      'Aisha Malik',
      'Zara Malik',
    ]);
  });
});
