import type { Situation } from '../made-people.ts';

/** Who is meant by a surname, a first name, or a name that is borne by two. */
export const NAMES: readonly Situation[] = [
  [
    'surname: Mr/Mrs later (f)',
    '{opening}{f}, the council\'s chief engineer, was there.\n\n{f.Mr} {f.last} said: "{1}."',
    '{f} | official',
  ],
  [
    'surname: full name much later (f)',
    '{opening}{f.Mr} {f.last} said: "{1}."\n\nThe bridge is 40m long.\n\n**Notes to editors**\n\n{f} is the council\'s chief engineer.',
    '{f} | official',
  ],
  [
    'first: later in notes (f)',
    '{opening}{f.first} has crossed every day for ten years.\n\n"{1}," {f.he} said. "{2}."\n\nNotes: {f} is 74 and lives in Marl.',
    '{f} | other',
  ],
  [
    'first: said X, caption later (f)',
    '{opening}"{1}," said {f.first}.\n\nThe bridge is 40m long.\n\n*Pictured: {f} on the bridge.*',
    '{f} | other',
  ],
  [
    'first: known as (f)',
    '{opening}Bud has crossed every day for ten years.\n\n"{1}," said Bud.\n\nNotes: {f}, known as Bud, is 74.',
    '{f} | other',
  ],
  [
    'first: also said (f)',
    '{opening}Ranger {f} of {council} counted the birds.\n\n{f.first}, who grew up in Marl, said: "{1}."',
    '{f} | official',
  ],
  [
    'first+colon (f)',
    '{opening}Ranger {f} of {council} counted the birds.\n\n{f.first} also paid tribute to the volunteers: "{1}."',
    '{f} | official',
  ],
  [
    'surname: Mr/Mrs later (m)',
    '{opening}{m}, the council\'s chief engineer, was there.\n\n{m.Mr} {m.last} said: "{1}."',
    '{m} | official',
  ],
  [
    'surname: full name much later (m)',
    '{opening}{m.Mr} {m.last} said: "{1}."\n\nThe bridge is 40m long.\n\n**Notes to editors**\n\n{m} is the council\'s chief engineer.',
    '{m} | official',
  ],
  [
    'first: later in notes (m)',
    '{opening}{m.first} has crossed every day for ten years.\n\n"{1}," {m.he} said. "{2}."\n\nNotes: {m} is 74 and lives in Marl.',
    '{m} | other',
  ],
  [
    'first: said X, caption later (m)',
    '{opening}"{1}," said {m.first}.\n\nThe bridge is 40m long.\n\n*Pictured: {m} on the bridge.*',
    '{m} | other',
  ],
  [
    'first: known as (m)',
    '{opening}Bud has crossed every day for ten years.\n\n"{1}," said Bud.\n\nNotes: {m}, known as Bud, is 74.',
    '{m} | other',
  ],
  [
    'first: also said (m)',
    '{opening}Ranger {m} of {council} counted the birds.\n\n{m.first}, who grew up in Marl, said: "{1}."',
    '{m} | official',
  ],
  [
    'first+colon (m)',
    '{opening}Ranger {m} of {council} counted the birds.\n\n{m.first} also paid tribute to the volunteers: "{1}."',
    '{m} | official',
  ],
  [
    'namesakes: by title',
    '{opening}Cllr {f.first} {f.last}, cabinet member for transport, and town clerk {m.first} {f.last} were there.\n\nCllr {f.last} said: "{1}."\n\nMr {f.last} said: "{2}."',
    '{f} | official',
    '{m.first} {f.last} | official',
  ],
  [
    'namesakes: by first name',
    '{opening}Cllr {f.first} {f.last}, lead member for communities, and Cllr {m.first} {f.last}, ward member for Marl, are married.\n\n"{1}," said Cllr {f.first} {f.last}.\n\n{m.first} said: "{2}."\n\n{f.first} added: "{3}."',
    '{f} | official',
    '{m.first} {f.last} | official',
    '{f} | official',
  ],
  [
    'namesakes: library manager no relation',
    '{opening}Councillor {f}, the council\'s cabinet member for culture, cut the ribbon. She said: "{1}."\n\nLibrary manager {m.first} {f.last}, who is no relation, was first in. "{2}," he said.\n\nCouncillor {f.last} added that hours would be reviewed. "{3}," she said.',
    '{f} | official',
    '{m.first} {f.last} | official',
    '{f} | official',
  ],
  [
    'namesakes: siblings Aisha and Zainab X',
    '{opening}{f.first} and {g.first} {f.last} from Marl chased the robber for half a mile.\n\n{f.first}, 17, said: "{1}."\n\n{g.first}, 15, added: "{2}."',
    '{f} | other',
    '{g.first} {f.last} | other',
  ],
  [
    'namesakes: rank and none',
    '{opening}PC {m} of Marl Police stopped the van.\n\n{f.first} {m.last}, 81, owned the medals.\n\nPC {m.last} said: "{1}."\n\nMrs {m.last} said: "{2}."',
    '{m} | official',
    '{f.first} {m.last} | resident',
  ],
  ['name of an owner', '{opening}{f}\'s son was the first to cross it.\n\n{f.first} said: "{1}."', '{f} | family'],
  [
    'name of an owner, by surname',
    '{opening}The first to cross was {m}\'s dog.\n\n{m.Mr} {m.last}, the council\'s chief engineer, said: "{1}."',
    '{m} | official',
  ],
  [
    'name of one of two who share a surname',
    '{opening}{m.first} and {f.first} {m.last} were the first to cross.\n\n"{1}," said {f.first}, who lives in Ferry Street.',
    '{f.first} {m.last} | resident',
  ],
  [
    'name in capitals',
    '{opening}INSPECTOR {F}, who leads the team, said: "{1}."\n\nInsp {f.last} added: "{2}."',
    '{f} | official',
  ],
  [
    'three by their surnames',
    '{opening}{f}, {m} and {g} lead the three groups.\n\nIn a joint statement, Councillors {f.last}, {m.last} and {g.last} said: "{1}."',
    '{f}, {m} and {g} | official',
  ],
  ['two with one rank', '{opening}PCCs {f} and {m}, who lead on roads, said: "{1}."', '{f} and {m} | official'],
  ['three by their names', '{opening}{f}, {m} and {g} said: "{1}."', '{f}, {m} and {g} | other'],
  [
    'judge by surname',
    '{opening}The case was heard by Mr Justice {m.last} at Marl Crown Court.\n\nSentencing, the judge said: "{1}."',
    '{m.last} | judge',
  ],
  [
    'relative named later',
    '{opening}{f} left her home on Monday. Her daughter said: "{1}."\n\n{f.first}\'s daughter, {g}, has recorded an appeal.',
    '{g} | family',
  ],
  [
    'post in the sentence before',
    '{opening}Chief Fire Officer {f} retires today. Assistant Chief Fire Officer {g} said: "{1}."\n\nThe Chief Fire Officer\'s last act was to hand over her helmet. "{2}," she said.',
    '{g} | official',
    '{f} | official',
  ],
  [
    'post that nobody is said to hold',
    '{opening}Cllr {m} called in to see it for himself. Marlshire Council\'s Cabinet Member for Culture said: "{1}."',
    '{m} | official',
  ],
  [
    'post by its letters',
    '{opening}Deputy Chief Constable {f} said that the panel had been unanimous. The DCC told staff: "{1}."',
    '{f} | official',
  ],
  [
    'chaplain to',
    '{opening}Inspector {n} said: "{1}."\n\nChaplain to the force the Reverend {m} blessed the bridge. He said: "{2}."',
    '{n} | official',
    '{m} | official',
  ],
  [
    'age of an officer',
    '{opening}Two years ago {f} was hauling nets. Today she walks eight miles a day around Port Gannick.\n\n"{1}," said the 33-year-old.\n\nPCSO {f} trained for ten weeks.',
    '{f} | official',
  ],
  [
    'nickname in curly marks',
    '{opening}{f.first} “Mags” {f.last}, a ranger at {council}, counted the birds.\n\nMags said: "{1}."',
    '{f} | official',
  ],
  [
    'surname with a small word in front',
    '{opening}Imam Yahya al-{f.last}, of Marl Mosque, and Rabbi {m} came.\n\nImam al-{f.last} said: "{1}."',
    'Yahya al-{f.last} | official',
  ],
  ['first name in capitals', '{opening}{f} has crossed two hundred times.\n\n{f.FIRST} said: "{1}."', '{f} | other'],
  [
    'peer by surname',
    '{opening}Lord Tillotson, chairman of the Marl League, said: "{1}."\n\nThe bridge cost £4m. Tillotson added: "{2}."',
    'Tillotson | official',
    'Tillotson | official',
  ],
  [
    'daughter, now under another name',
    'Ruby {f.last} died in 1984.\n\nHer daughter, now Mrs {g}, said: "{1}."',
    '{g} | family',
  ],
  ['as somebody puts it', '{opening}It has desks that rise and, as engineer {f} puts it: "{1}."', '{f} | official'],
  [
    'in an aside with a post behind the name',
    '{opening}Speaking after the opening {f}, an engineer with {council}, said: "{1}."',
    '{f} | official',
  ],
  [
    'owner of somebody who did something',
    '{opening}The soup was made by Father {m}\'s housekeeper. Fr {m.last}, parish priest of St Bride\'s, said: "{1}."',
    '{m} | official',
  ],
  [
    'list signed below a heading word',
    '{opening}Reaction:\n\n- "{1}." – **{f}**, headteacher, Marl Primary School\n- "{2}." – **{m}**, Marl resident',
    '{f} | official',
    '{m} | resident',
  ],
];
