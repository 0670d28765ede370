import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The arguments of a script of the project: what it does not know ends it, before it has done anything. */
export function scriptArguments<Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    return refuseArguments(error instanceof Error ? error.message : String(error));
  }
}

export function refuseArguments(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
