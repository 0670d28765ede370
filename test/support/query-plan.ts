import type { Executed } from './prepared-statements.ts';

/** The steps by which SQLite would carry out a statement. */
export function planOf(statement: Executed): string[] {
  return explained<{ readonly detail: string }>('explain query plan', statement).map(({ detail }) => detail);
}

/** Why a step that looks at more rows than it returns is right, in the statements that it names. */
export interface Reason {
  readonly step: RegExp;
  readonly in: RegExp;
}

/** The areas that one key, partner or subscription names, each as it is called today. */
export const WORDS_OF_TODAY: Reason = {
  step: /^(SCAN said VIRTUAL TABLE INDEX 1:|USE TEMP B-TREE FOR (GROUP|ORDER) BY|SCAN \(subquery-\d\))$/,
  in: /from json_each\("area_keys"\) said/,
};

/** Judges plans by the reasons that there are for their steps, and remembers which of these were needed. */
export function createPlanJudge(reasons: readonly Reason[], suspect = /SCAN|TEMP B-TREE|MULTI-INDEX|AUTOMATIC/) {
  const needed = new Set<Reason>();
  return {
    /** The steps for which there is none. */
    unjustified: (sql: string, steps: readonly string[]): [step: string, sql: string][] =>
      steps.flatMap((step): [string, string][] => {
        if (!suspect.test(step)) return [];
        const found = reasons.filter((reason) => reason.step.test(step) && reason.in.test(sql));
        for (const reason of found) needed.add(reason);
        return found.length === 0 ? [[step, sql]] : [];
      }),
    unneeded: (): Reason[] => reasons.filter((reason) => !needed.has(reason)),
  };
}

/** The tables that a statement opens, through whatever index or view; virtual ones under their name in the plan. */
export function tablesOf(statement: Executed): string[] {
  const roots = statement.database
    .prepare<[], { readonly root: number; readonly name: string }>(
      'select rootpage as root, tbl_name as name from sqlite_schema where rootpage > 0',
    )
    .all();
  const nameOf = new Map(roots.map(({ root, name }) => [root, name]));
  const opened = explained<{ readonly opcode: string; readonly p2: number }>('explain', statement)
    .filter(({ opcode }) => opcode === 'OpenRead')
    .map(({ p2 }) => nameOf.get(p2) ?? `page ${p2}`);
  const virtual = planOf(statement).flatMap((step) => /^SCAN (\w+) VIRTUAL TABLE/.exec(step)?.[1] ?? []);
  return [...new Set([...opened, ...virtual])].sort();
}

function explained<Row>(how: string, { sql, database }: Executed): Row[] {
  const parameters = Array.from(sql.matchAll(/\?/g), () => null);
  return database.prepare<null[], Row>(`${how} ${sql}`).all(...parameters);
}
