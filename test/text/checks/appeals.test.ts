import { describe, expect, it } from 'vitest';
import { checksOf } from '../../support/checked.ts';

const POLICE = 'Police were called to Mill Street on Monday.';
const NEITHER = 'An appeal with no reference to quote and no word of Crimestoppers (0800 555 111).';

describe('an appeal', () => {
  it.each([
    'Did you see the man, or do you know who he is?',
    'Officers are appealing for dashcam footage.',
    'Do you recognise this man?',
    'Were you driving on the moor road that day?',
    'If you have seen Edna, call 999.',
    'Information can be given to any officer by calling 101.',
    'Detectives would like to hear from anybody who lives nearby.',
    'Witnesses are asked to come forward.',
    'Detectives would welcome any footage from doorbells.',
    'Police are keen to identify a woman in a yellow coat.',
    'Officers want to speak to a young man with a dog.',
    'Officers are keen to hear from other motorists who were in Mill Road.',
    'We would urge anyone who noticed a lorry to ring 101.',
    'Anybody who can help is asked to call 101.',
    'The incident happened at 6pm on 3 May. Anyone with information should call 101.',
  ])('%s', (body) => {
    expect(missing(`${POLICE}\n\n${body}`)).toEqual([NEITHER]);
  });

  it.each([
    'Anyone who knows of another pond can mark it on the map.',
    'Can you help? We need two drivers for the library van.',
    'Did you know that otters sleep in the day?',
    'If you have seen a swift, tell the museum.',
  ])('of nobody who asks about an offence: %s', (body) => {
    expect(missing(body)).toEqual([]);
  });

  it.each([
    'Thank you to everyone who answered our appeal for information. We are no longer looking for witnesses.',
    'Officers will speak to the driver of each bus about safety.',
    'Do you know how to lock your bicycle?',
    'If you have any questions, call 101.',
    'If you see somebody trying door handles, ring 999.',
    'The force wants to hear from people who speak Welsh.',
  ])('of police that asks for nothing: %s', (body) => {
    expect(missing(`${POLICE}\n\n${body}`)).toEqual([]);
  });

  it.each([
    'quote incident 512 of 1 May',
    'quoting log 114',
    'with crime reference number 45/20817/23',
    'with the ref. no. 24*80417',
    'giving the crime number, 45/61204/23',
    'quoting Op Marl',
    'incident number CR/20117/25',
  ])('that says what to quote: %s', (words) => {
    expect(
      missing(`${POLICE}\n\nAnyone with information should call 101, ${words}, or Crimestoppers on 0800 555 111.`),
    ).toEqual([]);
  });
});

function missing(body: string): string[] {
  return checksOf({ body }).flatMap(({ id, message }) => (id === 'appeal-contact' ? message : []));
}
