// Plain JavaScript that any Node can read: it speaks before a too old one trips over TypeScript.
const OLDEST = [22, 18];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  process.stderr.write(
    `Dateline needs Node ${OLDEST.join('.')} or newer and was started with ${process.version}: ` +
      'start it with the npm scripts (on Linux `npm ci` brings Node 24 with it) or install a newer Node.\n',
  );
  process.exit(1);
}

// Not before the check: an older Node has not got what it needs.
await import('./quick-start.js');
