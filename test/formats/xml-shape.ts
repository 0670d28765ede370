import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as z from 'zod';

/** XML as plain data, every element an array, so that a strict schema can say how often each may stand. */
export function parseXml(text: string): unknown {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new Error(JSON.stringify(valid));
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (_name, _path, isLeaf, isAttribute) => !isAttribute || isLeaf === undefined,
    parseTagValue: false,
    alwaysCreateTextNode: true,
    ignoreDeclaration: true,
  });
  return parser.parse(text);
}

/** An element with these attributes and elements, and nothing else. */
export function shape(attributes: z.ZodRawShape, elements: z.ZodRawShape = {}) {
  const named = Object.fromEntries(Object.entries(attributes).map(([name, schema]) => [`@${name}`, schema]));
  return z.strictObject({ ...named, ...elements, '#text': z.string().optional() });
}

export function textOf(schema: z.ZodType, attributes: z.ZodRawShape = {}) {
  const named = Object.fromEntries(Object.entries(attributes).map(([name, each]) => [`@${name}`, each]));
  return z.strictObject({ ...named, '#text': schema });
}

export const one = (schema: z.ZodType) => z.array(schema).length(1);
export const atMostOne = (schema: z.ZodType) => z.array(schema).length(1).optional();
export const any = (schema: z.ZodType) => z.array(schema).optional();

export const urn = z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/);
export const address = z.url({ protocol: /^https?$/ });
export const instantText = z.iso.datetime({ precision: 3 });
export const prose = z.string().min(1);
