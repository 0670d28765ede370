import { describe, expect, it } from 'vitest';
import { type About, NOTHING_KNOWN } from '../../../src/text/quotes/employers/publisher.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

/** The post and the body of whoever makes the last statement. */
function lastPost(markdown: string, about: Partial<About> = {}): readonly (string | null)[] {
  const { role = null, organisation = null } =
    extractStatements(blocksOf(markdown), { ...NOTHING_KNOWN, ...about }).at(-1)?.attribution ?? {};
  return [role, organisation];
}

const said = 'said: “You knew what you did, and you did it again.”';

describe('the court of a judge', () => {
  const police = { url: 'https://www.corve.police.uk/news/jailed' };

  it.each([
    ['a Crown Court', 'He was jailed at Corve Crown Court today.\n\nJudge Amy Lee', 'Corve Crown Court'],
    ['one in the sentence itself', 'Sentencing him at Corve Crown Court, Recorder Amy Lee KC', 'Corve Crown Court'],
    ['one without a place', 'He was jailed at the Old Bailey.\n\nMr Justice Lund', 'Old Bailey'],
    ['a Sheriff Court', 'It followed a trial at Corve Sheriff Court.\n\nSheriff Amy Lee', 'Corve Sheriff Court'],
    [
      'the last before the statement',
      'He appeared at Corve Crown Court in May. He was jailed at Marl Crown Court.\n\nHis Honour Judge Ivo Lund',
      'Marl Crown Court',
    ],
    [
      'a higher one for a judge',
      'He admitted it at Corve Crown Court. The case began at Corve Magistrates’ Court.\n\nJudge Amy Lee',
      'Corve Crown Court',
    ],
    [
      'a lower one for a magistrate',
      'It began at Corve Magistrates’ Court and went to Corve Crown Court.\n\nThe chair of the bench, Amy Lee,',
      'Corve Magistrates’ Court',
    ],
  ])('is %s', (_what, told, court) => {
    expect(lastPost(`${told} ${said}`, police)[1]).toBe(court);
  });

  it('is the one of the headline where the text names none', () => {
    const about = { ...police, summary: 'A thief was jailed at Corve Crown Court.' };
    expect(lastPost(`Judge Amy Lee ${said}`, about)[1]).toBe('Corve Crown Court');
  });

  it('is none for a coroner, for others who speak of a case, and where no court is named', () => {
    const told = 'It was heard at Corve Crown Court.\n\n';
    expect(lastPost(`${told}HM Senior Coroner for Corve, Amy Lee, ${said}`, police)[1]).toBeNull();
    expect(lastPost(`${told}Detective Constable Amy Lee ${said}`, police)[1]).toBe('Corve Police');
    expect(lastPost(`Judge Amy Lee ${said}`, police)[1]).toBeNull();
  });
});

describe('the office of a commissioner', () => {
  const office = { url: 'https://www.corve-pcc.gov.uk/news/fund' };
  const told = 'The fund is paid for by the Police and Crime Commissioner for Corve and Thorn.\n\n';

  it('is as the release says it most fully, and has its place in it instead of a body', () => {
    const whole = ['Police and Crime Commissioner for Corve and Thorn', null];
    expect(lastPost(`${told}Commissioner Amy Lee ${said}`, office)).toEqual(whole);
    expect(lastPost(`${told}Police and Crime Commissioner Amy Lee ${said}`, office)).toEqual(whole);
  });

  it('is as it stands where the release tells no place, or two, or only of the Office', () => {
    const plain = ['Police and Crime Commissioner', null];
    const statement = `Police and Crime Commissioner Amy Lee ${said}`;
    expect(lastPost(statement, office)).toEqual(plain);
    expect(lastPost(`${told}The Police and Crime Commissioner for Marl agreed.\n\n${statement}`, office)).toEqual(
      plain,
    );
    expect(lastPost(`The Office of the Police and Crime Commissioner for Marl pays.\n\n${statement}`, office)).toEqual(
      plain,
    );
  });

  it('is no post of others at the Office', () => {
    const [role, organisation] = lastPost(`${told}Chief executive Ivo Lund ${said}`, office);
    expect([role, organisation?.startsWith('Office of the Police')]).toEqual(['Chief executive', true]);
  });
});

describe('a title that names what somebody leads', () => {
  const council = { url: 'https://www.corve.gov.uk/news/budget' };
  const police = { url: 'https://www.corve.police.uk/news/hearing' };

  it('is the Leader of the Council, at the council', () => {
    const told = 'Corve Council has set its budget.\n\n';
    expect(lastPost(`${told}The Leader of the Council, Cllr Amy Lee, ${said}`, council)).toEqual([
      'Leader of the Council',
      'Corve Council',
    ]);
    expect(lastPost(`${told}Cllr Amy Lee, Deputy Leader of the Council, ${said}`, council)).toEqual([
      'Deputy Leader of the Council',
      'Corve Council',
    ]);
    expect(lastPost(`${told}Cllr Amy Lee, leader of Corve Council, ${said}`, council)[0]).toBe('leader');
  });

  it('is the head of a unit that is called after its work, at the body that has it', () => {
    const head = 'head of the Professional Standards Department';
    expect(lastPost(`Superintendent Amy Lee, ${head}, ${said}`, police)).toEqual([head, 'Corve Police']);
    expect(lastPost(`Superintendent Amy Lee, ${head} at Marl Police, ${said}`, police)).toEqual([head, 'Marl Police']);
  });

  it('is the head of a body that has a name of its own', () => {
    expect(lastPost(`Amy Lee, head of the Corve Violence Reduction Unit, ${said}`, police)).toEqual([
      'head',
      'Corve Violence Reduction Unit',
    ]);
  });
});

describe('the office of whoever has one in a place', () => {
  it.each([
    ['is told in full', 'The Bishop of Corve has thanked them. The Bishop', 'Bishop of Corve'],
    ['is told in full of a mayor', 'The Mayor of Corve opened it.\n\nThe Mayor', 'Mayor of Corve'],
    ['is not that of one of two', 'The Bishop of Corve and the Bishop of Marl came. The Bishop', 'Bishop'],
    ['is not that of one before', 'The former Bishop of Corve came. The Bishop', 'Bishop'],
    ['is not that of a church', "The Vicar of St Oswin's came. The Vicar", 'Vicar'],
  ])('%s', (_what, told, role) => {
    expect(lastPost(`${told}, Amy Lee, ${said}`)[0]).toBe(role);
  });
});
