import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/text/markdown.ts';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';

/** For whom the speaker of the last statement of a release speaks. */
function bodyIn(markdown: string, host: string, title = ''): string | null {
  const known = { ...NOTHING_KNOWN, title, url: `https://www.${host}/news/a` };
  return extractStatements(renderMarkdown(markdown).blocks, known).at(-1)?.attribution.organisation ?? null;
}

describe('those who sit on a council', () => {
  it.each([
    ['Ward members Cllr Una Orme and Cllr Ted Rowe said in a joint statement: “It is.”', 'Kestrel District Council'],
    ['In a joint letter Cllr Una Orme and Cllr Ted Rowe said: “It is.”', 'Kestrel District Council'],
    ['Local member Cllr Una Orme said: “It is.”', 'Kestrel District Council'],
    ['Ward councillor Una Orme said: “It is.”', 'Kestrel District Council'],
    ['Band members Una Orme and Ted Rowe said: “It is.”', null],
  ])('%s', (told, body) => {
    expect(bodyIn(`Kestrel District Council has a plan.\n\n${told}`, 'kestrel.gov.uk')).toBe(body);
  });

  it('is no guess for two of two forces', () => {
    const told = 'Kestrel Police and Oxley Police met. Sergeant Una Orme and Sergeant Ted Rowe said: “It is.”';
    expect(bodyIn(told, 'kestrel.police.uk')).toBe(null);
  });
});

describe('who publishes', () => {
  it.each([
    [
      'the force, and no unit that it is part of',
      'kestrel.police.uk',
      'Send footage to the Collisions Unit of Kestrel Police. PS Una Orme said: “It is.”',
      'Kestrel Police',
    ],
    [
      'the force whose address leaves an “and” out',
      'oxderwent.police.uk',
      'An Ox and Derwent Police van came. DCC Una Orme said: “It is.”',
      'Ox and Derwent Police',
    ],
    [
      'no office for a deputy of its commissioner',
      'kestrel-pcc.gov.uk',
      'Deputy Commissioner Una Orme said: “It is.”',
      null,
    ],
    [
      'the service whose deputy commissioner it is',
      'kestrelfire.gov.uk',
      'Deputy Commissioner Una Orme said: “It is.”',
      'Kestrel Fire and Rescue Service',
    ],
    [
      'the force of whose commissioner the address is, whatever houses it',
      'kestrel-pcc.offices.gov.uk',
      'Chief Constable Una Orme said: “It is.”',
      'Kestrel Police',
    ],
    [
      'and not the operation that somebody leads',
      'kestrel.police.uk',
      'Det Supt Una Orme, who leads Operation Kite, said: “It is.”',
      'Kestrel Police',
    ],
    [
      'but the team of an operation',
      'kestrel.police.uk',
      'Det Supt Una Orme, of the Op Kite team, said: “It is.”',
      'Op Kite team',
    ],
  ])('%s at %s', (_, host, told, body) => {
    expect(bodyIn(told, host)).toBe(body);
  });
});

describe('a body that is told of without a name', () => {
  it.each([
    ['The hall committee met. Its treasurer, Una Orme, said: “It is.”', 'hall committee'],
    ['The opposition group backed it. Its leader, Cllr Una Orme, said: “It is.”', 'opposition group'],
    ['The Kestrel Wood Group came. The wood group met. Its leader, Una Orme, said: “It is.”', 'Kestrel Wood Group'],
    ['The county council met. Its leader, Cllr Una Orme, said: “It is.”', 'Kestrel County Council'],
    [
      'The Friends of Mill Lane raised it. “It is,” said Una Orme, who started the group with two others.',
      'Friends of Mill Lane',
    ],
  ])('%s', (told, body) => {
    expect(bodyIn(told, 'kestrel.gov.uk')).toBe(body);
  });
});

describe('the heading above', () => {
  it.each([
    ['**Kestrel Town Council**\n\nWard councillor Una Orme has asked for it: “It is.”', 'Kestrel Town Council'],
    [
      '### Kestrel Town Council\n\nThe clerk, Una Orme, said: “It was.”\n\nShe was glad. “It is,” she said.',
      'Kestrel Town Council',
    ],
    ['### About Kestrel Town Council\n\nThe manager, Una Orme, said: “It is.”', 'Oxley Homes'],
    ['### Kestrel Town Council\n\nHer father, Ted Orme, said: “It is.”', null],
    [
      '### Kestrel Town Council\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nThe manager, Una Orme, said: “It is.”',
      'Oxley Homes',
    ],
  ])('%s', (told, body) => {
    expect(bodyIn(`Oxley Homes has a plan.\n\n${told}`, 'oxleyhomes.co.uk')).toBe(body);
  });
});

