CREATE TABLE `partners` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`organisation` text,
	`area_keys` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`suspended_at` text,
	`ended_at` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `partners_name_unique` ON `partners` (`name`);--> statement-breakpoint
ALTER TABLE `keys` ADD `partner_id` text REFERENCES partners(id) ON UPDATE no action ON DELETE restrict;