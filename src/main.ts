import { explainFailure } from './cli/failure.ts';
import { withDeps } from './cli/open.ts';
import { startServer } from './cli/serve.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';

try {
  const config = readConfig();
  const log = createLog(config.logLevel);
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
      onLoose: (files) => log.warn({ files }, 'others could read the database: what is tightened they cannot any more'),
    },
  );
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = 1;
}
