import { Problem } from '../domain/problem.ts';

/**
 * What is wrong with a file or folder, in words, from an error of the file system.
 * @throws whatever is no such error
 */
export function fileProblem(error: unknown): Problem {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
  const code = String(error.code);
  return new Problem('invalid_request', REASONS.get(code) ?? `it cannot be used (${code})`, { cause: error });
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['EACCES', 'this user may not use it'],
  ['EPERM', 'this user may not use it'],
  ['EEXIST', 'there is something in its place'],
  ['EISDIR', 'it is a folder, not a file'],
  ['ENOTDIR', 'a part of the path is a file, not a folder'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk can only be read'],
]);
