import type { Situation } from '../made-people.ts';

/** Who is meant by a post, by what somebody is, and by two people together. */
export const ROLES: readonly Situation[] = [
  [
    'role: the Chief Constable',
    'Chief Constable {m} launched the campaign at Marl Police.\n\n"{1}," the Chief Constable said.',
    '{m} | official',
  ],
  [
    'role: the inspector added',
    'Inspector {f}, of Marl Police, said: "{1}."\n\nTen people were fined.\n\nThe inspector added: "{2}."',
    '{f} | official',
    '{f} | official',
  ],
  ['role: the sheriff', 'Sheriff {m} heard the case at Marl Sheriff Court.\n\nThe sheriff said: "{1}."', '{m} | judge'],
  [
    'role: sheriff told',
    'Sheriff {m} told Rankin: "{1}."\n\nThe Sheriff said that it was grave.\n\nThe Sheriff added: "{2}."',
    '{m} | judge',
    '{m} | judge',
  ],
  ['role: the judge', 'Her Honour Judge {f} jailed him for two years.\n\nThe judge said: "{1}."', '{f} | judge'],
  ['role: the judge unnamed', 'A man has been jailed.\n\nThe judge said: "{1}."', 'nobody | judge'],
  [
    'role: the coroner',
    'The inquest was held by the senior coroner for Marlshire, {f}.\n\nThe coroner said: "{1}."',
    '{f} | judge',
  ],
  [
    'role: the headteacher',
    '{f}, headteacher of Marl Primary School, was there.\n\nThe headteacher said: "{1}."',
    '{f} | official',
  ],
  [
    'role: the leader',
    '{opening}Cllr {m}, leader of {council}, cut the ribbon.\n\nThe leader said: "{1}."',
    '{m} | official',
  ],
  [
    'role: the council leader',
    '{opening}Cllr {m}, leader of {council}, cut the ribbon.\n\nThe council leader said: "{1}."',
    '{m} | official',
  ],
  [
    'role: the mayor',
    '{opening}The Mayor of Marl, Cllr {f}, cut the ribbon.\n\nThe Mayor said: "{1}."',
    '{f} | official',
  ],
  [
    'role: the minister',
    'The Roads Minister came to Marl today.\n\nSir {m} MP crossed the bridge.\n\n"{1}," the Minister said.',
    '{m} | official',
  ],
  ['role: mum-of-two', '{opening}{f}, 34, crosses with the pram.\n\nThe mum-of-two said: "{1}."', '{f} | other'],
  [
    'role: the 19-year-old',
    '{opening}{m} started as an apprentice in May.\n\nThe 19-year-old said: "{1}."',
    '{m} | other',
  ],
  [
    'role: the 19-year-old, quote first',
    '{opening}{m}, from Marl, swam the Channel.\n\n"{1}," said the 19-year-old.',
    '{m} | other',
  ],
  [
    'role: the grandfather of three',
    '{opening}{m}, 71, had a heart attack in May.\n\n"{1}," said the grandfather-of-three.',
    '{m} | other',
  ],
  [
    'role: the softly spoken dad',
    'Marl father {m} has given his time since 22-year-old Joe was killed by a van.\n\nJoe\'s friends row every summer in his memory.\n\nThe softly spoken dad said: "{1}."',
    '{m} | family',
  ],
  [
    'role: the pensioner',
    'A WOMAN of 81 has been honoured.\n\nSir {m} handed {f} a letter of thanks.\n\nThe pensioner said: "{1}."',
    '{f} | other',
  ],
  [
    'role: the Lord Lieutenant',
    'A firefighter was given a medal by Marlshire\'s Lord Lieutenant {m} on Friday.\n\n{n} was given a clock.\n\n"{1}," said the Lord Lieutenant.',
    '{m} | official',
  ],
  ['role: the vicar', 'The vicar of St Wulf\'s, the Rev {f}, blessed it.\n\nThe vicar said: "{1}."', '{f} | official'],
  [
    'role: the couple',
    '{opening}{f.first} and {m.first} {f.last} met on the old bridge.\n\nThe couple said: "{1}."',
    '{f.first} and {m.first} {f.last} | other',
  ],
  ['role: the pair', '{opening}{f} and {m} cycled from Marl to Rome.\n\nThe pair said: "{1}."', '{f} and {m} | other'],
  [
    'role: the two said',
    '{opening}{f} and {m} cycled from Marl to Rome.\n\nThe two said: "{1}."',
    '{f} and {m} | other',
  ],
  [
    'role: the co-headteachers',
    'Headteachers {f} and {m} said: "{1}."\n\nMarl Nursery School takes sixty.\n\nThe co-headteachers added: "{2}."',
    '{f} and {m} | official',
    '{f} and {m} | official',
  ],
  [
    'role: they added',
    '{opening}{f} and {m}, co-chairs of Marl Residents\' Forum, said: "{1}."\n\nThe forum has sixty members.\n\nThey added: "{2}."',
    '{f} and {m} | official',
    '{f} and {m} | official',
  ],
  [
    'joint: said',
    '{opening}{f} and {m}, who organised the ride, said in a joint statement: "{1}."',
    '{f} and {m} | other',
  ],
  [
    'joint: in a joint statement',
    '{opening}In a joint statement, {f} and {m}, co-chairs of Marl Community Trust, said: "{1}."',
    '{f} and {m} | official',
  ],
  [
    'joint: posts between',
    '{opening}In a joint statement, Cllr {f}, leader of {council}, and {m}, chair of the Marl Trust, said: "{1}."',
    '{f} and {m} | official',
  ],
  [
    'joint: quote first',
    '{opening}"{1}," said {f} and {m}, joint owners of the Bridge Café.',
    '{f} and {m} | official',
  ],
  [
    'joint: shared surname',
    '{opening}{f.first} and {m.first} {f.last}, who live in Ferry Street, said: "{1}."',
    '{f.first} and {m.first} {f.last} | resident',
  ],
  [
    'joint: post before each',
    '{opening}Deputy Mayor of Marl, {f}, and Police and Crime Commissioner, {m}, said: "{1}."',
    '{f} and {m} | official',
  ],
  [
    'joint: parents',
    'A boy has died at Marl.\n\nHis parents, {f.first} and {m.first} {f.last}, said: "{1}."',
    '{f.first} and {m.first} {f.last} | family',
  ],
  [
    'joint: parents first names',
    'Kit {f.last}, 9, died at Marl.\n\nHis parents, {f.first} and {m.first}, said: "{1}."',
    '{f.first} and {m.first} | family',
  ],
  ['joint: dash signature', '{opening}"{1}." – {f} and {m}, Marl Cycle Club', '{f} and {m} | official'],
];
