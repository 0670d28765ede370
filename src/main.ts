import { exitCodeOf, explainFailure } from './cli/failure.ts';
import { readConfig } from './config.ts';
import { Problem } from './domain/problem.ts';
import { createLog } from './log.ts';

try {
  refuseArguments(process.argv.slice(2));
  const config = readConfig();
  const log = createLog(config.logLevel);
  // Read behind the settings: what is wrong with those is said at once.
  const { withDeps } = await import('./cli/open.ts');
  const { startServer } = await import('./cli/serve.ts');
  await withDeps(
    config,
    async (deps) => {
      log.info({ database: config.database }, 'opened the database');
      for (const warning of config.warnings) log.warn(warning);
      const server = await startServer(config, deps, log);
      await server.closed;
    },
    {
      onRestored: (restoration) =>
        log.warn({ restoration }, 'a backup was put back: what was taken away since is away again'),
      onGivenUp: (leftBytes) =>
        log.error({ leftBytes }, 'the disk is full: room that was kept for what cannot wait is used'),
      onLoose: (files) => log.warn({ files }, 'others could read the database: what is tightened they cannot any more'),
    },
  );
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

/** A port that was asked for in a way that nobody reads would be another one than the server listens on. */
function refuseArguments([first, ...others]: readonly string[]): void {
  // The command line begins with the name of its command, and looks at what follows by itself.
  if (first === undefined || (first === 'serve' && others.length === 0)) return;
  throw new Problem(
    'invalid_request',
    'The server takes no arguments: its settings are environment variables, such as DATELINE_PORT.',
  );
}
