import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function lastName(markdown: string): string | null | undefined {
  return extractStatements(blocksOf(markdown)).at(-1)?.attribution.name;
}

describe('whoever speaks', () => {
  it('is named in full by what another says', () => {
    const other = 'A Corve Custody Agency spokesperson said: “A new governor, Ivo Lund, took up post in May.”';
    expect(lastName(`${other}\n\nMr Lund added: “Elm shows what my team can do.”`)).toBe('Ivo Lund');
  });

  it('is not whom another names by another surname', () => {
    const other = 'A Corve Custody Agency spokesperson said: “A new governor, Ivo Lund, took up post in May.”';
    expect(lastName(`${other}\n\nMr Lutter added: “Elm shows what my team can do.”`)).toBe('Lutter');
  });

  it.each(['who agreed to be quoted but not named', 'whom we are not naming'])(
    'is nobody of those told: %s',
    (aside) => {
      const told = 'Fay Lutter, Chief Executive of Corve Homes, said: “We are sorry.”';
      expect(lastName(`${told}\n\nThe tenant, ${aside}, said: “You should not have to ask.”`)).toBeNull();
    },
  );

  it('is a body behind an aside that no comma parts from it', () => {
    const told = 'In a statement issued afterwards a Eastmoor Rail spokesman said: “We are deeply sorry.”';
    expect(extractStatements(blocksOf(told))).toMatchObject([
      { attribution: { name: null, organisation: 'Eastmoor Rail' }, kind: 'spokesperson' },
    ]);
  });

  it('is the one behind such an aside', () => {
    expect(lastName('In a statement issued afterwards Fay Lutter said: “We are deeply sorry.”')).toBe('Fay Lutter');
  });

  it('has no letters of a fellow, and no brackets', () => {
    expect(lastName('Prof Fay Lutter FRAgS, Vice-Chancellor, said: “My father got up early.”')).toBe('Fay Lutter');
    expect(lastName('Baroness (Fay) Lutter, who has paid for it, said: “They keep failing.”')).toBe('Fay Lutter');
  });

  it('is whom the paragraph names, and not the spokesperson of the one above', () => {
    const above = 'A spokesperson for Corve Power said: “Our engineers have replaced 41 poles.”';
    const told = 'Corve Council’s emergency planning manager, Fay Lutter, said 212 people had slept there.';
    expect(lastName(`${above}\n\nThe halls close at ten. ${told} “We ran out of eggs,” she added.`)).toBe('Fay Lutter');
  });

  it('is the spokesperson of the paragraph above where nobody is named', () => {
    const above = 'A spokeswoman for Corve Power said: “Our engineers have replaced 41 poles.”';
    expect(extractStatements(blocksOf(`${above}\n\n“The rest will be on by nine,” she added.`))).toMatchObject([
      { attribution: { name: null, organisation: 'Corve Power' } },
    ]);
  });
});
