import { describe, expect, it } from 'vitest';
import { bareOrganisation, believable, believableRole } from '../../../src/text/quotes/speaker/believable.ts';

describe('what can be believed of an organisation', () => {
  it.each([
    ["St Bride's Hospice since 2006", "St Bride's Hospice"],
    ['hospice for 19 years', 'hospice'],
    ['hospice for the last decade', 'hospice'],
    ['Marl Museum until last year', 'Marl Museum'],
    ['Kestrel Homes from 1998 to 2004', 'Kestrel Homes'],
    ['Marl Trust last year', 'Marl Trust'],
    ['Marl Council who chairs it', 'Marl Council'],
    ['Call Marl Police', 'Marl Police'],
    ['Contact Kestrel Vale Police', 'Kestrel Vale Police'],
    ['Visit Wales', 'Visit Wales'],
    ['Campaign for Better Trains', 'Campaign for Better Trains'],
    ['Society for 19th Century Glass', 'Society for 19th Century Glass'],
    ['Marl Housing Association and', 'Marl Housing Association'],
    ['tarn', 'tarn'],
    ['Marl Police headquarters', 'Marl Police'],
    ['Kestrel Trust after ten years', 'Kestrel Trust'],
    ['DCC', null],
    ['Curlew Close', null],
    ['on the School Council', null],
    ['NIMBLE 84-year-old', null],
    ['August 2005', null],
    ['Jo Bell and Tom Lee', null],
  ])('%s is %s', (proposed, organisation) => {
    expect(bareOrganisation(proposed)).toBe(organisation);
  });
});

describe('what can be believed of a role', () => {
  it.each([
    ['Head of Engagement, bade them all welcome', 'Head of Engagement'],
    ['Director of Music, showed everybody round', 'Director of Music'],
    ['Cabinet Member for Housing, Planning and Growth', 'Cabinet Member for Housing, Planning and Growth'],
    ['volunteer until last year', 'volunteer'],
    ['chaplain for over ten years', 'chaplain'],
    ['chair since May', 'chair'],
    ['chairman of nineteen years', 'chairman'],
    ['secretary of many years’ standing', 'secretary'],
    ['head of parks for ten years', 'head of parks'],
    ['treasurer of more than 20 years', 'treasurer'],
    ['head of year 7', 'head of year 7'],
    ['officer in charge', 'officer in charge'],
    ['warden in question', 'warden'],
    ['newly elected Mayor', 'Mayor'],
    ['elected Mayor', 'elected Mayor'],
    ["battalion's Commanding Officer", 'Commanding Officer'],
    ["women's officer", "women's officer"],
    ['Tenant Scrutiny Panel', null],
    ['Chair of the Board', 'Chair of the Board'],
    ['Bursar from 2010', 'Bursar'],
    ['coxswain of the', 'coxswain'],
    ['manager who runs it', 'manager'],
    ['Statement by Deputy Mayor', 'Deputy Mayor'],
    ['branch manager in Kestrelford', 'branch manager'],
    ['Senior Lecturer in Propulsion', 'Senior Lecturer in Propulsion'],
    ['Reader in Criminology', 'Reader in Criminology'],
    ['blushing', null],
    ['also', null],
    ['part', null],
    ['Maj Kit Rawnsley', null],
    ['Beside her stood', null],
    ['acting', null],
    ['master carpenter', 'master carpenter'],
    ['Gamekeeper', 'Gamekeeper'],
    ['Rheolwr y ganolfan yw', 'Rheolwr y ganolfan'],
    ['Doctor of Science', null],
    ['four months', null],
    ['into', null],
    ['retained crew', null],
  ])('%s is %s', (proposed, role) => {
    expect(believableRole(proposed)).toBe(role);
  });
});

describe('a post that cannot be believed', () => {
  it.each([
    ['lead', 'campaign'],
    ['director', 'homes'],
    ['chair', 'meeting'],
  ])('is %s of %s', (role, organisation) => {
    expect(believable({ role, organisation })).toBeNull();
  });

  it('keeps whoever somebody works for when only the role is in doubt', () => {
    expect(believable({ role: 'also', organisation: 'Marl Police' })).toEqual({
      role: null,
      organisation: 'Marl Police',
    });
  });
});
