import { describe, expect, it } from 'vitest';
import { isSamePerson } from '../../../src/text/quotes/identity.ts';
import { readSpeaker, type Speaker } from '../../../src/text/quotes/speaker.ts';

describe('the words that name a speaker', () => {
  it.each<[text: string, name: string | null, rank: string | null, role: string | null, organisation: string | null]>([
    [
      'Inspector Rebecca Shaw, from the Fenwick community policing team',
      'Rebecca Shaw',
      'Inspector',
      null,
      'Fenwick community policing team',
    ],
    ["Tom Brackley, tarn's chief Executive", 'Tom Brackley', null, 'chief Executive', 'tarn'],
    [
      'Station Commander Mark Hale from Marl & Kestrel Fire and Rescue Service',
      'Mark Hale',
      'Station Commander',
      null,
      'Marl & Kestrel Fire and Rescue Service',
    ],
    ['Director of Prevent and Protect Lynn Hughes', 'Lynn Hughes', null, 'Director of Prevent and Protect', null],
    ['A neighbour, Janet Coe', 'Janet Coe', null, null, null],
    [
      'Senior Investigating Officer, Detective Inspector Tom Hamm',
      'Tom Hamm',
      'Detective Inspector',
      'Senior Investigating Officer',
      null,
    ],
    [
      "Marlshire's Police and Crime Commissioner, Festus Ako",
      'Festus Ako',
      null,
      'Police and Crime Commissioner',
      null,
    ],
    ['The Mayor of Fenwick, Graham Stott', 'Graham Stott', null, 'Mayor of Fenwick', null],
    [
      'Professor Dame Jane Ball DBE, chief scientific adviser',
      'Jane Ball',
      'Professor Dame',
      'chief scientific adviser',
      null,
    ],
    ['Rt Hon Sir John Smith MP, Minister for Policing', 'John Smith', 'Rt Hon Sir', 'Minister for Policing', null],
    ['PC 1234 Jones', 'Jones', 'PC', null, null],
    ['Jane Smith, Detective Inspector at Marl Police', 'Jane Smith', 'Detective Inspector', null, 'Marl Police'],
    [
      'Gary Stone, Area Manager for Marl Fire and Rescue Service',
      'Gary Stone',
      null,
      'Area Manager',
      'Marl Fire and Rescue Service',
    ],
    [
      'Tom Brown, Tenant Voice Partner, Marl Housing Group',
      'Tom Brown',
      null,
      'Tenant Voice Partner',
      'Marl Housing Group',
    ],
    [
      'Lou Jack, director of Public Health for Marl Borough, Kestrel and Hale',
      'Lou Jack',
      null,
      'director of Public Health for Marl Borough, Kestrel and Hale',
      null,
    ],
    ['Jan de Vries, Head of Safeguarding at NSPCC', 'Jan de Vries', null, 'Head of Safeguarding', 'NSPCC'],
    [
      'Cllr Mrs Sheila Hill (Ind, Kempston), who is chair of Marl Council',
      'Sheila Hill',
      'Cllr',
      'chair',
      'Marl Council',
    ],
    ['Inspector Sian Price, who leads the rural crime team', 'Sian Price', 'Inspector', null, 'rural crime team'],
    ['Marl Police Chief Constable Jon Bow', 'Jon Bow', 'Chief Constable', null, 'Marl Police'],
    [
      'Secretary of State for Health and Social Care, Matt Han',
      'Matt Han',
      null,
      'Secretary of State for Health and Social Care',
      null,
    ],
    ['Director Lynch', 'Lynch', null, 'Director', null],
    ['Shaw', 'Shaw', null, null, null],
    ['A spokesperson for Marl Fire and Rescue Service', null, null, null, 'Marl Fire and Rescue Service'],
    [
      "A spokesman from Marl Council's Environmental Health team",
      null,
      null,
      null,
      "Marl Council's Environmental Health team",
    ],
    ['The judge', null, null, 'judge', null],
    ['Her mother', null, null, null, null],
    ['CPS', null, null, null, 'CPS'],
  ])('%s', (text, name, rank, role, organisation) => {
    expect(readSpeaker(text)).toEqual({
      speaker: {
        kind: name === null ? 'unnamed' : 'person',
        name,
        rank,
        role,
        organisation,
        title: expect.toBeOneOf([null, expect.any(String)]),
        asWritten: text,
        about: expect.any(String),
      },
      start: 0,
      end: text.length,
    });
  });

  it.each([
    ['Speaking after the hearing, DC Jo Smith', 'DC Jo Smith'],
    ['Speaking after the hearing DC Jo Smith', 'DC Jo Smith'],
    ['In a joint statement, Chief Constable Gary Force and the PCC', 'Chief Constable Gary Force'],
    ['The raid was led by Insp Bell', 'Insp Bell'],
    ['Following the death of John Smith, his family', 'his family'],
  ])('in %j begin where the speaker does', (text, asWritten) => {
    expect(readSpeaker(text)?.speaker.asWritten).toBe(asWritten);
  });

  it.each(['The letter', 'A road sign', 'On Tuesday', ''])('are not in %j', (text) => {
    expect(readSpeaker(text)).toBeNull();
  });
});

describe('a later mention', () => {
  const speaker = (text: string): Speaker => readSpeaker(text)?.speaker ?? expect.unreachable();
  const shaw = speaker('Inspector Rebecca Shaw, from the Marl roads unit');

  it.each(['Insp Shaw', 'Ms Shaw', 'Rebecca', 'Rebecca Shaw', 'She', 'The inspector'])('%s is the same', (text) => {
    expect(isSamePerson(shaw, speaker(text))).toBe(true);
  });

  it.each(['Insp Bell', 'Rebecca Bell', 'Her mother', 'The judge'])('%s is somebody else', (text) => {
    expect(isSamePerson(shaw, speaker(text))).toBe(false);
  });
});
