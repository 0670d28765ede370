import * as z from 'zod';
import { type RegisteredPerson, SUGGESTION_REASONS, type Suggestion } from '../../domain/suggestion.ts';
import { pageOf } from './page.ts';
import { slugView } from './scalars.ts';

const personView = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    slug: slugView.nullable().meta({ description: 'Null while the public does not know them.' }),
  })
  .meta({ id: 'RegisteredPerson' });

const suggestionView = z
  .strictObject({
    id: z.string(),
    duplicate: personView.meta({ description: 'Who would go; their names become names of the other one.' }),
    official: personView.meta({ description: 'Who would stay.' }),
    reason: z.enum(SUGGESTION_REASONS).meta({ description: 'What the two names have to do with each other.' }),
    confidence: z.number().min(0).max(1),
  })
  .meta({ id: 'OfficialSuggestion', description: 'Two people of the register who may be one.' });

export const suggestionPageView = pageOf('OfficialSuggestionPage', suggestionView);

export function toSuggestionView({
  id,
  duplicate,
  official,
  reason,
  confidence,
}: Suggestion): z.output<typeof suggestionView> {
  return { id, duplicate: toPersonView(duplicate), official: toPersonView(official), reason, confidence };
}

function toPersonView({ id, name, slug }: RegisteredPerson): z.output<typeof personView> {
  return { id, name, slug };
}
