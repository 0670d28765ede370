CREATE TABLE `embargo_grants` (
	`edition_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`granted_at` text NOT NULL,
	`ended_at` text,
	PRIMARY KEY(`edition_id`, `partner_id`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `embargo_grants_partner` ON `embargo_grants` (`partner_id`,`edition_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `embargoes` (
	`edition_id` text PRIMARY KEY NOT NULL,
	`conditions` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `openings` (
	`key` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`revision` integer NOT NULL,
	`partner_id` text NOT NULL,
	`key_id` text NOT NULL,
	`key_name` text NOT NULL,
	`through` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `openings_article` ON `openings` (`article_id`,`key`);--> statement-breakpoint
CREATE INDEX `openings_once` ON `openings` (`edition_id`,`revision`,`key_id`,`through`);--> statement-breakpoint
CREATE TABLE `partner_changes` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`partner_id` text NOT NULL,
	`article_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_changes_article` ON `partner_changes` (`partner_id`,`article_id`);--> statement-breakpoint
CREATE INDEX `partner_changes_order` ON `partner_changes` (`partner_id`,`sequence`);
--> statement-breakpoint
CREATE TRIGGER `openings_unchangeable` BEFORE UPDATE ON `openings` BEGIN
	SELECT RAISE(ABORT, 'what was opened stays written');
END;
--> statement-breakpoint
CREATE TRIGGER `openings_unremovable` BEFORE DELETE ON `openings` BEGIN
	SELECT RAISE(ABORT, 'what was opened stays written');
END;
