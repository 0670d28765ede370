import { describe, expect, it } from 'vitest';
import { narrationOf } from '../../../src/text/quotes/cast/narration.ts';
import { organisationsIn } from '../../../src/text/quotes/employers/named-organisations.ts';
import { findPublisher, forceBesideCommissioner } from '../../../src/text/quotes/employers/publisher.ts';
import { blocksOf } from '../../support/blocks.ts';

describe('the organisations that a text names', () => {
  it.each([
    ['Crews from Marl Fire and Rescue Service were called.', ['Marl Fire and Rescue Service']],
    ['Marl Borough Council and Kestrel Borough Council agree.', ['Marl Borough Council', 'Kestrel Borough Council']],
    ['Marl Police and Crime Commissioner Jo Bell spoke.', []],
    ['The Office of the Police and Crime Commissioner moved.', ['Office of the Police and Crime Commissioner']],
    ["Children from St Oswin's Primary School planted trees.", ["St Oswin's Primary School"]],
    ['Medical Director of Marl Hospitals NHS Foundation Trust', ['Marl Hospitals NHS Foundation Trust']],
    ['Mae Heddlu Gogledd Marl wedi lansio ymgyrch.', ['Heddlu Gogledd Marl']],
    ['The charity SafeSteps was glad, and so was developer Kestrel Living.', ['SafeSteps', 'Kestrel Living']],
    ['Soldiers of RAF Lowfield marched.', ['RAF Lowfield']],
    ['Soldiers of 12 Marl Signal Regiment marched.', ['12 Marl Signal Regiment']],
    ['Paramedic Siân Prosser and Ambulance Technician Lee Hobbs came.', []],
    ['The London Borough of Marl has voted.', ['London Borough of Marl']],
    ['The States of St Aubyn met.', ['States of St Aubyn']],
    ['It was paid for by Rivers and Woods Scotland.', ['Rivers and Woods Scotland']],
    ['It rained all over North Wales.', []],
    ['It was run by Age UK Kestrel and Healthwatch North Marl.', ['Age UK Kestrel', 'Healthwatch North Marl']],
    ['The Kestrel Care Home and Marl Speedwatch agree.', ['Kestrel Care Home', 'Marl Speedwatch']],
    ['The League of Friends of Kestrel Hospital paid.', ['League of Friends of Kestrel Hospital']],
    ['Kestrel’s Resident Scrutiny Panel asked Two Marl Women.', ['Resident Scrutiny Panel']],
    ['She speaks for the charity Two Minutes More.', ['Two Minutes More']],
    ['After Six Minutes it was over.', []],
    ['It went to the Children and Families Committee.', ['Children and Families Committee']],
    ['Marl Archives and the Kestrel Silver Band were there.', ['Marl Archives', 'Kestrel Silver Band']],
    ['The 4th Battalion, The Marl Regiment, marched.', ['4th Battalion, The Marl Regiment']],
    [
      'The University of Marl and Kestrel Hospitals NHS Trust agree.',
      ['University of Marl', 'Kestrel Hospitals NHS Trust'],
    ],
    ['RNLI Lifeboat Operations Manager Clare Eddy spoke.', []],
    ['The council met on Bank Holiday Monday.', []],
    [
      "The Marl Farmers' Union and the Kestrel Traders’ Association agree.",
      ["Marl Farmers' Union", 'Kestrel Traders’ Association'],
    ],
    [
      'The Marl Chamber of Trade and Kestrel Borough Council agree.',
      ['Marl Chamber of Trade', 'Kestrel Borough Council'],
    ],
    [
      'The Federation of Angling Clubs and the Campaign for Clean Rivers met.',
      ['Federation of Angling Clubs', 'Campaign for Clean Rivers'],
    ],
    ['The Crown Prosecution Service was asked.', ['Crown Prosecution Service']],
    ['Dilwyn Havard of Kestrel Vale Police was there.', ['Kestrel Vale Police']],
    ['Call Marl Police on 101. Contact Kestrel Housing Association.', ['Marl Police', 'Kestrel Housing Association']],
    ['Charity Steel Petals, which works with families, was there.', ['Steel Petals']],
    [
      'Three Rivers Housing Association met Two Marl Council officers.',
      ['Three Rivers Housing Association', 'Marl Council'],
    ],
    ['The Royal Borough of Marl Council met.', ['Royal Borough of Marl Council']],
  ])('%s', (text, names) => {
    expect(organisationsIn(text)).toEqual(names);
  });
});

describe('the force beside a commissioner', () => {
  it.each([
    ['https://www.marl-pcc.gov.uk/a', 'Marl Police'],
    ['https://www.marl.gov.uk/a', null],
    [null, null],
  ])('who publishes at %s is %s', (url, force) => {
    expect(forceBesideCommissioner({ title: '', summary: null, url, area: null }, ['Marl is safe.'])).toBe(force);
  });
});

