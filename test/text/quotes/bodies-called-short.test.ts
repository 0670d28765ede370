import { describe, expect, it } from 'vitest';
import { organisationsIn } from '../../../src/text/quotes/employers/named-organisations.ts';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

/** For whom the speaker of the last statement of a release by Ox Council speaks. */
function bodyIn(markdown: string, title = ''): string | null {
  const about = { ...NOTHING_KNOWN, title, url: 'https://www.ox.gov.uk/news/a' };
  return extractStatements(blocksOf(markdown), about).at(-1)?.attribution.organisation ?? null;
}

describe('a body that is called by the beginning of its name', () => {
  it.each([
    [
      'of what kind it is',
      'Fell Housing Association paid. Fell’s chief executive, Una Orme, said: “It is.”',
      'Fell Housing Association',
    ],
    [
      'of a school',
      'Elm Primary School sang. Una Orme, headteacher of Elm Primary, said: “It is.”',
      'Elm Primary School',
    ],
    ['in law', 'Brack plc was fined. A spokeswoman for Brack said: “It is.”', 'Brack plc'],
    [
      'of a trust of hospitals',
      'Marl Hospitals NHS Trust paid. Una Orme, a director of Marl Hospitals, said: “It is.”',
      'Marl Hospitals NHS Trust',
    ],
    [
      'and by no more than was needed',
      'Fell Housing Group and Fell Housing Group Trust paid. Fell Housing’s director Una Orme said: “It is.”',
      'Fell Housing Group',
    ],
  ])('is called in full: %s', (_, told, body) => {
    expect(bodyIn(told)).toBe(body);
  });

  it('may be named in full by the title alone', () => {
    expect(bodyIn('Fell’s director, Una Orme, said: “It is.”', 'Work starts at Fell Homes')).toBe('Fell Homes');
  });

  it.each([
    [
      'is whole by itself',
      'Marl Police and the Marl Police Museum met. Una Orme of Marl Police said: “It is.”',
      'Marl Police',
    ],
    ['may be either of two', 'Fell Homes and Fell Energy met. Fell’s director, Una Orme, said: “It is.”', 'Fell'],
    ['is a place', 'Fell Homes built in Fell. Fell’s director, Una Orme, said: “It is.”', 'Fell'],
  ])('stays as it is where it %s', (_, told, body) => {
    expect(bodyIn(told)).toBe(body);
  });
});

describe('a body that is called by what it does', () => {
  it.each([
    [
      'a board',
      'Marl Internal Drainage Board met. Drainage Board chairman Una Orme said: “It is.”',
      'Marl Internal Drainage Board',
    ],
    [
      'an office',
      'The Government Estates Office moves. Una Orme, director of the Estates Office, said: “It is.”',
      'Government Estates Office',
    ],
    [
      'in letters',
      'Marl and Ox Integrated Care Board pays. Una Orme, the ICB’s lead for veterans, said: “It is.”',
      'Marl and Ox Integrated Care Board',
    ],
    [
      'in Gaelic',
      'Comhairle nan Eilean Bàn met. The Leader of the Comhairle, Una Orme, said: “It is.”',
      'Comhairle nan Eilean Bàn',
    ],
    [
      'in Welsh',
      'Bwrdd Iechyd Glannau Medd sy’n talu. Dywedodd Dr Una Orme, Cyfarwyddwr Meddygol y Bwrdd Iechyd: “Ydi.”',
      'Bwrdd Iechyd Glannau Medd',
    ],
  ])('is called in full: %s', (_, told, body) => {
    expect(bodyIn(told)).toBe(body);
  });

  it('is the council in small letters', () => {
    expect(bodyIn('Ox Council met. Una Orme, a county council officer, said: “It is.”')).not.toBe('county council');
  });

  it('keeps letters that two may have', () => {
    const told = 'Marl Integrated Care Board and Fell Integrated Care Board pay. Una Orme of the ICB said: “It is.”';
    expect(bodyIn(told)).toBe('ICB');
  });
});

describe('a body whose its is told above', () => {
  it.each([
    [
      'two paragraphs above',
      'The Fell Residents’ Association has waited since 2011. Its secretary, Una Orme, cut the turf.\n\n“It is,” said Mrs Orme.',
      'Fell Residents’ Association',
    ],
    [
      'by what it is',
      'Bread goes to Fell Hospice. One man wrote to hospice staff. Its chef, Una Orme, kept the card. “It is,” she said.',
      'Fell Hospice',
    ],
    [
      'as one that is spoken for',
      'Fell Homes and the Land Renewal Agency pay. And for the Agency, its manager Una Orme said: “It is.”',
      'Land Renewal Agency',
    ],
    [
      'as one without a name',
      'Imam Yusuf Dar, of Mill Street Mosque, agreed. For the gurdwara, its secretary Una Orme said: “It is.”',
      'gurdwara',
    ],
    [
      'as a board',
      'The Rail Safety Board has been told. The Board has 56 days. Its chief inspector, Una Orme, said: “It is.”',
      'Rail Safety Board',
    ],
    [
      'with whose',
      'Among the givers was the Cutters’ Guild, whose Master, Una Orme, told guests: “It is.”',
      'Cutters’ Guild',
    ],
  ])('is found: %s', (_, told, body) => {
    expect(bodyIn(told)).toBe(body);
  });
});

describe('the name of a body that begins with an owner, or ends with whom it is for', () => {
  it.each([
    ['six of them at Harker’s Bakery in Marl', ['Harker’s Bakery']],
    ['She is of the Women’s Institute now.', ['Women’s Institute']],
    ['They gave it to the Fishermen’s Mission.', ['Fishermen’s Mission']],
    ['It stole from Marl Riding for All.', ['Marl Riding for All']],
    ['Marl Boxing Gym was given it by the Rotary Club of Ox.', ['Marl Boxing Gym', 'Rotary Club of Ox']],
    ['The Driver Records Agency warned of it.', ['Driver Records Agency']],
    ['Ox Council, Fell Homes and the Land Renewal Agency pay.', ['Ox Council', 'Fell Homes', 'Land Renewal Agency']],
    ['Ox’s Council has met.', []],
    ['All for All was sung.', []],
  ])('%s', (text, names) => {
    expect(organisationsIn(text)).toEqual(names);
  });
});
