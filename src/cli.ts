import { Argument, Command, CommanderError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import type { ListAuditFlags, VerifyAuditFlags } from './cli/audit.ts';
import type { BackupFlags } from './cli/backup.ts';
import type { ExportFlags } from './cli/export.ts';
import type { ExtractFlags } from './cli/extract.ts';
import { exitCodeOf, explainFailure } from './cli/failure.ts';
import type { ImportFlags } from './cli/import.ts';
import type { CreateKeyFlags, RotateKeyFlags } from './cli/keys.ts';
import type { RestoreFlags } from './cli/restore.ts';
import { ROLES } from './domain/actor.ts';
import { AUDIT_OUTCOMES } from './domain/audit.ts';
import { CHECK_IDS } from './domain/check.ts';
import { SOURCE_FORMATS } from './text/source-format.ts';

/*
 * The command line: what there is to say to it, and nothing else. Each command is a file of src/cli, loaded when it is
 * asked for, so that `import` does not wait for the web server.
 */

const USAGE_ERROR = 2;

const program = new Command('dateline')
  .description(manifest.description)
  .version(manifest.version)
  .exitOverride()
  .showHelpAfterError('(--help says more)');

program
  .command('serve')
  .description('serve the API; what `npm start` does')
  .action(async () => {
    await import('./main.ts');
  });

program
  .command('import')
  .description('take in press releases; a bad one does not hinder the others')
  .addArgument(new Argument('<path...>', 'files, folders, patterns of names, or - for standard input'))
  .option('--publish', 'publish each at its own date; without it they are drafts')
  .option('--dry-run', 'say what would happen, write nothing')
  .addOption(
    new Option('--override <check...>', 'publish though these rules of severity error find something').choices(
      CHECK_IDS,
    ),
  )
  .option('--reason <text>', 'why they may: kept in the audit trail')
  .option('--checks', 'say what looks wrong: how many findings of each severity, with --json each of them')
  .option('--json', 'one JSON object per result on standard output')
  .addOption(
    new Option('--format <format>', 'what standard input holds, if it is not to be guessed').choices(SOURCE_FORMATS),
  )
  .addHelpText('after', '\nExit code: 0 everything went in, 1 something did not, 2 nothing did.')
  .action(async (paths: string[], flags: ImportFlags) => {
    const { runImport } = await import('./cli/import.ts');
    process.exitCode = await runImport(paths, flags);
  });

program
  .command('export')
  .description('give releases back as documents, imported ones byte for byte')
  .argument('[reference...]', 'releases, by address, slug or id')
  .option('--all', 'every release')
  .option('--out <folder>', 'a file per release, named by its slug; without it one release goes to standard output')
  .option('--force', 'replace files that hold something else')
  .action(async (references: string[], flags: ExportFlags) => {
    const { runExport } = await import('./cli/export.ts');
    process.exitCode = await runExport(references, flags);
  });

program
  .command('extract')
  .description('print what can be read out of documents: quotes, dates and findings, as JSON; no database is needed')
  .argument('<path...>', 'files, folders, patterns of names, or - for standard input')
  .option('--json', 'one JSON object for all of them, with a key per document')
  .addHelpText('after', '\nExit code: 0 everything could be read, 1 something could not, or there was nothing.')
  .action(async (paths: string[], flags: ExtractFlags) => {
    const { runExtract } = await import('./cli/extract.ts');
    process.exitCode = await runExtract(paths, flags, { out: process.stdout, err: process.stderr });
  });

const keys = program.command('keys').description('keys of those who may do more than read what is public');

keys
  .command('create')
  .description('make a key and print it, this once')
  .option('--name <name>', 'what its owner is called; the name of the partner when it is not said')
  .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
  .option('--areas <area...>', 'areas, by slug, that it is limited to, with what is below them')
  .option('--partner <name>', 'the partner whose it is: for the role partner')
  .option('--expires <when>', 'the last day it is valid, or the instant it ends')
  .action(async (flags: CreateKeyFlags) => {
    const { runCreateKey } = await import('./cli/keys.ts');
    await runCreateKey(flags);
  });

keys
  .command('list')
  .description('every key there ever was, without its secret')
  .action(async () => {
    const { runListKeys } = await import('./cli/keys.ts');
    await runListKeys();
  });

keys
  .command('revoke')
  .description('close a key at once')
  .argument('<prefix>', 'the part of the key between its first and second underscore')
  .action(async (prefix: string) => {
    const { runRevokeKey } = await import('./cli/keys.ts');
    await runRevokeKey(prefix);
  });

keys
  .command('rotate')
  .description('replace a key by a new one')
  .argument('<prefix>', 'the part of the key between its first and second underscore')
  .option('--grace <seconds>', 'how long the old one goes on, at most a week', '0')
  .action(async (prefix: string, flags: RotateKeyFlags) => {
    const { runRotateKey } = await import('./cli/keys.ts');
    await runRotateKey(prefix, flags);
  });

const audit = program.command('audit').description('the trail of who did what');

audit
  .command('verify')
  .description('check that the trail is as it was written, and print its head')
  .option('--against <head>', 'a head that was printed before: it must still be there')
  .addHelpText('after', '\nExit code: 0 the trail is whole, 1 it is broken.')
  .action(async (flags: VerifyAuditFlags) => {
    const { runVerifyAudit } = await import('./cli/audit.ts');
    process.exitCode = await runVerifyAudit(flags);
  });

audit
  .command('list')
  .description('who did what, newest first')
  .option('--subject <id>', 'what it was done to')
  .option('--actor <actor>', 'who did it: key:<id>, operator, anonymous, clock or system')
  .option('--action <action>', 'what happened, like key.revoked')
  .addOption(new Option('--outcome <outcome>', 'what came of it').choices(AUDIT_OUTCOMES))
  .action(async (flags: ListAuditFlags) => {
    const { runListAudit } = await import('./cli/audit.ts');
    await runListAudit(flags);
  });

program
  .command('backup')
  .description('take a backup while the server runs, and check it')
  .argument('<file>', 'where to; its folder must exist')
  .option('--force', 'take the place of a file that is there')
  .addHelpText('after', '\nExit code: 0 the backup is there and whole, 1 there is none.')
  .action(async (file: string, flags: BackupFlags) => {
    const { runBackup } = await import('./cli/backup.ts');
    await runBackup(file, flags);
  });

program
  .command('restore')
  .description('put a backup in the place of the database; what was withdrawn since it was taken stays withdrawn')
  .argument('<backup>', 'the backup, which stays where it is')
  .option('--without-record', 'go on although nobody can tell any more what was withdrawn since')
  .addHelpText('after', '\nExit code: 0 it is restored, 1 nothing was done.')
  .action(async (backup: string, flags: RestoreFlags) => {
    const { runRestore } = await import('./cli/restore.ts');
    await runRestore(backup, flags);
  });

program
  .command('demo')
  .description('import example releases and serve them')
  .action(async () => {
    const { runDemo } = await import('./cli/demo.ts');
    await runDemo();
  });

// Whoever reads the output may stop before its end (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  refuseEmpty(process.argv.slice(2));
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : USAGE_ERROR;
  } else {
    process.stderr.write(`${explainFailure(error)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}

/** Nothing here can be named by nothing: most often it is a variable of a script that was not set. */
function refuseEmpty(args: readonly string[]): void {
  if (args.some((each) => each.trim() === '' || /^--[a-z-]+=\s*$/.test(each))) {
    program.error('error: an argument is empty: is a variable not set?');
  }
}
