import { instantFromMillis } from '../domain/time.ts';
import { checkText } from './check-article.ts';
import { DEFAULT_RULES } from './deps.ts';
import { composeNewDraft } from './write-article.ts';

/**
 * Reads texts of nobody's, a part at each step: what reads releases keeps tables and compiles patterns when it first needs
 * them, half a second in all, in which nobody else would be answered if somebody's first draft had to wait for it.
 */
export function* warmUp(): Generator<void> {
  for (const markdown of TEXTS) {
    const text = composeNewDraft({ title: 'Lantern parade returns', summary: 'It is on Saturday.', markdown });
    yield;
    checkText({ ...text, publishedAt: null }, instantFromMillis(0), DEFAULT_RULES.checks);
    yield;
  }
}

/** From the plainest to what asks most of the reader. */
const TEXTS: readonly string[] = [
  'The lantern parade returns on Saturday 5 December 2020.',
  'It is free.\n\nJo Bell, the clerk of Marl Council, said: “All are welcome.”',
  'Officers were called at 9.30pm. Call 101 or visit [our page](https://www.marl.example/walk).\n\n' +
    'Inspector Priya Raman, of Marl Police, said: “We want to hear from anybody who saw it.\n\n“Please call us.”\n\n' +
    'She added: “No detail is too small.”',
  'Two people were charged yesterday (Tuesday).\n\nA spokesperson for Marl Homes said: "We work with the police." ' +
    'The leader of the council, Cllr Tom Quist, welcomed it. “It helps our tenants,” he said, “and it is time.”',
  '> “They told us what they need.”\n>\n> Ana Dee, chair of the residents’ association\n\n' +
    'Ms Dee’s neighbour, Sam Moss, 41, told the meeting that he “had waited for years”.',
];
