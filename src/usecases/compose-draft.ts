import type { Draft } from '../domain/draft.ts';
import { Problem } from '../domain/problem.ts';
import type { Statement } from '../domain/quote.ts';
import { slugOfAddress } from '../text/address.ts';
import { type RenderedMarkdown, renderMarkdown } from '../text/markdown.ts';
import { extractStatements } from '../text/quotes/extract.ts';
import { createLocator, type Located } from '../text/quotes/locate.ts';
import { slugify } from '../text/slug.ts';
import { tidyBody } from '../text/source-text.ts';
import type { ComposedText } from './compose-save.ts';
import { draftRefused } from './draft-refused.ts';

/**
 * Renders a draft and finds its quotes, unless they are given: then each must stand in the body.
 * @throws Problem `invalid_body` when a given quote does not, or when neither title nor address makes a slug
 */
export function composeDraft(draft: Draft): ComposedText {
  const markdown = tidyBody(draft.markdown);
  const { blocks, html, text } = rendered(markdown);
  const slug = draft.slug ?? ((draft.url && slugOfAddress(new URL(draft.url))) || slugify(draft.title));
  if (slug === '') {
    const detail = 'Nothing in the title can stand in an address.';
    throw draftRefused({ pointer: '/title', detail, expected: 'Send a slug with it, or the url.' });
  }
  const locate = createLocator(blocks, draft);
  return {
    ...draft,
    html,
    text,
    markdown,
    slug,
    slugGiven: draft.slug !== null,
    statements: draft.quotes?.map((quote, at) => standing(locate(quote), at)) ?? extractStatements(blocks, draft),
    quotesGiven: draft.quotes !== null,
  };
}

function rendered(markdown: string): RenderedMarkdown {
  try {
    return renderMarkdown(markdown);
  } catch (error) {
    throw error instanceof Problem ? draftRefused({ pointer: '/body/markdown', detail: error.message }) : error;
  }
}

function standing(found: Located, quoteAt: number): Statement {
  if (!('missing' in found)) return found;
  const pointer = `/quotes/${quoteAt}/paragraphs/${found.missing}`;
  throw draftRefused({
    pointer,
    detail: 'These words do not stand in one paragraph of the body.',
    expected: BOTH_TOGETHER,
  });
}

/** Quotes that were given stay when the body changes, so this may be told of quotes that the request does not name. */
const BOTH_TOGETHER = 'Words of the body; send the quotes with it, or null to have them found.';
