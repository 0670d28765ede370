import type { Restoration } from '../store/sqlite/record/restoration.ts';

/** What was done again to a backup that was put back, a line each; what was not done is left out. */
export function describeRestoration({ withdrawn, unscheduled, unknown, standing, ended }: Restoration): string {
  const lines = [
    'This database is older than its record of removals: a backup that was put back. What the record says was done again.',
    ...told('Withdrawn', withdrawn),
    ...told('Taken out of the schedule, to be approved again', unscheduled),
    ...told('Public again since, and still withdrawn here', standing),
    ...told('Withdrawn since, and not known here or as drafts; no import publishes them', unknown),
    ...(ended > 0 ? [`Ended again: ${ended} keys, previews, partners or embargoes`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function told(what: string, ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [`${what}: ${ids.join(', ')}`];
}
