import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { tidiedName } from '../../../src/text/quotes/employers/tidied-name.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

/** For whom the speaker of the last statement of a release speaks. */
function bodyIn(markdown: string, host: string): string | null {
  const statements = extractStatements(blocksOf(markdown), { ...NOTHING_KNOWN, url: `https://www.${host}/news/a` });
  return statements.at(-1)?.attribution.organisation ?? null;
}

describe('whoever has a post and no body that is told', () => {
  const hospice = 'Marl Hospice has reopened its garden.';
  const ambulance = 'Marl Ambulance Service NHS Trust answered 900 calls.';
  it.each([
    ['marlhospice.org.uk', `${hospice} Head gardener Amy Lee said:`, 'Marl Hospice'],
    ['marlhospice.org.uk', `${hospice} Shop Manager Amy Lee said:`, 'Marl Hospice'],
    [
      'marlambulance.nhs.uk',
      `${ambulance} Emergency Medical Dispatcher Amy Lee said:`,
      'Marl Ambulance Service NHS Trust',
    ],
    ['marlambulance.nhs.uk', `${ambulance} Dr Amy Lee said:`, 'Marl Ambulance Service NHS Trust'],
    ['marlcathedral.org.uk', 'Marl Cathedral has a new bell. The Very Reverend Amy Lee said:', 'Marl Cathedral'],
    ['gov.uk', 'The Ministry of Defence sent help. Defence Secretary Amy Lee said:', 'Ministry of Defence'],
    ['marlairambulance.org', 'Marl Air Ambulance flew. Chief pilot Captain Amy Lee said:', 'Marl Air Ambulance'],
    ['marlarchives.gov.uk', 'Marl Archives has opened a box. County Archivist Amy Lee said:', 'Marl Archives'],
    ['marl.gov.uk', 'Marl Council has a new lorry. Refuse driver Amy Lee said:', 'Marl Council'],
    ['marl.ac.uk', 'Students of the University rowed. Dr Amy Lee said:', 'University of Marl'],
    ['staubyn.gov.gg', 'The States of St Aubyn met. The Minister for Tourism, Amy Lee, said:', 'States of St Aubyn'],
  ])('belongs at %s to the house that publishes: %s', (host, told, body) => {
    expect(bodyIn(`${told} "We are glad of it."`, host)).toBe(body);
  });

  it.each([
    ['marlhospice.org.uk', `${hospice} Retired lorry driver Amy Lee said:`],
    ['marlhospice.org.uk', `${hospice} Fundraiser Amy Lee said:`],
    ['marlhospice.org.uk', `${hospice} Depot manager Amy Lee said:`],
    ['marlhospice.org.uk', `${hospice} The Lord-Lieutenant of Marlshire, Amy Lee, said:`],
    ['marlhospice.org.uk', `${hospice} "It smells of thyme," said accountant Amy Lee. She added:`],
    ['marlambulance.nhs.uk', `${ambulance} Sentencing him, Recorder Amy Lee said:`],
    ['marlambulance.nhs.uk', `${ambulance} Health Secretary Amy Lee said:`],
    ['marl.gov.uk', 'Marl Council has voted. Volunteer flood warden Amy Lee said:'],
    ['marl.police.uk', 'Marl Police made two arrests. Centre Manager Amy Lee said:'],
    ['marlarchives.gov.uk', 'Marl Archives has a deed. The Rector of Over Kestrel, Amy Lee, said:'],
    ['marllocks.org.uk', 'Marl Locks Trust has a new gate. Boater Amy Lee said:'],
    ['stoswins.org.uk', "St Oswin's Church has a new bell. Tower captain Amy Lee said:"],
  ])('does not at %s where others have such a post: %s', (host, told) => {
    expect(bodyIn(`${told} "We are glad of it."`, host)).toBeNull();
  });

  it.each([
    [
      'marlcrowncourt.gov.uk',
      'Marl Crown Court has given sentence. Her Honour Judge Amy Lee said:',
      'Marl Crown Court',
    ],
    ['marl.police.uk', "The medal was given by Tarnmouth's Lord Lieutenant Sir Tom Lee. Sir Tom said:", null],
    [
      'marl.gov.uk',
      'Pupils of Brook Road Academy came.\n\nYear 11 pupil Tobi Cole, who cut the ribbon, said:',
      'Brook Road Academy',
    ],
    ['marl.ac.uk', 'The University of Marl led it.\n\nLead author Dr Temi Reid said:', 'University of Marl'],
    ['marl-pcc.gov.uk', 'The Police and Crime Commissioner of Marl Police, Amy Lee, was there. Ms Lee said:', null],
    [
      'granby.gov.uk',
      'Granby Borough Council met. Granby executive member for housing, Cllr Amy Lee, said:',
      'Granby Borough Council',
    ],
  ])('at %s is where such people are: %s', (host, told, body) => {
    expect(bodyIn(`${told} "We are glad of it."`, host)).toBe(body);
  });

  it('has a diocese where the release names one', () => {
    const told = 'Marl Police cleaned the wall. The pump came from the Diocese of Tarn.';
    expect(bodyIn(`${told}\n\nThe Archdeacon of Tarn, the Ven Amy Lee, said: "It's clean."`, 'marl.police.uk')).toBe(
      'Diocese of Tarn',
    );
  });
});

