import { everyone } from '../../src/domain/visibility.ts';
import { instant } from '../support/time.ts';
import { type Desk, openPressOffice, type PressOffice, seen } from './press-office.ts';

/** A press office with an editor who publishes alone and an administrator who keeps the register. */
export async function openRegister() {
  const office = await openPressOffice();
  const editor = await office.desk('editor', { name: 'Sam' });
  const admin = await office.desk('admin', { name: 'Kim' });
  return {
    ...office,
    editor,
    admin,
    draft: (body: object) => draft(editor, body),
    /** Publishes a release and gives back its id and slug. */
    async publish(body: object): Promise<{ id: string; slug: string }> {
      const id = await draft(editor, body);
      const { slug } = (await editor.act(id, 'force-publish', 1, { reason: 'A test' })).body;
      return { id, slug };
    },
    /** Changes an entry of the register as it stands. */
    async patch(path: string, body: object) {
      const { body: entry } = await admin.ask('get', `/v1/admin/${path}`);
      return admin.ask('patch', `/v1/admin/${path}`, { body, version: entry.version });
    },
    async merge(path: string, into: string) {
      const { body: entry } = await admin.ask('get', `/v1/admin/${path}`);
      return admin.ask('post', `/v1/admin/${path}/merge`, { body: { into }, version: entry.version });
    },
    /** Slugs of the articles that a public list finds. */
    async found(query: string): Promise<string[]> {
      const { body } = await office.get(`/v1/articles?${query}`);
      return body.data.map(({ slug }: { slug: string }) => slug).sort();
    },
    /** The article and the sequence of the newest entry of the change log. */
    async newest() {
      const { sequence, articleId } =
        (await office.store.changes.newest(everyone(instant('2030-01-01T00:00:00Z')))) ?? {};
      return { sequence: sequence ?? 0, articleId };
    },
  };
}

async function draft(editor: Desk, body: object): Promise<string> {
  const { body: created } = await editor.create(body);
  return created.id;
}

/** What anybody can see of names, byte for byte. */
export async function publicNames(office: Pick<PressOffice, 'get'>, ...more: readonly string[]) {
  const paths = ['/v1/areas', '/v1/officials', '/v1/organisations', '/v1/tags', '/v1/articles', '/v1/quotes', ...more];
  const answers = [];
  for (const path of paths) answers.push(await seen(office, path));
  return answers;
}

/** A release in which somebody speaks. */
export function quoting(title: string, name: string, rest: object = {}, said: object = {}) {
  return {
    title,
    body: { markdown: `Somebody said of ${title}: “All is well here today.”` },
    quotes: [
      {
        paragraphs: ['All is well here today.'],
        attribution: { name, rank: 'PC', asWritten: `PC ${name}`, ...said },
      },
    ],
    ...rest,
  };
}
