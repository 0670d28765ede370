CREATE TABLE `other_names` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`is_public` integer NOT NULL,
	PRIMARY KEY(`kind`, `key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `other_names_owner` ON `other_names` (`owner_id`);--> statement-breakpoint
CREATE TABLE `tag_words` (
	`word` text PRIMARY KEY NOT NULL,
	`tag` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `tag_words_tag` ON `tag_words` (`tag`);--> statement-breakpoint
CREATE TABLE `public_redirects` (
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`target_id` text NOT NULL,
	PRIMARY KEY(`kind`, `slug`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `public_redirects_target` ON `public_redirects` (`target_id`);--> statement-breakpoint
ALTER TABLE `areas` ADD `named` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `areas` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `officials` ADD `named` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `officials` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `officials` ADD `merged_into` text REFERENCES `officials`(`id`) ON DELETE restrict;--> statement-breakpoint
ALTER TABLE `officials` ADD `posts` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `officials_merged` ON `officials` (`merged_into`) WHERE merged_into is not null;--> statement-breakpoint
ALTER TABLE `organisations` ADD `named` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `merged_into` text REFERENCES `organisations`(`id`) ON DELETE restrict;--> statement-breakpoint
CREATE INDEX `organisations_merged` ON `organisations` (`merged_into`) WHERE merged_into is not null;--> statement-breakpoint
ALTER TABLE `public_officials` ADD `other_names` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `public_officials` ADD `posts` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `public_officials_posts` ON `public_officials` (`id`) WHERE posts <> '[]';