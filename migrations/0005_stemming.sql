-- Full-text indexes that know a word by its stem, made anew from the rows they mirror.
DROP TABLE `public_search`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `public_search` USING fts5(
	`title`, `summary`, `body`, `officials`,
	content = 'public_search_source', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);
--> statement-breakpoint
INSERT INTO `public_search` (`public_search`, `rank`) VALUES ('rank', 'bm25(8.0, 4.0, 1.0, 2.0)');
--> statement-breakpoint
INSERT INTO `public_search` (`public_search`) VALUES ('rebuild');
--> statement-breakpoint
DROP TABLE `public_quote_search`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `public_quote_search` USING fts5(
	`text`, `name`, `organisation`,
	content = 'public_quotes', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);
--> statement-breakpoint
INSERT INTO `public_quote_search` (`public_quote_search`) VALUES ('rebuild');
