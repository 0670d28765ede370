CREATE TABLE `receipt_marks` (
	`partner_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` text NOT NULL,
	`through` text NOT NULL,
	PRIMARY KEY(`partner_id`, `sequence`),
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `receipts` (
	`partner_id` text NOT NULL,
	`article_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`edition` integer NOT NULL,
	`at` text NOT NULL,
	`through` text NOT NULL,
	PRIMARY KEY(`partner_id`, `article_id`),
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `withdrawal_reports` (
	`partner_id` text NOT NULL,
	`article_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`partner_id`, `article_id`, `sequence`),
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
DROP INDEX `partner_changes_order`;--> statement-breakpoint
ALTER TABLE `partner_changes` ADD `number` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `partner_changes_number` ON `partner_changes` (`partner_id`,`number`);