import { randomUUID } from 'node:crypto';
import type { Area } from '../../src/domain/area.ts';
import { instant } from '../support/time.ts';
import type { Release } from './installation.ts';

// A small newsroom register and the releases that refer to it.

const county: Area = {
  id: randomUUID(),
  key: 'ouseshire',
  name: 'Ouseshire',
  nameCy: null,
  kind: 'county',
  gss: 'E10000002',
  parentId: null,
  listed: false,
};
const borough: Area = {
  ...county,
  id: randomUUID(),
  key: 'fenwick',
  name: 'Fenwick',
  kind: 'borough',
  gss: null,
  parentId: county.id,
};
const council = { id: randomUUID(), key: 'fenwick-borough-council', name: 'Fenwick Borough Council' };
const councillor = { id: randomUUID(), key: 'priya-raman', name: 'Priya Raman' };

export const QUOTE_ID = randomUUID();

export const CLOSURE: Release = {
  slug: 'closure-order',
  html: '<p>The court extended the order.</p>',
  content: {
    title: 'Closure order extended',
    summary: 'A court has extended an order.',
    area: { id: borough.id, name: 'Fenwick' },
    tags: ['courts', 'drugs'],
    publishedAt: instant('2020-10-29T00:00:00.000Z'),
    publishedAtPrecision: 'day',
    image: { url: 'https://police.example/flats.jpg', alt: 'A block of flats' },
    quotes: [
      {
        id: QUOTE_ID,
        position: 1,
        text: 'Orders need work.\n\nWe are pleased.',
        paragraphs: ['Orders need work.', 'We are pleased.'],
        start: 0,
        end: 10,
        officialId: councillor.id,
        organisationId: council.id,
        attribution: {
          name: 'Priya Raman',
          rank: 'Cllr',
          role: 'Portfolio Holder',
          organisation: 'Fenwick Borough Council',
          asWritten: 'Cllr Priya Raman said:',
        },
      },
    ],
  },
  register: { areas: [county, borough], organisations: [council], officials: [councillor] },
};

export const STORM: Release = {
  slug: 'storm',
  content: {
    title: 'Storm over the county',
    area: { id: county.id, name: 'Ouseshire' },
    tags: ['weather'],
    publishedAt: instant('2020-10-31T09:30:00.000Z'),
  },
};

export const WELSH: Release = {
  slug: 'llifogydd',
  content: { title: 'Rhybudd llifogydd: Ŵyr ac ŷd', language: 'cy', publishedAt: instant('2020-11-01T10:00:00.000Z') },
};
