import { describe, expect, it } from 'vitest';
import { isSamePerson } from '../../../src/text/quotes/cast/identity.ts';
import { readSpeaker } from '../../../src/text/quotes/speaker/read-speaker.ts';
import type { Speaker } from '../../../src/text/quotes/speaker/speaker.ts';

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
    ['Professor Amy Lee, the present Vice-Chancellor', 'Amy Lee', 'Professor', 'Vice-Chancellor', null],
    ['y Parchedig Amy Lee', 'Amy Lee', 'Parchedig', null, null],
    ['Roads and Buses Minister Simon Lee', 'Simon Lee', null, 'Roads and Buses Minister', null],
    [
      'Dr Amy Lee, Consultant in Stroke Medicine and clinical lead for the unit',
      'Amy Lee',
      'Dr',
      'Consultant in Stroke Medicine and clinical lead for the unit',
      null,
    ],
    ['Councillor Mrs Pauline Lee', 'Pauline Lee', 'Councillor', null, null],
    ['Sarjant Aled Pugh', 'Aled Pugh', 'Sarjant', null, null],
    [
      'PC Becky Lee, the rural crime officer for the East Wolds',
      'Becky Lee',
      'PC',
      'rural crime officer for the East Wolds',
      null,
    ],
    ['the board’s engineer, Philip Usher', 'Philip Usher', null, 'engineer', 'board'],
    [
      'The vice-chair of the Open Spaces Committee Cllr Ray Lee',
      'Ray Lee',
      'Cllr',
      'vice-chair of the Open Spaces Committee',
      null,
    ],
    ['Amy Lee, Heritage Engineering Apprentice', 'Amy Lee', null, 'Heritage Engineering Apprentice', null],
    ['The hospice chaplain, the Revd Amy Lee', 'Amy Lee', 'Revd', 'chaplain', 'hospice'],
    ['Trust chief executive Dame Amy Lee', 'Amy Lee', 'Dame', 'chief executive', 'Trust'],
    ['Club secretary Amy Lee', 'Amy Lee', null, 'secretary', 'Club'],
    ['Parish Council Chairman Amy Lee', 'Amy Lee', null, 'Chairman', 'Parish Council'],
    ['Committee chair Cllr Amy Lee', 'Amy Lee', 'Cllr', 'Committee chair', null],
    ['Amy Lee, route director for Northern Link Rail', 'Amy Lee', null, 'route director', 'Northern Link Rail'],
    ['Amy Lee, sy’n gadeirydd Cymdeithas Elwy', 'Amy Lee', null, 'gadeirydd', 'Cymdeithas Elwy'],
    ['Amy Lee, Curadur Amgueddfa Elwy', 'Amy Lee', null, 'Curadur', 'Amgueddfa Elwy'],
    ['Amy Lee, Cyfarwyddwr Nyrsio’r Bwrdd Iechyd', 'Amy Lee', null, 'Cyfarwyddwr Nyrsio', 'Bwrdd Iechyd'],
    [
      'Station Commander Mark Hale from Marl & Kestrel Fire and Rescue Service',
      'Mark Hale',
      'Station Commander',
      null,
      'Marl & Kestrel Fire and Rescue Service',
    ],
    ['Director of Prevent and Protect Lynn Hughes', 'Lynn Hughes', null, 'Director of Prevent and Protect', null],
    ['Det Sgt Baron', 'Baron', 'Det Sgt', null, null],
    [
      "Marl Council's member for finance, performance, and safety, Cllr Jo Bell",
      'Jo Bell',
      'Cllr',
      'member for finance, performance, and safety',
      'Marl Council',
    ],
    ['Jo Bell Chief Executive of the Marl Federation', 'Jo Bell', null, 'Chief Executive', 'Marl Federation'],
    [
      'Chief Fire Officer and Director of Risk at Marl Fire Service, Jo Bell',
      'Jo Bell',
      'Chief Fire Officer',
      'Director of Risk',
      'Marl Fire Service',
    ],
    ['Jo Bell, an inspector from the Marl Agency', 'Jo Bell', null, 'inspector', 'Marl Agency'],
    ['Pc Jo Bell, of the rural team', 'Jo Bell', 'Pc', null, 'rural team'],
    ['Imam al-Masri', 'al-Masri', 'Imam', null, null],
    ['Chief Constable Dame Jo Bell', 'Jo Bell', 'Chief Constable Dame', null, null],
    ['Senator Jo Bell, Minister for Housing', 'Jo Bell', 'Senator', 'Minister for Housing', null],
    ['Her sister, now Mrs Jo Bell', 'Jo Bell', null, null, null],
    ['The family of Jo Rahman', null, null, null, null],
    ['Lord Lieutenant Jo Bell', 'Jo Bell', null, 'Lord Lieutenant', null],
    ['Joan, a Ward nurse', 'Joan', null, 'Ward nurse', null],
    ['Peter van der Berg, curator', 'Peter van der Berg', null, 'curator', null],
    ['May Baker, of the Royal Navy', 'May Baker', null, null, 'Royal Navy'],
    ['Jo Bell, Museum Manager, Marl Trust', 'Jo Bell', null, 'Museum Manager', 'Marl Trust'],
    ['PC Jo Bell, Missing Persons Unit', 'Jo Bell', 'PC', null, 'Missing Persons Unit'],
    ["DI Jo Bell, who is based with Marl Police's Rural Team", 'Jo Bell', 'DI', null, "Marl Police's Rural Team"],
    ['Policy manager Jo Bell, from Groundwork South', 'Jo Bell', null, 'Policy manager', 'Groundwork South'],
    ['General Secretary Jo Bell', 'Jo Bell', null, 'General Secretary', null],
    [
      'Dirprwy Arweinydd Cyngor Sir Marl, y Cynghorydd Jo Bell',
      'Jo Bell',
      'Cynghorydd',
      'Dirprwy Arweinydd',
      'Cyngor Sir Marl',
    ],
    ['A neighbour, Janet Coe', 'Janet Coe', null, null, null],
    ['Lord Mayor Councillor Stella Pin', 'Stella Pin', 'Councillor', 'Lord Mayor', null],
    ['Peter van der Berg, Director at the Royal Navy', 'Peter van der Berg', null, 'Director', 'Royal Navy'],
    ['Inspector Peter van der Berg', 'Peter van der Berg', 'Inspector', null, null],
    ['Consultant Zoë Bell', 'Zoë Bell', null, 'Consultant', null],
    ['Assistant General Manager Jo Bell', 'Jo Bell', null, 'Assistant General Manager', null],
    ["Marl Homes' General Secretary, May Baker", 'May Baker', null, 'General Secretary', 'Marl Homes'],
    ["Morgan Slade Ltd's director, Jo Bell", 'Jo Bell', null, 'director', 'Morgan Slade Ltd'],
    ['Theatre Sister Bola Ade', 'Bola Ade', null, 'Theatre Sister', null],
    ["Tenants' champion Lorna Quill", 'Lorna Quill', null, "Tenants' champion", null],
    ['Ward councillor Bev Nut', 'Bev Nut', null, 'Ward councillor', null],
    ['Its director, former detective Lynne Abbot', 'Lynne Abbot', null, 'director', null],
    ['Its spokesman, Rory Fell', 'Rory Fell', null, 'spokesman', null],
    ["Mr Askew's wife of 51 years, Brenda Askew", 'Brenda Askew', null, null, null],
    ['The son of one resident, Peter Bell', 'Peter Bell', null, null, null],
    ['Pilot Captain Jon Bell', 'Jon Bell', 'Captain', 'Pilot', null],
    ['Parent Darren Cole', 'Darren Cole', null, 'Parent', null],
    ['Farmer and firefighter Rob Armitage', 'Rob Armitage', null, 'Farmer and firefighter', null],
    ['Tenant farmer Alf Hill, of Cow Gill', 'Alf Hill', null, 'Tenant farmer', null],
    ['Station Commander Group Captain Verity Holt', 'Verity Holt', 'Group Captain', 'Station Commander', null],
    ['Neighbourhood sergeant PS Jo Bell', 'Jo Bell', 'PS', 'Neighbourhood sergeant', null],
    ["Marl Homes' Head of Law, solicitor Jo Bell", 'Jo Bell', null, 'Head of Law', 'Marl Homes'],
    ['Volunteering Development Manager Sue Bell', 'Sue Bell', null, 'Volunteering Development Manager', null],
    ['Jo Bell, who owns Pinfold Joinery and lets two go', 'Jo Bell', null, null, 'Pinfold Joinery'],
    ['Jo Bell, who has run the Marl Club since 1979', 'Jo Bell', null, null, 'Marl Club'],
    ['DI Jo Bell, who led the case for the Major Crime Team', 'Jo Bell', 'DI', null, 'Major Crime Team'],
    ['PC Jo Bell, who is based at Marl', 'Jo Bell', 'PC', null, null],
    ['Headteacher Rebecca Bishop', 'Rebecca Bishop', null, 'Headteacher', null],
    ['Ian Constable OBE', 'Ian Constable', null, null, null],
    ['Proud mum Priya Dean, from Marl', 'Priya Dean', null, null, null],
    ['Jo Bell, who works for Coast and Fen Cymru', 'Jo Bell', null, null, 'Coast and Fen Cymru'],
    ["Rail operator Marl Link's managing director, Jo Bell", 'Jo Bell', null, 'managing director', 'Marl Link'],
    ['A Marl Link spokeswoman', null, null, null, 'Marl Link'],
    ['A council spokeswoman', null, null, null, 'council'],
    ['Prosecuting for the RSPCA, Jo Bell', 'Jo Bell', null, null, 'RSPCA'],
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

  it.each<[text: string, role: string | null, organisation: string | null]>([
    ['Staff including Assistant General Manager Jo Bell', 'Assistant General Manager', null],
    ['Jo Bell (curator, Marl Museum)', 'curator', 'Marl Museum'],
    ['Jo Bell (Labour, Marl)', null, null],
    ['Jo Bell, Canal Trust site supervisor working on the lock', 'site supervisor', 'Canal Trust'],
    ['Jo Bell, based at Marl Police Station', null, null],
    ['Jo Bell of Marl Port helped with the search', null, 'Marl Port'],
    ['Wing Commander Jo Bell, the head of Training led the planning', 'head of Training', null],
  ])('may be part of %j', (text, role, organisation) => {
    expect(readSpeaker(text)?.speaker).toMatchObject({ name: 'Jo Bell', role, organisation });
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

describe('what a sentence tells of somebody', () => {
  it.each([
    ['Jo Bell met her husband, Corporal Adam Bell', null],
    ["Jo Bell was given a Chief Constable's commendation", null],
    ['Dame Jo Bell left school at fourteen', 'Dame'],
  ])('is neither the rank of another nor a post: %s', (text, rank) => {
    expect(readSpeaker(text)?.speaker).toMatchObject({ name: 'Jo Bell', rank, role: null });
  });
});

describe('a later mention', () => {
  const speaker = (text: string): Speaker => readSpeaker(text)?.speaker ?? expect.unreachable();
  const shaw = speaker('Inspector Rebecca Shaw, from the Marl roads unit');

  it.each(['Insp Shaw', 'Ms Shaw', 'Rebecca', 'Rebecca Shaw', 'She', 'The inspector'])('%s is the same', (text) => {
    expect(isSamePerson(shaw, speaker(text))).toBe(true);
  });

  it('is told by a rank that is spelt out', () => {
    expect(isSamePerson(speaker('Ch Insp Rebecca Shaw'), speaker('The Chief Inspector'))).toBe(true);
    expect(isSamePerson(speaker('DS Rebecca Shaw'), speaker('The Chief Inspector'))).toBe(false);
  });

  it.each(['Insp Bell', 'Rebecca Bell', 'Her mother', 'The judge'])('%s is somebody else', (text) => {
    expect(isSamePerson(shaw, speaker(text))).toBe(false);
  });
});
