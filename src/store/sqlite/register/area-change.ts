import { ANOTHER_PARENT, MAX_AREA_DEPTH } from '../../../domain/area.ts';
import { Problem } from '../../../domain/problem.ts';
import type { Instant } from '../../../domain/time.ts';
import type { AreaDecision } from '../../names.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareSharedCode } from './area-codes.ts';
import { prepareAreaDepth } from './area-depth.ts';
import { createAreaTree } from './area-tree.ts';
import { prepareOtherNames } from './other-names.ts';
import { prepareRefuseReferred } from './references.ts';

/** Does what a decision about an area says, and returns its id while it is there. Must run inside a write transaction. */
export function prepareAreaChange(
  connection: Connection,
): (
  decision: AreaDecision,
  current: { readonly version: number; readonly gss: string | null; readonly parentId: string | null } | undefined,
  at: Instant,
) => string | undefined {
  const tree = createAreaTree(connection);
  const others = prepareOtherNames(connection, 'area');
  const sharedCode = prepareSharedCode(connection);
  const depthOf = prepareAreaDepth(connection);
  const refuseReferred = prepareRefuseReferred(connection);
  return ({ save, remove }, current, at) => {
    if (save) {
      const { otherNames, ...row } = save;
      others.replace(row.id, otherNames);
      tree.save({ ...row, version: (current?.version ?? 0) + 1 }, at);
      if (row.gss !== (current?.gss ?? null)) refuseCode(sharedCode([row.id]));
      if (row.parentId !== (current?.parentId ?? null)) refuseDepth(depthOf(row.id));
    }
    if (remove !== undefined) {
      refuseReferred('area', remove);
      others.replace(remove, []);
      tree.remove(remove, at);
      return undefined;
    }
    return save?.id;
  };
}

function refuseCode(shared: string | undefined): void {
  if (shared === undefined) return;
  const expected = 'A code that no other area has, or null.';
  throw new Problem('conflict', shared, {
    errors: [{ pointer: '/gss', detail: 'Another area has this code.', expected }],
  });
}

function refuseDepth(depth: number): void {
  if (depth <= MAX_AREA_DEPTH) return;
  const detail = `Areas lie at most ${MAX_AREA_DEPTH} deep, and it would be ${depth}.`;
  throw new Problem('invalid_body', 'The area cannot lie there.', {
    errors: [{ pointer: '/parent', detail, expected: ANOTHER_PARENT }],
  });
}
