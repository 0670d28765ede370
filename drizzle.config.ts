import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './src/store/sqlite/tables.ts',
    './src/store/sqlite/public-tables.ts',
    './src/store/sqlite/syndication-tables.ts',
    './src/store/sqlite/embargo-tables.ts',
    './src/store/sqlite/receipt-tables.ts',
  ],
  out: './migrations',
});
