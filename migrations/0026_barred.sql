CREATE TABLE `barred_addresses` (
	`address` text PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `withdrawals` ADD `address` text;
--> statement-breakpoint
DROP TRIGGER `withdrawals_insert_recorded`;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_insert_recorded` AFTER INSERT ON `withdrawals` BEGIN
	INSERT INTO `removals` (`event`) SELECT json_object('event', 'withdrawn', 'article', `article_id`, 'address', NEW.`address`, 'kind', NEW.`kind`, 'explanation', NEW.`explanation`, 'alternative', NEW.`alternative`, 'at', NEW.`at`) FROM `editions` WHERE `id` = NEW.`edition_id`;
END;
