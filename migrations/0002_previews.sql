CREATE TABLE `previews` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `previews_hash_unique` ON `previews` (`hash`);--> statement-breakpoint
CREATE INDEX `previews_edition` ON `previews` (`edition_id`);