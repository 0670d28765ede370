import type { Situation } from '../made-people.ts';

/** Who speaks where nobody is said to, and where several do. */
export const UNSAID: readonly Situation[] = [
  [
    'unsaid: same paragraph',
    '{opening}"{1}," said chief engineer {f}, of {council}. The river had to be turned. "{2}."',
    '{f} | official',
    '{f} | official',
  ],
  [
    'unsaid: same paragraph 2',
    '{opening}{m}, who chairs Marl Civic Society, was cautious. "{1}." The society has sixty members. "{2}."',
    '{m} | official',
    '{m} | official',
  ],
  [
    'unsaid: subject then quote',
    '{opening}The work was directed by {f}, surveyor to the council. "{1}."',
    '{f} | official',
  ],
  [
    'unsaid: two in a row one paragraph',
    '{opening}Chief executive {f} said: "{1}." Cllr {m}, leader, said: "{2}."',
    '{f} | official',
    '{m} | official',
  ],
  [
    'unsaid: other in same paragraph',
    '{opening}{m}, landlord of the Ferry Inn, said: "{1}." {f}, 82, of Ferry Street, walked along the wall. "{2}," Mrs {f.last} said.',
    '{m} | other',
    '{f} | resident',
  ],
  [
    'crew mate',
    '{opening}"Sorry about your shirt," said paramedic {f}.\n\nHer crewmate on the day was {m.first}. "{1}," he said.\n\n*Pictured: {f} and technician {m}.*',
    '{f} | official',
    '{m} | official',
  ],
  [
    'interview',
    '{opening}We asked {f}, the council\'s chief engineer, about it.\n\n**Why a bridge?**\n\n"{1}."\n\n**What next?**\n\n"{2}."',
    '{f} | official',
    '{f} | official',
  ],
  [
    'signature under quote',
    '{opening}"{1}."\n{f}, youth work manager, Streetlight\n\n"{2}."\nMr {m} FRCS, consultant surgeon, Marl Royal Infirmary',
    '{f} | official',
    '{m} | official',
  ],
  ['name above', '{opening}WM {f}\n"{1}."\n\nSM {m}\n"{2}."', '{f} | official', '{m} | official'],
  [
    'two with one pronoun each',
    '{opening}{f}, the council\'s bridges manager, said: "{1}." She added: "{2}."\n\n{m}, its roads manager, agreed. He said: "{3}."',
    '{f} | official',
    '{m} | official',
  ],
  ['that is what X told', '{opening}Jess\'s friend {f} told us: "{1}."', '{f} | other'],
  [
    'presented by two',
    'The report, presented by Director of Finance, {f} and Regional Manager {m}, lists the homes of {council}.\n\n"{1}," Mr {m.last} said.',
    '{m} | official',
  ],
  [
    'sat down: head of development',
    '{council}\'s chief executive {f} and its head of development {m} sat down with traders.\n\n{m} said: "{1}."\n\nIt took a day.\n\nSaid {m.first}: "{2}."',
    '{m} | official',
    '{m} | official',
  ],
  [
    'colon: a view',
    '{opening}{f} is the council\'s chief engineer. Her view of it is simple: "I would do it all again tomorrow and the day after."',
    '{f} | official',
  ],
  [
    'colon: no patience',
    '{opening}A former miner, {m} has no patience with those who call it a folly: "I would ask them to come and stand on it in a flood."\n\n{m}, who lives in Ferry Street, will cross it daily.',
    '{m} | resident',
  ],
  ['verb that no table knows', '{opening}"{1}," chortled {f}, the council\'s chief engineer.', '{f} | official'],
  [
    'verb that no table knows, behind a pronoun',
    '{opening}{f}, the council\'s chief engineer, cut the ribbon. "{1}," {f.he} chortled, "and I hope that it stays so."',
    '{f} | official',
  ],
  [
    'statement under a heading',
    '{opening}### Statement from Chief Constable {f}\n\nI want to say sorry to everybody whom we let down.\n\nWe have changed the way that we work.\n\n### Background\n\nThe review was published in May.',
    '{f} | official',
  ],
  [
    'statement under a line',
    '{opening}Message from the Chief Executive of Marl NHS Trust, Dr {m}\n\nWe are sorry that so many have waited so long.',
    '{m} | official',
  ],
  [
    'spokesman in the sentence before',
    '{opening}A spokesman for Marl Rail said that it was "deeply sorry". "{1}," he added.',
    'nobody | spokesperson',
  ],
  [
    'clause of another',
    '{opening}Cllr {f} said that the plan was dead, while Cllr {m} countered: "{1}."',
    '{m} | official',
  ],
  [
    'Welsh verb before its subject',
    '{opening}Croesawodd y Cynghorydd {m} y newyddion gan ddweud: "Mae hyn yn hwb mawr i\'r dref."',
    '{m} | official',
  ],
  [
    'family one after another',
    '{opening}The family of {f} have paid tribute to her. Her mum {g.first} said: "{1}." Her dad, {m.first}, added: "{2}." {f.first}\'s brother {n.first} said: "{3}."',
    '{g.first} | family',
    '{m.first} | family',
    '{n.first} | family',
  ],
  [
    'a sentence that tells something before the colon parts two speakers',
    '{opening}"{1}," Ranger {m} said. "{2}."\n\nHis mum {f} had been on the bridge since six: "{3}."',
    '{m} | official',
    '{f} | family',
  ],
];
