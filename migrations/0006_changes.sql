CREATE TABLE `public_latest` (
	`article_id` text PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`first` integer NOT NULL,
	FOREIGN KEY (`sequence`) REFERENCES `public_changes`(`sequence`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_latest_sequence_unique` ON `public_latest` (`sequence`);--> statement-breakpoint
CREATE TABLE `public_marks` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`mark` text NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO `public_latest` (`article_id`, `sequence`, `first`)
SELECT `article_id`, max(`sequence`), min(`sequence`) FROM `public_changes` GROUP BY `article_id`;
