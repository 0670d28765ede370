import type { Step } from './twins.ts';

/** The instant at which the hidden article becomes public. */
export const LIFT = '2026-03-02T09:00:00.000Z';

function document(
  name: string,
  facts: { area: string; title: string; date: string; tags: string; body: string },
): string {
  return [
    '```yaml',
    `area: ${facts.area}`,
    `og:\n  description: Summary of ${facts.title}`,
    `publish:\n  date: ${facts.date}`,
    `tags: ${facts.tags}`,
    `title: ${facts.title}`,
    `url: https://police.example/news/${name}`,
    '```',
    '',
    facts.body,
    '',
  ].join('\n');
}

const quoteBy = (who: string, words: string) => `${who}, said: "${words}"`;

const RIVER = document('river-rises', {
  area: 'Fenwick',
  title: 'Rain for a week',
  date: '3 Feb 2026',
  tags: 'flooding, community',
  body: [
    'The flood came at night. A flood is a flood, a flood warning said, and the flood rose to the flood line by the river.',
    quoteBy('Inspector Nia Rees, from the Fenwick team', 'The flood took us all by surprise this year.'),
  ].join('\n\n'),
});

const BANK = document('bank-holds', {
  area: 'Harrowmere',
  title: 'Bank holds',
  date: '4 Feb 2026',
  tags: 'flooding',
  body: [
    'The river fell, the river that rose, the river by the mill and the river by the quay, after one flood on the river.',
    quoteBy('Zoë Lindqvist, Chief Executive of Marl Homes', 'Our tenants are back in their homes tonight.'),
  ].join('\n\n'),
});

const OPENING = document('station-opens', {
  area: 'Fenwick',
  title: 'New fire station opens',
  date: '5 Feb 2026',
  tags: 'community',
  body: 'A new station opens in Fenwick.\n\nA spokesperson for Fenwick Borough Council said: "Come and look around it."',
});

const SECRET_WORDS = 'Detectives from the quicksilver unit will flood the docks at dawn by the river.';

/** The article that nobody may know of: it shares and coins names, tags, an area and the slug of a later release. */
const SECRET_DRAFT = document('secret/dawn-raids', {
  area: 'SALTERGATE docks',
  title: 'Dawn raids break a smuggling gang',
  date: '2 March 2026 09:00',
  tags: 'raids, community',
  body: [
    SECRET_WORDS,
    quoteBy('Chief Inspector Nia REES, from the Fenwick team', 'We will be there before the gang wakes up.'),
    quoteBy('Owain Pugh, Chief Executive of QUAYSIDE trust', 'We knew nothing of it and are glad of it.'),
  ].join('\n\n'),
});

const SECRET_EDITED = SECRET_DRAFT.replace(
  SECRET_WORDS,
  `${SECRET_WORDS} Flood, flood, flood: the flood plan is ready.`,
);

/** Public, after the draft: it would like the slug, the area and the names that the draft has coined. */
const LATER = document('dawn-raids', {
  area: 'Saltergate Docks',
  title: 'Dawn raids on empty warehouses find nothing',
  date: '10 Feb 2026',
  tags: 'court',
  body: [
    'Nothing was found.',
    quoteBy('Owain Pugh, Chief Executive of Quayside Trust', 'We would like our doors mended, please.'),
  ].join('\n\n'),
});

const CORRECTED = OPENING.replace('A new station opens', 'A new station, the first in ten years, opens');

/** What the public lives through, and between it what only the second twin does. */
export const LIFE: readonly Step[] = [
  { at: '2026-02-03T09:00:00.000Z', source: RIVER, publish: true },
  { at: '2026-02-04T09:00:00.000Z', source: BANK, publish: true },
  { at: '2026-02-05T08:00:00.000Z', source: SECRET_DRAFT, publish: false, hidden: true },
  { at: '2026-02-05T09:00:00.000Z', source: OPENING, publish: true },
  { at: '2026-02-06T08:00:00.000Z', source: SECRET_EDITED, publish: false, hidden: true },
  { at: '2026-02-07T08:00:00.000Z', source: SECRET_EDITED, publish: true, hidden: true, embargo: true },
  { at: '2026-02-10T09:00:00.000Z', source: LATER, publish: true },
  { at: '2026-02-11T09:00:00.000Z', source: CORRECTED, publish: true },
];

/** Everything by which the secret could be asked for, beside what is public. */
export const WORDS = {
  areas: ['fenwick', 'harrowmere', 'saltergate-docks', 'saltergate-docks-2', 'nowhere'],
  officials: ['nia-rees', 'zoe-lindqvist', 'owain-pugh', 'secret-namesake', 'nobody'],
  organisations: ['fenwick-team', 'marl-homes', 'quayside-trust', 'fenwick-borough-council', 'none'],
  names: ['nia', 'rees', 'owain pugh', 'na*', 'quayside', 'trust', 'secret*', ''],
  articles: ['river-rises', 'bank-holds', 'station-opens', 'dawn-raids', 'dawn-raids-2', 'never'],
  tags: ['flooding', 'community', 'raids', 'court'],
  searches: [
    'flood river',
    'flood',
    'quicksilver',
    'dawn',
    '"flood plan"',
    'owain',
    'pugh quayside',
    'flo*',
    'c++ "',
    '',
  ],
} as const;
