import * as z from 'zod';
import { pageOf } from './page.ts';

const tagWordView = z
  .strictObject({
    word: z.string().meta({ example: 'narcotics' }),
    tag: z.string().meta({ description: 'The tag that it stands for.', example: 'drugs' }),
  })
  .meta({ id: 'TagWord', description: 'A word that stands for a tag.' });

export const tagWordPageView = pageOf('TagWordPage', tagWordView);

export const renamedTagView = z
  .strictObject({
    tag: z.string(),
    words: z.array(z.string()).meta({ description: 'Every word that stands for it, in alphabetical order.' }),
    articles: z.int().min(0).meta({ description: 'Public articles that read otherwise.' }),
  })
  .meta({ id: 'RenamedTag', description: 'What became of a tag.' });
