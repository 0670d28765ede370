import { describe, expect, it } from 'vitest';
import { readPost } from '../../../src/text/quotes/posts.ts';
import { wordsOf } from '../../../src/text/quotes/words.ts';

describe('a post', () => {
  it.each([
    ["tarn's chief Executive", 'chief Executive', 'tarn'],
    ['the Council’s Cabinet Member for Housing', 'Cabinet Member for Housing', 'Council'],
    ["Lockgate Homes' chief executive", 'chief executive', 'Lockgate Homes'],
    ["Marlshire's Police and Crime Commissioner", 'Police and Crime Commissioner', null],
    ['Portfolio Holder for Community Safety at Marl Council', 'Portfolio Holder for Community Safety', 'Marl Council'],
    ['Chair of Trustees at the Forest of Marl Trust', 'Chair of Trustees', 'Forest of Marl Trust'],
    ['a Senior Crown Prosecutor with the CPS', 'Senior Crown Prosecutor', 'CPS'],
    ['leader of Marl District Council', 'leader', 'Marl District Council'],
    ['Leader of the Council', 'Leader of the Council', null],
    ['Mayor of Fenwick', 'Mayor of Fenwick', null],
    ['chief executive of Vistry', 'chief executive', 'Vistry'],
    ['chief executive of the charity Tidewell', 'chief executive', 'Tidewell'],
    ['Director of Public Health', 'Director of Public Health', null],
    ['Marl Borough Council leader', 'leader', 'Marl Borough Council'],
    ['CPS prosecutor', 'prosecutor', 'CPS'],
    ['council leader', 'council leader', 'council'],
    ['council spokesman', 'spokesman', 'council'],
    ['from the Fenwick community policing team', null, 'Fenwick community policing team'],
    ["of the force's Economic Crime Unit", null, 'Economic Crime Unit'],
    ['of Marl Police at Quayside', null, 'Marl Police'],
    ['of Balfour Park Builders', null, 'Balfour Park Builders'],
    ['on behalf of Marl Homes', null, 'Marl Homes'],
    ['from Fenwick', null, null],
    ['of Milton Keynes', null, null],
    ['Environment Agency', null, 'Environment Agency'],
    ['Kestrel Town chairman', 'chairman', 'Kestrel Town'],
    ['Anchor Brewery marketing director', 'marketing director', 'Anchor Brewery'],
    ['Trading Standards officer', 'Trading Standards officer', null],
    ['Liberal Democrat group leader', 'Liberal Democrat group leader', null],
    ['Marl RNLI Lifeboat Operations Manager', 'Lifeboat Operations Manager', 'Marl RNLI'],
    ["Federation of Small Shops' area lead", 'area lead', 'Federation of Small Shops'],
    ["the region's deputy director at the Kestrel Agency", 'deputy director', 'Kestrel Agency'],
    ["His Majesty's Lord-Lieutenant of Marl", 'Lord-Lieutenant of Marl', null],
    ['force lead for search and rescue', 'force lead for search and rescue', null],
    ['Executive Director for Adults and Communities', 'Executive Director for Adults and Communities', null],
    ['of campaign group Save Our Meadow', null, 'Save Our Meadow'],
    ["with the county's Covenant Partnership", null, 'Covenant Partnership'],
    ['dental nurse from Kestrel', 'dental nurse', null],
    ['League of Friends chairman', 'chairman', 'League of Friends'],
    ['chairman of the Marl branch of the Royal British Legion', 'chairman', 'Marl branch of the Royal British Legion'],
    ['the investigating officer', 'investigating officer', null],
    ['mother of two', null, null],
    ['', null, null],
  ])('%j is %j at %j', (text, role, organisation) => {
    expect(readPost(text, wordsOf(text))).toEqual({ role, organisation });
  });
});
