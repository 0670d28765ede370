CREATE TABLE `public_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`changed_at` text
) STRICT;
--> statement-breakpoint
INSERT INTO `public_state` (`id`, `version`, `changed_at`) SELECT 1, 1, max(`at`) FROM `public_changes`;
--> statement-breakpoint
CREATE TRIGGER `public_articles_insert_counts` AFTER INSERT ON `public_articles` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_articles_update_counts` AFTER UPDATE ON `public_articles` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_articles_delete_counts` AFTER DELETE ON `public_articles` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_areas_insert_counts` AFTER INSERT ON `public_areas` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_areas_update_counts` AFTER UPDATE ON `public_areas` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_areas_delete_counts` AFTER DELETE ON `public_areas` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_organisations_insert_counts` AFTER INSERT ON `public_organisations` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_organisations_update_counts` AFTER UPDATE ON `public_organisations` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_organisations_delete_counts` AFTER DELETE ON `public_organisations` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_officials_insert_counts` AFTER INSERT ON `public_officials` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_officials_update_counts` AFTER UPDATE ON `public_officials` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_officials_delete_counts` AFTER DELETE ON `public_officials` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_withdrawals_insert_counts` AFTER INSERT ON `public_withdrawals` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_withdrawals_update_counts` AFTER UPDATE ON `public_withdrawals` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_withdrawals_delete_counts` AFTER DELETE ON `public_withdrawals` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_changes_insert_counts` AFTER INSERT ON `public_changes` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1, `changed_at` = CASE
		WHEN `changed_at` IS NULL OR NEW.`at` >= `changed_at` THEN NEW.`at`
		ELSE strftime('%Y-%m-%dT%H:%M:%fZ', `changed_at`, '+1 second') END;
END;
--> statement-breakpoint
CREATE TRIGGER `public_changes_update_counts` AFTER UPDATE ON `public_changes` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_changes_delete_counts` AFTER DELETE ON `public_changes` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
