import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function rolesIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution }) => attribution.role);
}

describe('what somebody leads, of whom no post is told', () => {
  it.each([
    ['Dr Ottoline Vance, who leads the project,', 'leads the project'],
    ['Dr Ottoline Vance who leads the project', 'leads the project'],
    ['Professor Ivo Lund FRS, who led the study,', 'led the study'],
    ['Supt Peta Standish QPM, who commands the Marl district of Corve Police,', 'commands the Marl district'],
    ['Chief Inspector Una Orme, who leads on hate crime for the force,', 'leads on hate crime'],
    ['Temp Supt Una Orme, who leads for Corve Police on rural crime,', 'leads for Corve Police on rural crime'],
    ['DCI Una Orme, who heads the force’s work with the young,', 'heads the force’s work with the young'],
    ['Cllr Amy Lee (Green), who leads the opposition group and is no relation,', 'leads the opposition group'],
    ['Cllr Amy Lee, who chairs the Parks and Verges Committee,', 'chairs the Parks and Verges Committee'],
    ['ACC Amy Lee, who also chairs the forum,', 'chairs the forum'],
    ['Major Ted Quill, who has one leg and co-ordinates the rota,', null],
    ['Major Ted Quill MBE, who co-ordinates the rota with his wife,', 'co-ordinates the rota'],
    ['Major Ted Quill, who oversees its winter work since 2019,', 'oversees its winter work'],
  ])('%s', (who, role) => {
    expect(rolesIn(`${who} said: “It is done.”`)).toEqual([role]);
  });

  it('is told in another sentence than the one in which they speak', () => {
    expect(rolesIn('Dr Ottoline Vance, who leads the project, was pleased. “It works,” she said.')).toEqual([
      'leads the project',
    ]);
    expect(rolesIn('Chief Inspector Una Orme leads on hate crime for Corve Police. She said: “It is done.”')).toEqual([
      'leads on hate crime',
    ]);
  });

  it('is nothing beside a post, wherever that is told', () => {
    expect(
      rolesIn(
        'Jo Bell, who leads the project, said: “It works.”\n\nIt was warm. Ms Bell, head of parks, added: “It does.”',
      ),
    ).toEqual(['head of parks', 'head of parks']);
    expect(rolesIn('Park ranger Jo Bell, who leads the project, said: “It works.”')).toEqual(['Park ranger']);
  });

  it.each([
    ['a unit that has a name', 'Sgt Martin Cole, who leads the Rural Crime Team,'],
    ['what every officer does', 'DC Martin Cole, who led the investigation,'],
    ['what some officer does now', 'DI Martin Cole, who leads the investigation for Corve Police,'],
    ['an operation', 'DI Martin Cole, who leads Operation Kite,'],
    ['what somebody runs', 'Sgt Martin Cole, who runs the training centre,'],
    ['what another leads', 'Sgt Martin Cole, who met Dr Ivo Lund, who leads the project,'],
    ['what was', 'Brigadier Martin Cole, who commanded the regiment,'],
    ['one day of it', 'Canon Martin Cole leads the procession. Canon Cole'],
  ])('is not %s', (_what, who) => {
    expect(rolesIn(`${who} said: “It is done.”`)).toEqual([null]);
  });
});
