import { describe, expect, it } from 'vitest';
import type { CheckId } from '../../../src/domain/check.ts';
import { wordsAtFault } from '../../support/checked.ts';

function inActiveCase(id: CheckId, body: string): string[] {
  return wordsAtFault(id, { body, extra: { proceedings: 'active' } });
}

describe('words of guilt in an active case', () => {
  it.each([
    ['"These thugs picked on a woman who was alone."', ['thugs']],
    ['We have taken nine drug dealers off the streets.', ['nine drug dealers', 'off the streets']],
    ['She was arrested shortly after she set fire to the clubhouse.', ['she set fire']],
    ['He was held after he stabbed his neighbour.', ['he stabbed']],
    ['"We are satisfied that we have the man responsible."', ['the man responsible']],
    ['He was caught red-handed.', ['caught red-handed']],
    ['"These two men targeted a young man."', ['These two men targeted']],
    ['She abused the trust of a woman of 90.', ['She abused']],
    ['He was not going to let a maniac spoil it.', ['maniac']],
    ['"We would find the coward who did this, and we have."', ['the coward who did this']],
    ['She was treasurer, and she took more than £60,000 from its account.', ['she took more than £60,000']],
    ['Dangerous criminals like these have nowhere to hide.', ['Dangerous criminals']],
    ['"She is in no doubt that he did it."', ['he did it']],
    ['The pair responsible for the burglaries were charged.', ['The pair responsible']],
  ])('%s', (body, expected) => {
    expect(inActiveCase('proceedings-guilt', body)).toEqual(expected);
  });

  it.each([
    'It is alleged that he stabbed his neighbour.',
    'She is accused of arson: the prosecution says that she set fire to the clubhouse.',
    'The woman responsible for the training of officers spoke.',
    'Nobody knows whether he did it.',
    'He took part, and she took £5 to the shop, it is claimed.',
    'The officer who did this drawing is retired.',
    'The owner said that she set fire-proof doors into each wall.',
    'Detectives want to find those responsible.',
    'A criminal investigation and a criminal trial go on; the offender manager was told.',
  ])('%s', (body) => {
    expect(inActiveCase('proceedings-guilt', body)).toEqual([]);
  });
});

describe('earlier convictions in an active case', () => {
  it.each([
    ['The man, who served three years for a like attack in 2016, was held.', ['served three years for']],
    ['He was on licence from prison at the time.', ['was on licence']],
    ['She has a history of violence.', ['a history of violence']],
    ['He was jailed for theft in 2019.', ['jailed for theft in 2019']],
    ['The prolific burglar was charged.', ['prolific burglar']],
    ['He had been recalled to prison.', ['recalled to prison']],
    ['He has been banned from driving twice before.', ['banned from driving twice before']],
    ['She was convicted of theft three times.', ['convicted of theft three times']],
    ['He came out of prison in May.', ['out of prison']],
    ['It will be his ninth time before the court.', ['his ninth time before the court']],
    ['He was in breach of a restraining order.', ['in breach of a restraining order']],
    ['He is on the sex offenders’ register.', ['sex offenders’ register']],
    ['He is subject to a criminal behaviour order.', ['criminal behaviour order']],
  ])('%s', (body, expected) => {
    expect(inActiveCase('proceedings-convictions', body)).toEqual(expected);
  });

  it.each([
    'PC Field, who served three years in the Army, led the search.',
    'The shop is licensed, and was on Mill Street.',
    'The town has a history of fairs.',
  ])('%s', (body) => {
    expect(inActiveCase('proceedings-convictions', body)).toEqual([]);
  });
});

describe('somebody under 18 in an active case', () => {
  it.each([
    ['One of them, Riley Sugden, who is 13, was bailed.', ['Riley Sugden, who is 13']],
    ['Adam Field, aged fifteen, is due in court.', ['Adam Field, aged fifteen']],
    ['The schoolboy, Adam Field, was hurt.', ['schoolboy, Adam Field']],
    ['Year 9 pupil Adam Field was hurt.', ['Year 9 pupil Adam Field']],
    ['Adam (12) was hurt.', ['Adam (12']],
  ])('%s', (body, expected) => {
    expect(inActiveCase('proceedings-minor', body)).toEqual(expected);
  });

  it.each([
    'Riley Sugden, one of them, is 31.',
    'Riley Sugden, who is 31, was bailed.',
    'On Monday, 15 people met. Mill Street (12 homes) is shut.',
  ])('%s', (body) => {
    expect(inActiveCase('proceedings-minor', body)).toEqual([]);
  });
});

describe('a complainant of a sexual offence in an active case', () => {
  const CHARGE = 'A man was charged with rape and trafficking.';

  it.each([
    ['One of his clients, Jane Field, told police of it.', ['One of his clients, Jane Field']],
    ['The complainant is Jane Field, who is now 25.', ['complainant is Jane Field']],
    ['Jane Field, one of the women who were found, is safe.', ['Jane Field, one of the women']],
    ['He is charged with raping Jane Field in May.', ['raping Jane Field']],
    ['Jane Field, 25, was raped on her way home.', ['Jane Field, 25, was raped']],
    ['Jane Field told officers that he had followed her.', ['Jane Field told officers']],
    ['The offences were against his niece, Jane Field.', ['his niece, Jane Field']],
    ['Former pupil Jane Field spoke up.', ['Former pupil Jane Field']],
    ['Jane Field came forward in May.', ['Jane Field came forward']],
    ['Jane Field, now 34, told her husband last year.', ['Jane Field, now 34']],
    [
      'Nurse Jane Field was on a shift when she was followed to a room.',
      ['Jane Field was on a shift when she was followed'],
    ],
    [
      'Jane Field, who is 26, was out for a run when a man pushed her.',
      ['Jane Field, who is 26, was out for a run when a man'],
    ],
  ])('%s', (body, expected) => {
    expect(inActiveCase('proceedings-complainant', `${CHARGE} ${body}`)).toEqual(expected);
  });

  it.each([
    'Ross Hackett, 37, of Mill Street, was charged with rape.',
    'One of the detectives, Jane Field, told reporters of it.',
    'The complainant is being helped by Jane Field, an officer.',
    'He was arrested by PC Jane Field, who was nearby.',
    'Ross Hackett, 37, will be before Fenwick magistrates on Monday. Ross Hackett, 37, lives in Mill Street.',
    'Ross Hackett, 37, was on a bus when he was arrested.',
  ])('%s', (body) => {
    expect(inActiveCase('proceedings-complainant', `${CHARGE} ${body}`)).toEqual([]);
  });
});

describe('the title and the summary of an active case', () => {
  it.each<[CheckId, string]>([
    ['proceedings-guilt', 'The killer'],
    ['proceedings-convictions', 'repeat offender'],
    ['proceedings-minor', 'Adam Field, 15'],
    ['proceedings-complainant', 'rape victim Jane Field'],
  ])('are read too: %s', (id, words) => {
    const field = `Police have news: ${words}, and more`;
    const found = wordsAtFault(id, { title: field, summary: `${field}.`, extra: { proceedings: 'active' } });
    expect(found).toEqual([
      expect.stringContaining(words.replace('rape ', '')),
      expect.stringContaining(words.replace('rape ', '')),
    ]);
  });
});
