import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type CommandLine, finished } from '../cli/command-line.ts';
import { ROOT } from './pages.ts';

const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);

/**
 * What npm does with `npm run --silent NAME -- ARGUMENT…`, without npm itself, which takes as long to start as most of the
 * commands take. Whatever else it is asked goes to npm.
 */
const SCRIPTS_ALONE = `npm() {
  if [ "$1 $2 \${4:---}" != 'run --silent --' ]; then command npm "$@"; return; fi
  local name="$3" script
  shift "$(($# > 3 ? 4 : 3))"
  case "$name" in
${Object.entries(scripts)
  .map(([name, script]) => `    ${name}) script=${quoted(script)};;`)
  .join('\n')}
    *) echo "there is no script $name" >&2; return 1;;
  esac
  PATH=${quoted(join(ROOT, 'node_modules/.bin'))}${delimiter}$PATH sh -c "$script \\"\\$@\\"" "$name" "$@"
}
`;

/** Whether scripts of package.json are started by npm, as whoever reads the page does it, or as it would start them. */
export type Npm = 'itself' | 'scripts alone';

/** The output of a command as it stands on a page, which must succeed in every part. */
export async function shell(script: string, { database, path }: CommandLine, npm: Npm = 'scripts alone') {
  const env = { ...process.env, DATELINE_DATABASE: database, TMPDIR: path };
  const whole = npm === 'itself' ? script : SCRIPTS_ALONE + script;
  const child = spawn('bash', ['-euo', 'pipefail', '-c', whole], { cwd: ROOT, env });
  child.stdin.end();
  const { code, out, err } = await finished(child);
  if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
  return out;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
