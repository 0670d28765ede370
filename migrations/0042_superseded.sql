CREATE TABLE `public_superseded` (
	`at` text NOT NULL,
	`sequence` integer NOT NULL,
	PRIMARY KEY(`at`, `sequence`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `public_superseded` (`at`, `sequence`) SELECT `at`, `sequence` FROM `public_changes`
	WHERE NOT EXISTS (SELECT 1 FROM `public_latest` WHERE `public_latest`.`sequence` = `public_changes`.`sequence`);
--> statement-breakpoint
CREATE TRIGGER `public_latest_supersedes` AFTER UPDATE OF `sequence` ON `public_latest` BEGIN
	INSERT INTO `public_superseded` (`at`, `sequence`) SELECT `at`, `sequence` FROM `public_changes` WHERE `sequence` = OLD.`sequence`;
END;
