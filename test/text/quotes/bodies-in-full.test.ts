import { describe, expect, it } from 'vitest';
import { organisationsIn } from '../../../src/text/quotes/employers/named-organisations.ts';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

/** For whom the speaker of the last statement of a release speaks. */
function bodyIn(told: string, host: string): string | null {
  const markdown = `${told} "We are glad of it."`;
  const statements = extractStatements(blocksOf(markdown), { ...NOTHING_KNOWN, url: `https://www.${host}/news/a` });
  return statements.at(-1)?.attribution.organisation ?? null;
}

describe('the body that an address names', () => {
  it.each([
    ['stpennow.gov.uk', 'All of us at the Council knew him. Chief Planning Officer Amy Lee said:', 'St Pennow Council'],
    ['estmere.police.invented.uk', 'Officers came. Inspector Amy Lee said:', 'Estmere Police'],
    ['estmere.ac.example', 'The university has it. Dr Amy Lee, senior lecturer, said:', 'University of Estmere'],
    ['estmere.anglican.example.org', 'All are welcome. Churchwarden Amy Lee said:', null],
  ])('at %s stands before what kind of address it is', (host, told, body) => {
    expect(bodyIn(told, host)).toBe(body);
  });

  it.each([
    [
      'siryrafon.gov.wales',
      'Cyngor Sir Afon paid. Councillor Amy Lee, Cabinet Member for Schools, said:',
      'Cyngor Sir Afon',
    ],
    [
      'stpennow.gov.uk',
      'The Council of the Isles of St Pennow met. Council Treasurer Amy Lee said:',
      'Council of the Isles of St Pennow',
    ],
    ['nhsfirthside.scot.example', 'NHS Firthside has a new ward. Charge Nurse Amy Lee said:', 'NHS Firthside'],
    ['nhsfirthside.scot.nhs.uk', 'NHS Firthside has a new ward. Charge Nurse Amy Lee said:', 'NHS Firthside'],
    [
      'pdwu.example',
      'Members of the Port and Dock Workers’ Union (PDWU) voted. Regional organiser Amy Lee added:',
      'Port and Dock Workers’ Union',
    ],
    [
      'estmeremarine.co.uk',
      'Estmere Marine Engineering Ltd won. Estmere Marine Engineering is old. Estmere Marine Engineering is glad. Director Amy Lee said:',
      'Estmere Marine Engineering Ltd',
    ],
    [
      'skills-ni.gov.example',
      'The money is there. Skills Minister Amy Lee said: "It is." The Department for Skills pays. She added:',
      'Department for Skills',
    ],
  ])('at %s is the one that is told: %s', (host, told, body) => {
    expect(bodyIn(told, host)).toBe(body);
  });

  it('is no organiser who belongs to no union', () => {
    expect(bodyIn('Estmere Homes has built it. Regional organiser Amy Lee said:', 'estmerehomes.co.uk')).toBeNull();
  });
});

