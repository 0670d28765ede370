import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../domain/problem.ts';
import { type Route, UPLOAD_MEDIA_TYPES, type Upload } from '../route.ts';
import { FORM_MEDIA_TYPE } from './form-body.ts';
import { MERGE_PATCH_MEDIA_TYPE } from './json-body.ts';
import { isCoded } from './request-head.ts';

/**
 * The server reads merge patches, forms and uploads wherever they stand; only PATCH means the first, and few routes the
 * others.
 */
export function refuseOtherMedia({ method, upload, body }: Route, request: FastifyRequest): void {
  // Nothing is decoded here, and what is coded must not be read as if it were not.
  if (method !== 'GET' && isCoded(request.headers)) {
    throw new Problem('unsupported_media_type', 'The body must be sent as it is, without a Content-Encoding.');
  }
  const charset = charsetOf(request);
  if (method !== 'GET' && charset !== undefined && !UTF_8.includes(charset.toLowerCase())) {
    throw new Problem('unsupported_media_type', `The body must be UTF-8, and its Content-Type says ${charset}.`);
  }
  const mediaType = mediaTypeOf(request);
  if (upload) {
    if (UPLOAD_MEDIA_TYPES.some((taken) => taken === mediaType)) return;
    throw new Problem('unsupported_media_type', `The body must be one of ${UPLOAD_MEDIA_TYPES.join(', ')}.`);
  }
  const isForm = mediaType === FORM_MEDIA_TYPE;
  if (body?.isForm) {
    if (isForm) return;
    throw new Problem('unsupported_media_type', `The body must be a form, with "Content-Type: ${FORM_MEDIA_TYPE}".`);
  }
  const isPatch = mediaType === MERGE_PATCH_MEDIA_TYPE;
  const isOther = (isForm && method !== 'GET') || UPLOAD_MEDIA_TYPES.some((other) => other === mediaType);
  if ((isPatch && method !== 'PATCH') || isOther) {
    throw new Problem('unsupported_media_type', 'The body must be JSON, with "Content-Type: application/json".');
  }
}

/** @throws Error where the route takes none, which `refuseOtherMedia` has seen to */
export function uploadOf(request: FastifyRequest): Upload {
  const mediaType = UPLOAD_MEDIA_TYPES.find((taken) => taken === mediaTypeOf(request));
  const { body } = request;
  if (!mediaType || !(body instanceof Readable)) throw new Error('there is no upload');
  return { mediaType, chunks: body.iterator({ destroyOnReturn: false }) };
}

/** Names of what is read as UTF-8: its own, and those of a part of it. */
const UTF_8: readonly string[] = ['utf-8', 'utf8', 'us-ascii', 'ascii'];

function charsetOf({ headers }: FastifyRequest): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headers['content-type'] ?? '')?.[1];
}

function mediaTypeOf({ headers }: FastifyRequest): string {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
}
