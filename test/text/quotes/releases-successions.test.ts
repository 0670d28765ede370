import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function namesIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution }) => attribution.name);
}

const HANDED_ON =
  'Amy Lee will take over as head of Corve School in May from Bob Moss, who has led it for nine years.\n\n';

describe('whoever takes a post over, or gives it up', () => {
  it.each([
    ['The incoming head said: “It is time.”', 'Amy Lee'],
    ['“It is time,” said the new head.', 'Amy Lee'],
    ['The outgoing head said: “It was time.”', 'Bob Moss'],
    ['Her predecessor said: “It was time.”', 'Bob Moss'],
    ['His successor said: “It is time.”', 'Amy Lee'],
  ])('is the one of two of whom the release tells it: %s', (said, name) => {
    expect(namesIn(`${HANDED_ON}${said}`)).toEqual([name]);
  });

  it.each([
    ['Corve Rotary has a new president, Amy Lee, who took over from Bob Moss on Tuesday.', 'new president', 'Amy Lee'],
    ['Corve Bowls Club has a new president: Fay Lutter.', 'new president', 'Fay Lutter'],
    ['Corve Homes has appointed Amy Lee as its new finance director.', 'new director', 'Amy Lee'],
    ['Pupils have voted Zinnia Crabbe their president. Bob Moss leaves in June.', 'president-elect', 'Zinnia Crabbe'],
    ['Bob Moss steps down this week as captain. Amy Lee replaces him.', 'departing captain', 'Bob Moss'],
    ['Cllr Amy Lee took the chain from Cllr Fay Lutter in the Guildhall.', 'outgoing Mayor', 'Fay Lutter'],
    ['Canon Bob Moss is to retire as Dean of Corve after eleven years.', 'retiring Dean', 'Bob Moss'],
  ])('is told as releases tell it: %s', (told, post, name) => {
    expect(namesIn(`${told}\n\n“It was a long night,” said the ${post}.`)).toEqual([name]);
  });

  it('is called by the letters of the post', () => {
    const told = 'Chief Superintendent Amy Lee is to be Corve Police’s next Assistant Chief Constable.\n\n';
    expect(namesIn(`${told}The incoming ACC said: “I taught half of you.”`)).toEqual(['Amy Lee']);
  });

  it('is not whoever is to be the deputy', () => {
    const told = 'Cllr Amy Lee has been elected Chairman. Cllr Ivo Lund was elected Vice-Chairman.\n\n';
    expect(namesIn(`${told}The new Chairman said: “I sat at the back.”`)).toEqual(['Amy Lee']);
  });

  it('keeps the post that was theirs', () => {
    const told = 'Cllr Amy Lee took the chain from Cllr Fay Lutter in the Guildhall.\n\n';
    const [statement] = extractStatements(blocksOf(`${told}The outgoing Mayor said: “It was my year.”`));
    expect(statement?.attribution).toMatchObject({ name: 'Fay Lutter', rank: 'Cllr', role: 'outgoing Mayor' });
  });

  it.each([
    ['another post', 'Amy Lee has been appointed chief executive of Tidewell.', 'new treasurer'],
    ['two who were chosen', 'Amy Lee and Bob Moss have been elected.', 'new councillor'],
    ['nobody', 'The bridge was closed on Monday.', 'outgoing Mayor'],
  ])('is nobody where the release tells of %s', (_what, told, post) => {
    expect(namesIn(`${told} The ${post} said: “I count the chairs.”`)).toEqual([null]);
  });
});

describe('whoever is called by a rank in full', () => {
  it.each([
    ['ACC Bob Moss', 'Assistant Chief Constable'],
    ['CFO Bob Moss', 'Chief Fire Officer'],
    ['Deputy Chief Constable Bob Moss', 'DCC'],
  ])('is %s where the release has it otherwise', (named, rank) => {
    const told = `It was signed by Superintendent Amy Lee and ${named}. It rained.\n\n`;
    expect(namesIn(`${told}“She has my number,” said the ${rank}.`)).toEqual(['Bob Moss']);
  });

  it('is not the deputy', () => {
    const told = 'Corve’s Chief Constable will retire.\n\nSarah Lund, who joined in 1993, has led it since 2018.\n\n';
    const deputy = '“It was an honour,” the Chief Constable said.\n\nHer deputy, DCC Ivo Orme, will take over.';
    expect(namesIn(`${told}${deputy}`)).toEqual(['Sarah Lund']);
  });
});