describe('others', () => {
  it.each([
    ['the church of a title', 'St Oswin’s dry at last', 'The vicar, the Revd Una Orme, said: “It is.”', 'St Oswin’s'],
    ['no school of a title', 'St Oswin’s School is dry', 'The vicar, the Revd Una Orme, said: “It is.”', null],
    [
      'the rescuers of a team leader',
      'Found',
      'Kestrel Mountain Rescue helped. Team leader Una Orme said: “It is.”',
      'Kestrel Mountain Rescue',
    ],
    [
      'not of those who stand beside somebody',
      'Tree',
      'Ted Rowe met the Mayor of Hex, Councillor Una Orme, and 60 children from Dock Road School.\n\nCllr Orme said: “It is.”',
      null,
    ],
  ])('%s', (_, title, told, body) => {
    expect(bodyIn(told, 'dioceseofox.example', title)).toBe(body);
  });
});

describe('a name that many bodies have', () => {
  it.each([
    [
      'stands for the one that publishes',
      'kestrelhills.gov.uk',
      'Kestrel Hills National Park Authority and Ox National Park Authority met. National Park ranger Una Orme said: “It is.”',
      'Kestrel Hills National Park Authority',
    ],
    [
      'stands for the last one named before',
      'ox.police.uk',
      'Kestrel Fell Rescue and Oxdale Fell Rescue came. Fell Rescue leader Una Orme said: “It is.”',
      'Oxdale Fell Rescue',
    ],
    [
      'stays where none is named',
      'ox.police.uk',
      'It rained. A spokesperson for the Integrated Care Board said: “It is.”',
      'Integrated Care Board',
    ],
    [
      'or of what work it is',
      'ox.police.uk',
      'The Great Kestrel Heritage Fund paid. Heritage Fund director Una Orme said: “It is.”',
      'Great Kestrel Heritage Fund',
    ],
  ])('%s', (_, host, told, body) => {
    expect(bodyIn(told, host)).toBe(body);
  });
});

describe('a rank of the forces', () => {
  it.each([
    [
      'army.mod.uk',
      '366 (Ox) Field Hospital Squadron wants cooks. L/Cpl Una Orme said: “It is.”',
      '366 (Ox) Field Hospital Squadron',
    ],
    ['kestrel-tc.gov.uk', '41 (Ox) Battery marched. Lance Bombardier Una Orme said: “It is.”', '41 (Ox) Battery'],
  ])('%s: %s', (host, told, body) => {
    expect(bodyIn(told, host)).toBe(body);
  });
});

describe('the cook of a school', () => {
  it.each([
    ['Children at Ox Primary School eat well. Cook Una Orme said: “It is.”', 'Ox Primary School'],
    ['Children at Ox Primary School eat well.\n\nIt rained.\n\nAnd on.\n\nCook Una Orme said: “It is.”', null],
  ])('%s', (told, body) => {
    expect(bodyIn(told, 'oxdiocese.org')).toBe(body);
  });
});

describe('a house that only its address names', () => {
  it('is called after it', () => {
    expect(bodyIn('Oxley has a new stand. Managing director Una Orme said: “It is.”', 'oxleyracecourse.co.uk')).toBe(
      'Oxley Racecourse',
    );
  });
});

describe('of whom only this is told', () => {
  it.each([
    [
      'kestrel-ombudsman.org',
      'The Kestrel Ombudsman asks for more. The Ombudsman, Una Orme, said: “It is.”',
      'Kestrel Ombudsman',
    ],
    [
      'kestreltrust.org',
      'The shelter opens. Co-founders Una and Ted Orme said: “It is.” Kestrel Trust has a kettle.',
      'Kestrel Trust',
    ],
    ['kestrel.gov.uk', 'The shelter of Kestrel Council opens. Co-founder Una Orme said: “It is.”', null],
    ['oxhomes.example', 'Ox Homes must pay. The Ombudsman, Una Orme, said: “It is.”', null],
    [
      'kestrelfire.gov.uk',
      'Ben Orme, 19, who joined the crew in May, said: “It is.”',
      'Kestrel Fire and Rescue Service',
    ],
    ['kestrel.police.uk', 'Ben Orme, 19, who joined the crew in May, said: “It is.”', null],
    ['tre-tc.example', 'Diolchodd cynghorwyr Tre.\n\nDywedodd Ben Orme, Maer Tre: “Mae.”', null],
  ])('%s: %s', (host, told, body) => {
    expect(bodyIn(told, host)).toBe(body);
  });
});

describe('a body of a name that no table knows', () => {
  it.each([
    ['Una Orme, speaking on behalf of Sonarra, said: “It is.”', 'Sonarra'],
    ['Una Orme, who was speaking for Night Harbour, said: “It is.”', 'Night Harbour'],
    ['Una Orme, speaking on behalf of Mr Rowe, said: “It is.”', null],
    ['Una Orme (director, Sonarra) said: “It is.”', 'Sonarra'],
    ['Cllr Una Orme (chair, Oxley West) said: “It is.”', null],
    ['Una Orme, who founded Sonarra in 2011, said: “It is.”', 'Sonarra'],
    ['Una Orme, who runs Quayside in the holidays, said: “It is.”', null],
    ['Sonarra co-founder Una Orme said: “It is.”', 'Sonarra'],
    ['Interim chief executive Una Orme said: “It is.”', null],
    ['Bakery co-founder Una Orme said: “It is.”', null],
  ])('%s', (told, body) => {
    expect(bodyIn(`It rained.\n\n${told}`, 'ox.example')).toBe(body);
  });
});
