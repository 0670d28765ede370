import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/text/markdown.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';

/** Who says what, in a release as it is written. */
function said(markdown: string): [who: string | null, text: string][] {
  return extractStatements(renderMarkdown(markdown).blocks).map(({ attribution, text }) => [attribution.name, text]);
}

describe('an attribution behind words that a comma ends', () => {
  it.each([
    'he said, drying a ladle',
    'he said, and added that the kitchen would open at six',
    'he said, but would not say how many',
    'he said, his voice breaking',
    'he said – and sat down again',
    'he said; the kitchen opens at six',
    'he said quietly',
    'he said quietly, handing out the bowls',
    'he said smiling',
    'he said over a mug of tea',
    'he said when asked how it went',
    'Canon Dewar said, pointing at the queue',
    'says Anil Dewar softly',
  ])('may tell how it was said: %s', (attribution) => {
    const told = 'The Revd Canon Anil Dewar, Rector of Corve, washed up.';
    expect(said(`${told} “I have been to worse dinners in my time,” ${attribution}.`)).toEqual([
      ['Anil Dewar', 'I have been to worse dinners in my time'],
    ]);
  });

  it('is part of one statement while it tells how, and ends it where it tells more', () => {
    const told = 'Tilda Quaife runs the shop. “I never sold so many kites,” she said';
    expect(said(`${told}, laughing. “Nor will I again.”`)).toEqual([
      ['Tilda Quaife', 'I never sold so many kites. Nor will I again.'],
    ]);
    const parted = [
      ['Tilda Quaife', 'I never sold so many kites'],
      ['Tilda Quaife', 'Nor will I.'],
    ];
    expect(said(`${told}, and shut the till. “Nor will I.”`)).toEqual(parted);
    expect(said('“I never sold so many kites,” said Tilda Quaife, and shut the till. “Nor will I.”')).toEqual(parted);
  });

  it.each([
    '“I meant to stay a week or so,” Ann Hill would say to every customer.',
    '“I meant to stay a week or so,” was the answer of Ann Hill.',
    '“I meant to stay a week or so.” So says Ann Hill, who has run the shop since 1981.',
    '“I meant to stay a week or so.” Those are the words of Ann Hill, 71.',
    '“I meant to stay a week or so.” That is how Ann Hill tells it.',
  ])('has a modal verb, or calls the words so: %s', (markdown) => {
    expect(said(markdown)).toEqual([['Ann Hill', expect.stringMatching(/^I meant to stay a week or so\.?$/)]]);
  });

  it('stands between dashes', () => {
    expect(said('Ann Hill runs it. “Nobody told us,” – she laughs – “we read it on a lamp post.”')).toEqual([
      ['Ann Hill', 'Nobody told us we read it on a lamp post.'],
    ]);
  });

  it('is not cut by a nickname', () => {
    expect(said('"I have a boat to sell," said Bob \'Ferry\' Moss. "No buyer yet."')).toEqual([
      ['Bob Moss', 'I have a boat to sell. No buyer yet.'],
    ]);
  });

  it('says no more than that somebody concludes', () => {
    expect(said('“It is ours,” Cllr Ann Hill said.\n\nShe concluded by saying: “It is paid for.”')).toEqual([
      ['Ann Hill', 'It is ours\n\nIt is paid for.'],
    ]);
  });

  it('gives a first name no adverb', () => {
    expect(said('Bernard Lusk, the keeper, is leaving. “You argue with a lock,” says Bernard softly.')).toEqual([
      ['Bernard Lusk', 'You argue with a lock'],
    ]);
  });

  it('is none where the sentence goes on about the words', () => {
    expect(said('Sgt Amy Lee visited. “Cuckooing,” she said, is when a dealer takes over a home.')).toEqual([]);
  });
});

