import { describe, expect, it } from 'vitest';
import { MAX_AREA_DEPTH } from '../../src/domain/area.ts';
import { Problem, type ProblemError } from '../../src/domain/problem.ts';
import { MAX_AREA_NAME_LENGTH, readAreasFile } from '../../src/text/areas-file.ts';

const TREE = `# the county first
- name: Ouseshire
  kind: county
  gss: E10999901
  areas:
    - name: St Botolph's
      nameCy: Sant Botolph
    - { name: No, kind: ward }
- name: Port Wern
  gss:
`;

describe('a list of areas', () => {
  it('is a tree, read with parents before their children', () => {
    const bare = { nameCy: null, kind: null, gss: null, parentKey: null };
    expect(read(TREE)).toEqual([
      { ...bare, key: 'ouseshire', name: 'Ouseshire', kind: 'county', gss: 'E10999901' },
      { ...bare, key: 'st-botolphs', name: "St Botolph's", nameCy: 'Sant Botolph', parentKey: 'ouseshire' },
      { ...bare, key: 'no', name: 'No', kind: 'ward', parentKey: 'ouseshire' },
      { ...bare, key: 'port-wern', name: 'Port Wern' },
    ]);
  });

  it('has a slug where the name does not make it, and further names', () => {
    const bare = { nameCy: null, kind: null, gss: null, parentKey: null };
    expect(read('- { name: Gwernshire, slug: gwern, otherNames: [Old Gwern] }\n- { name: B, slug: b }\n')).toEqual([
      {
        ...bare,
        key: 'gwern',
        name: 'Gwernshire',
        otherNames: [
          { key: 'gwernshire', name: 'Gwernshire' },
          { key: 'old-gwern', name: 'Old Gwern' },
        ],
      },
      { ...bare, key: 'b', name: 'B' },
    ]);
  });

  it('is read with a byte-order mark and Windows line ends too', () => {
    expect(read(`\uFEFF${TREE.replaceAll('\n', '\r\n')}`)).toEqual(read(TREE));
  });

  it.each([
    ['an area without a name', '- kind: ward\n', 1, 3, 'an area needs a name'],
    [
      'a name without a letter',
      '- name: "!"\n',
      1,
      9,
      'name must be a text of at most 200 characters with a letter or a digit in it',
    ],
    [
      'a kind that does not exist',
      '- name: A\n  kind: village\n',
      2,
      9,
      'kind must be one of force, county, borough, ward',
    ],
    [
      'a code in another form',
      '- name: A\n  gss: E1\n',
      2,
      8,
      'gss must be a GSS code, one capital letter and eight digits',
    ],
    [
      'a field it does not know',
      '- name: A\n  gws: x\n',
      2,
      8,
      '"gws" is not known here; there are name, slug, nameCy, kind, gss, otherNames, areas',
    ],
    [
      'a name that is a list',
      '- name: [A]\n',
      1,
      9,
      'name must be a text of at most 200 characters with a letter or a digit in it',
    ],
    ['areas that are no list', '- name: A\n  areas: B\n', 2, 10, 'a list of areas is missing'],
    ['a file that is no list', 'name: A\n', 1, 1, 'a list of areas is missing'],
    ['an empty file', '', 1, 1, 'a list of areas is missing'],
    [
      'one name for two places',
      '- name: A\n  areas:\n    - name: B\n    - name: "b"\n',
      4,
      13,
      '"b" stands in the file twice; a name is what a place is known by',
    ],
    [
      'a further name that another place has',
      '- { name: A, otherNames: [C] }\n- name: c\n',
      2,
      9,
      '"c" stands in the file twice; a name is what a place is known by',
    ],
    [
      'further names that are no list',
      '- name: A\n  otherNames: B\n',
      2,
      15,
      'otherNames must be a list of at most 50 names',
    ],
    [
      'a further name without a letter',
      '- name: A\n  otherNames: [B, "!"]\n',
      2,
      19,
      'a name must be a text of at most 200 characters with a letter or a digit in it',
    ],
    ['a slug that is none', '- name: A\n  slug: A B\n', 2, 9, 'slug must be a slug of at most 200 characters'],
    [
      'one code for two places',
      '- name: A\n  gss: E05999901\n  areas:\n    - name: B\n      gss: E05999901\n',
      5,
      12,
      'E05999901 stands in the file twice; it is of one place',
    ],
  ])('refuses %s', (_what, text, line, column, detail) => {
    expect(errorsOf(text)).toEqual([{ line, column, detail }]);
  });

  it('refuses what is no YAML, where it goes wrong', () => {
    expect(errorsOf('- name: A\n  kind: "ward\n')).toEqual([{ line: 3, column: 1, detail: 'Missing closing "quote' }]);
  });

  it('says everything that is wrong at once', () => {
    expect(errorsOf('- kind: x\n- kind: y\n')).toHaveLength(4);
  });

  it('refuses what is not UTF-8', () => {
    expect(errorsOf(Uint8Array.of(0x2d, 0x20, 0xff))).toMatchObject([
      { line: 1, column: 3, detail: 'the bytes here, from 0xff on, are not UTF-8' },
    ]);
  });

  it('takes names and depths up to their limits', () => {
    expect(read(`- name: ${'a'.repeat(MAX_AREA_NAME_LENGTH)}`)).toHaveLength(1);
    expect(errorsOf(`- name: ${'a'.repeat(MAX_AREA_NAME_LENGTH + 1)}`)).toHaveLength(1);
    expect(read(nested(MAX_AREA_DEPTH))).toHaveLength(MAX_AREA_DEPTH);
    expect(errorsOf(nested(MAX_AREA_DEPTH + 1))).toMatchObject([{ detail: 'areas lie in each other at most 8 deep' }]);
  });

  it('refuses an alias bomb and a bomb of brackets without falling over', () => {
    const bomb = [
      '- &a0 { name: x }',
      ...Array.from({ length: 12 }, (_, at) => `- &a${at + 1} [${`*a${at},`.repeat(9)}]`),
    ];
    expect(errorsOf(bomb.join('\n')).length).toBeGreaterThan(0);
    expect(errorsOf('['.repeat(100_000)).length).toBeGreaterThan(0);
  });
});

function nested(depth: number): string {
  return `${'[{name: a'}${Array.from({ length: depth - 1 }, (_, at) => `, areas: [{name: a${at}`).join('')}${'}]'.repeat(depth)}`;
}

function read(text: string) {
  return readAreasFile(new TextEncoder().encode(text));
}

function errorsOf(text: string | Uint8Array): readonly ProblemError[] {
  try {
    readAreasFile(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid_document') return error.errors;
    throw error;
  }
  throw new Error('was not refused');
}
