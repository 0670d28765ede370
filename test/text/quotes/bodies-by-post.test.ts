import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

/** For whom the speaker of the last statement of a release speaks. */
function bodyIn(markdown: string, host: string): string | null {
  const statements = extractStatements(blocksOf(markdown), { ...NOTHING_KNOWN, url: `https://www.${host}/news/a` });
  return statements.at(-1)?.attribution.organisation ?? null;
}

type Case = readonly [what: string, host: string, text: string, body: string | null];

describe('a post that only houses of a kind have', () => {
  it.each<Case>([
    [
      'is in the school that the release tells of',
      'marl.gov.uk',
      'Mill Lane Primary has won. Headteacher Amy Lee said: “We sang.”',
      'Mill Lane Primary',
    ],
    [
      'is in the school of the paragraph before, of two',
      'marl.gov.uk',
      'Tarn Infants and Dell Juniors took part.\n\nAt Dell Juniors they sang. Year 5 pupil Amy Lee said: “We sang.”',
      'Dell Juniors',
    ],
    [
      'is in the sixth form of a teacher',
      'marl.gov.uk',
      'Beck Road Sixth Form is glad. Physics teacher Amy Lee said: “We sang.”',
      'Beck Road Sixth Form',
    ],
    [
      'is at the club of a coach',
      'marl.gov.uk',
      'The award went to Marl Boxing Club. Head coach Amy Lee said: “We sang.”',
      'Marl Boxing Club',
    ],
    [
      'is at the side of a captain',
      'activemarl.org.uk',
      'Marl Typhoons have won the Plate. Captain Amy Lee said: “We sang.”',
      'Marl Typhoons',
    ],
    [
      'is at the town council of its clerk',
      'marlpartnership.org.uk',
      'Marl Partnership thanked Dell Town Council. Town Clerk Amy Lee said: “We sang.”',
      'Dell Town Council',
    ],
    [
      'is at the ministry of a minister',
      'marl-ca.gov.uk',
      'The Department for Transport pays half. Rail Minister Amy Lee said: “We sang.”',
      'Department for Transport',
    ],
    [
      'is at nobody who has no such post',
      'marltrust.org.uk',
      'Marl Trust has measured the air. Head teacher Amy Lee said: “We sang.”',
      null,
    ],
  ])('%s', (_what, host, text, body) => {
    expect(bodyIn(text, host)).toBe(body);
  });
});

describe('a post at the body that publishes', () => {
  it.each<Case>([
    [
      'is the driver’s, where it carries people',
      'marlbuses.co.uk',
      'Marl Buses has sixty more. “It hums,” said driver Amy Lee.',
      'Marl Buses',
    ],
    ['is no driver’s elsewhere', 'marltrust.org.uk', 'Marl Trust has opened. “It hums,” said driver Amy Lee.', null],
    [
      'is the apprentice’s, where it is a firm',
      'hobdaygroup.co.uk',
      'Hobday Group has dug it. “I dug,” said apprentice Amy Lee.',
      'Hobday Group',
    ],
    [
      'is the student’s, where it is a college',
      'marlcollege.ac.uk',
      'Marl College has opened. “I sang,” said student Amy Lee.',
      'Marl College',
    ],
    [
      'is not the plasterer’s, who came to be seen',
      'marltrust.org.uk',
      'Marl Trust has opened. Plasterer Amy Lee said: “I came.”',
      null,
    ],
    [
      'is not the postmistress’s',
      'marltrust.org.uk',
      'Marl Trust has opened. Postmistress Amy Lee said: “I came.”',
      null,
    ],
    [
      'is not of who is of a place',
      'marltrust.org.uk',
      'Marl Trust has opened. “I came,” said the Dean of Dell, the Very Revd Amy Lee.',
      null,
    ],
    [
      'is the dean’s of a faculty',
      'marl.ac.uk',
      'Marl University has opened. “I came,” said the Dean of Science, Professor Amy Lee.',
      'Marl University',
    ],
    ['is not the mayor’s of a town', 'marl.gov.uk', 'Marl Council met. The Mayor, Cllr Amy Lee, said: “I came.”', null],
    [
      'is the mayor’s of a region',
      'marl-ca.gov.uk',
      'Marl Combined Authority met. The Mayor, Amy Lee, said: “I came.”',
      'Marl Combined Authority',
    ],
    [
      'is no longer theirs who have retired from a service',
      'marl.police.uk',
      'Marl Police met. Superintendent (Retired) Amy Lee said: “I came.”',
      null,
    ],
  ])('%s', (_what, host, text, body) => {
    expect(bodyIn(text, host)).toBe(body);
  });
});

