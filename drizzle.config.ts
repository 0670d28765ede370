import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './src/store/sqlite/newsroom/tables.ts',
    './src/store/sqlite/register/register-tables.ts',
    './src/store/sqlite/public/public-tables.ts',
    './src/store/sqlite/public/log/log-tables.ts',
    './src/store/sqlite/public/facets/facet-tables.ts',
    './src/store/sqlite/public/shown/shown-tables.ts',
    './src/store/sqlite/syndication/syndication-tables.ts',
    './src/store/sqlite/syndication/embargo-tables.ts',
    './src/store/sqlite/syndication/receipt-tables.ts',
    './src/store/sqlite/record/removal-tables.ts',
  ],
  out: './migrations',
});
