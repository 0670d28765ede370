import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function namesIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution }) => attribution.name);
}

describe('a name', () => {
  it('may look like a verb', () => {
    const told = 'One of them, Blessing Okoro, has done it for six years.\n\n';
    expect(namesIn(`${told}“People ask,” Blessing explained. “Mostly I listen.”`)).toEqual(['Blessing Okoro']);
    expect(namesIn('Opening the hall, Cllr Ivo Lund said: “It is dry at last.”')).toEqual(['Ivo Lund']);
  });

  it('goes on behind a full stop that is none of a sentence', () => {
    const told = 'Recorder Julian Sto. Domingo gave him a year. “You had every chance,” the Recorder told him.';
    expect(namesIn(told)).toEqual(['Julian Sto. Domingo']);
  });

  it('has letters that are no letters with accents', () => {
    const told = 'His Excellency Søren Aas-Lind, Ambassador of Norway, planted a spruce.\n\n';
    expect(namesIn(`${told}“My grandfather sailed here,” said the Ambassador.`)).toEqual(['Søren Aas-Lind']);
  });

  it('keeps what stands before its particle, and is no rank', () => {
    const [said] = extractStatements(
      blocksOf('Bérengère Le Floc’h, Managing Director, Manche Lines: “We chose Corve.”'),
    );
    expect(said?.attribution).toMatchObject({ name: 'Bérengère Le Floc’h', rank: null });
  });

  it('is not begun by a rank in letters', () => {
    const told = 'For Leading Airman Jordan “Sparky” Blewett it was a first.\n\n';
    expect(namesIn(`${told}“You trust the bloke on the winch,” explained LACMN Blewett, 24.`)).toEqual([
      'Jordan Blewett',
    ]);
  });

  it('begins behind the trade of a master', () => {
    const told =
      'Master Distiller Effie Groat said: “Fourteen jobs is a school.”\n\nMs Groat was born here. “I stayed,” she said.';
    expect(namesIn(told)).toEqual(['Effie Groat', 'Effie Groat']);
    expect(namesIn('Master Tommy Dean, seven, said: “I fed the goat.”')).toEqual(['Tommy Dean']);
  });

  it('is no number of people', () => {
    const told =
      'Sixteen Year 9 pupils cook.\n\nIt was the idea of teacher Hannah Orme, who saw how many walked past.\n\n';
    expect(namesIn(`${told}“I expected a poster,” she says.`)).toEqual(['Hannah Orme']);
  });
});

describe('one name', () => {
  it.each([
    ['Primary 7 pupil Zubo was allowed to cut the ribbon with his friend Amy. “You can play,” he said.', 'Zubo'],
    ['Six-year-old Wilf was first on. “It wobbles,” he reported.', 'Wilf'],
    ['Apprentice Dougie, from Wick, built the staircase. “I did it twice,” he said.', 'Dougie'],
  ])('behind what somebody is: %s', (told, name) => {
    expect(namesIn(told)).toEqual([name]);
  });

  it('is no scheme that is called after those for whom it is', () => {
    const told = 'Cllr Ivo Lund opened it. Resident Parking was discussed. “It took years,” he said.';
    expect(namesIn(told)).toEqual(['Ivo Lund']);
  });
});

describe('two people', () => {
  it('are both said to speak where one is the counterpart of the other', () => {
    const told =
      'In a joint statement, Kestrel chief executive Gwen Achter and her counterpart at Quay Homes, Rafe Billing,';
    expect(namesIn(`${told} said: “We have the same roots.”`)).toEqual(['Gwen Achter and Rafe Billing']);
    expect(namesIn('Gwen Achter, who leads it with her deputy, Rafe Billing, said: “We have the same roots.”')).toEqual(
      ['Gwen Achter'],
    );
  });

  it('are told apart by he and she where a sentence ends with the other', () => {
    const told = 'Ewan “Toots” Matheson runs the *Silver Fern* with his daughter Kelly.\n\n';
    expect(namesIn(`${told}“I’ve two boys on the boat,” he said.`)).toEqual(['Ewan Matheson']);
    expect(namesIn(`${told}“I’ve two boys on the boat,” she said.`)).toEqual(['Kelly']);
  });

  it('share a surname and names that no table has', () => {
    const told = 'Farmers Wil and Nans Edmwnd brought the cattle back.\n\n“We told nobody,” said Nans Edmwnd.\n\n';
    expect(namesIn(`${told}Her husband said: “It was the cows.”`)).toEqual(['Nans Edmwnd', 'Wil Edmwnd']);
  });
});
