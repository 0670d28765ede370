import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function rolesIn(markdown: string): (string | null)[] {
  return extractStatements(blocksOf(markdown)).map(({ attribution }) => attribution.role);
}

const SAID = 'said: “It is a big one, and we like it.”';

describe('a post beside a name', () => {
  it.each([
    ['without the kind of the body', 'Mission superintendent Captain Amy Lee', 'superintendent'],
    ['of a trust', 'Trust haematologist Dr Odalys Penn', 'haematologist'],
    ['of a foundation', 'Foundation director Odalys Penn', 'director'],
    ['that is called after a foundation', 'Foundation doctor Odalys Penn', 'Foundation doctor'],
    ['with the club', 'Club secretary Odalys Penn', 'Club secretary'],
    ['with the club, behind the name', 'Odalys Penn, club treasurer,', 'club treasurer'],
    ['without the whole name of a club', 'Marl Bowls Club secretary Odalys Penn', 'secretary'],
    ['before a Sister', 'Hospice director Sister Odalys Penn', 'Hospice director'],
    ['of a Sister', 'Theatre Sister Odalys Penn', 'Theatre Sister'],
    ['before an Hon', 'Gallery trustee the Hon Odalys Penn', 'Gallery trustee'],
    ['with a comma, in brackets', 'Cllr Odalys Penn (Cabinet Member, Communities)', 'Cabinet Member, Communities'],
    ['of whose colleague somebody is', 'Her co-author Professor Emeritus Odalys Penn', 'co-author'],
    ['that is a rank elsewhere', 'It came from the Guild, whose Master, Odalys Penn,', 'Master'],
    ['that somebody had in the Army', 'Odalys Penn, 41, a former lance corporal,', 'former lance corporal'],
    ['of whoever has only that rank', 'His inspector, Temporary Inspector Odalys Penn,', null],
    ['of a sergeant who was one', 'PS Odalys Penn, a former lance corporal,', null],
    [
      'of the Crown',
      'His Majesty’s Chief Inspector of Prisons, Odalys Penn,',
      'His Majesty’s Chief Inspector of Prisons',
    ],
  ])('is read %s', (_what, who, role) => {
    expect(rolesIn(`${who} ${SAID}`)).toEqual([role]);
  });

  it('is that of whom the sentence before ends with, by one name', () => {
    const told = (behind: string): string =>
      `In the queue is Kerensa, ${behind}. “I walked round the block,” said Kerensa.`;
    expect(rolesIn(told('a former lorry driver'))).toEqual(['former lorry driver']);
    expect(rolesIn(told('a plumber, who came first'))).toEqual(['plumber']);
    expect(rolesIn(told('a regular'))).toEqual([null]);
  });
});

describe('a post of somebody without a name', () => {
  it.each([
    ['a worker of one kind', 'A youth worker who supported them', 'youth worker'],
    ['a driver of one kind', 'A taxi driver, who asked not to be named,', 'taxi driver'],
    ['a worker who is only from there', 'A local worker', null],
    ['a driver who is only from there', 'A Marl driver', null],
    ['a driver like any', 'One driver', null],
    ['a good driver', 'A good driver', null],
  ])('is what they do: %s', (_what, who, role) => {
    expect(rolesIn(`${who} ${SAID}`)).toEqual([role]);
  });
});

describe('a post of one of two who speak together', () => {
  it.each([
    [
      'Marl’s Police and Crime Commissioner, Sir Ivo Lund, and Chief Constable Amy Lee',
      'Police and Crime Commissioner',
    ],
    ['The Archdeacon of Marl, the Venerable Ivo Lund, and Rabbi Amy Lee', 'Archdeacon of Marl'],
    ['Superintendent Ivo Lund and the Director of Public Health, Amy Lee,', 'Director of Public Health'],
    ['The two leaders, Cllr Ivo Lund (Marl) and Cllr Amy Lee (Tarn),', 'leaders'],
    ['Head of parks Ivo Lund and Amy Lee', null],
  ])('%s', (who, role) => {
    expect(rolesIn(`${who} ${SAID}`)).toEqual([role]);
  });
});

describe('a post that only the lines above tell', () => {
  it.each([
    ['of a manager', 'His ward manager has noticed. ', 'ward manager'],
    ['for whom something was', 'For the trust’s treasurer there was one job left. ', 'treasurer'],
    [
      'by whom something was done, in the paragraph above',
      'It was backed by the university’s Director of Residences.\n\n',
      'Director of Residences',
    ],
    ['in a heading', 'It is done.\n\n## From the chair of the review\n\n', 'chair of the review'],
    ['in a heading about a word', 'It is done.\n\n### A word from our new Chair\n\n', 'Chair'],
  ])('is that of whoever is named below: %s', (_what, above, role) => {
    expect(rolesIn(`${above}“It is a big one, and we like it,” said Odalys Penn.`)).toEqual([role]);
  });

  it.each([
    ['a heading about a thing', 'It is done.\n\n## From the archive\n\n'],
    ['whom it was given, in the paragraph above', 'It was a gift to the treasurer.\n\n'],
    ['a teenager', 'The teenager has noticed. '],
  ])('is not that of %s', (_what, above) => {
    expect(rolesIn(`${above}“It is a big one, and we like it,” said Odalys Penn.`)).toEqual([null]);
  });
});

describe('all the words of a post', () => {
  it.each([
    ['what somebody holds', 'Season ticket holder Ferelith Groat', 'Season ticket holder'],
    ['of a crew', 'Last surviving crew member Ferelith Groat', 'Last surviving crew member'],
    ['of whose constituency it is', 'Local MP Ferelith Groat', 'Local MP'],
    ['not that somebody is new', 'New owner Ferelith Groat', 'owner'],
    ['not of which town', 'Marl resident Ferelith Groat', 'resident'],
    ['a tenant, and where', 'Heron House tenant Ferelith Groat', 'Heron House tenant'],
    ['a tenant, and whose', 'Kestrel Homes tenant Ferelith Groat', 'tenant'],
    [
      'a tenant, and in whose release',
      'It was thought up by Heron House tenant Ferelith Groat, who',
      'Heron House tenant',
    ],
    ['not as what somebody acts', 'Ferelith Groat, acting as clerk to the trustees,', 'clerk to the trustees'],
    ['without an article, between commas', 'Ferelith Groat, deputy head,', 'deputy head'],
    ['whose it is, between dashes', 'Ferelith Groat – the school’s SENCO –', 'SENCO'],
  ])('are read: %s', (_what, who, role) => {
    expect(rolesIn(`${who} said: “It is a big one, and we like it.”`)).toEqual([role]);
  });

  it.each([
    ['since last spring', 'Ferelith Groat took over as head of curriculum last spring.', 'head of curriculum'],
    [
      'as the new one',
      'Ferelith Groat has been appointed as the trust’s new director of nursing.',
      'director of nursing',
    ],
    ['by what somebody is', 'Ferelith Groat is a welder at the yard.', 'welder'],
    ['by what somebody works as', 'Ferelith Groat now works as a welder at the yard.', 'welder'],
    ['not by what somebody likes', 'Ferelith Groat is an early riser.', null],
  ])('are told in the sentence before: %s', (_what, told, role) => {
    expect(rolesIn(`${told} “It is a big one, and we like it,” she said.`)).toEqual([role]);
  });
});
