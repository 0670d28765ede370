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

async function correctedQuote() {
  const { id } = (await editor.list()).body.data[0];
  const { body, headers } = await editor.read(id);
  const [quote] = body.open.quotes;
  const quotes = [{ paragraphs: quote.paragraphs, attribution: CORRECTION }];
  expect((await editor.patch(id, headers['etag'], { quotes })).status).toBe(200);
  return { id, quote };
}
