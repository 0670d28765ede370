-- Full-text indexes of public text only: bm25 and its document counts would betray whatever else stood in them.
-- The content stays in the public tables; the engine writes and deletes the entries with the rows they mirror.
CREATE VIEW `public_search_source` AS
	SELECT b.`key`, a.`title`, a.`summary`, b.`text` AS `body`, b.`officials`
	FROM `public_bodies` b JOIN `public_articles` a ON a.`key` = b.`key`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `public_search` USING fts5(
	`title`, `summary`, `body`, `officials`,
	content = 'public_search_source', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
--> statement-breakpoint
INSERT INTO `public_search` (`public_search`, `rank`) VALUES ('rank', 'bm25(8.0, 4.0, 1.0, 2.0)');
--> statement-breakpoint
CREATE VIRTUAL TABLE `public_quote_search` USING fts5(
	`text`, `name`, `organisation`,
	content = 'public_quotes', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
