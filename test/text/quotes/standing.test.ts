import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

const roleIn = (markdown: string) => extractStatements(blocksOf(markdown)).at(-1)?.attribution.role;

describe('the role of those who hold no post', () => {
  it.each([
    ['The boy’s mother, Jo Bell, said: "He is home."', 'mother'],
    ['His mother, Dr Jo Bell, said: "He is home."', 'mother'],
    ['Their mum Jo Bell was there. She said: "He is home."', 'mum'],
    ['Mr Bell’s wife of 51 years, Brenda, said: "He is missed."', 'wife'],
    ['The son of one resident, Tom Bell, said: "She was frightened."', 'son'],
    ['Great-grandson of the ship’s mate Tom Bell rang it. "I was proud," he said.', 'Great-grandson'],
    ['Her best friend, Amy Lee, said: "I miss her."', 'best friend'],
    ['Tenant Jo Bell said: "It is warm."', 'Tenant'],
    ['Harrow Lane resident Jo Bell said: "It is quiet."', 'resident'],
    ['Jo Bell, 54, a former patient, said: "They were kind."', 'former patient'],
    ['Jo Bell, the couple’s daughter, said: "He is missed."', 'daughter'],
    ['Jo Bell, mum of Ava, said: "She is well."', 'mum'],
    ['His parents, Jo and Tom Bell, said: "He is missed."', 'parents'],
    ['Dywedodd ei fam, Mair Puw: "Mae o adref."', 'fam'],
    ['Her sons, Tom Bell and Neil Bell, built it. Tom said: "She liked it."', 'son'],
    ['Mr Bell’s wife, Denise Bell, paid tribute to him. She said: "He is missed."', 'wife'],
    ['“It is very warm in here.”\n\n— Jo Bell, tenant', 'tenant'],
    ['Residents Jean and Harold Whit said: "It is warm."', 'Residents'],
    ['Wheelchair user Ian Lee, who has asked for it, said: "I will see it."', 'Wheelchair user'],
    ['The daughter of one of the victims said: "She is frightened."', 'daughter'],
    ['The girl’s father said: "She is safe."', 'father'],
    ['The woman’s husband was waiting for her. “I sat there for an hour,” he said.', 'husband'],
    ['The daughter of one resident read a statement to the court. She said: “She kept asking.”', 'daughter'],
  ])('is what they are to those whom it is about: %s', (markdown, role) => {
    expect(roleIn(markdown)).toBe(role);
  });

  it.each([
    ['nobody’s mother in particular', 'Mum-of-two Jo Bell said: "It is warm."'],
    ['said of somebody else', 'Jo Bell, whose neighbour called the fire brigade, said: "It was quick."'],
    ['one of many', 'A neighbour, who asked not to be named, said: "It was loud."'],
    ['not said', 'Jo Bell, who lives in Mill Lane, said: "It was loud."'],
  ])('is none where it is %s', (_what, markdown) => {
    expect(roleIn(markdown)).toBe(null);
  });

  it('is what stands beside the statement, whatever post at no body is told elsewhere', () => {
    expect(roleIn('It went to care worker Jo Bell.\n\n“It is very warm in here.”\n\n— Jo Bell, tenant')).toBe('tenant');
    expect(roleIn('It went to nurse Jo Bell.\n\n"It is warm," said Jo Bell, a neighbour.')).toBe('neighbour');
    expect(roleIn('Jo Bell, chair of Marl Trust, came.\n\n"It is warm," said Jo Bell, a patient.')).toBe('chair');
    expect(roleIn('It went to nurse Jo Bell.\n\n"It is warm," said Jo Bell.')).toBe('nurse');
  });

  it('is the same in all that somebody says', () => {
    const signed = '> It is like another house.\n>\n> – Doreen, tenant, Mill Street\n\n';
    expect(roleIn(`${signed}Doreen Bell, 83, moved in long ago. "My husband papered it," she said.`)).toBe('tenant');
  });

  it('gives way to a post', () => {
    expect(roleIn('Station Manager Tom Bell, the boy’s neighbour, said: "It was quick."')).toBe(null);
    expect(roleIn('Baker Tom Bell, a neighbour, said: "It was quick."')).toBe('Baker');
  });
});
