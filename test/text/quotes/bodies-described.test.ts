import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

/** For whom the speaker of the last statement of a release speaks. */
function bodyIn(markdown: string, host: string, area: string | null = null): string | null {
  const statements = extractStatements(blocksOf(markdown), {
    ...NOTHING_KNOWN,
    area,
    url: `https://www.${host}/news/a`,
  });
  return statements.at(-1)?.attribution.organisation ?? null;
}

type Case = readonly [what: string, host: string, text: string, body: string | null];

describe('a body that the words for the speaker give by its kind alone', () => {
  it.each<Case>([
    [
      'is the one whose name ends so',
      'marlcadets.org.uk',
      'Dell Drainage Board says 140 homes were spared.\n\n“Our pumps ran,” said a spokesperson for the board.',
      'Dell Drainage Board',
    ],
    [
      'is the one that is called so in small letters',
      'marl.nhs.uk',
      'First in the queue at the Tern Road mosque was Zara Khan.\n\nThe mosque’s imam, Yusuf Dar, went second. “I had mine,” he said.',
      'Tern Road mosque',
    ],
    [
      'is the one that they chair',
      'dellresilience.org.uk',
      'Dell Resilience Forum stood down.\n\nAssistant Chief Constable Amy Lee, who chairs the forum, said: “We did it.”',
      'Dell Resilience Forum',
    ],
    [
      'is the last of several that are called so',
      'marl.gov.uk',
      'Tern Theatre and Dell Theatre have a roof.\n\nKites Theatre has none. The theatre’s caretaker, Amy Lee, said: “It rains.”',
      'Kites Theatre',
    ],
    [
      'is whoever the sentence before tells of, for a spokeswoman',
      'marlline.org.uk',
      'The Crofters’ Assembly of Dell welcomed the figures. A spokeswoman for the union said: “They rang.”',
      'Crofters’ Assembly of Dell',
    ],
    [
      'is no council for a spokeswoman of a union',
      'marlline.org.uk',
      'Dell Council welcomed the figures. A spokeswoman for the union said: “They rang.”',
      null,
    ],
    [
      'is the publisher for who chairs the board, of whatever other body it tells',
      'dellhomes.org.uk',
      'Kites College took part. Amy Lee, who chairs the board, added: “It is good.”',
      'Dell Homes',
    ],
  ])('%s', (_what, host, text, body) => {
    expect(bodyIn(text, host)).toBe(body);
  });
});

describe('a post that begins with a place', () => {
  it('is one of the body whose its stands before it', () => {
    const text = 'Rail union TAWU fears for jobs. Its Calder branch secretary, Amy Lee, said: “We have no quarrel.”';
    const [statement] = extractStatements(blocksOf(text));
    expect(statement?.attribution).toMatchObject({ role: 'Calder branch secretary', organisation: 'TAWU' });
  });
});

describe('two who speak together by their ranks', () => {
  const text =
    'Marl Police and Dell Fire and Rescue Service were there.\n\nACC Amy Lee and Chief Fire Officer Jo Bell said: “We came.”';

  it('speak for a body each', () => {
    expect(bodyIn(text, 'dellfire.gov.uk')).toBe('Marl Police and Dell Fire and Rescue Service');
  });

  it('speak for nobody where one of the bodies is named nowhere', () => {
    expect(bodyIn('ACC Amy Lee and Chief Fire Officer Jo Bell said: “We came.”', 'dellfire.gov.uk')).toBe(null);
  });
});

describe('a body of which a sentence tells, and whose post follows', () => {
  it.each<Case>([
    [
      'is theirs',
      'marl.police.uk',
      'Clwb Rygbi Dell, where he had played, has retired the shirt. Chairman Amy Lee said: “He had a heart.”',
      'Clwb Rygbi Dell',
    ],
    [
      'is not theirs a paragraph above',
      'marl.gov.uk',
      'Dell Rowing Club has won.\n\nThe sun shone. Chairman Amy Lee said: “He had a heart.”',
      null,
    ],
    [
      'is no court',
      'marl.police.uk',
      'Dell Crown Court has sentenced him. Manager Amy Lee said: “He had a heart.”',
      null,
    ],
  ])('%s', (_what, host, text, body) => {
    expect(bodyIn(text, host)).toBe(body);
  });
});

