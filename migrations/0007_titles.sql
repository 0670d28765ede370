ALTER TABLE `public_articles` ADD `title_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `public_articles` SET `title_key` = (
	SELECT `title_key` FROM `public_listings` AS l
	WHERE l.`facet` = 'all' AND l.`published_at` = `public_articles`.`published_at` AND l.`article_id` = `public_articles`.`id`
);--> statement-breakpoint
CREATE INDEX `public_articles_title` ON `public_articles` (`title_key`,`id`);--> statement-breakpoint
DROP INDEX `public_listings_title`;--> statement-breakpoint
ALTER TABLE `public_listings` DROP COLUMN `title_key`;