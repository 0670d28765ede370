import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { apposedPost } from '../../../src/text/quotes/speaker/apposition.ts';
import { blocksOf } from '../../support/blocks.ts';

function rolesIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution: { role } }) => role);
}

describe('a post between commas', () => {
  it.each([
    ['a trade', 'Zebedee Quill, a scaffolder,', 'scaffolder'],
    ['a trade of two words', 'Odhran Pell, a fencing contractor,', 'fencing contractor'],
    ['a trade of no table', 'Petra Lowick, a dog groomer,', 'dog groomer'],
    ['a lady who is none', 'Dot Haverill, a dinner lady,', 'dinner lady'],
    ['behind an age', 'Kit Marrable, 59, a self-employed plasterer from Upper Marl,', 'self-employed plasterer'],
    ['behind a title', 'Dr Ines Cobb, a marine biologist,', 'marine biologist'],
    ['a word for anybody with another', 'Ailbhe Stoan, a bank nurse,', 'bank nurse'],
    ['of something in the release', "His brother Iolo, the boat's engineer,", 'engineer'],
    ['of one name', 'Elowen, who is a dog groomer,', 'dog groomer'],
    ['before the name', 'Its treasurer for the past six years, Peta Standish,', 'treasurer'],
    ['where a clause stands behind it', 'The scaffolder who found it, Peta Standish,', 'scaffolder'],
    ['an office that is a rank before a name', "The jail's Governor, Peta Standish,", 'Governor'],
    ['with what the sentence begins', 'Deckhand Ralph Standish, then 18,', 'Deckhand'],
    ['told by a verb', 'Peta Standish, who chairs Keep Marl Green,', 'chair'],
    ['of those who were chosen', 'Peta Standish, elected treasurer of the bee club in May,', 'treasurer'],
    ['long ago', 'Peta Standish, a former mayor of Marl,', 'former mayor'],
    ['told by a verb of two', 'Peta Standish MBE, who co-chairs the forum,', 'co-chair'],
    ['and what somebody was', "Peta Standish, the trust's founder and a former pastry chef,", 'founder'],
    ['and in a body', 'The kiln is lit by Corve Lime, whose managing partner Peta Standish', 'managing partner'],
  ])('is what somebody is: %s', (_what, subject, role) => {
    expect(rolesIn(`${subject} said: “It took an hour, and nobody minded.”`)).toEqual([role]);
  });

  it.each([
    ['before the name', 'The postmistress, Ottoline Vance, happens to be a responder.', 'postmistress'],
    ['behind the name', 'Dame Ottoline Vance, the soprano, sang her thanks.', 'soprano'],
    ['of a faith', 'The mosque’s imam, Ottoline Vance, went second.', 'imam'],
    ['with a clause', 'The consultant who leads the service, Dr Ottoline Vance, was on call.', 'consultant'],
    ["as somebody's", 'Rosa did well, as her botany lecturer, Ottoline Vance, had hoped.', 'botany lecturer'],
    ["as somebody's who has a title", "Prof Lund's ploughman, Ottoline Vance, came too.", 'ploughman'],
    ['in small words', 'Among the first was community connector Ottoline Vance, 71, of Marl.', 'community connector'],
    ['whose it is', "The yard's owner is Ottoline Vance.", 'owner'],
    [
      'whose it is, in a clause',
      'The bus is run by Wheels On, whose co-ordinator is Mrs Ottoline Vance.',
      'co-ordinator',
    ],
    ['who it is', 'The driver is Ottoline Vance, 62, who drove it before.', 'driver'],
    ['in brackets', 'Corve Homes (chief executive: Ottoline Vance) has agreed to do its own.', 'chief executive'],
    ['of each of two', 'It was found by tenant farmers Ottoline Vance and Tom Bell.', 'tenant farmer'],
    ['of a class', 'It was spotted by Year 4 pupil Ottoline Vance, aged eight.', 'Year 4 pupil'],
    ['late in the sentence', 'Also honoured was Ottoline Vance, the seamstress who made the banner.', 'seamstress'],
  ])('is remembered from the narration above: %s', (_what, told, role) => {
    const between = '“I had a book of stamps,” says Dave Hobb.';
    expect(rolesIn(`${told}\n\n${between}\n\n“He still owes me for it,” says Ottoline.`)).toEqual([null, role]);
  });

  it.each([
    ['who has won', 'Luke Quill, the winner,'],
    ['who sleeps', 'Luke Quill, a rough sleeper,'],
    ['who likes to read', 'Luke Quill, a lifelong reader,'],
    ['who has a habit', 'Luke Quill, an early riser,'],
    ['who is good at something', 'Luke Quill, a good listener,'],
    ['who is more so than others', 'Luke Quill, the tallest player,'],
    ['whoever has a rank', 'Sgt Luke Quill, a plumber in civilian life,'],
    ['who has an animal', 'It is new, and the winner is Luke Quill, who'],
    ['whoever has a rank and chairs what has no article', 'Sgt Luke Quill, who chairs meetings,'],
    ['another person', 'Luke Quill, who met the postmistress, Ottoline Vance,'],
  ])('is no trade: %s', (_what, subject) => {
    expect(rolesIn(`${subject} said: “It took an hour, and nobody minded.”`)).toEqual([null]);
  });

  it.each([
    'After a word with the farmer',
    'Thanks to a passing plumber',
    'In a letter to the editor',
    'As well as a surveyor',
    'By the time she found a builder',
    'Last to speak to the doctor',
  ])('is nobody’s with whom a sentence begins: %s', (fronted) => {
    expect(rolesIn(`${fronted}, Ottoline Vance had a roof. “It leaks, and we knew,” said Ottoline.`)).toEqual([null]);
  });

  it('is what a sentence begins with as', () => {
    expect(rolesIn('As head of parks, Ottoline Vance has seen worse. “It leaks,” she said.')).toEqual([
      'head of parks',
    ]);
  });

  it('is no rank', () => {
    const subject = "Marlshire's Chief Fire Officer, Luke Quill";
    expect(apposedPost(subject, subject.indexOf('Luke'), subject.length, null)).toBeNull();
  });
});
