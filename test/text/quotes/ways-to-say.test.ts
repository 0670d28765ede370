import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/text/markdown.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';

/** Whoever speaks: the first words introduce them. */
const PEOPLE = [
  { intro: 'Helen Marsh, Chief Executive of Tarn Housing,', name: 'Helen Marsh', pronoun: 'She', short: 'Ms Marsh' },
  { intro: 'Inspector Rob Dean, from the Marl roads unit,', name: 'Rob Dean', pronoun: 'He', short: 'Insp Dean' },
  { intro: 'Dr Zoë Hart', name: 'Zoë Hart', pronoun: 'She', short: 'Dr Hart' },
  { intro: 'Peter van der Berg, who lives in Mill Lane,', name: 'Peter van der Berg', pronoun: 'He', short: 'Peter' },
] as const;

/**
 * Ways to attribute one statement. `@` is whoever is introduced, `%` the same without a comma behind it, `&` and `~` their
 * pronoun, `=` a short form of the name; `A` and `B` are what they say, and `¶` begins a paragraph.
 */
const WAYS = `
@ said: “A”
@ says: “A”
@ has said: “A”
@ said “A”
@ said, “A”
@ said; “A”
@ said – “A”
@ said:¶“A”
@ said¶“A”
@ said,¶“A”
%:¶“A”
Said %: “A”
@ went on to say: “A”
@ had this to say: “A”
@ told guests: “A”
@ told the meeting “A”
@ said of the scheme: “A”
@ said of the scheme “A”
@ said in a statement: “A”
@ said today (Friday): “A”
@ put it like this: “A”
@ summed it up: “A”
@ tweeted: “A”
@ wrote on Facebook: “A”
@ was clear: “A”
@ is full of praise: “A”
@ paid tribute to the team: “A”
@ welcomed the news: “A”
@ praised the volunteers, “A”
@ praised the volunteers, saying: “A”
@ said that it had gone well, adding: “A”
@ thanked the volunteers and said: “A”
@ was delighted with the result. & said: “A”
@ was delighted with the result.¶& said: “A”
@ was delighted with the result. “A”
@ was delighted with the result:¶“A”
@ was delighted with the result.¶“A,” ~ said.
Commenting, @ said: “A”
Speaking about the scheme @ said: “A”
After the hearing at Marl Crown Court on Friday @ said: “A”
In a statement released today, @ said: “A”
In response to the report, @ said: “A”
Welcoming the first visitors, @ said: “A”
The work began in May, and @ said: “A”
It took longer than planned but @ said: “A”
The news was welcomed locally, with @ saying: “A”
The doors were opened by children as @ said: “A”
For @ it is a dream come true: “A”
According to %: “A”
Among the guests was @ who said: “A”
Quote from %:¶“A”
A statement from %:¶“A”
The following can be attributed to %:¶“A”
**@** said: “A”
**@ said:** “A”
### %¶“A”
**%**¶“A”
* **%**: “A”
“A,” said %.
“A,” says %.
“A,” explained %.
“A,” recalled %.
“A,” @ said.
“A,” @ explained.
“A”, said %.
“A.” said %.
“A” said %.
“A,” according to %.
“A.”¶– %
“A.” – %
“A.”¶*%*
“A.”¶**%**
“A,” said %. “B.”
“A,” said %, “and B.”
“A,” said @ adding: “B.”
“A,” said @ before adding: “B.”
“A,” said @ who added: “B.”
“A,” said %.¶“B.”
“A.¶“B,” said %.
“A.¶“B.”¶%
@ said: “A.¶“B.”
@ said: “A.”¶“B.”
@ said: “A.”¶& added: “B.”
@ said: “A.”¶& continued: “B.”
@ said: “A.”¶& also said: “B.”
@ said: “A.”¶Finally, ~ said: “B.”
@ said: “A.”¶And ~ added: “B.”
@ said: “A.”¶= added: “B.”
@ said: “A.”¶“B,” ~ added.
### %¶“A.”¶& added: “B.”
`
  .trim()
  .split('\n');

const A = 'We are very proud of what was done here';
const B = 'there is more to come';

function written(way: string, { intro, pronoun, short }: (typeof PEOPLE)[number]): string {
  const said = way
    .replace('“A”', '“A.”')
    .replace('“A', `“${A}`)
    .replace('“B', `“${B.charAt(0).toUpperCase()}${B.slice(1)}`)
    .replace('“and B', `“and ${B}`)
    .replace('@', intro)
    .replace('%', intro.replace(/,$/, ''))
    .replace('&', pronoun)
    .replace('~', pronoun.toLowerCase())
    .replace('=', short)
    .replaceAll('¶', '\n\n');
  return `The new centre is done.\n\n${said}\n\nIt opens on Monday and is free for all.`;
}

describe('a statement', () => {
  it.each(WAYS)('is found with whoever makes it: %s', (way) => {
    const found = PEOPLE.map((person) =>
      extractStatements(renderMarkdown(written(way, person)).blocks).map(({ attribution, text }) => [
        attribution.name,
        text.startsWith(A),
        text.toLowerCase().replace(/\.$/, '').endsWith(B),
      ]),
    );
    expect(found).toEqual(PEOPLE.map(({ name }) => [[name, true, /“(?:and )?B/.test(way)]]));
  });
});