describe('the publishing body', () => {
  const publisherOf = (url: string | null, text: string, area: string | null = null) =>
    findPublisher({ title: '', summary: null, url, area }, narrationOf(blocksOf(text), []))?.name ?? null;

  it.each([
    ['https://www.marl.police.uk/news/a', 'Officers from Marl Police were there.', 'Marl Police'],
    ['https://www.marl.police.uk/news/a', 'Nobody is named.', 'Marl Police'],
    ['https://www.marl.police.example/news/a', 'Nobody is named.', 'Marl Police'],
    ['https://www.marlpolice.police.uk/news/a', 'Nobody is named.', 'Marl Police'],
    ['https://www.marl.police.uk/news/a', 'The Marl Police Roads Unit met Kestrel Police.', 'Marl Police'],
    ['https://www.herts.police.uk/news/a', 'Nobody is named.', 'Hertfordshire Constabulary'],
    ['https://www.marlfire.gov.uk/news/a', 'Marl Fire and Rescue Service warns.', 'Marl Fire and Rescue Service'],
    ['https://www.marl.gov.uk/news/a', 'Kestrel City Council and Marl Borough Council agree.', 'Marl Borough Council'],
    ['https://www.mas.nhs.uk/news/a', 'Marl Ambulance Service NHS Trust asks.', 'Marl Ambulance Service NHS Trust'],
    ['https://www.marl.nhs.uk/news/a', 'Marl Hospital and Marl NHS Trust, Marl Hospital.', 'Marl NHS Trust'],
    ['https://www.marl.gov.uk/news/a', 'The Marl Central Mosque opened its doors.', null],
    ['https://rnli.org/news/a', 'The RNLI thanks him.', 'RNLI'],
    ['https://www.marl.gov.uk/news/a', 'Kestrel Borough Council agrees with the council.', 'Marl Council'],
    ['https://news.calder-valley.gov.uk/a', 'The district council agrees.', 'Calder Valley District Council'],
    ['https://www.caldervalley.gov.uk/a', 'Councillors met in Calder Valley Hall.', 'Calder Valley Council'],
    ['https://www.surreycc.gov.uk/news/a', 'Councillors met.', 'Surrey County Council'],
    ['https://www.leeds.gov.uk/news/a', 'Councillors met.', 'Leeds City Council'],
    [
      'https://www.tandyffrynmarl.llyw.cymru/a',
      'Mae criwiau yn Nyffryn Marl. Daeth Dyffryn Marl.',
      'Gwasanaeth Tân ac Achub Dyffryn Marl',
    ],
    ['https://www.cambsfire.gov.uk/news/a', 'Crews came.', 'Cambridgeshire Fire and Rescue Service'],
    [
      'https://www.marlhealthcareft.nhs.uk/news/a',
      'Marl Healthcare NHS Foundation Trust said so.',
      'Marl Healthcare NHS Foundation Trust',
    ],
    ['https://www.marl-fire.gov.uk/news/a', 'Nobody is named.', 'Marl Fire and Rescue Service'],
    ['https://www.marl-tc.gov.uk/news/a', 'Nobody is named.', 'Marl Town Council'],
    [
      'https://www.porthmarllifeboat.org.uk/a',
      'The Porthmarl Independent Lifeboat was launched.',
      'Porthmarl Independent Lifeboat',
    ],
    ['https://www.marlandrailpolice.gov.uk/a', 'The Marl and Rail Police thanks them.', 'Marl and Rail Police'],
    ['https://www.health-ni.gov.uk/news/a', 'Nobody is named.', 'Department of Health'],
    ['https://www.marlschool.co.uk/news/a', 'The School Council met at Marl School.', 'Marl School'],
    ['https://www.marl.police.uk/news/a', 'A FORMER Marl Police officer was there.', 'Marl Police'],
    ['https://www.marlacademy.org.uk/news/a', 'The academy is open.', 'Marl Academy'],
    ['https://www.linnet.co.uk/news/a', 'Mae Linnet wedi adeiladu tai.', 'Linnet'],
    ['https://www.llyw.cymru/a', 'Aeth y Gweinidog i Ysgol Glan Marl.', 'Llywodraeth Cymru'],
    [
      'https://www.gov.uk/news/a',
      'Issued by the Department for Rivers and Coasts.',
      'Department for Rivers and Coasts',
    ],
    ['https://www.marl.nhs.uk/a', 'The Marl Appeal and Marl NHS Trust agree.', 'Marl NHS Trust'],
    ['https://www.trentvalewater.co.uk/a', 'Our reservoirs are full.', 'Trentvale Water'],
    ['https://www.marl-pcc.gov.uk/a', 'He was glad.', 'Office of the Police and Crime Commissioner for Marl'],
    ['https://www.marlfa.com/a', "The Marl FA's president came.", 'Marl FA'],
    [
      'https://www.marl-pcc.gov.uk/a',
      'The Office of the Police and Crime Commissioner for Marl moved.',
      'Office of the Police and Crime Commissioner for Marl',
    ],
    ['https://www.tidewellhomes.org.uk/news/a', 'Tidewell Homes has built homes.', 'Tidewell Homes'],
  ])('of %s under %j', (url, text, name) => {
    expect(publisherOf(url, text)).toBe(name);
  });

  it('is the force of the area where the address names none', () => {
    expect(publisherOf('https://police.example/news/a', 'Nobody is named.', 'Ouseshire')).toBe('Ouseshire Police');
  });

  it.each([
    ['https://www.gov.uk/news/a', 'Councillors met.'],
    ['https://www.example.org/news/a', 'Nobody is named.'],
    ['not an address', 'Marl Police agrees.'],
    [null, 'Marl Police agrees.'],
  ])('is unknown for %j under %j', (url, text) => {
    expect(publisherOf(url, text)).toBeNull();
  });
});
