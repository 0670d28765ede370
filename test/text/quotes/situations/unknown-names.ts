import type { Situation } from '../made-people.ts';

/** Who is meant by a name that no table has. */
export const UNKNOWN_NAMES: readonly Situation[] = [
  [
    'unknown name Temperance: pupil',
    '{opening}Pupils heard the news in assembly. Temperance Adeleke, who is in Year 11, was on the stage. "{1}," she said. "{2}."',
    'Temperance Adeleke | other',
  ],
  [
    'unknown name Temperance: first name later',
    '{opening}Ranger Temperance Adeleke of {council} counted them.\n\n"{1}," said Temperance.',
    'Temperance Adeleke | official',
  ],
  [
    'unknown name Temperance: subject by post',
    '{opening}The work was led by project manager Temperance Adeleke. She said: "{1}."',
    'Temperance Adeleke | official',
  ],
  [
    'unknown name Temperance: with a mate',
    '{opening}Temperance Adeleke and {f}, who ran the stall, said: "{1}."',
    'Temperance Adeleke and {f} | other',
  ],
  [
    'unknown name Temperance: mate first',
    '{opening}{f} and Temperance Adeleke, who ran the stall, said: "{1}."',
    '{f} and Temperance Adeleke | other',
  ],
  [
    'unknown name Jory: pupil',
    '{opening}Pupils heard the news in assembly. Jory Trescothick-Lane, who is in Year 11, was on the stage. "{1}," he said. "{2}."',
    'Jory Trescothick-Lane | other',
  ],
  [
    'unknown name Jory: first name later',
    '{opening}Ranger Jory Trescothick-Lane of {council} counted them.\n\n"{1}," said Jory.',
    'Jory Trescothick-Lane | official',
  ],
  [
    'unknown name Jory: subject by post',
    '{opening}The work was led by project manager Jory Trescothick-Lane. He said: "{1}."',
    'Jory Trescothick-Lane | official',
  ],
  [
    'unknown name Jory: with a mate',
    '{opening}Jory Trescothick-Lane and {f}, who ran the stall, said: "{1}."',
    'Jory Trescothick-Lane and {f} | other',
  ],
  [
    'unknown name Jory: mate first',
    '{opening}{f} and Jory Trescothick-Lane, who ran the stall, said: "{1}."',
    '{f} and Jory Trescothick-Lane | other',
  ],
  [
    'unknown name Zbigniew: pupil',
    '{opening}Pupils heard the news in assembly. Zbigniew Król, who is in Year 11, was on the stage. "{1}," he said. "{2}."',
    'Zbigniew Król | other',
  ],
  [
    'unknown name Zbigniew: first name later',
    '{opening}Ranger Zbigniew Król of {council} counted them.\n\n"{1}," said Zbigniew.',
    'Zbigniew Król | official',
  ],
  [
    'unknown name Zbigniew: subject by post',
    '{opening}The work was led by project manager Zbigniew Król. He said: "{1}."',
    'Zbigniew Król | official',
  ],
  [
    'unknown name Zbigniew: with a mate',
    '{opening}Zbigniew Król and {f}, who ran the stall, said: "{1}."',
    'Zbigniew Król and {f} | other',
  ],
  [
    'unknown name Zbigniew: mate first',
    '{opening}{f} and Zbigniew Król, who ran the stall, said: "{1}."',
    '{f} and Zbigniew Król | other',
  ],
  [
    'unknown name Philomena: pupil',
    '{opening}Pupils heard the news in assembly. Philomena Gahan, who is in Year 11, was on the stage. "{1}," she said. "{2}."',
    'Philomena Gahan | other',
  ],
  [
    'unknown name Philomena: first name later',
    '{opening}Ranger Philomena Gahan of {council} counted them.\n\n"{1}," said Philomena.',
    'Philomena Gahan | official',
  ],
  [
    'unknown name Philomena: subject by post',
    '{opening}The work was led by project manager Philomena Gahan. She said: "{1}."',
    'Philomena Gahan | official',
  ],
  [
    'unknown name Philomena: with a mate',
    '{opening}Philomena Gahan and {f}, who ran the stall, said: "{1}."',
    'Philomena Gahan and {f} | other',
  ],
  [
    'unknown name Philomena: mate first',
    '{opening}{f} and Philomena Gahan, who ran the stall, said: "{1}."',
    '{f} and Philomena Gahan | other',
  ],
];
