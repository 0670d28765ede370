import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/*
 * Node strips the types of each module and compiles it at every start; what it makes of them is kept for the next one, in
 * a folder that nobody but the owner of the program writes to, unlike the one that Node would take. Where that cannot be
 * written, as in a container, nothing is kept.
 */
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));

/*
 * To tell where and what a module is, Node looks for its file, and reads the package.json above it and parses all of its
 * `exports`, for every import anew. Drizzle's has 180 kB, 110 of its modules are loaded and 90 of ours import it: most of a
 * start, and 200 MB of garbage for which the process then stays large. What our modules, Drizzle's and zod's import from
 * each other is a file of a known kind, so Node is told; what ours import by a name is the same for all of them, so it is
 * found once. Of the fifty languages in which zod can complain, one is read.
 */
const OURS = new URL('.', import.meta.url).href;
const found = new Map();

registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL = '' } = context;
    if (specifier === '../locales/index.js' && parentURL.includes('/node_modules/zod/')) {
      return fileOf('../locales/en.js', parentURL, 'module');
    }
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && /\/node_modules\/(?:drizzle-orm|zod)\//.test(parentURL)) {
      return fileOf(specifier, parentURL, 'module');
    }
    if (!parentURL.startsWith(OURS)) return nextResolve(specifier, context);
    if (/^\.{1,2}\/.*\.ts$/.test(specifier)) return fileOf(specifier, parentURL, 'module-typescript');
    if (specifier.startsWith('.')) return nextResolve(specifier, context);
    if (specifier === 'node:http') leanHttp();
    let result = found.get(specifier);
    if (!result) {
      result = { ...nextResolve(specifier, context), shortCircuit: true };
      found.set(specifier, result);
    }
    return result;
  },
});

function fileOf(specifier, parentURL, format) {
  return { url: new URL(specifier, parentURL).href, format, shortCircuit: true };
}

/**
 * An ES module that imports `node:http` has Node read everything that it exports, also what it would load when it is first
 * wanted: its client for WebSockets, nine megabytes. Nothing here takes it from there.
 */
function leanHttp() {
  const http = process.getBuiltinModule('node:http');
  for (const name of ['WebSocket', 'CloseEvent', 'MessageEvent']) delete http[name];
}
