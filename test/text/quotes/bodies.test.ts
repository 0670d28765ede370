import { describe, expect, it } from 'vitest';
import { NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

/** For whom the speaker of the last statement of a release speaks. */
function bodyIn(markdown: string, host: string): string | null {
  const statements = extractStatements(blocksOf(markdown), { ...NOTHING_KNOWN, url: `https://www.${host}/news/a` });
  return statements.at(-1)?.attribution.organisation ?? null;
}

describe('the body of whoever speaks', () => {
  it.each([
    [
      'the contractor whom the sentence before names',
      'marlhomes.org.uk',
      'The contractor was Hallam & Dray. Its site manager, Amy Lee, said:',
      'Hallam & Dray',
    ],
    [
      'the contractor between commas',
      'marl.gov.uk',
      'The council’s contractor, Finch & Marl, has promised it. Its project manager, Amy Lee, said:',
      'Finch & Marl',
    ],
    [
      'the guild whose president is named',
      'marlmuseum.org.uk',
      'Visitors can meet members of the Marl Lace Guild, whose president is Amy Lee. She said:',
      'Marl Lace Guild',
    ],
    [
      'the friends of something, for their chairman',
      'marl.gov.uk',
      'It was paid for by the Friends of Marl Library. Friends chairman Amy Lee said:',
      'Friends of Marl Library',
    ],
    [
      'the railway, wherever it runs',
      'kestrelrail.co.uk',
      'A spokesperson for Northern Lines Rail, which runs trains there, said:',
      'Northern Lines Rail',
    ],
    [
      'a university, for one of its researchers',
      'marl.ac.uk',
      'The University of Marl has found it. Dr Amy Lee, a postdoctoral researcher in Moss-Orme’s group, said:',
      'University of Marl',
    ],
    [
      'another one than the house that publishes, for a council leader',
      'marlhomes.co.uk',
      'Marl Homes has built it with Kestrel City Council. Council leader Amy Lee said:',
      'Kestrel City Council',
    ],
    [
      'told by the first words of its name',
      'estmerefire.gov.uk',
      "Estmere Fire and Rescue Service put it out. Station Manager Amy Lee, Estmere's prevention lead, said:",
      'Estmere Fire and Rescue Service',
    ],
    [
      'a supermarket of which the sentence before tells',
      'fullshelf.org.uk',
      "The regional supermarket Dunwell's has promised a tonne of tins. Its head of community, Amy Lee, said:",
      "Dunwell's",
    ],
    [
      'the contractor of another',
      'marl.gov.uk',
      "Marl Council will mend it. The work will be carried out by the council's contractor, Tarrant Highways. Its director, Amy Lee, said:",
      'Tarrant Highways',
    ],
    [
      'a battalion with the name of its regiment',
      'army.mod.uk',
      "Soldiers from 4th Battalion The King's Fusiliers marched. Lieutenant Colonel Amy Lee, the Commanding Officer, said:",
      "4th Battalion The King's Fusiliers",
    ],
    [
      'the charity that somebody gives their time to',
      'strideon.org.uk',
      'Stride On runs nine groups. Amy Lee, volunteer leader, said:',
      'Stride On',
    ],
    [
      'no council that somebody gives their time to',
      'marl.gov.uk',
      'Marl Council met. Amy Lee, volunteer warden, said:',
      null,
    ],
    [
      'none for a hospital porter where no hospital publishes',
      'marl-ca.gov.uk',
      'Marl Combined Authority runs buses. One of them is hospital porter Amy Lee, who said:',
      null,
    ],
    [
      'none where somebody comes from a place that looks like one',
      'marl.nhs.uk',
      'First was Walter Pym, 91, of Ten Mile Bank. Walter said:',
      null,
    ],
    [
      'the ship of which the release tells, for its officers',
      'royalnavy.mod.uk',
      'HMS Marl has come home. Her Commanding Officer, Commander Amy Lee RN, said:',
      'HMS Marl',
    ],
    [
      'the ship that a post names',
      'royalnavy.mod.uk',
      'Commanding Officer HMS Marl, Lieutenant Commander Amy Lee RN, said:',
      'HMS Marl',
    ],
    [
      'a union without what it is',
      'marl.gov.uk',
      "Trade union RailVoice's regional organiser, Amy Lee, said:",
      'RailVoice',
    ],
    [
      'a charity with an & in its name',
      'hearthandhome.org.uk',
      'Homelessness charity Hearth & Home has answered. Our chief executive Amy Lee said:',
      'Hearth & Home',
    ],
    [
      'none where something is only done to somebody',
      'marl.anglican.org',
      'The Venerable Ruth Price will be the next bishop. She said: "I am glad." Ruth will be consecrated at York Minster. Ruth said:',
      null,
    ],
    [
      'the ship by its name alone',
      'royalnavy.mod.uk',
      "HMS Kestrel is home. Commander Amy Lee RN, Kestrel's Commanding Officer, said:",
      'HMS Kestrel',
    ],
    [
      'the university and not the minster of its town',
      'marl.ac.uk',
      'Marl Minster was full. Marl Minster is old. The University of Marl gave degrees. The Vice-Chancellor, Professor Amy Lee, said:',
      'University of Marl',
    ],
    [
      'a charity that is introduced before its manager',
      'marl-ca.gov.uk',
      'It has been backed by NightSafe, the charity which looks after the young, whose manager Amy Lee said:',
      'NightSafe',
    ],
    ['none for a businessman', 'marlfund.org.uk', 'Marl Fund gave it. Local businessman Tom Lee said:', null],
    [
      'the regiment of a lance corporal',
      'army.mod.uk',
      '31 Engineer Regiment built it. LCpl Amy Lee said:',
      '31 Engineer Regiment',
    ],
    [
      'the school and not the college for a headteacher',
      'marl.gov.uk',
      'Apprentices from Lutley College helped Tidewell Primary School. Headteacher Amy Lee said:',
      'Tidewell Primary School',
    ],
    [
      "the friends of a saint's",
      'marl.nhs.uk',
      "Friends of St Bega's paid for it. Amy Lee, of the Friends of St Bega's, said:",
      "Friends of St Bega's",
    ],
    [
      'whom a Welsh spokesperson stands for',
      'marl.llyw.cymru',
      'Dywedodd llefarydd ar ran Adeiladwyr Tegid:',
      'Adeiladwyr Tegid',
    ],
    [
      'the council for a leisure centre manager',
      'marl.gov.uk',
      'Marl Borough Council mended it. Leisure centre manager Amy Lee said:',
      'Marl Borough Council',
    ],
    [
      'a panel without whose it is',
      'marlhomes.co.uk',
      "Our Tenants' Panel has read it. Its chair, Tom Lee, said:",
      "Tenants' Panel",
    ],
    [
      'the force as its people write it',
      'northarden.police.uk',
      'Jordan swam out. Superintendent Amy Lee said: "He is a credit to North Arden Police." Jordan waved. Supt Lee added:',
      'North Arden Police',
    ],
    [
      'the force whose address says more',
      'lakeland-ni.police.uk',
      'Lakeland Police have condemned it. Superintendent Amy Lee said:',
      'Lakeland Police',
    ],
    [
      'the commissioners of a harbour',
      'marlharbour.co.uk',
      'Marl Harbour Commissioners will dredge. Captain Tom Lee, Harbour Master, said:',
      'Marl Harbour Commissioners',
    ],
    [
      'none for a relative, whatever the title',
      'marl.ac.uk',
      'Iris came to the university. With her was Dr Bilal Lee, her grandson, who said:',
      null,
    ],
    ['none where somebody only lives', 'marl.gov.uk', 'Mrs Amy Lee, who lives opposite the Corn Exchange, said:', null],
    [
      'none where somebody only comes from',
      'marlhospitals.nhs.uk',
      'Retired bus driver Tom Lee, 71, from Lower Sedge, came in with chest pains on a Thursday morning. Tom said:',
      null,
    ],
    [
      'none where somebody only was',
      'marl.anglican.org',
      "They were given by the Bishop of Marl, the Rt Revd Amy Lee, at a service at St Bride's, Nether Marl, on Sunday. The Bishop said:",
      null,
    ],
    [
      'no prize',
      'marl.nhs.uk',
      "Kieran said it rained. Kieran has been given a Chief Executive's Commendation. Kieran said:",
      null,
    ],
  ])('is %s', (_what, host, told, body) => {
    expect(bodyIn(`${told} "We are glad of it."`, host)).toBe(body);
  });
});
