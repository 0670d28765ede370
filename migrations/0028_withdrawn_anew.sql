ALTER TABLE `withdrawals` ADD `ended_by` text;--> statement-breakpoint
DROP TRIGGER `withdrawals_update_recorded`;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_update_recorded` AFTER UPDATE OF `reinstated_at` ON `withdrawals` WHEN OLD.`reinstated_at` IS NULL AND NEW.`reinstated_at` IS NOT NULL AND NEW.`ended_by` IS NOT 'withdrawn-anew' BEGIN
	INSERT INTO `removals` (`event`) SELECT json_object('event', CASE NEW.`ended_by` WHEN 'replaced' THEN 'replaced' ELSE 'reinstated' END, 'article', `article_id`, 'at', NEW.`reinstated_at`) FROM `editions` WHERE `id` = NEW.`edition_id`;
END;