describe('several in one paragraph', () => {
  const director = '“Fourteen out of nineteen,” says our director, Rosa Thorne. “Show me a school like that.”';
  const hers = ['Rosa Thorne', 'Fourteen out of nineteen. Show me a school like that.'];

  it.each([
    ['Head of Learning at the prison, Tim Lacey, is more cautious:', 'Tim Lacey'],
    ['Governor Tim Lacey was blunter:', 'Tim Lacey'],
    ['Bob Moss, who built it:', 'Bob Moss'],
    ['Harbour master Zeb Orrin put it another way:', 'Zeb Orrin'],
    ['While Cllr Ann Hill called it “a fine day”, Mavis Toll was less sure:', 'Mavis Toll'],
    ['While Cllr Ann Hill called it “a fine day”, Mavis Toll said:', 'Mavis Toll'],
    ['Unlike Cllr Ann Hill, Mavis Toll will not be there:', 'Mavis Toll'],
    ['And Darren, who is 34 and has eleven weeks left?', 'Darren'],
    ['And for Juniper Okell, the youngest of them?', 'Juniper Okell'],
    ['What does her rival, Cllr Bob Moss, make of it?', 'Bob Moss'],
    ['Asked about the cost, Ann Hill was blunt:', 'Ann Hill'],
    ['Cllr Bob Moss tabled a report, saying:', 'Bob Moss'],
    ['The verdict of head chef Orla Finch?', 'Orla Finch'],
  ])('are parted by %s', (lead, name) => {
    expect(said(`${director} ${lead} “We burnt a lot of onions. It was no good.”`)).toEqual([
      hers,
      [name, 'We burnt a lot of onions. It was no good.'],
    ]);
  });

  it('are parted in one sentence', () => {
    expect(said('“Is it safe?” Cllr Ann Hill asked, and engineer Bob Moss replied: “It will outlive us.”')).toEqual([
      ['Ann Hill', 'Is it safe?'],
      ['Bob Moss', 'It will outlive us.'],
    ]);
  });

  it('are one person who is asked twice', () => {
    expect(said('Asked if it was safe, Cllr Ann Hill said: “Yes.” Asked again, she said: “Yes, it is.”')).toEqual([
      ['Ann Hill', 'Yes.'],
      ['Ann Hill', 'Yes, it is.'],
    ]);
  });

  it('may answer with one word', () => {
    expect(said('Was it hard? “Yes,” says Ann Hill. Would she do it again? “No.”')).toEqual([
      ['Ann Hill', 'Yes'],
      ['Ann Hill', 'No.'],
    ]);
  });

  it.each([
    'A cake has come for coxswain Jory Pask. It says “Diolch” on it in blue icing.',
    'PC Kit Orme said that “we know who did it and we will find them.”',
  ])('are none within a sentence of the narration: %s', (markdown) => {
    expect(said(markdown)).toEqual([]);
  });

  it('stand each below a line with a name and a post', () => {
    expect(
      said(
        '*Ann Hill, Chief Executive, Corve Homes*\n“We built these homes.”\n\n*Bob Moss, Director, Orrin & Sons*\n“Our lads loved it.”',
      ),
    ).toEqual([
      ['Ann Hill', 'We built these homes.'],
      ['Bob Moss', 'Our lads loved it.'],
    ]);
  });

  it('are none where a letter says something', () => {
    expect(said('Bob Moss got the report saying: “You owe us a wall and a gate.”')).toEqual([]);
  });

  it('are not parted by a question about a thing', () => {
    expect(said(`${director} The secret? “A lot of patience, and onions.”`)).toEqual([
      hers,
      ['Rosa Thorne', 'A lot of patience, and onions.'],
    ]);
  });
});

describe('words beside which nobody is said to speak', () => {
  it.each(['Five minutes with Kit Orme, ranger', 'Meet the ranger: Kit Orme', 'A day in the life of Kit Orme'])(
    'are those of whom a heading says that they are interviewed: %s',
    (heading) => {
      const answers = '### What do you do?\n\n“I count birds all day.”\n\n### And at night?\n\n“Owls.”';
      expect(said(`## ${heading}\n\n${answers}`)).toEqual([
        ['Kit Orme', 'I count birds all day.'],
        ['Kit Orme', 'Owls.'],
      ]);
    },
  );

  it('are hers of whom the sentence before tells', () => {
    expect(
      said('Mavis Toll, 81, moved in. “I had not been warm since 1987.”\n\nNow she has a cat. “He is warm too.”'),
    ).toEqual([
      ['Mavis Toll', 'I had not been warm since 1987.'],
      ['Mavis Toll', 'He is warm too.'],
    ]);
  });
});

describe('a statement that nothing closes', () => {
  const open = 'Olive’s wife, Pat Brill, said: “I told her to take up bowls.\n\n“She is joining the lifeboat.';
  const pat = ['Pat Brill', 'I told her to take up bowls.\n\nShe is joining the lifeboat.'];

  it.each([
    'Corve is looking for three firefighters. Could it be you? [Find out more](https://corve.example/on-call).',
    'You can read it [on our page](https://corve.example/on-call).',
    'Tickets are £12. You can pay on the door if any are left.',
    'If you can help, call 101 and quote 43 of 12 November.',
    'Come along from Monday. Your dog is welcome.',
    'Think you have what it takes? Applications close on 4 December.',
    'You can donate by text: send LAMP to 70331.',
  ])('ends before what the release asks of its readers: %s', (line) => {
    expect(said(`${open}\n\n${line}`)).toEqual([pat]);
  });

  it('does not end before who says what is cited in it', () => {
    const words = '‘Who will move the pews?’ asked the verger. We all did.';
    expect(said(`Bishop Naomi Ford said:\n\n“The river came in.\n\n“${words}\n\n“We came.”`)).toEqual([
      ['Naomi Ford', `The river came in.\n\n${words}\n\nWe came.`],
    ]);
  });

  it.each([
    'We are looking for people who remember it, and I doubt that you do.',
    'You never get used to it, whatever they say.',
  ])('goes on over what somebody says: %s', (line) => {
    expect(said(`${open}\n\n${line}`)).toEqual([[pat[0], `${pat[1]}\n\n${line}`]]);
  });
});

