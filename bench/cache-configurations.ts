import { readFileSync } from 'node:fs';

const PAGE = new URL('../docs/OPERATING.md', import.meta.url);

/** What the caches in front are told where they run: on ports of their own, with a folder of their own. */
interface Place {
  readonly port: number;
  readonly serverPort: number;
  readonly folder: string;
}

/** The lines for nginx that operators are shown, whole and for this place. */
export function nginxConfiguration({ port, serverPort, folder }: Place): string {
  const shown = replaced(blockOf('nginx'), [
    ['/var/cache/nginx/dateline', `${folder}/cache`],
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['http://127.0.0.1:3000', `http://127.0.0.1:${serverPort}`],
  ]);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path ${folder}/tmp;`);
  return [
    // Whoever is root would give the cache to somebody who may not write in the folder.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 1;',
    `pid ${folder}/nginx.pid;`,
    'error_log stderr warn;',
    'events {}',
    `http { access_log off; ${paths.join(' ')}`,
    shown,
    '}',
  ].join('\n');
}

/** The lines for Varnish that operators are shown, for this place. */
export function varnishConfiguration({ serverPort }: Pick<Place, 'serverPort'>): string {
  return replaced(blockOf('vcl'), [['.port = "3000"', `.port = "${serverPort}"`]]);
}

function blockOf(language: string): string {
  const [, block] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readFileSync(PAGE, 'utf8')) ?? [];
  if (block === undefined) throw new Error(`docs/OPERATING.md shows no lines of ${language}`);
  return block;
}

function replaced(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`docs/OPERATING.md does not say ${from} any more`);
    return changed.replace(from, to);
  }, text);
}
