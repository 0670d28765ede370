import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../../src/domain/quote.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

const ABOUT = { title: '', summary: null, url: 'https://www.marl.police.uk/news/a', area: 'Marl' };

function read(markdown: string): string[] {
  return extractStatements(blocksOf(markdown), ABOUT).map(({ attribution, kind }) => shown(attribution, kind));
}

function shown({ name, rank, role, organisation }: Attribution, kind: string): string {
  return [name, rank, role, organisation, kind].map((part) => part ?? '-').join(' | ');
}

describe('who is meant', () => {
  it.each<[string, string, string[]]>([
    [
      'two people of one surname, by rank',
      'Insp Mark Jones said: "A good day."\n\nPCSO Emily Jones was there.\n\n"I was there," PCSO Jones said.',
      ['Mark Jones | Insp | - | Marl Police | official', 'Emily Jones | PCSO | - | Marl Police | official'],
    ],
    [
      'two people of one surname, by Mr and Ms',
      'Town clerk Martin Cole met youth worker Chloe Cole.\n\n"It rained," said Ms Cole.',
      ['Chloe Cole | - | youth worker | - | official'],
    ],
    [
      'the one without a rank, where Mr stands before a surname',
      'Cllr Tim Bell met Tom Bell.\n\nIt rained. Cllr Tim Bell left.\n\n"It is a start," said Mr Bell.',
      ['Tom Bell | - | - | - | other'],
    ],
    [
      'nobody where two of one surname had other ranks',
      'Chief Insp Mel Garrow came.\n\nSgt Tom Garrow came.\n\n"It is a start," T/ACC Garrow said.',
      ['Garrow | T/ACC | - | Marl Police | official'],
    ],
    [
      'nobody where a short name may be that of two',
      'Beverley Lee came.\n\nBeverley Shaw came.\n\n"It is a start," said Bev.',
      ['Bev | - | - | - | other'],
    ],
    [
      'whoever holds the post',
      'The Chief Constable, Ann Bell, came.\n\n"I am proud," the Chief Constable said.',
      ['Ann Bell | Chief Constable | - | Marl Police | official'],
    ],
    [
      'a rank that stands before a surname further down',
      'Two years ago Jack Trell was hauling nets.\n\n"I rang up," said the 33-year-old.\n\nPCSO Trell trained for ten weeks.',
      ['Jack Trell | PCSO | - | Marl Police | official'],
    ],
    ['she is no man', 'Ann Bell met Mark Cole.\n\n"I am proud," she said.', ['Ann Bell | - | - | - | other']],
    [
      'they are two',
      'The mayor, Ann Bell, and Cllr Mark Cole came.\n\nIn a joint statement they said: "We are proud."',
      ['Ann Bell and Mark Cole | - | mayor | - | official'],
    ],
    [
      'two who are named together',
      'Rabbi Dan Low of Marl Synagogue and Imam Yusuf Rahim said: "We stand together."',
      ['Dan Low and Yusuf Rahim | - | - | - | official'],
    ],
    [
      'an epithet',
      'For patient Colin Budd, 58, it was a relief.\n\n"I wept," said the grandfather of four.',
      ['Colin Budd | - | patient | - | other'],
    ],
    ['a relative', 'Kyle\'s mum, Leanne, said: "He was a good boy."', ['Leanne | - | mum | - | family']],
    [
      'a name of one word behind an age',
      'Thirteen-year-old Jaydon said: "It is good."',
      ['Jaydon | - | - | - | other'],
    ],
    ['a body', 'Unseen, the charity, said: "Look at your car wash."', ['- | - | - | Unseen | spokesperson']],
    ['a hidden name', 'One prisoner, identified only as Ryan, said: "I cook now."', ['Ryan | - | - | - | other']],
    [
      'a month that is a surname',
      'Inspector Jo March, of the Marl roads unit, said: "Slow down."',
      ['Jo March | Inspector | - | Marl roads unit | official'],
    ],
    [
      'a post in words that no table knows',
      'Gamekeeper Alastair Nunn said: "I watched it go."',
      ['Alastair Nunn | - | Gamekeeper | - | other'],
    ],
    [
      'its director',
      'Road charity SafeSteps was glad. Its director, Pippa Hart, said: "We have waited."',
      ['Pippa Hart | - | director | SafeSteps | official'],
    ],
    ['the victim', 'In her impact statement, the victim said: "You took my home."', ['- | - | - | - | victim']],
    ['a judge', 'Sentencing him, Judge Ann Crewe said: "You lied."', ['Ann Crewe | Judge | - | - | judge']],
    [
      'whom the sentence before ends with',
      'Cllr Kim Hay thanked them in May.\n\nThe bridge was designed by chief engineer Ann Bell. She said: "It holds."',
      ['Ann Bell | - | chief engineer | - | official'],
    ],
    [
      'a first name with an age',
      'Insp Mark Jones said: "A good day."\n\nAli, 29, a baker, came at six. He said: "It is warm."',
      ['Mark Jones | Insp | - | Marl Police | official', 'Ali | - | baker | - | other'],
    ],
    [
      'a first name that a caption completes',
      '"It was quiet," said Mohamed.\n\nPictured: Ann Bell, technician Mohamed Elmi.',
      ['Mohamed Elmi | - | technician | - | official'],
    ],
    [
      'sisters who are named together',
      'Ann and Zoe Bell ran half a mile.\n\nAnn, 17, said: "I ran."\n\nZoe, 15, added: "So did I."',
      ['Ann Bell | - | - | - | other', 'Zoe Bell | - | - | - | other'],
    ],
    [
      'a couple',
      'Ann Bell and Mark Cole cycled to Rome.\n\nThe couple said: "It was far."',
      ['Ann Bell and Mark Cole | - | - | - | other'],
    ],
    [
      'the mother and not the child of her name',
      'The garden is for Ruby Bell, who died in May aged 19.\n\n"Ruby hated grey," said Mrs Bell.\n\nAnn Bell will water it.',
      ['Ann Bell | - | - | - | family'],
    ],
    [
      'a relative who was told of before',
      'Carol Bell died in May.\n\nHer daughter Jess thanked the nurses.\n\n"They came," said Jess.',
      ['Jess | - | daughter | - | family'],
    ],
    [
      'the council leader',
      'Cllr Ann Bell, leader of Marl Council, came.\n\nThe council leader said: "It is open."',
      ['Ann Bell | Cllr | leader | Marl Council | official'],
    ],
    [
      'whoever spoke before in the paragraph',
      '"We had her nine days," said Ann Bell, whose dog was stolen. The children had chosen a name. "You feel a fool."',
      ['Ann Bell | - | - | - | victim', 'Ann Bell | - | - | - | victim'],
    ],
    ['who lives there', 'Ann Bell, who lives in Ferry Street, said: "It is dry."', ['Ann Bell | - | - | - | resident']],
    [
      'what somebody is called',
      'Bud has rung the bell since May.\n\n"It is loud," said Bud.\n\nNotes: Edwin Bell, known as Bud, is 74.',
      ['Edwin Bell | - | - | - | other'],
    ],
    [
      'two of whom no table knows the first name',
      'Zizzy Thorne and Caz Moffat, who ran the race, said: "It was far."',
      ['Zizzy Thorne and Caz Moffat | - | - | - | other'],
    ],
    [
      'a family that has released a statement',
      'Ann Bell died in May.\n\nAnn\'s family have released the following statement:\n\n"She was good. She was all we had."',
      ['- | - | - | - | family'],
    ],
    [
      'an age and a home behind a name',
      '"The soup is good," – Doris Heap, 91, Nether Beck',
      ['Doris Heap | - | - | - | resident'],
    ],
    [
      'a first name that nobody knows behind an age',
      'One of the members, 15-year-old Kaiden, told her: "It is the only place."',
      ['Kaiden | - | - | - | other'],
    ],
    [
      'a colonel',
      '"They played," said Col Stokes.\n\nPrebendary Ann Bell said: "They sang."',
      ['Stokes | Col | - | - | official', 'Ann Bell | Prebendary | - | - | official'],
    ],
    ['a sheriff', 'Sheriff Ann Bell told him: "You did this for years."', ['Ann Bell | Sheriff | - | - | judge']],
    [
      'Welsh',
      'Dywedodd yr Arolygydd Gethin Rowlands: "Arafwch."\n\nYchwanegodd llefarydd ar ran Cyngor Marl: "Diolch."',
      ['Gethin Rowlands | Arolygydd | - | Marl Police | official', '- | - | - | Cyngor Marl | spokesperson'],
    ],
  ])('%s', (_, markdown, expected) => {
    expect(read(markdown)).toEqual(expected);
  });
});

describe('how sure it is', () => {
  it('depends on where the name stands', () => {
    const markdown =
      'Insp Ann Bell said: "One."\n\nThey ran.\n\n"Two," she said.\n\nA spokesman for Marl Homes said: "Three."\n\nRain fell.\n\n"Four is a whole sentence."';
    const confidence = extractStatements(blocksOf(markdown), ABOUT).map((statement) => statement.confidence);
    expect(confidence).toEqual([1, 0.8, 0.6, 0.2]);
  });
});
