import type { Instant } from '../../../domain/time.ts';
import type { AreaDecision } from '../../names.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareRefuseSharedCode } from './area-codes.ts';
import { createAreaTree } from './area-tree.ts';
import { prepareOtherNames } from './other-names.ts';
import { prepareRefuseReferred } from './references.ts';

/** Does what a decision about an area says, and returns its id while it is there. Must run inside a write transaction. */
export function prepareAreaChange(
  connection: Connection,
): (
  decision: AreaDecision,
  current: { readonly version: number; readonly gss: string | null } | undefined,
  at: Instant,
) => string | undefined {
  const tree = createAreaTree(connection);
  const others = prepareOtherNames(connection, 'area');
  const refuseSharedCode = prepareRefuseSharedCode(connection);
  const refuseReferred = prepareRefuseReferred(connection);
  return ({ save, remove }, current, at) => {
    if (save) {
      const { otherNames, ...row } = save;
      others.replace(row.id, otherNames);
      tree.save({ ...row, version: (current?.version ?? 0) + 1 }, at);
      if (row.gss !== (current?.gss ?? null)) refuseSharedCode([row.id]);
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
