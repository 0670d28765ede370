CREATE TABLE `public_former_tags` (
	`word` text PRIMARY KEY NOT NULL,
	`tag` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `public_former_tags_tag` ON `public_former_tags` (`tag`);
--> statement-breakpoint
CREATE TRIGGER `public_former_tags_insert_counts` AFTER INSERT ON `public_former_tags` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_former_tags_update_counts` AFTER UPDATE ON `public_former_tags` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_former_tags_delete_counts` AFTER DELETE ON `public_former_tags` BEGIN
	UPDATE `public_state` SET `version` = `version` + 1;
END;
