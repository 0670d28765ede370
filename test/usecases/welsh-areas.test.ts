import { expect, test } from 'vitest';
import { createAreaFinder } from '../../src/usecases/welsh-areas.ts';
import { place } from '../support/place.ts';
import { openNewsroom } from './newsroom.ts';

test('a name means the place whose own it is before one that is called so in Welsh', async () => {
  const { deps, close } = openNewsroom();
  const areas = [
    place('Wernmouth', { nameCy: 'Aberwern' }),
    place('Aberwern'),
    place('Quarrytown', { nameCy: 'Chwarel' }),
  ];
  await deps.store.areas.register(areas, deps.clock.now());
  const find = createAreaFinder(deps);
  expect([await find('Aberwern'), await find('Chwarel'), await find('Elsewhere'), await find(null)]).toEqual([
    'aberwern',
    'quarrytown',
    undefined,
    undefined,
  ]);
  await close();
});

test('an area that could not be looked for is looked for again', async () => {
  const { deps, close } = openNewsroom();
  const { areas } = deps.store.names;
  let failures = 2;
  const failing = async <Result>(read: () => Promise<Result>): Promise<Result> => {
    failures -= 1;
    if (failures >= 0) throw new Error('the disk does not answer');
    return read();
  };
  const broken = {
    find: (reference: string) => areas.find(reference),
    list: (...query: Parameters<typeof areas.list>) => failing(() => areas.list(...query)),
    change: areas.change,
  };
  await deps.store.areas.register([place('Wernmouth', { nameCy: 'Aberwern' })], deps.clock.now());
  const find = createAreaFinder({ store: { ...deps.store, names: { ...deps.store.names, areas: broken } } });
  await expect(find('Aberwern')).rejects.toThrow('the disk does not answer');
  await expect(find('Aberwern')).rejects.toThrow('the disk does not answer');
  expect(await find('Aberwern')).toBe('wernmouth');
  await close();
});