describe('a body that the narration tells of together with somebody', () => {
  it.each([
    ['Amy Lee, of Kestrel Canal Society, was there.', 'Kestrel Canal Society'],
    ['Amy Lee, who has run Kestrel Luncheon Club since 1979, was there.', 'Kestrel Luncheon Club'],
    ['Amy Lee volunteers with Kestrel Speed Watch.', 'Kestrel Speed Watch'],
    ['Amy Lee, who lives in Tarn, is a lecturer at the University of Kestrel.', 'University of Kestrel'],
    ['Amy Lee took over as chief executive of Kestrel Homes Association in May.', 'Kestrel Homes Association'],
    ['Amy Lee had just played her last wood at Kestrel Bowling Club when her heart stopped.', null],
    ['Amy Lee unveiled a plaque on Friday, watched by pupils from Kestrel Primary School.', null],
    ['Amy Lee and the other families were served breakfast by the Kestrel Legion Branch.', null],
    ['Amy Lee joined the Kestrel Netball Group after a loss.', null],
    ['The Kestrel Rowing Division will be led by Amy Lee.', 'Kestrel Rowing Division'],
    ["The Kestrel Hospital's first patient, Amy Lee, was seen at once.", null],
  ])('is theirs only if it says so: %s', (told, body) => {
    expect(bodyIn(`${told}\n\nAmy said: "I could hardly believe it."`, 'marl.example')).toBe(body);
  });
});

describe('a word that stands for a body', () => {
  const heart = 'Both will speak at the Kestrel Heart Trust next month.';
  it.each([
    ['marltrust.nhs.uk', `Marl NHS Trust has met. ${heart} A spokesperson for the trust said:`, 'Kestrel Heart Trust'],
    [
      'marltrust.nhs.uk',
      `${heart}\n\nMarl NHS Trust has met.\n\nIt is open.\n\nA spokesperson for the trust said:`,
      'Marl NHS Trust',
    ],
    [
      'marl.police.uk',
      'It is run by Kestrel Steel Foundation, a charity. The charity’s chief executive, Amy Lee, said:',
      'Kestrel Steel Foundation',
    ],
    ['marl.police.uk', 'Kestrel Borough Council and Tarn Borough Council agreed. A council spokesman said:', null],
    [
      'marl.police.uk',
      'Kestrel Borough Council met.\n\nTarn Borough Council did not. A council spokesman said:',
      'Tarn Borough Council',
    ],
    [
      'marl.police.uk',
      'It goes to the Tarn Welfare Fund. The Fund’s regional organiser, Amy Lee, said:',
      'Tarn Welfare Fund',
    ],
    ['marl.police.uk', 'Tarn Mosque was daubed. Mosque secretary Amy Lee said:', 'Tarn Mosque'],
  ])('at %s is the one that was told of last: %s', (host, told, body) => {
    expect(bodyIn(`${told} "We are glad of it."`, host)).toBe(body);
  });
});