describe('a body that a sentence gives to somebody', () => {
  it.each<Case>([
    [
      'who chairs it',
      'marlhomes.co.uk',
      'Kev Lee, who has lived on Mill Lane for years and chairs Keep Marl Green, is not won over. He said: “No.”',
      'Keep Marl Green',
    ],
    [
      'who founded it',
      'marl.gov.uk',
      'Put It Down was founded by Amy Lee in memory of her son. “No more,” said Ms Lee.',
      'Put It Down',
    ],
    [
      'whose post it names behind the body',
      'marlcathedral.org.uk',
      'Marl Cathedral will open. They are trained by Doorway, whose founder Amy Lee slept rough. “I did,” said Ms Lee.',
      'Doorway',
    ],
    [
      'whose studio it is',
      'marlhall.org.uk',
      'Marl Hall has opened. Designer Amy Lee, whose studio Lee & Rowe drew it, said: “I did.”',
      'Lee & Rowe',
    ],
    [
      'who co-chairs it for somebody else',
      'marlhospitals.nhs.uk',
      'Mrs Amy Lee co-chairs the trust’s Maternity Voices group. “I see,” said Mrs Lee.',
      'Maternity Voices group',
    ],
    [
      'who is from the contractors',
      'marl-ca.gov.uk',
      'Marl Combined Authority has opened it. Chief engineer Amy Lee, from contractors Brackenridge, said: “I did.”',
      'Brackenridge',
    ],
    [
      'called as it is, who leads it',
      'marl.gov.uk',
      'The yard of Strake & Sons Ltd was shut. Managing director Amy Strake said: “I did.”',
      'Strake & Sons Ltd',
    ],
    [
      'that backs something, where its people follow',
      'marl.ac.uk',
      'Marl University has begun. It has the backing of Breathe North. Its policy manager, Amy Lee, said: “I did.”',
      'Breathe North',
    ],
    [
      'that nothing names in full',
      'marlhall.org.uk',
      'A charter was found. Coun Amy Lee, who is Chairman of the Parish Council, said: “I did.”',
      'Parish Council',
    ],
    [
      'and to no son whose mother speaks',
      'marlhall.org.uk',
      'Tyler, whose mother Amy Lee was there, ran. “I see,” said Ms Lee.',
      null,
    ],
    [
      'and to no neighbour of the same name',
      'marl.gov.uk',
      'The yard of Strake & Sons Ltd was shut. Neighbour Amy Strake said: “I did.”',
      null,
    ],
    [
      'but no race that somebody runs',
      'marl.gov.uk',
      'Amy Lee, who runs the Marl Marathon, was glad. “I did,” she said.',
      null,
    ],
  ])('%s', (_what, host, text, body) => {
    expect(bodyIn(text, host)).toBe(body);
  });
});

describe('the address of a release', () => {
  it.each<Case>([
    [
      'is read by the label that its text spells',
      'marlair.charities.org.uk',
      'Marl Air Ambulance has flown. Chief Executive Amy Lee said: “We flew.”',
      'Marl Air Ambulance',
    ],
    [
      'is read by its last label otherwise',
      'news.marl.gov.uk',
      'Marl Council has met. Chief Executive Amy Lee said: “We met.”',
      'Marl Council',
    ],
  ])('%s', (_what, host, text, body) => {
    expect(bodyIn(text, host)).toBe(body);
  });
});
