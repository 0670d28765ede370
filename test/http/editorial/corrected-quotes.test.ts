import { afterEach, beforeEach, expect, it } from 'vitest';
import { importPaths } from '../../../src/cli/import.ts';
import { pressRelease } from '../../usecases/press-release.ts';
import { bearer } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

const JOINT = 'Insp Rebecca Shaw and Tom Brackley said: "We did this together, and we would do it again."';
const CORRECTION = {
  name: 'Rebecca Shaw',
  rank: 'Chief Inspector',
  role: 'Head of Neighbourhoods',
  organisation: 'Ouseshire Police',
};

let office: PressOffice;
let editor: Desk;
let key: { readonly Authorization: string };
beforeEach(async () => {
  office = await openPressOffice();
  editor = await office.desk('editor');
  key = bearer(await office.createKey('editor', { name: 'Importer' }));
});
afterEach(() => office.close());

/** The two doors through which a document comes. */
const DOORS = {
  'the command line': async (text: string) => {
    const stdin = (async function* () {
      yield Buffer.from(text);
    })();
    for await (const { outcome } of importPaths(office.deps, ['-'], { stdin })) return outcome;
    return undefined;
  },
  HTTP: async (text: string) => {
    const response = await fetch(`${office.app.listeningOrigin}/v1/editorial/imports`, {
      method: 'POST',
      headers: { ...key, 'Content-Type': 'text/markdown' },
      body: text,
    });
    return ((await response.json()) as { outcome: string }).outcome;
  },
};

it.each(Object.entries(DOORS))(
  'a quote that an editor has corrected survives a second import through %s',
  async (_, send) => {
    await send(pressRelease());
    const { id, quote } = await correctedQuote();
    const content = (await editor.read(id)).body.open;
    expect(content).toMatchObject({ quotes: [{ id: quote.id, attribution: CORRECTION }], quotesGiven: true });

    expect(await send(pressRelease())).toBe('unchanged');
    expect((await editor.read(id)).body.open).toMatchObject({ quotes: content.quotes, quotesGiven: true });

    expect(await send(pressRelease({ title: 'Closure order extended again' }))).toBe('updated');
    expect((await editor.read(id)).body.open).toMatchObject({ quotes: content.quotes, quotesGiven: true, revision: 3 });
  },
);

it('a corrected quote stays in a changed text while its words do, and two who speak together are no official', async () => {
  await DOORS.HTTP(pressRelease());
  const { id, quote } = await correctedQuote();
  const body = `It was a long day.\n\n${JOINT}\n\nInspector Rebecca Shaw said: "${quote.text}"`;
  expect(await DOORS.HTTP(pressRelease({ body }))).toBe('updated');
  expect((await editor.read(id)).body.open.quotes).toMatchObject([
    { position: 1, attribution: { name: 'Rebecca Shaw and Tom Brackley', rank: null } },
    { position: 2, id: quote.id, attribution: CORRECTION },
  ]);
  expect(await office.store.names.officials.find('rebecca-shaw-and-tom-brackley')).toBeUndefined();
});

it('what an editor has left out of the quotes stays out of a changed text, while its words are the same', async () => {
  const told = 'Inspector Jo Marsh said: “All is well here today.”';
  const noQuote = 'Tess Hale said: “Welcome back to all of you.”';
  const body = `${told}\n\n${noQuote}`;
  await DOORS.HTTP(pressRelease({ body }));
  const { id } = (await editor.list()).body.data[0];
  const textsOf = async () => (await editor.read(id)).body.open.quotes.map(({ text }: { text: string }) => text);
  const { headers } = await editor.read(id);
  const attribution = { ...CORRECTION, name: 'Jo Marsh', asWritten: 'Inspector Jo Marsh' };
  const quotes = [{ paragraphs: ['All is well here today.'], attribution }];
  expect((await editor.patch(id, headers['etag'], { quotes })).status).toBe(200);

  const later = 'Councillor Ann Lee said: “The bridge is safe to cross.”';
  await DOORS.HTTP(pressRelease({ body: `It was late.\n\n${noQuote}\n\n${told}\n\n${later}` }));
  expect(await textsOf()).toEqual(['All is well here today.', 'The bridge is safe to cross.']);
  expect((await editor.read(id)).body.open).toMatchObject({
    quotesGiven: true,
    quotes: [{ position: 1 }, { position: 2 }],
  });

  await DOORS.HTTP(pressRelease({ body: `${told}\n\n${noQuote.replace('all of you', 'everybody')}` }));
  expect(await textsOf()).toEqual(['All is well here today.', 'Welcome back to everybody.']);
});

it('a statement that a changed text ends sooner is no statement that was left out', async () => {
  const both = 'Inspector Jo Marsh said: “All is well here today.\n\n“It stays so tomorrow.”';
  await DOORS.HTTP(pressRelease({ body: both }));
  const { id } = await correctedQuote();
  await DOORS.HTTP(pressRelease({ body: 'Inspector Jo Marsh said: “All is well here today.”\n\nIt was late.' }));
  const { quotes } = (await editor.read(id)).body.open;
  expect(quotes).toMatchObject([{ paragraphs: ['All is well here today.'] }]);
});

it('a statement that its attribution interrupts can be sent back as it was read, and goes with an export', async () => {
  const body = 'It was late.\n\n“We were glad,” said Inspector Jo Marsh. “Nobody was hurt.”';
  await DOORS.HTTP(pressRelease({ body }));
  const { id } = (await editor.list()).body.data[0];
  const { body: before, headers } = await editor.read(id);
  const [quote] = before.open.quotes;
  expect(quote).toMatchObject({ paragraphs: ['We were glad. Nobody was hurt.'], attribution: { rank: 'Inspector' } });
  const attribution = { ...quote.attribution, rank: 'Chief Inspector' };
  const sent = await editor.patch(id, headers['etag'], { quotes: [{ ...quote, attribution }] });
  expect([sent.status, sent.body.open.quotes]).toEqual([200, [{ ...quote, attribution }]]);

  const elsewhere = await openPressOffice();
  const there = await elsewhere.desk('editor');
  const exported = await editor.ask('get', '/v1/editorial/export');
  const { document } = JSON.parse(exported.text);
  await fetch(`${elsewhere.app.listeningOrigin}/v1/editorial/imports`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${there.text}`, 'Content-Type': 'text/markdown' },
    body: document,
  });
  const copy = (await there.list()).body.data[0];
  const { quotes } = (await there.read(copy.id)).body.open;
  expect(quotes).toMatchObject([{ paragraphs: quote.paragraphs, start: quote.start, end: quote.end, attribution }]);
  await elsewhere.close();
});

async function correctedQuote() {
  const { id } = (await editor.list()).body.data[0];
  const { body, headers } = await editor.read(id);
  const [quote] = body.open.quotes;
  const quotes = [{ paragraphs: quote.paragraphs, attribution: CORRECTION }];
  expect((await editor.patch(id, headers['etag'], { quotes })).status).toBe(200);
  return { id, quote };
}