describe('the name of a body', () => {
  it.each([
    ['2nd Battalion The Fellside Light Infantry will march.', ['2nd Battalion The Fellside Light Infantry']],
    ['The 4th Battalion, The East Marl Fusiliers, came.', ['4th Battalion, The East Marl Fusiliers']],
    ["1st Battalion, The Duke of Marl's Own Rifles marched", ["1st Battalion, The Duke of Marl's Own Rifles"]],
    ['140 soldiers of 207 (Marl) Regiment Royal Artillery came', ['207 (Marl) Regiment Royal Artillery']],
    ['90 of 131 Commando Squadron Royal Engineers came', ['131 Commando Squadron Royal Engineers']],
    ['Of the 2nd Battalion, the Mayor said little.', ['2nd Battalion']],
    ['41 Engineer Regiment met 12 people of Royal blood.', ['41 Engineer Regiment']],
    ['The crew of Tregarth Inshore Rescue Boat came.', ['Tregarth Inshore Rescue Boat']],
    ['Their Rescue Boat came.', []],
    ['Major Amy Lee of 319 (Marl) Field Squadron came.', ['319 (Marl) Field Squadron']],
    ['It is owned by Mace & Quill, of Marl.', ['Mace & Quill']],
    ['The Director of Adults & Children came.', []],
    ['Jo & Tom Bell came.', []],
    [
      'NHS Marl and Dell Integrated Care Board and Marl Council agreed.',
      ['NHS Marl and Dell Integrated Care Board', 'Marl Council'],
    ],
    ['HM Inspectorate of Prisons came.', ['HM Inspectorate of Prisons']],
    ['Western Rescue Boats came.', ['Western Rescue Boats']],
    ['Those at Beck Road Sixth Form sang.', ['Beck Road Sixth Form']],
    ['Full Council will decide.', []],
    ['Marl Council will decide.', ['Marl Council']],
  ])('is whole: %s', (text, names) => {
    expect(organisationsIn(text)).toEqual(names);
  });

  it.each([
    [
      'Soldiers of 207 (Marl) Regiment Royal Artillery marched. Lance Bombardier Amy Lee said:',
      '207 (Marl) Regiment Royal Artillery',
    ],
    ['The 4th Battalion, The Marl Fusiliers, came. WO2 Amy Lee said:', '4th Battalion, The Marl Fusiliers'],
    [
      'Marl Rifles march: 2nd Battalion, The Marl Rifles are here. Corporal Amy Lee said:',
      '2nd Battalion, The Marl Rifles',
    ],
    ['The Marl Yeomanry marched. Trooper Amy Lee said:', 'Marl Yeomanry'],
    [
      "The 3rd Battalion The Marl Rangers came. The battalion's Commanding Officer, Major Amy Lee, said:",
      '3rd Battalion The Marl Rangers',
    ],
    ['41 Engineer Regiment met 12 Signal Regiment. Corporal Amy Lee said:', null],
  ])('is that of the one unit for a rank of the forces: %s', (told, body) => {
    expect(bodyIn(told, 'kestrel.gov.uk')).toBe(body);
  });

  it.each([
    ['HMS Kestrel came home. Commodore Amy Lee RN, the Naval Base Commander, said:', null],
    ['HMS Kestrel came home. Commander Amy Lee RN, her Commanding Officer, said:', 'HMS Kestrel'],
  ])('is no ship for who commands a base: %s', (told, body) => {
    expect(bodyIn(told, 'royalnavy.mod.uk')).toBe(body);
  });

  it.each([
    [
      "It was paid for by Tramline and Marl City Council. Councillor Amy Lee, the city council's cabinet member, said:",
      'Marl City Council',
    ],
    ['It was paid for by Tramline and Marl City Council. A spokesman for the city council said:', 'Marl City Council'],
  ])('is that of one of two: %s', (told, body) => {
    expect(bodyIn(told, 'tramlinebuses.co.uk')).toBe(body);
  });

  it('is that of a council in two places', () => {
    const told = 'The Marl and Kestrel Council met. Council leader Amy Lee said:';
    expect(bodyIn(told, 'marlandkestrel.gov.uk')).toBe('Marl and Kestrel Council');
  });

  it('does without what kind of body it is', () => {
    expect(bodyIn("A spokesperson for the Ratepayers' Roar Marl campaign said:", 'x.org')).toBe(
      "Ratepayers' Roar Marl",
    );
  });
});

describe('what is nobody’s body', () => {
  it.each([
    [
      'Fellmoor Police will. The team will be led by Fellmoor’s Sgt Amy Lee. Asked about it, Sgt Lee said:',
      'fellmoor.police.uk',
      'Fellmoor Police',
    ],
    ['Residents were asked by a design panel. Its chair, Amy Lee, said:', 'kestrelhomes.co.uk', null],
    ['Former miner Ted Orme, who began at Deep Navigation in 1961, said:', 'x.co.uk', null],
    ['Former miner Ted Lee, who worked at Marl Colliery Museum, said:', 'x.co.uk', 'Marl Colliery Museum'],
    ['Sheep farmer Isla Orme of Windygates, who had 94 ewes taken, said:', 'marl.police.uk', null],
    [
      'Marl County Council met. Cllr Amy Lee (Inner Reach) voted against. She told the meeting:',
      'marl.gov.uk',
      'Marl County Council',
    ],
    [
      'Marl County Council met. Cllr Amy Lee (Kestrel Town Council) came. She told the meeting:',
      'marl.gov.uk',
      'Kestrel Town Council',
    ],
    ['Among them is D, who is 29. D told us:', 'x.org', null],
  ])('%s', (told, host, body) => {
    expect(bodyIn(told, host)).toBe(body);
  });
});
