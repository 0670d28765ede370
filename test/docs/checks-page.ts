import { stringify } from 'yaml';
import type { Example } from '../../src/text/checks/rule.ts';
import { RULES } from '../../src/text/checks/rules.ts';
import { checksRaised } from '../evaluate/checks-raised.ts';
import { PARTS, readCorpus } from '../evaluate/corpus.ts';
import { readAnnotated } from '../evaluate/read.ts';
import { blindSection } from './checks-blind.ts';

/** docs/CHECKS.md, made from the table of the editorial rules. */
export function checksPage(): string {
  const readings = PARTS.flatMap(readCorpus).map(readAnnotated);
  const times = new Map(checksRaised(readings).map((raised) => [raised.id, raised.times]));
  return `# What looks wrong

This page is made from the rules in \`src/text/checks/\`; \`npx vitest run test/docs/checks.test.ts --update\` writes it anew.

A check is what a good press officer would see on a second reading. Each has an id that stays for ever, a severity, a message, the
field that it is about (\`pointer\`, a JSON pointer into the draft), the part of the field's text (\`start\` and \`end\`, in UTF-16
code units; null for the whole field), and where it is safe a \`fix\`: what to put in the place of that part.

- \`error\` stops a publication until somebody overrides the rule by name, with a reason; the trail keeps both.
- \`warning\` is worth a look before it is public.
- \`notice\` is a matter of taste and of plain English.

\`DATELINE_CHECKS\` makes a rule graver, less grave or silent: \`weekday-mismatch=error,acronym-unexplained=off\`.
\`DATELINE_BANNED_PHRASES\` lists the phrases of \`banned-phrase\`, separated by \`|\`.

A release about a case before a court says so with a key of its own, \`proceedings: active\` (over HTTP: \`"extra":
{"proceedings": "active"}\`); only then do the rules of active proceedings read it. They know a few dozen phrases and no law: they
help a lawyer's eye and do not stand in for one.

## Where they are found

- \`GET /v1/editorial/articles/{id}\`, and every answer to a save: \`checks\` of the open edition. The rules about officials ask the register,
  which the answer to a save does not: they are in the answer to a read, and hold at a publication.
  They alone know what was withdrawn of the article.
- \`POST /v1/editorial/checks\`: of a draft that is sent with the question; nothing is stored. Places of the body are those of the text as it was sent; everywhere else those of the text as it is kept, with line ends of one character.
- \`npm run extract -- FILE\`: of a document, without a database, by the rules that these settings make.
- \`npm run import -- --checks\`: of every release that is imported, but for the rules about officials.

## The rules

\`raised\` is how often a rule finds something in the ${readings.length} releases of \`test/corpus/\`, which are written without faults: an
alarm there is false, or a habit of press offices. No error is raised. Rules about officials ask the register, and those of active
proceedings need the key. \`npm run evaluate\` prints the counts.

| id | severity | what it finds | raised |
|---|---|---|---|
${RULES.map(({ id, severity, about }) => `| [\`${id}\`](#${id}) | ${severity} | ${about} | ${times.get(id)} |`).join('\n')}

${blindSection()}

${RULES.map(({ id, fires, passes }) => `### ${id}\n\nFires:\n\n${block(fires)}\n\nDoes not:\n\n${block(passes)}`).join('\n\n')}
`;
}

/** An example as a press officer would write it, or what it says otherwise than others. */
function block({ body = '', speakers, ...rest }: Example): string {
  const keys = { ...rest, ...(speakers && { register: speakers }) };
  const front = Object.keys(keys).length === 0 ? '' : `---\n${stringify(keys, { lineWidth: 0 })}---\n\n`;
  return `~~~markdown\n${(front + body).trimEnd()}\n~~~`;
}
