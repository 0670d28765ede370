import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { believableRole } from '../../../src/text/quotes/speaker/believable.ts';
import { blocksOf } from '../../support/blocks.ts';

const ABOUT = { title: '', summary: null, url: 'https://www.marlshire.gov.uk/news/a', area: 'Marl' };

function read(markdown: string): string[] {
  return extractStatements(blocksOf(markdown), ABOUT).map(
    ({ attribution: { rank, role } }) => `${rank ?? '-'} | ${role ?? '-'}`,
  );
}

describe('which of several words is the post', () => {
  it.each([
    [
      'what somebody is also comes last',
      'The Rector, Canon Ivo Lund, who is also chaplain to the lifeboat station,',
      'Canon | Rector',
    ],
    ['what somebody was comes last', 'Ivo Lund, the charity’s founder and a former pastry chef,', '- | founder'],
    [
      "another's before an and",
      'The Vice-Chancellor and the Chief Nurse of Marl Hospitals, Ivo Lund,',
      '- | Chief Nurse',
    ],
    ['a title is no part of it', 'Postmistress Mrs Zinnia Crabbe, 61,', '- | Postmistress'],
    [
      'a rank that somebody had is none',
      'Boat Operations Manager Commander (retired) Ivo Lund',
      'Commander (retired) | Boat Operations Manager',
    ],
    ['a committee in brackets is a body', 'Cllr Zinnia Crabbe (Chair, Marl Planning Committee)', 'Cllr | Chair'],
    ['the kind of a place belongs to it', 'National Park ranger Ivo Lund', '- | National Park ranger'],
    ['of many who are no body', "Showmen's representative Ivo Lund", "- | Showmen's representative"],
    ['a co-op is whose it is', 'Co-op chairman Ivo Lund', '- | chairman'],
    [
      'of what, behind an its',
      'Rail for Marl owns it. Its Interim Director of Rail, Ivo Lund,',
      '- | Interim Director of Rail',
    ],
    [
      'a working group',
      'Cllr Ivo Lund, Chair of the Town Centre Working Group,',
      'Cllr | Chair of the Town Centre Working Group',
    ],
    ['in charge of what', 'Ivo Lund, officer in charge of the Tarn team,', '- | officer in charge of the Tarn team'],
    [
      'for which part',
      "Marl Police's wildlife crime officer for the north of the county, PC Ivo Lund,",
      'PC | wildlife crime officer for the north of the county',
    ],
    ['the last who is left', 'Ivo Lund, the last survivor,', '- | last survivor'],
  ])('%s', (_what, subject, expected) => {
    expect(read(`${subject} said: “It took an hour, and nobody minded.”`)).toEqual([expected]);
  });

  it.each(['ten-year-old', 'saith oed'])('is no age: %s', (age) => {
    expect(believableRole(age)).toBeNull();
  });

  it('is none where somebody with a rank has a trade besides', () => {
    const told = 'Crew Manager Ivo Lund, a vet, joined six years ago.';
    expect(read(`${told}\n\nHe said: “I filled in the form that weekend.”`)).toEqual(['Crew Manager | -']);
  });

  it('is the title in full of a commissioner of whom no place is told', () => {
    const fund = 'The fund is that of Marlshire’s Police and Crime Commissioner.';
    expect(read(`${fund}\n\nCommissioner Ivo Lund said: “That is what the money is for, and we like it.”`)).toEqual([
      '- | Police and Crime Commissioner',
    ]);
  });

  it('is not that of whoever comes too', () => {
    const told = 'Chief Supt Zinnia Crabbe will attend on Thursday, as will the Lord Mayor.';
    expect(read(`${told}\n\nShe said: “You will see a lot of us.”`)).toEqual(['Chief Supt | -']);
  });

  it('is what somebody becomes, and not what they were', () => {
    const told = 'Corve Town have named former captain Ivo Lund as manager.';
    expect(read(`${told}\n\n“I never really left, did I?” said Lund.`)).toEqual(['- | manager']);
  });

  it('is a rank where a chief is called so and named elsewhere', () => {
    const named = 'Ivo Lund QPM took up the post at Marl Police on 6 January.';
    expect(read(`The Chief Constable said: “It was a very good day.”\n\n${named}`)).toEqual(['Chief Constable | -']);
  });
});
