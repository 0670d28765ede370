/** Police forces of the United Kingdom whose name cannot be read off their address, by its first label. */
export const FORCE_NAMES: ReadonlyMap<string, string> = new Map([
  ['avonandsomerset', 'Avon and Somerset Police'],
  ['btp', 'British Transport Police'],
  ['cambs', 'Cambridgeshire Constabulary'],
  ['cheshire', 'Cheshire Constabulary'],
  ['cityoflondon', 'City of London Police'],
  ['cnc', 'Civil Nuclear Constabulary'],
  ['counterterrorism', 'Counter Terrorism Policing'],
  ['cumbria', 'Cumbria Police'],
  ['devon-cornwall', 'Devon and Cornwall Police'],
  ['dyfed-powys', 'Dyfed-Powys Police'],
  ['gloucestershire', 'Gloucestershire Constabulary'],
  ['gmp', 'Greater Manchester Police'],
  ['hampshire', 'Hampshire and Isle of Wight Constabulary'],
  ['herts', 'Hertfordshire Constabulary'],
  ['met', 'Metropolitan Police'],
  ['north-wales', 'North Wales Police'],
  ['northants', 'Northamptonshire Police'],
  ['northwales', 'North Wales Police'],
  ['northyorkshire', 'North Yorkshire Police'],
  ['notts', 'Nottinghamshire Police'],
  ['psni', 'Police Service of Northern Ireland'],
  ['scotland', 'Police Scotland'],
  ['south-wales', 'South Wales Police'],
  ['southyorkshire', 'South Yorkshire Police'],
  ['southyorks', 'South Yorkshire Police'],
  ['thamesvalley', 'Thames Valley Police'],
  ['westmercia', 'West Mercia Police'],
  ['westmidlands', 'West Midlands Police'],
  ['west-midlands', 'West Midlands Police'],
  ['westyorkshire', 'West Yorkshire Police'],
]);

/** Bodies of the nation by an address that does not spell them; `isWhole` where nobody else publishes there. */
export const NATIONAL_HOSTS: readonly {
  readonly address: RegExp;
  readonly name: string;
  readonly isWhole?: true;
}[] = [
  { address: /^(?:www\.)?llyw\.cymru$|\.gwasanaeth\.llyw\.cymru$/, name: 'Llywodraeth Cymru', isWhole: true },
  { address: /^(?:www\.)?gov\.wales$|\.service\.gov\.wales$/, name: 'Welsh Government', isWhole: true },
  { address: /^(?:(?:www|news)\.)?gov\.scot$/, name: 'Scottish Government', isWhole: true },
  ...(
    [
      ['health', 'Department of Health'],
      ['education', 'Department of Education'],
      ['finance', 'Department of Finance'],
      ['justice', 'Department of Justice'],
      ['economy', 'Department for the Economy'],
      ['communities', 'Department for Communities'],
      ['infrastructure', 'Department for Infrastructure'],
      ['daera', 'Department of Agriculture, Environment and Rural Affairs'],
    ] as const
  ).map(([label, name]) => ({ address: new RegExp(`^(?:www\\.)?${label}-ni\\.gov\\.uk$`), name })),
  { address: /(?:^|\.)mcga\.gov\.uk$/, name: 'Maritime and Coastguard Agency' },
  { address: /^(?:www\.mod|modmedia\.blog\.gov)\.uk$/, name: 'Ministry of Defence' },
  { address: /(?:^|\.)raf\.mod\.uk$/, name: 'Royal Air Force' },
  { address: /(?:^|\.)royalnavy\.mod\.uk$/, name: 'Royal Navy' },
  { address: /(?:^|\.)army\.mod\.uk$/, name: 'British Army' },
  { address: /(?:^|\.)hse\.gov\.uk$/, name: 'Health and Safety Executive' },
  { address: /(?:^|\.)cps\.gov\.uk$/, name: 'Crown Prosecution Service' },
  { address: /(?:^|\.)policeconduct\.gov\.uk$/, name: 'Independent Office for Police Conduct' },
  { address: /(?:^|\.)nationalcrimeagency\.gov\.uk$/, name: 'National Crime Agency' },
];
