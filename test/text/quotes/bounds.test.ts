import { describe, expect, it } from 'vitest';
import { readSubject } from '../../../src/text/quotes/speaker/read-speaker.ts';

function postOf(text: string): readonly (string | null)[] {
  const { role = null, organisation = null } = readSubject(text)?.speaker ?? {};
  return [role, organisation];
}

describe('where the name of a body begins and ends', () => {
  it.each([
    ['Jo Bell, Chair of Woods and Meadows England', 'Chair', 'Woods and Meadows England'],
    ['Jo Bell, Chief Executive of Hill, Heath and Moor Scotland', 'Chief Executive', 'Hill, Heath and Moor Scotland'],
    ['Jo Bell, head of the Flood, Fire and Rescue Service', 'head', 'Flood, Fire and Rescue Service'],
    ['Jo Bell, Head of Housing, Marl Council', 'Head of Housing', 'Marl Council'],
    ['Jo Bell, Commanding Officer 31 Dock Regiment', 'Commanding Officer', '31 Dock Regiment'],
    ['Jo Bell, who owns Lamb’s Bakery in Over Marl', null, 'Lamb’s Bakery'],
    ['Jo Bell, of contractors Kestrel Stone', null, 'Kestrel Stone'],
    ['District Judge Jo Bell, of Marl Magistrates’ Court', null, 'Marl Magistrates’ Court'],
    ['Gardener Jo Bell, who lives on the barge "Old Friend"', 'Gardener', null],
  ])('%s', (text, role, organisation) => {
    expect(postOf(text)).toEqual([role, organisation]);
  });
});

describe('where a post begins and ends', () => {
  it.each([
    ['The Reverend Jo Bell, Rector of Over Marl', 'Rector of Over Marl', null],
    ["The Reverend Jo Bell, Vicar of St Bride's", 'Vicar', "St Bride's"],
    ['The Reverend Jo Bell, Vicar of Marl with Nether Corve', 'Vicar of Marl with Nether Corve', null],
    ['Rector of Marl, Corve and Ousby, Jo Bell', 'Rector of Marl, Corve and Ousby', null],
    ['The Reverend Jo Bell, Rector of Marl and Corve with Over Tarn', 'Rector of Marl and Corve with Over Tarn', null],
    ['The Reverend Jo Bell, Vicar of Marl with charge of the bells', 'Vicar of Marl', null],
    ['Vineyard owner Jo Bell', 'Vineyard owner', null],
    ['New owner Jo Bell', 'owner', null],
    ['Jo Bell, after the last district nurse', null, null],
    ['The Minister for Harbours, Senator Jo Bell', 'Minister for Harbours', null],
    ['The Chair of the Board, Lord Bell of Marl', 'Chair of the Board', null],
    ['Chair of the Board of Trustees Jo Bell', 'Chair of the Board of Trustees', null],
    ['Trading Standards officer Mair Eluned Orrin', 'Trading Standards officer', null],
    ['Neighbourhood Watch co-ordinator Mair Orrin', 'Neighbourhood Watch co-ordinator', null],
    ['Jo Bell, Chair of the Planning Committee', 'Chair of the Planning Committee', null],
  ])('%s', (text, role, organisation) => {
    expect(postOf(text)).toEqual([role, organisation]);
  });
});

describe('where a name ends', () => {
  it.each([
    ['Canon Huw said tinned food was welcome', 'Huw'],
    ['Sister Ursula Quenby thanked them', 'Ursula Quenby'],
    ['Canon Huw ap Rhys said it was late', 'Huw ap Rhys'],
    ['Dr Ana de la Cruz', 'Ana de la Cruz'],
  ])('%s', (text, name) => {
    expect(readSubject(text)?.speaker.name).toBe(name);
  });
});

describe('what is said of two together', () => {
  it.each([
    ['Jo Bell and Amy Lee, of Marl Council', null, 'Marl Council'],
    ['PC Jo Bell and PC Amy Lee, both of the Marl Roads Unit', null, 'Marl Roads Unit'],
    ['Jo Bell and Amy Lee, county advisers at the Shepherds’ Union', 'county advisers', 'Shepherds’ Union'],
    ['Jo Bell, of Kestrel Homes, and Amy Lee, of Marl Council', null, null],
  ])('%s', (text, role, organisation) => {
    expect(postOf(text)).toEqual([role, organisation]);
  });
});
