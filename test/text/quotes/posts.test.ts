import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { readSubject } from '../../../src/text/quotes/speaker/read-speaker.ts';
import { blocksOf } from '../../support/blocks.ts';

const postOf = (text: string): string => {
  const { name, rank, role, organisation } = readSubject(text)?.speaker ?? {};
  return [name, rank, role, organisation].map((each) => each ?? '-').join(' | ');
};

const readIn = (markdown: string, url = 'https://www.example.org/news/a'): string => {
  const about = { title: '', summary: null, url, area: null };
  const { name, rank, role, organisation } = extractStatements(blocksOf(markdown), about)[0]?.attribution ?? {};
  return [name, rank, role, organisation].map((each) => each ?? '-').join(' | ');
};

describe('a post beside a name', () => {
  it.each([
    ['one farmer, Idwal Orrin, of Nant Isaf,', 'Idwal Orrin | - | farmer | -'],
    ['Farmer Idwal Orrin, of the Marl Growers’ Association,', 'Idwal Orrin | - | Farmer | Marl Growers’ Association'],
    ['Lead author Dr Cerys Mair Orrin', 'Cerys Mair Orrin | Dr | Lead author | -'],
    ['former British title contender Delroy "Hammer" Orrin', 'Delroy Orrin | - | former British title contender | -'],
    ['Local GP and cave diver Dr Rajan Orrin', 'Rajan Orrin | Dr | Local GP and cave diver | -'],
    ['Council Chief Officer Zebedee Orrin', 'Zebedee Orrin | - | Chief Officer | Council'],
    ['The Revd Ann Orrin, Team Rector of the Brooks Benefice,', 'Ann Orrin | Revd | Team Rector | Brooks Benefice'],
    ['The Rev Ann Orrin, Priest-in-Charge of Over Marl,', 'Ann Orrin | Rev | Priest-in-Charge of Over Marl | -'],
    ['Cllr Ann Orrin, leader of the opposition group,', 'Ann Orrin | Cllr | leader of the opposition group | -'],
    ['Head of Learning at the prison, Guy Orrin,', 'Guy Orrin | - | Head of Learning | prison'],
  ])('%s', (text, expected) => {
    expect(postOf(text)).toBe(expected);
  });
});

describe('a post of somebody else', () => {
  it('is not that of a club for which it was held', () => {
    const told = 'Marl Riding Club, where she was an instructor, said on its website: “We have lost the best of us.”';
    expect(readIn(told)).toBe('- | - | - | Marl Riding Club');
  });
});

describe('a post in Welsh', () => {
  it.each([
    ['Cadeirydd y Fenter, Mair Eluned Orrin', 'Mair Eluned Orrin | - | Cadeirydd | Fenter'],
    ['Nest Arwel, cyfarwyddwr y cwmni', 'Nest Arwel | - | cyfarwyddwr | cwmni'],
    ['Ysgrifennydd y Gymdeithas, Nest Arwel', 'Nest Arwel | - | Ysgrifennydd | Gymdeithas'],
    ['y Parchedig Ifan Prys, gweinidog olaf y capel', 'Ifan Prys | Parchedig | gweinidog olaf | capel'],
    ['Esgob Tegid, y Gwir Barchedig Ifan Prys', 'Ifan Prys | Gwir Barchedig | Esgob Tegid | -'],
    ['yr Hybarch Ifan Prys, Archddiacon Tegid', 'Ifan Prys | Hybarch | Archddiacon Tegid | -'],
    ['Y Dirprwy Brif Swyddog Tân, Nest Arwel', 'Nest Arwel | Dirprwy Brif Swyddog Tân | - | -'],
  ])('%s', (text, expected) => {
    expect(postOf(text)).toBe(expected);
  });

  it.each([
    [
      'Prynwyd y felin gan Menter Tegid, cymdeithas leol.\n\nMeddai Cadeirydd y Fenter, Mair Prys: "Gofynnwyd i’r pentref beth oedd ei angen."',
      'Mair Prys | - | Cadeirydd | Menter Tegid',
    ],
    [
      'Mae Capel Soar wedi cau. Roedd y Parchedig Ifan Prys, gweinidog olaf y capel, yno. "Nid diwedd yw hwn," meddai.',
      'Ifan Prys | Parchedig | gweinidog olaf | Capel Soar',
    ],
    [
      'Mae Cymdeithas Tegid wedi prynu’r felin. Meddai ysgrifennydd y Gymdeithas, Nest Arwel: "Mae’r olwyn yn troi."',
      'Nest Arwel | - | ysgrifennydd | Cymdeithas Tegid',
    ],
  ])('is one at the body that the release names: %s', (markdown, expected) => {
    expect(readIn(markdown)).toBe(expected);
  });
});

describe('a post in the narration', () => {
  it.each([
    [
      'two of them before a name, where more of the sentence follows',
      'Local GP and cave diver Dr Rajan Orrin has seen them. "It is the water," said Dr Orrin.',
      'Rajan Orrin | Dr | Local GP and cave diver | -',
    ],
    [
      'not that of whoever is named with another',
      'The driver and passenger Zeb Orrin were hurt. "It is the water," said Mr Orrin.',
      'Zeb Orrin | - | passenger | -',
    ],
    [
      'a governor’s, in whatever sentence',
      'Governor Zebedee Orrin said that he had been a sceptic. "It smells of bread," he admitted.',
      'Zebedee Orrin | - | Governor | -',
    ],
  ])('is %s', (_what, markdown, expected) => {
    expect(readIn(markdown)).toBe(expected);
  });
});
