import { registerHooks } from 'node:module';

/*
 * To tell what a file is, Node reads the package.json above it, and parses all of its `exports`, for every module of a
 * package anew. Drizzle's has 180 kB, and 110 of its modules are loaded: half a second at every start, and 150 MB of
 * garbage for which the process then stays large. What its modules import from each other are ES modules, so Node is told.
 */
registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL = '' } = context;
    const isInside = parentURL.includes('/node_modules/drizzle-orm/') && /^\.{1,2}\/.*\.js$/.test(specifier);
    if (!isInside) return nextResolve(specifier, context);
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
  },
});