describe('a body of which the sentence before tells', () => {
  it.each([
    ['The store was designed by Quill Hobday. Associate director Amy Lee said:', 'Quill Hobday'],
    ['Tarn Moor Trust, which looks after the moor, has shut it.\n\nHead Ranger Amy Lee said:', 'Tarn Moor Trust'],
    ['Headline sponsor Tarn Kitchens has signed up. Managing Director Amy Lee said:', 'Tarn Kitchens'],
    ['The toys were paid for by the Northern Lottery. Its regional director, Amy Lee, said:', 'Northern Lottery'],
    ['The national agency Homes for All gave £2m. Its area head, Amy Lee, said:', 'Homes for All'],
    ['Rowan Place, which helps victims, gave evidence.\n\nIts service manager, Amy Lee, said:', 'Rowan Place'],
    ['The chief executive of the Tarn Agency was there.\n\nIt rained.\n\nChief Executive Amy Lee said:', 'Tarn Agency'],
    ['The bench was paid for by the Lantern Appeal. Head gardener Amy Lee said:', 'Marl Hospice'],
    ['The store was designed by Quill Hobday.\n\nIt is dry.\n\nOperations director Amy Lee said:', 'Marl Hospice'],
  ])('is that of a post that stands alone: %s', (told, body) => {
    expect(bodyIn(`Marl Hospice has a new store.\n\n${told} "We are glad of it."`, 'marlhospice.org.uk')).toBe(body);
  });
});

describe('a fire authority', () => {
  it('publishes under the address of a council, and has councillors', () => {
    const told = 'The Marl and Tarn Fire Authority has met. Cllr Amy Lee, the chairman, said:';
    expect(bodyIn(`${told} "We are glad of it."`, 'marlandtarn.gov.uk')).toBe('Marl and Tarn Fire Authority');
  });
});

describe('the name of a body', () => {
  it.each([
    ['Crown Prosecution Service (CPS) North Marl', 'Crown Prosecution Service North Marl'],
    ['National Tenants Federation (NTF', 'National Tenants Federation'],
    ['14(F) Squadron', '14(F) Squadron'],
    ['58 (Marsden) Battery', '58 (Marsden) Battery'],
    ['Corran Construction Northern -', 'Corran Construction Northern'],
    ['force’s Dogs and Firearms Unit', 'Dogs and Firearms Unit'],
    ["Marl Police's", 'Marl Police'],
    ["Barnaby's", "Barnaby's"],
    ["Marl Police's Rural Task Force", "Marl Police's Rural Task Force"],
    ['Ganolfan Ddeialog', 'Canolfan Ddeialog'],
  ])('as it stands alone: %s', (written, name) => {
    expect(tidiedName(written)).toBe(name);
  });
});

describe('a body that its people call by less than its name', () => {
  it.each([
    ['Ferrow Buses has a new timetable. A Ferrow spokesperson said:', 'Ferrow Buses'],
    ['The Friends of Marl Park raised it. The Friends’ treasurer Amy Lee said:', 'Friends of Marl Park'],
    ['Ferrow Buses stops there. It rained in Ferrow. A Ferrow spokesperson said:', 'Ferrow'],
  ])('%s', (told, body) => {
    expect(bodyIn(`${told} "We are glad of it."`, 'kestrel.gov.uk')).toBe(body);
  });
});

describe('a body of which the sentence before tells', () => {
  it.each([
    ['Loud Voices has trained 16 people. Its founder, Amy Lee, said:', 'Loud Voices'],
    ['Kestrel Silver Band will play at two. Bandmaster Amy Lee said:', 'Kestrel Silver Band'],
    ['The Anglers’ Forum said that it was satisfied. Chair Amy Lee said:', 'Anglers’ Forum'],
    ['Mae Clwb Rhwyfo Marl wedi croesawu’r newyddion. Dywedodd yr ysgrifennydd, Amy Lee:', 'Clwb Rhwyfo Marl'],
    ['The Anglers’ Forum said that it was satisfied. Actor Amy Lee said:', null],
    ['It was praised by Otter Rescue Marl, whose manager Amy Lee said:', 'Otter Rescue Marl'],
  ])('%s', (told, body) => {
    expect(bodyIn(`${told} "We are glad of it."`, 'marl.gov.uk')).toBe(body);
  });
});

describe('a name, and in the line below it the post', () => {
  it('are one signature', () => {
    expect(
      bodyIn(
        'Marl Council met.\n\n"We are glad of it."\nAmy Lee\nHead of Parks, Kestrel Homes\n\nIt rained.',
        'marl.gov.uk',
      ),
    ).toBe('Kestrel Homes');
  });
});

describe('an address that is the whole name of a body', () => {
  it('names no council', () => {
    const told = 'The Voles’ League wrote to the council. Amy Lee, Head of Policy, said:';
    expect(bodyIn(`${told} "We are glad of it."`, 'volesleague.gov.uk')).toBe('Voles’ League');
  });
});
