import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRegister, quoting } from '../register.ts';

let office: Awaited<ReturnType<typeof openRegister>>;
beforeAll(async () => {
  office = await openRegister();
});
afterAll(() => office.close());

test('an article that was kept as it was shown says what an organisation is called now', async () => {
  const { slug } = await office.publish(quoting('A bridge opens', 'Ann Lee', {}, { organisation: 'Fenwick Council' }));
  const organisation = async () => (await office.get(`/v1/articles/${slug}`)).body.quotes[0].organisation;
  expect(await organisation()).toEqual({ slug: 'fenwick-council', name: 'Fenwick Council' });
  await office.patch('organisations/fenwick-council', { name: 'Fenwick Borough Council' });
  expect(await organisation()).toEqual({ slug: 'fenwick-council', name: 'Fenwick Borough Council' });
});