describe('a list in a statement', () => {
  const lead = 'Sgt Ann Hill said: “We will do three things';

  it('belongs to it, where the last point closes it, or a paragraph below', () => {
    const points = '- put more officers out\n- light it\n- come back and ask you';
    const text = 'We will do three things:\n\nput more officers out\n\nlight it\n\ncome back and ask you';
    expect(said(`${lead}:\n\n${points}.”\n\nThe bridge opens on Friday.`)).toEqual([['Ann Hill', `${text}.`]]);
    expect(said(`${lead}:\n\n${points}\n\n“That is my promise.”`)).toEqual([
      ['Ann Hill', `${text}\n\nThat is my promise.`],
    ]);
  });

  it('belongs to it, where each point opens a mark', () => {
    expect(said(`${lead}.\n\n- “We will light it.\n- “We will ask you.”\n\nThe bridge opens on Friday.`)).toEqual([
      ['Ann Hill', 'We will do three things.\n\nWe will light it.\n\nWe will ask you.'],
    ]);
  });

  it('is none of it where the statement is closed, or each point is somebody’s', () => {
    const three = ['Ann Hill', 'We will do three things'];
    expect(said(`${lead}”:\n\n- light it\n- come back`)).toEqual([three]);
    expect(said(`${lead}\n\n- “We are very glad of it.” – Bob Moss, Marl Buses`)).toEqual([
      three,
      ['Bob Moss', 'We are very glad of it.'],
    ]);
  });
});

describe('a line in strong emphasis and marks', () => {
  const tide = 'Sgt Anil Gurung said: “The tide gives you three hours. You learn fast.”';

  it('is a heading', () => {
    expect(
      said(`${tide}\n\n**“I cried a bit”**\n\nHead Caro Duff was there. “I cried a bit, and then a lot,” she said.`),
    ).toEqual([
      ['Anil Gurung', 'The tide gives you three hours. You learn fast.'],
      ['Caro Duff', 'I cried a bit, and then a lot'],
    ]);
  });

  it('is a heading that asks something', () => {
    expect(said('**“Will it be noisy?”**\n\nNo. Work will be done by day.')).toEqual([]);
  });

  it('is a statement where it is announced', () => {
    expect(said('Sgt Anil Gurung said:\n\n**“Nobody told us about the mud”**\n\nThe bridge is open.')).toEqual([
      ['Anil Gurung', 'Nobody told us about the mud'],
    ]);
  });
});

describe('a pull quote', () => {
  const whole =
    '“You don’t look after a lock. You have an argument with it,” says Bernard Tonks. “I’ve won some of them.”';
  const his = ['Bernard Tonks', 'You don’t look after a lock. You have an argument with it. I’ve won some of them.'];

  it.each([
    ['in a quoted block', '> “You have an argument with it.”'],
    ['without marks', '> You have an argument with it'],
    ['in strong emphasis', '**“You have an argument with it.”**'],
    ['between rules', '---\n\n*“You have an argument with it.”*\n\n---'],
    ['signed', '> “I’ve won some of them.”\n>\n> Bernard Tonks, lock keeper'],
    ['shortened', '> “You don’t look after a lock … I’ve won some of them.”'],
    ['with a word put in', '> “[Keepers] have an argument with it”'],
    ['with another end', '> “You don’t look after a lock: you have a row with it!”'],
  ])('counts once, above or below the whole: %s', (_how, pulled) => {
    expect(said(`${pulled}\n\n${whole}\n\nHe leaves on Friday.`)).toEqual([his]);
    expect(said(`${whole}\n\n${pulled}\n\nHe leaves on Friday.`)).toEqual([his]);
  });

  it('parts no statement that it stands in', () => {
    expect(said('Jo Bell said: “I won some.\n\n> “It’s never tired.”\n\n“It’s never tired. That’s it.”')).toEqual([
      ['Jo Bell', 'I won some.\n\nIt’s never tired. That’s it.'],
    ]);
  });

  it('is a statement where nobody else says it', () => {
    expect(said(`${whole}\n\n> “We shall miss him and his kettle.” — Jo Bell, boater`)).toEqual([
      his,
      ['Jo Bell', 'We shall miss him and his kettle.'],
    ]);
  });
});
