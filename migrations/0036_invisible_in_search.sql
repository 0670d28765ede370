-- Soft hyphens, zero-width spaces and joiners, which nobody sees, split words in the full-text indexes: they are left out.
-- Only entries that have one are made anew. A quote's index cannot be given another content, so that it is made anew.
DROP VIEW `public_search_source`;
--> statement-breakpoint
CREATE VIEW `public_search_source` AS
	SELECT a.`place`, a.`key`,
		replace(replace(replace(replace(replace(replace(a.`title`, char(0x00ad), ''), char(0x200b), ''), char(0x200c), ''), char(0x200d), ''), char(0x2060), ''), char(0xfeff), '') AS `title`,
		replace(replace(replace(replace(replace(replace(a.`summary`, char(0x00ad), ''), char(0x200b), ''), char(0x200c), ''), char(0x200d), ''), char(0x2060), ''), char(0xfeff), '') AS `summary`,
		replace(replace(replace(replace(replace(replace(b.`text`, char(0x00ad), ''), char(0x200b), ''), char(0x200c), ''), char(0x200d), ''), char(0x2060), ''), char(0xfeff), '') AS `body`,
		replace(replace(replace(replace(replace(replace(b.`officials`, char(0x00ad), ''), char(0x200b), ''), char(0x200c), ''), char(0x200d), ''), char(0x2060), ''), char(0xfeff), '') AS `officials`
	FROM `public_articles` a CROSS JOIN `public_bodies` b ON b.`key` = a.`key`;
--> statement-breakpoint
INSERT INTO `public_search` (`public_search`, rowid, `title`, `summary`, `body`, `officials`)
	SELECT 'delete', a.`place`, a.`title`, a.`summary`, b.`text`, b.`officials`
	FROM `public_articles` a CROSS JOIN `public_bodies` b ON b.`key` = a.`key` CROSS JOIN `public_search_source` s ON s.`key` = a.`key`
	WHERE a.`title` <> s.`title` OR a.`summary` <> s.`summary` OR b.`text` <> s.`body` OR b.`officials` <> s.`officials`;
--> statement-breakpoint
INSERT INTO `public_search` (rowid, `title`, `summary`, `body`, `officials`)
	SELECT s.`place`, s.`title`, s.`summary`, s.`body`, s.`officials`
	FROM `public_articles` a CROSS JOIN `public_bodies` b ON b.`key` = a.`key` CROSS JOIN `public_search_source` s ON s.`key` = a.`key`
	WHERE a.`title` <> s.`title` OR a.`summary` <> s.`summary` OR b.`text` <> s.`body` OR b.`officials` <> s.`officials`;
--> statement-breakpoint
DROP TABLE `public_quote_search`;
--> statement-breakpoint
CREATE VIEW `public_quote_search_source` AS
	SELECT `key`, `article_key`,
		replace(replace(replace(replace(replace(replace(`text`, char(0x00ad), ''), char(0x200b), ''), char(0x200c), ''), char(0x200d), ''), char(0x2060), ''), char(0xfeff), '') AS `text`,
		replace(replace(replace(replace(replace(replace(`name`, char(0x00ad), ''), char(0x200b), ''), char(0x200c), ''), char(0x200d), ''), char(0x2060), ''), char(0xfeff), '') AS `name`,
		replace(replace(replace(replace(replace(replace(`organisation`, char(0x00ad), ''), char(0x200b), ''), char(0x200c), ''), char(0x200d), ''), char(0x2060), ''), char(0xfeff), '') AS `organisation`
	FROM `public_quotes`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `public_quote_search` USING fts5(
	`text`, `name`, `organisation`,
	content = 'public_quote_search_source', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);
--> statement-breakpoint
INSERT INTO `public_quote_search` (`public_quote_search`, `rank`) VALUES ('hashsize', 4194304);
--> statement-breakpoint
INSERT INTO `public_quote_search` (`public_quote_search`) VALUES ('rebuild');
