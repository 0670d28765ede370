CREATE TABLE `removal_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`recorded` integer DEFAULT false NOT NULL,
	`reserved` integer NOT NULL,
	`own_floor` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `removals` (
	`number` integer PRIMARY KEY NOT NULL,
	`event` text NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO `removal_state` (`id`, `reserved`) SELECT 1, coalesce(max(`sequence`), 0) + 1500 FROM `public_marks`;
--> statement-breakpoint
INSERT INTO `removals` (`event`) SELECT json_object('event', 'begun', 'id', lower(hex(randomblob(16))), 'upTo', `reserved`) FROM `removal_state`;
--> statement-breakpoint
INSERT INTO `removals` (`event`) SELECT json_object('event', 'withdrawn', 'article', `editions`.`article_id`, 'kind', `withdrawals`.`kind`, 'explanation', `withdrawals`.`explanation`, 'alternative', `withdrawals`.`alternative`, 'at', `withdrawals`.`at`) FROM `withdrawals` JOIN `editions` ON `editions`.`id` = `withdrawals`.`edition_id` WHERE `withdrawals`.`reinstated_at` IS NULL ORDER BY `withdrawals`.`at`, `withdrawals`.`id`;
--> statement-breakpoint
INSERT INTO `removals` (`event`) SELECT json_object('event', 'key', 'key', `id`, 'revokedAt', `revoked_at`, 'expiresAt', `expires_at`) FROM `keys` WHERE `revoked_at` IS NOT NULL ORDER BY `created_at`, `id`;
--> statement-breakpoint
INSERT INTO `removals` (`event`) SELECT json_object('event', 'partner', 'partner', `id`, 'suspendedAt', `suspended_at`, 'endedAt', `ended_at`) FROM `partners` WHERE `suspended_at` IS NOT NULL OR `ended_at` IS NOT NULL ORDER BY `created_at`, `id`;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_insert_recorded` AFTER INSERT ON `withdrawals` BEGIN
	INSERT INTO `removals` (`event`) SELECT json_object('event', 'withdrawn', 'article', `article_id`, 'kind', NEW.`kind`, 'explanation', NEW.`explanation`, 'alternative', NEW.`alternative`, 'at', NEW.`at`) FROM `editions` WHERE `id` = NEW.`edition_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_update_recorded` AFTER UPDATE OF `reinstated_at` ON `withdrawals` WHEN OLD.`reinstated_at` IS NULL AND NEW.`reinstated_at` IS NOT NULL BEGIN
	INSERT INTO `removals` (`event`) SELECT json_object('event', 'reinstated', 'article', `article_id`, 'at', NEW.`reinstated_at`) FROM `editions` WHERE `id` = NEW.`edition_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `editions_update_recorded` AFTER UPDATE OF `state` ON `editions` WHEN OLD.`state` = 'scheduled' AND NEW.`state` IN ('draft', 'submitted', 'discarded') BEGIN
	INSERT INTO `removals` (`event`) VALUES (json_object('event', 'unscheduled', 'article', NEW.`article_id`, 'edition', NEW.`id`));
END;
--> statement-breakpoint
CREATE TRIGGER `keys_update_recorded` AFTER UPDATE OF `revoked_at`, `expires_at` ON `keys` WHEN OLD.`revoked_at` IS NOT NEW.`revoked_at` OR OLD.`expires_at` IS NOT NEW.`expires_at` BEGIN
	INSERT INTO `removals` (`event`) VALUES (json_object('event', 'key', 'key', NEW.`id`, 'revokedAt', NEW.`revoked_at`, 'expiresAt', NEW.`expires_at`));
END;
--> statement-breakpoint
CREATE TRIGGER `previews_update_recorded` AFTER UPDATE OF `revoked_at` ON `previews` WHEN OLD.`revoked_at` IS NOT NEW.`revoked_at` BEGIN
	INSERT INTO `removals` (`event`) VALUES (json_object('event', 'preview', 'preview', NEW.`id`, 'revokedAt', NEW.`revoked_at`));
END;
--> statement-breakpoint
CREATE TRIGGER `partners_update_recorded` AFTER UPDATE OF `suspended_at`, `ended_at` ON `partners` WHEN OLD.`suspended_at` IS NOT NEW.`suspended_at` OR OLD.`ended_at` IS NOT NEW.`ended_at` BEGIN
	INSERT INTO `removals` (`event`) VALUES (json_object('event', 'partner', 'partner', NEW.`id`, 'suspendedAt', NEW.`suspended_at`, 'endedAt', NEW.`ended_at`));
END;
--> statement-breakpoint
CREATE TRIGGER `embargo_grants_update_recorded` AFTER UPDATE OF `ended_at` ON `embargo_grants` WHEN OLD.`ended_at` IS NOT NEW.`ended_at` BEGIN
	INSERT INTO `removals` (`event`) VALUES (json_object('event', 'grant', 'edition', NEW.`edition_id`, 'partner', NEW.`partner_id`, 'endedAt', NEW.`ended_at`));
END;
--> statement-breakpoint
CREATE TRIGGER `public_changes_insert_reserves` AFTER INSERT ON `public_changes` WHEN NEW.`sequence` + 500 > (SELECT `reserved` FROM `removal_state`) BEGIN
	UPDATE `removal_state` SET `reserved` = NEW.`sequence` + 1500;
	INSERT INTO `removals` (`event`) VALUES (json_object('event', 'reserved', 'upTo', NEW.`sequence` + 1500));
END;
