import { Problem, type ProblemError } from '../domain/problem.ts';

/** A draft that cannot be saved for one thing in it. */
export function draftRefused(error: ProblemError): Problem {
  return new Problem('invalid_body', 'The draft cannot be saved as it is.', { errors: [error] });
}
