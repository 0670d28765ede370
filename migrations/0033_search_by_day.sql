ALTER TABLE `public_articles` ADD `place` integer GENERATED ALWAYS AS (unixepoch("published_at") / 86400 * 67108864 + "key") VIRTUAL NOT NULL;--> statement-breakpoint
CREATE INDEX `public_articles_place` ON `public_articles` (`place`,`published_at`,`id`);
--> statement-breakpoint
-- The full-text index has its entries in the order of their days, made anew from the rows that they mirror.
DROP TABLE `public_search`;
--> statement-breakpoint
DROP VIEW `public_search_source`;
--> statement-breakpoint
CREATE VIEW `public_search_source` AS
	SELECT a.`place`, a.`key`, a.`title`, a.`summary`, b.`text` AS `body`, b.`officials`
	FROM `public_articles` a CROSS JOIN `public_bodies` b ON b.`key` = a.`key`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `public_search` USING fts5(
	`title`, `summary`, `body`, `officials`,
	content = 'public_search_source', content_rowid = 'place', tokenize = 'porter unicode61 remove_diacritics 2'
);
--> statement-breakpoint
INSERT INTO `public_search` (`public_search`, `rank`) VALUES ('rank', 'bm25(8.0, 4.0, 1.0, 2.0)');
--> statement-breakpoint
INSERT INTO `public_search` (`public_search`, `rank`) VALUES ('hashsize', 4194304);
--> statement-breakpoint
INSERT INTO `public_search` (`public_search`) VALUES ('rebuild');
