import { Problem, type ProblemCode } from '../domain/problem.ts';

/** What to tell the operator about an error that ended a command: a sentence, or for a fault of Dateline its stack. */
export function explainFailure(error: unknown): string {
  if (error instanceof Problem) return knownReason(error.cause) ?? withRemedies(error);
  if (!(error instanceof Error)) return String(error);
  const known = knownReason(error);
  if (known) return known;
  return error.constructor === Error ? error.message : (error.stack ?? error.message);
}

/** A refusal of values, and what would be right in their place. */
function withRemedies({ code, message, errors }: Problem): string {
  const remedies = code === 'invalid_body' ? errors.flatMap(({ expected = [] }) => expected) : [];
  return [message, ...remedies.map((expected) => `Expected: ${expected}`)].join(' ');
}

function knownReason(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  const code = String(error.code);
  const known = [...REASONS].find(([prefix]) => code.startsWith(prefix));
  return known && `${known[1]} (${error.message})`;
}

/** What a command that an error ended exits with: 2 where it was not understood. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return error instanceof Problem && NOT_UNDERSTOOD.includes(error.code) ? 2 : 1;
}

const NOT_UNDERSTOOD: readonly ProblemCode[] = ['invalid_request', 'invalid_body'];

/** By the beginning of the error's code, which the system and SQLite give. The store explains what keeps it from opening. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['EADDRINUSE', 'Another program listens on this address: stop it, or set DATELINE_PORT to another port.'],
  ['EADDRNOTAVAIL', 'This machine does not have this address: set DATELINE_HOST to one that it has.'],
  ['ENOTFOUND', 'There is no such address: set DATELINE_HOST to one of this machine, such as 127.0.0.1.'],
  ['EAI_', 'There is no such address: set DATELINE_HOST to one of this machine, such as 127.0.0.1.'],
  ['EACCES', 'This user may not do that: use a port above 1023 and files that the user owns.'],
  ['SQLITE_BUSY', 'Another program keeps the database locked: try again when it has finished.'],
  ['SQLITE_FULL', 'The disk is full.'],
  ['SQLITE_IOERR', 'The disk does not do what it should.'],
  ['SQLITE_READONLY', 'This user may not write the database.'],
]);
