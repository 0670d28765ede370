import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

/** Those who publish, where, and whom they quote without saying for whom they speak: their own, and behind the stroke others. */
const HOUSES = [
  ['Marl Police', 'marl.police.uk', 'PC | Chief Constable | Head of Crime | Firearms licensing manager / Shopkeeper'],
  ['Marl Fire and Rescue Service', 'marlfire.gov.uk', 'Firefighter | Fire investigator | Director of People / Farmer'],
  [
    'Marl Borough Council',
    'marl.gov.uk',
    'Councillor | Chief Executive | Trading standards officer | Town Centre Manager | Library assistant / Shop manager',
  ],
  ['Marl Hospitals NHS Trust', 'marlhospitals.nhs.uk', 'Dr | Matron | Porter | Director of Estates | Sister / Patient'],
  ['Marl Museum', 'marlmuseum.org.uk', 'Curator | Head of Learning | Chair of trustees | Volunteer / Visitor'],
  ['Kestrel Homes', 'kestrelhomes.co.uk', 'Chief executive | Head of Repairs | Scheme manager / Tenant | Customer'],
  ['Marl Primary School', 'marlprimary.sch.uk', 'Headteacher | Teacher | Pupil | SENCO | Business manager / Parent'],
  ['Marl RFC', 'marlrfc.co.uk', 'Head coach | Captain | Director of Rugby | Lock forward | Winger / Referee'],
  ['Marl Workers’ Union', 'marlunion.org', 'General secretary | National organiser | Rep / Passenger'],
  ['Tidewell Rail', 'tidewellrail.co.uk', 'Managing director | Train driver | Conductor / Passenger'],
  [
    'Crown Prosecution Service',
    'cps.gov.uk',
    'Senior Crown Prosecutor | Specialist Prosecutor | District Crown Prosecutor / Detective Sergeant | Judge',
  ],
] as const;

describe.each(HOUSES)('%s', (house, host, quoted) => {
  const [own = '', others = ''] = quoted.split(' / ');
  const bodyOf = (post: string): string | null => {
    const told = `${house} has announced it.\n\n${post} Amy Lee said: “We looked at eleven sites.”`;
    const [found] = extractStatements(blocksOf(told), {
      ...NOTHING_KNOWN,
      title: `${house} announces it`,
      url: `https://www.${host}/news/a`,
    });
    return found?.attribution.organisation ?? null;
  };

  it.each(own.split(' | '))('is who a %s speaks for', (post) => {
    expect(bodyOf(post)).toBe(house);
  });

  it.each(others.split(' | '))('is not who a %s speaks for', (post) => {
    expect(bodyOf(post)).toBe(null);
  });
});

describe('a prosecutor whom another body quotes', () => {
  it('speaks for those who prosecute, where the release names them', () => {
    const told =
      'A file went to the Crown Prosecution Service.\n\nSenior Crown Prosecutor Amy Lee said: “We looked at eleven sites.”';
    const [found] = extractStatements(blocksOf(told), { ...NOTHING_KNOWN, url: 'https://www.marl.police.uk/news/a' });
    expect(found?.attribution.organisation).toBe('Crown Prosecution Service');
  });
});
