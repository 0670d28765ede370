CREATE TABLE `purges` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `public_state` ADD `purging` integer DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `public_changes_insert_purges` AFTER INSERT ON `public_changes` WHEN (SELECT `purging` FROM `public_state`) BEGIN
	INSERT INTO `purges` (`key`) VALUES ('article-' || NEW.`article_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_officials_update_purges` AFTER UPDATE ON `public_officials` WHEN (SELECT `purging` FROM `public_state`) BEGIN
	INSERT INTO `purges` (`key`) VALUES ('official-' || OLD.`slug`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_areas_update_purges` AFTER UPDATE ON `public_areas` WHEN (SELECT `purging` FROM `public_state`) BEGIN
	INSERT INTO `purges` (`key`) VALUES ('area-' || OLD.`slug`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_redirects_insert_counts` AFTER INSERT ON `public_redirects` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_redirects_update_counts` AFTER UPDATE ON `public_redirects` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_redirects_delete_counts` AFTER DELETE ON `public_redirects` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
