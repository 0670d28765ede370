import type { Situation } from '../made-people.ts';

/** Who is meant by he, she and they. */
export const PRONOUNS: readonly Situation[] = [
  [
    'pronoun: post in sentence, next sentence (f)',
    '{opening}The bridge was designed by the council\'s chief engineer, {f}. {f.He} said: "{1}."',
    '{f} | official',
  ],
  [
    'pronoun: subject paragraph, next paragraph (f)',
    '{opening}Cllr {f}, cabinet member for transport, cut the ribbon on Friday.\n\n{f.He} said: "{1}."',
    '{f} | official',
  ],
  [
    'pronoun: after own quote + narration (f)',
    '{opening}Chief executive {f} said: "{1}."\n\nThe bridge cost £4m and took two years.\n\n{f.He} added: "{2}."',
    '{f} | official',
    '{f} | official',
  ],
  [
    'pronoun: quote first (f)',
    '{opening}Project manager {f} walked across first. "{1}," {f.he} said.',
    '{f} | official',
  ],
  [
    'pronoun: quote first new para (f)',
    '{opening}Project manager {f} walked across first.\n\n"{1}," {f.he} said.',
    '{f} | official',
  ],
  [
    'pronoun: two people in a paragraph, by gender (f)',
    '{opening}Cllr {f}, council leader, and {m}, the council\'s chief executive, crossed it together. {f.He} said: "{1}."',
    '{f} | official',
  ],
  [
    'pronoun: about somebody, object other gender (f)',
    '{opening}Cllr {f}, leader of the council, thanked engineer {m} at the ceremony. {f.He} said: "{1}."',
    '{f} | official',
  ],
  [
    'pronoun: about somebody, object same gender (f)',
    '{opening}Cllr {f}, leader of the council, thanked engineer {g} at the ceremony. {f.He} said: "{1}."',
    '{f} | official',
  ],
  [
    'pronoun: who has been (f)',
    '{opening}The work was directed by {f}, surveyor to the council, who has been in post since May. "{1}," {f.he} said. "{2}."',
    '{f} | official',
  ],
  [
    'pronoun: first name, aged (f)',
    '{opening}{f.first}, 29, who crosses every day, has been waiting since January. {f.He} said: "{1}."',
    '{f.first} | other',
  ],
  [
    'pronoun: first name, aged; after an official (f)',
    '{opening}Chief executive {x} said: "{3}."\n\n{f.first}, 29, who crosses every day, has been waiting since January. {f.He} said: "{1}."',
    '{x} | official',
    '{f.first} | other',
  ],
  [
    'pronoun: first name, pupil, quote first (f)',
    '{opening}Headteacher {x} of Marl Primary School said: "{3}."\n\n{f.first}, who is in Year 4, was the first across. "{1}," {f.he} said.',
    '{x} | official',
    '{f.first} | other',
  ],
  [
    'pronoun: interviewer goes on (f)',
    '{opening}Cllr {f}, cabinet member for roads, said: "{1}." {f.He} went on: "{2}."',
    '{f} | official',
  ],
  [
    'pronoun: told + praise (f)',
    '{opening}{f}, the council\'s bridges manager, praised the contractors. {f.He} told guests: "{1}."',
    '{f} | official',
  ],
  [
    'pronoun: who joined (f)',
    '{opening}The council\'s director of highways, {f}, joined in April. {f.He} commented: "{1}."',
    '{f} | official',
  ],
  [
    'pronoun: among the first was (f)',
    '{opening}Among the first across was council caretaker {f}. {f.He} said: "{1}."',
    '{f} | official',
  ],
  [
    'pronoun: his/her possession as subject (f)',
    '{opening}Cllr {f}, cabinet member for transport, opened it. {f.His} first car was bought in Marl. {f.He} said: "{1}."',
    '{f} | official',
  ],
  [
    'pronoun: before the hearing (f)',
    '{opening}Detective Sergeant {f} led the inquiry. Speaking after the hearing, {f.he} said: "{1}."',
    '{f} | official',
  ],
  [
    'pronoun: with a judge between (f)',
    'A man has been jailed.\n\nDetective Constable {f} of Marl Police, investigating, said: "{1}."\n\nJudge {x} ordered the knife to be destroyed.\n\nDC {f.last} added: "{2}."',
    '{f} | official',
    '{f} | official',
  ],
  [
    'pronoun: post in sentence, next sentence (m)',
    '{opening}The bridge was designed by the council\'s chief engineer, {m}. {m.He} said: "{1}."',
    '{m} | official',
  ],
  [
    'pronoun: subject paragraph, next paragraph (m)',
    '{opening}Cllr {m}, cabinet member for transport, cut the ribbon on Friday.\n\n{m.He} said: "{1}."',
    '{m} | official',
  ],
  [
    'pronoun: after own quote + narration (m)',
    '{opening}Chief executive {m} said: "{1}."\n\nThe bridge cost £4m and took two years.\n\n{m.He} added: "{2}."',
    '{m} | official',
    '{m} | official',
  ],
  [
    'pronoun: quote first (m)',
    '{opening}Project manager {m} walked across first. "{1}," {m.he} said.',
    '{m} | official',
  ],
  [
    'pronoun: quote first new para (m)',
    '{opening}Project manager {m} walked across first.\n\n"{1}," {m.he} said.',
    '{m} | official',
  ],
  [
    'pronoun: two people in a paragraph, by gender (m)',
    '{opening}Cllr {f}, council leader, and {m}, the council\'s chief executive, crossed it together. {m.He} said: "{1}."',
    '{m} | official',
  ],
  [
    'pronoun: about somebody, object other gender (m)',
    '{opening}Cllr {m}, leader of the council, thanked engineer {f} at the ceremony. {m.He} said: "{1}."',
    '{m} | official',
  ],
  [
    'pronoun: about somebody, object same gender (m)',
    '{opening}Cllr {m}, leader of the council, thanked engineer {n} at the ceremony. {m.He} said: "{1}."',
    '{m} | official',
  ],
  [
    'pronoun: who has been (m)',
    '{opening}The work was directed by {m}, surveyor to the council, who has been in post since May. "{1}," {m.he} said. "{2}."',
    '{m} | official',
  ],
  [
    'pronoun: first name, aged (m)',
    '{opening}{m.first}, 29, who crosses every day, has been waiting since January. {m.He} said: "{1}."',
    '{m.first} | other',
  ],
  [
    'pronoun: first name, aged; after an official (m)',
    '{opening}Chief executive {x} said: "{3}."\n\n{m.first}, 29, who crosses every day, has been waiting since January. {m.He} said: "{1}."',
    '{x} | official',
    '{m.first} | other',
  ],
  [
    'pronoun: first name, pupil, quote first (m)',
    '{opening}Headteacher {x} of Marl Primary School said: "{3}."\n\n{m.first}, who is in Year 4, was the first across. "{1}," {m.he} said.',
    '{x} | official',
    '{m.first} | other',
  ],
  [
    'pronoun: interviewer goes on (m)',
    '{opening}Cllr {m}, cabinet member for roads, said: "{1}." {m.He} went on: "{2}."',
    '{m} | official',
  ],
  [
    'pronoun: told + praise (m)',
    '{opening}{m}, the council\'s bridges manager, praised the contractors. {m.He} told guests: "{1}."',
    '{m} | official',
  ],
  [
    'pronoun: who joined (m)',
    '{opening}The council\'s director of highways, {m}, joined in April. {m.He} commented: "{1}."',
    '{m} | official',
  ],
  [
    'pronoun: among the first was (m)',
    '{opening}Among the first across was council caretaker {m}. {m.He} said: "{1}."',
    '{m} | official',
  ],
  [
    'pronoun: his/her possession as subject (m)',
    '{opening}Cllr {m}, cabinet member for transport, opened it. {m.His} first car was bought in Marl. {m.He} said: "{1}."',
    '{m} | official',
  ],
  [
    'pronoun: before the hearing (m)',
    '{opening}Detective Sergeant {m} led the inquiry. Speaking after the hearing, {m.he} said: "{1}."',
    '{m} | official',
  ],
  [
    'pronoun: with a judge between (m)',
    'A man has been jailed.\n\nDetective Constable {m} of Marl Police, investigating, said: "{1}."\n\nJudge {x} ordered the knife to be destroyed.\n\nDC {m.last} added: "{2}."',
    '{m} | official',
    '{m} | official',
  ],
  [
    'whom a prize went to',
    '{opening}The Long Service Award went to Special Sergeant {f}, who has given 31 years.\n\nShe said: "{1}."',
    '{f} | official',
  ],
  [
    'pronoun: one of the three, then she',
    '{opening}{f}, {g} and {m} were the first across.\n\nOf the three, {f.first} came latest. "{1}," {f.he} said.',
    '{f} | other',
  ],
  [
    'post: the chief inspector of an abbreviated rank',
    '{opening}Ch Insp {x} of Marl Police closed the road. "{1}," the Chief Inspector admitted.',
    '{x} | official',
  ],
  [
    'pronoun: read from a book, then she',
    '{opening}Imam {m} of Marl Mosque said: "{2}."\n\nVolunteer {f} read from a memoir, "The Left Bank". {f.He} said afterwards: "{1}."',
    '{m} | official',
    '{f} | other',
  ],
];
