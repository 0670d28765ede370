ALTER TABLE `deliveries` ADD `supersedes` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `superseded_by` integer;