describe('who publishes', () => {
  it.each<[string, string, string | null, string, string]>([
    [
      'is what the address spells, whatever shares a word of it',
      'bysiautegid.example',
      null,
      'Bysiau Tegid has said so, and Cyngor Sir Tegid too. Driver Amy Lee said: “I go past the church.”',
      'Bysiau Tegid',
    ],
    [
      'is not what an address in the text spells',
      'brookfibre.invented.coop',
      null,
      'BrookFibre has begun. See www.brookfibre.invented.coop/shares. Founder Amy Lee said: “We dug.”',
      'BrookFibre',
    ],
    [
      'may be given as the area',
      'moelddumrt.org.uk',
      'Moel Ddu Mountain Rescue Team',
      'Twenty turned out. “They were cold,” said Team Leader Amy Lee.',
      'Moel Ddu Mountain Rescue Team',
    ],
    [
      'is the force of two places',
      'calderrye.police.uk',
      'Calder and Rye',
      'Insp Amy Lee said: “We looked.”',
      'Calder and Rye Police',
    ],
  ])('%s', (_what, host, area, text, body) => {
    expect(bodyIn(text, host, area)).toBe(body);
  });
});

describe('for how long somebody has been what they are', () => {
  it.each(['for eleven years', 'for many years', 'for more than 20 years', 'since June', 'since May 2011'])(
    'changes nothing: %s',
    (term) => {
      const [statement] = extractStatements(blocksOf(`“I was told,” said Amy Lee, a nurse at Kites Hospital ${term}.`));
      expect(statement?.attribution).toMatchObject({ role: 'nurse', organisation: 'Kites Hospital' });
    },
  );
});

describe('a unit at a body', () => {
  it('belongs to the post of whoever heads it', () => {
    const text = 'Supt Amy Lee, head of the Safeguarding Department at Marl Police, said: “We looked.”';
    const [statement] = extractStatements(blocksOf(text));
    expect(statement?.attribution).toMatchObject({
      role: 'head of the Safeguarding Department',
      organisation: 'Marl Police',
    });
  });
});

describe('whoever has a post at a body that publishes or is told', () => {
  it.each<Case>([
    [
      'owns and directs it',
      'bysiautegid.example',
      'Bysiau Tegid has said so. “We are a family firm,” said Amy Lee, owner and Managing Director.',
      'Bysiau Tegid',
    ],
    [
      'heads a school that is no publisher',
      'brookfibre.invented.coop',
      'BrookFibre has begun. And at Fen Edge Primary, head of school Amy Lee was glad. “We had a lesson,” she said.',
      'Fen Edge Primary',
    ],
    [
      'learns there best',
      'tarnbrook.com',
      'Tarn & Brook will hire. Apprentice of the year, Amy Lee, 19, said: “I have a deposit.”',
      'Tarn & Brook',
    ],
    [
      'speaks there with a bishop',
      'marlcathedral.org.uk',
      'Marl Cathedral has a shelter. The Bishop of Marl, the Rt Revd Amy Lee, and the Dean, the Very Revd Jo Bell, said: “We light candles.”',
      'Marl Cathedral',
    ],
    [
      'governs a nation whose government the text mutates',
      'aber.llyw.cymru',
      'Ariannwyd y gwaith gan Lywodraeth Cymru. Dywedodd Ysgrifennydd y Cabinet dros Drafnidiaeth, Nia Rees: “Mae’n haws.”',
      'Llywodraeth Cymru',
    ],
  ])('%s', (_what, host, text, body) => {
    expect(bodyIn(text, host)).toBe(body);
  });
});
