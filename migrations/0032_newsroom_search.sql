ALTER TABLE `articles` ADD `title_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `articles` ADD `tags` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `withdrawals_replaced` ON `withdrawals` (`edition_id`) WHERE ended_by = 'replaced';
--> statement-breakpoint
UPDATE `articles` SET (`title_key`, `tags`) = (
	SELECT lower(`revisions`.`content` ->> '$.title'), coalesce(`revisions`.`content` -> '$.tags', '[]')
	FROM `editions` JOIN `revisions` ON `revisions`.`edition_id` = `editions`.`id` AND `revisions`.`number` = `editions`.`revision`
	WHERE `editions`.`article_id` = `articles`.`id` AND `editions`.`state` IN ('draft', 'submitted', 'scheduled', 'live', 'withdrawn')
	ORDER BY `editions`.`state` IN ('live', 'withdrawn') LIMIT 1
) WHERE EXISTS (SELECT 1 FROM `editions` WHERE `article_id` = `articles`.`id` AND `state` IN ('draft', 'submitted', 'scheduled', 'live', 'withdrawn'));
--> statement-breakpoint
UPDATE `articles` SET `title_key` = (SELECT `title_key` FROM `public_articles` WHERE `public_articles`.`id` = `articles`.`id`)
WHERE EXISTS (SELECT 1 FROM `public_articles` WHERE `public_articles`.`id` = `articles`.`id`)
	AND NOT EXISTS (SELECT 1 FROM `editions` WHERE `article_id` = `articles`.`id` AND `state` IN ('draft', 'submitted', 'scheduled'));
