import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type CommandLine, finished } from '../cli/command-line.ts';
import { ROOT } from './pages.ts';

const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);
const PROGRAM = 'src/cli.ts';

/**
 * Asks whoever listens at $NPM_DESK for `npm run --silent NAME -- ARGUMENT…`, and repeats what that says: to start npm, and
 * a process for each, takes longer than most of the commands. Whatever else npm is asked goes to npm.
 */
const NPM = `npm() {
  if [ "$1 $2 \${4:---}" != 'run --silent --' ]; then command npm "$@"; return; fi
  local name="$3"
  shift "$(($# > 3 ? 4 : 3))"
  eval "$(curl -s --unix-socket "$NPM_DESK" -H "Words: $(printf '%s\\0' "$name" "$@" | base64 -w 0)" --data-binary @- http://npm/)"
}
`;

/** Whether scripts of package.json are started by npm, as whoever reads the page does it, or carried out as they say. */
export type Npm = 'itself' | 'desk';

/** The output of a command as it stands on a page, which must succeed in every part. */
export async function shell(script: string, commandLine: CommandLine, npm: Npm = 'desk') {
  const { database, path } = commandLine;
  if (npm === 'itself') return run(script, { DATELINE_DATABASE: database, TMPDIR: path });
  const desk = createServer(async (request, response) => response.end(await carriedOut(request, commandLine)));
  const address = join(path, 'npm.sock');
  await once(desk.listen(address), 'listening');
  try {
    return await run(NPM + script, { DATELINE_DATABASE: database, TMPDIR: path, NPM_DESK: address });
  } finally {
    desk.closeAllConnections();
    await once(desk.close(), 'close');
  }
}

async function run(script: string, env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { cwd: ROOT, env: { ...process.env, ...env } });
  child.stdin.end();
  const { code, out, err } = await finished(child);
  if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
  return out;
}

/** Carries out a script of package.json that is a command of the program, and says for bash what came of it. */
async function carriedOut(request: IncomingMessage, { runAtHome }: CommandLine): Promise<string> {
  const words = Buffer.from(String(request.headers['words']), 'base64').toString().split('\0').slice(0, -1);
  const [name = '', ...args] = words;
  const [, command] = scripts[name]?.split(` ${PROGRAM} `) ?? [];
  if (command === undefined) return `echo ${quoted(`no script of the program is called ${name}`)} >&2; return 1`;
  const { code, said } = await runAtHome(
    [...command.split(' '), ...args],
    Buffer.concat(await request.toArray()).toString(),
  );
  const lines = said.map(([to, bytes]) => `base64 -d <<< ${bytes}${to === 'err' ? ' >&2' : ''}`);
  return [...lines, `return ${code}`].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
