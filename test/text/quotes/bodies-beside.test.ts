import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

/** For whom the speaker of the last statement of a release speaks. */
function bodyIn(told: string, host = 'hex.gov.uk'): string | null {
  const markdown = /["”]$/.test(told) ? told : `${told} "We are glad of it."`;
  const statements = extractStatements(blocksOf(markdown), { ...NOTHING_KNOWN, url: `https://www.${host}/news/a` });
  return statements.at(-1)?.attribution.organisation ?? null;
}

const COUNCIL = 'Hex Council met.';

describe('the body about which the sentence before is', () => {
  it.each([
    [
      `${COUNCIL} It was painted by Drum & Daughter, a family firm from Oxley. Its owner, Tamsin Vyle, said:`,
      'Drum & Daughter',
    ],
    [
      `${COUNCIL} The Kestrel Players, who rehearse there, were glad. “We are,” said their director, Una Orme. “So are they.”`,
      'Kestrel Players',
    ],
    [
      `${COUNCIL} The Federation of Hex Builders also gave its backing. “It is late,” a spokesman said.`,
      'Federation of Hex Builders',
    ],
    [
      `${COUNCIL} The Hex Taxi Drivers' Association also backed it. “It is late,” a spokesman said.`,
      "Hex Taxi Drivers' Association",
    ],
    [`${COUNCIL} Work begins on Monday. “It is late,” a spokesman said.`, 'Hex Council'],
    [`${COUNCIL} Oxley Buses has lost the contract. “It is late,” a council spokesman said.`, 'Hex Council'],
    [`${COUNCIL} The meals are cooked by many. Its leader, Una Orme, said:`, 'Hex Council'],
    [`${COUNCIL} Hex Crown Court was told of it. “It is late,” a spokesman said.`, 'Hex Council'],
    [
      `${COUNCIL} The Isle of Oxley Ferry Company came.\n\nFerry Company chair Una Orme called it good.\n\nHer operations director, Capt. Tom Vyle, said:`,
      'Isle of Oxley Ferry Company',
    ],
    [`${COUNCIL} Oxley Ferries chair Una Orme called it good. Her neighbour, Tom Vyle, said:`, null],
  ])('%s', (told, body) => {
    expect(bodyIn(told)).toBe(body);
  });
});

describe('the body of which somebody is told to be', () => {
  it.each([
    [
      'Nurse Una Orme, who works on the wards at Hex General, stopped. “It was hot,” she said.',
      'hexfire.gov.uk',
      'Hex General',
    ],
    [
      'Hex Fire and Rescue Service came. Firefighter Una Orme, who works at Hex Station, said:',
      'hexfire.gov.uk',
      'Hex Fire and Rescue Service',
    ],
    ['Una Orme, founder of the Gutted supper clubs:', 'hex.org.uk', 'Gutted supper clubs'],
    ['Una Orme, founder of the festival in Oxley, said:', 'hex.org.uk', null],
    [
      'The Health and Safety Executive (HSE) came. HSE inspector Una Orme said:',
      'hse.example',
      'Health and Safety Executive',
    ],
    [
      'The Food Standards Agency (FSA) came. After the hearing FSA inspector Joanna Vickery-Moss said:',
      'hex.gov.uk',
      'Food Standards Agency',
    ],
    ['The Hex Grain Board (HGB) came. After it former HGB inspector Joanna Vickery-Moss said:', 'x.org', null],
    ['Hex Homes came. After the hearing LGV inspector Joanna Vickery-Moss said:', 'x.org', null],
    ['Hex Police came. DS Una Orme said:', 'hex.police.uk', 'Hex Police'],
    [
      'It was helped by the Low Hex Graziers. “It was daft,” said the Graziers’ clerk, Una Orme. “But it works.”',
      'hex.ac.uk',
      'Low Hex Graziers',
    ],
    [
      'The Hex Players met the Oxley Players. “It was daft,” said the Players’ clerk, Una Orme. “But so.”',
      'hex.org',
      'Players',
    ],
    [
      'The Hex Harbour Commissioners swapped them. Harbour Master Una Orme said:',
      'hex.ac.uk',
      'Hex Harbour Commissioners',
    ],
    ['The crew of Hex Rescue Boat launched. Helm Una Orme said:', 'boats.org.uk', 'Hex Rescue Boat'],
    [
      'The Scottish Government has paid. Housing Secretary Una Orme MSP said:',
      'hexhomes.example',
      'Scottish Government',
    ],
    [
      'Last Thursday the Police and Crime Panel backed it. Panel chair Cllr Una Orme said:',
      'hex-pcc.gov.uk',
      'Police and Crime Panel',
    ],
    [
      'Oxley Crab and Smoke Festival returns. Festival director Una Orme said:',
      'crabandsmoke.org.uk',
      'Oxley Crab and Smoke Festival',
    ],
    [
      'The Hex Food Festival and the Oxley Film Festival are back. Festival director Una Orme said:',
      'hex.gov.uk',
      null,
    ],
    ['Hex Fire and Rescue Service Group Manager Una Orme said:', 'hexfire.gov.uk', 'Hex Fire and Rescue Service'],
    ['Officers from Hex Police came. Sergeant Una Orme runs the rural crime team. She said:', 'x.org', 'Hex Police'],
    ['Sergeant Una Orme, of the neighbourhood policing team, said:', 'hex.police.uk', 'neighbourhood policing team'],
  ])('%s at %s', (told, host, body) => {
    expect(bodyIn(told, host)).toBe(body);
  });
});

describe('the church of those who serve one', () => {
  const church = "At St Oswin's, Overhex, volunteers kept the hall open.";
  it.each([
    [`${church}\n\nChurchwarden Ted Orme said:`, "St Oswin's"],
    [`${church}\n\nChurchwarden Ted Orme said “We had forty.”\n\nThe Vicar, the Revd Una Orme, added:`, "St Oswin's"],
    ['All Saints, Overhex, is cold. The organist, Una Orme, said:', 'All Saints'],
    ["At St Oswin's Primary School it rained. The vicar, the Revd Una Orme, said:", null],
    [`${church} The Rector of Upper Hex, the Revd Una Orme, said:`, null],
    [`${church} Baker Una Orme said:`, null],
    [`${church}\n\nIt rained.\n\nIt rained on.\n\nThen it was dry.\n\nChurchwarden Ted Orme said:`, null],
  ])('%s', (told, body) => {
    expect(bodyIn(told, 'hexdiocese.org.uk')).toBe(body);
  });
});

describe('whoever stands outside the body that publishes', () => {
  const found = 'The University of Hex has found it.';
  it.each([
    [`${found} Professor Una Orme, who was not involved in the study, said:`, 'hex.ac.uk', null],
    [`${found} Dr Una Orme, who had no part in the work, said:`, 'hex.ac.uk', null],
    [`${found} Dr Una Orme, who led the study, said:`, 'hex.ac.uk', 'University of Hex'],
    [
      `${found} Dr Una Orme, of Oxley University, who was not involved in the study, said:`,
      'hex.ac.uk',
      'Oxley University',
    ],
    [
      'Partners:\n\n- Una Bray, Chief Nurse, Hex NHS Trust: "Yes."\n- Tom Vyle, volunteer driver: "Ring me."',
      'hex.nhs.uk',
      null,
    ],
    ['Hex NHS Trust thanks all.\n\n- Tom Vyle, volunteer driver: "Ring me."', 'hex.nhs.uk', 'Hex NHS Trust'],
    ['Hex Homes built it. Care worker Una Orme moved in. She said:', 'hexhomes.co.uk', null],
    ['Hex Care has a new home. Care worker Una Orme said:', 'hexcare.co.uk', 'Hex Care'],
  ])('%s at %s', (told, host, body) => {
    expect(bodyIn(told, host)).toBe(body);
  });
});

describe('whose body is told by a kind, a name or a neighbour', () => {
  it.each([
    [
      'a hospital by any name',
      'Una Orme, the hospital’s clinical director, said:',
      'hexinfirmary.nhs.uk',
      'Hex Infirmary',
      'Hex Infirmary has a new ward. ',
    ],
    [
      'hospitals',
      'The hospitals’ Chief Nurse, Una Orme, said:',
      'hexcathedral.org.uk',
      'Oxley Hospitals NHS Trust',
      'Oxley Hospitals NHS Trust pays. Hex Cathedral prays. ',
    ],
    [
      'a firm among others',
      'Managing director of the family firm, Una Orme, will drive.',
      'hex.gov.uk',
      'Oxley Coaches',
      'It is run by Oxley Coaches and paid for by Hex Council and the Hex Traders’ Association. ',
    ],
    [
      'a firm of their surname',
      'Plasterer Una Orme said:',
      'hex.gov.uk',
      'Orme & Lime',
      'Hex Council thanked Orme & Lime. ',
    ],
    ['those for whom they speak', 'For the Greens, Cllr Una Orme said:', 'hex.gov.uk', 'Greens', 'Hex Council met. '],
    [
      'a body that has an owner',
      'Its area manager Una Orme said:',
      'hexhomes.co.uk',
      'Land for Regions',
      'Hex Homes builds. Land for Regions, the government’s housing agency, has paid. ',
    ],
    [
      'a church',
      'The vicar, Una Orme, said:',
      'hexfund.org.uk',
      'St Oswin’s',
      'Hex Fund pays. St Oswin’s asked who would ring. ',
    ],
    [
      'a council without a name',
      'Una Orme, chair of the parish council, said:',
      'raf.mod.uk',
      'parish council',
      'Planes fly. ',
    ],
    [
      'whoever leads a unit',
      'The head of the Professional Standards Department, DCI Una Orme, said:',
      'hex.police.uk',
      'Hex Police',
      'He was dismissed. ',
    ],
    [
      'whoever leads its unit',
      'DCI Una Orme, Head of its Prisons Team, said:',
      'hex.police.uk',
      'Oxley Regional Crime Unit',
      'It was led by the Oxley Regional Crime Unit. ',
    ],
    [
      'the force of a commissioner',
      'PC Una Orme said:',
      'hex-pcc.gov.uk',
      'Hex Constabulary',
      'She came from Oxley Police to Hex Constabulary. ',
    ],
    [
      'somebody who is there',
      'Assistant manager Una Orme has worked there for years. She said:',
      'hex-pcc.gov.uk',
      'Oxley Co-operative',
      'The Commissioner stood in the Oxley Co-operative store.\n\n',
    ],
  ])('%s', (_, told, host, body, before) => {
    expect(bodyIn(before + told, host)).toBe(body);
  });

  it.each([
    [
      'the room where they sit',
      'Duty controller Una Orme, who took the call at the operations centre, said:',
      'hexambulance.nhs.uk',
      'Hex Ambulance Service',
      'Hex Ambulance Service came. ',
    ],
    [
      'a unit of a place',
      'Una Orme, head of the Oxley Violence Reduction Unit, said:',
      'hex.police.uk',
      'Oxley Violence Reduction Unit',
      'Knives were found. ',
    ],
    ['the council that was told', 'Una Orme MP told the town council:', 'hex.gov.uk', null, 'It is late. '],
    [
      'the commissioner',
      'Una Orme, the Police and Crime Commissioner, went there. She said:',
      'hex-pcc.gov.uk',
      null,
      'Bread is baked at HMP Oxley.\n\n',
    ],
  ])('is not %s', (_, told, host, body, before) => {
    expect(bodyIn(before + told, host)).toBe(body);
  });
});

describe('a post that only bodies of a kind have', () => {
  const among = 'Hex Ambulance Service, Hex Brewery, Hex Zoo and Hex Probation Service came.';
  it.each([
    ['Paramedic', 'Hex Ambulance Service'],
    ['Head brewer', 'Hex Brewery'],
    ['Zoo herpetologist', 'Hex Zoo'],
    ['Probation officer', 'Hex Probation Service'],
    ['Carpenter', null],
  ])('%s', (post, body) => {
    expect(bodyIn(`${among} ${post} Una Orme said:`, 'oxley.ac.uk')).toBe(body);
  });

  it.each([
    ['Harbour Master', 'portofhex.com', 'The Port of Hex has paid.', 'Port of Hex'],
    ['Harbour Master', 'hexblade.co.uk', 'Hex Blade has paid.', null],
    ['Customer panel chair', 'hexhomes.co.uk', 'Hex Homes has paid.', null],
    ['Chair of the review', 'hex.nhs.uk', 'Hex NHS Trust has paid.', null],
    ['Cadeirydd y Ganolfan', 'canolfanhex.cymru', 'Mae Canolfan Gymraeg Hex yn agor.', 'Canolfan Gymraeg Hex'],
  ])('%s at %s', (post, host, told, body) => {
    expect(bodyIn(`${told} ${post} Una Orme said:`, host)).toBe(body);
  });
});
