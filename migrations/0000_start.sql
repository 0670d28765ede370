CREATE TABLE `answers` (
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`answer` text NOT NULL,
	`expires_at` text NOT NULL,
	PRIMARY KEY(`scope`, `key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `answers_expiry` ON `answers` (`expires_at`);--> statement-breakpoint
CREATE TABLE `areas` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`name_cy` text,
	`kind` text,
	`gss` text,
	`parent_id` text,
	`listed` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `areas_key_unique` ON `areas` (`key`);--> statement-breakpoint
CREATE INDEX `areas_parent` ON `areas` (`parent_id`);--> statement-breakpoint
CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text,
	`slug` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` text NOT NULL,
	`area_id` text,
	`published_at` text,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_url_unique` ON `articles` (`url`);--> statement-breakpoint
CREATE UNIQUE INDEX `articles_slug_unique` ON `articles` (`slug`);--> statement-breakpoint
CREATE INDEX `articles_changed` ON `articles` (`changed_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_area` ON `articles` (`area_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`actor_title` text NOT NULL,
	`action` text NOT NULL,
	`outcome` text NOT NULL,
	`subject` text,
	`detail` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor`);--> statement-breakpoint
CREATE INDEX `audit_action` ON `audit` (`action`);--> statement-breakpoint
CREATE TABLE `editions` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`state` text NOT NULL,
	`number` integer,
	`publish_at` text,
	`revision` integer NOT NULL,
	`submitted_by` text,
	`correction` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_one_open` ON `editions` (`article_id`) WHERE state in ('draft', 'submitted', 'scheduled');--> statement-breakpoint
CREATE UNIQUE INDEX `editions_one_live` ON `editions` (`article_id`) WHERE state in ('live', 'withdrawn');--> statement-breakpoint
CREATE UNIQUE INDEX `editions_number` ON `editions` (`article_id`,`number`);--> statement-breakpoint
CREATE INDEX `editions_due` ON `editions` (`publish_at`,`article_id`) WHERE state = 'scheduled';--> statement-breakpoint
CREATE TABLE `keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`prefix` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text,
	`revoked_at` text,
	`area_keys` text DEFAULT '[]' NOT NULL,
	`last_used_at` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `keys_prefix_unique` ON `keys` (`prefix`);--> statement-breakpoint
CREATE TABLE `officials` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `officials_key_unique` ON `officials` (`key`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_key_unique` ON `organisations` (`key`);--> statement-breakpoint
CREATE TABLE `renderings` (
	`edition_id` text PRIMARY KEY NOT NULL,
	`html` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`number` integer NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text NOT NULL,
	`source_digest` text,
	`content` text NOT NULL,
	`source` blob,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`edition_id`,`number`);--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`id` text PRIMARY KEY NOT NULL,
	`edition_id` text NOT NULL,
	`kind` text NOT NULL,
	`explanation` text,
	`alternative` text,
	`reason` text,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`reinstated_at` text,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `withdrawals_one` ON `withdrawals` (`edition_id`) WHERE reinstated_at is null;--> statement-breakpoint
CREATE TABLE `public_areas` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`name_cy` text,
	`kind` text,
	`gss` text,
	`parent_id` text,
	`path` text NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `public_areas`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_areas_slug_unique` ON `public_areas` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `public_areas_path_unique` ON `public_areas` (`path`);--> statement-breakpoint
CREATE INDEX `public_areas_parent` ON `public_areas` (`parent_id`,`path`);--> statement-breakpoint
CREATE TABLE `public_articles` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`slug` text NOT NULL,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`summary` text,
	`area_id` text,
	`language` text NOT NULL,
	`tags` text NOT NULL,
	`published_at` text NOT NULL,
	`published_at_precision` text NOT NULL,
	`updated_at` text NOT NULL,
	`edition` integer NOT NULL,
	`image` text,
	FOREIGN KEY (`area_id`) REFERENCES `public_areas`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_articles_id_unique` ON `public_articles` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `public_articles_slug_unique` ON `public_articles` (`slug`);--> statement-breakpoint
CREATE INDEX `public_articles_area` ON `public_articles` (`area_id`);--> statement-breakpoint
CREATE TABLE `public_bodies` (
	`key` integer PRIMARY KEY NOT NULL,
	`html` text NOT NULL,
	`markdown` text NOT NULL,
	`text` text NOT NULL,
	`officials` text NOT NULL,
	FOREIGN KEY (`key`) REFERENCES `public_articles`(`key`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `public_changes` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` text NOT NULL,
	`kind` text NOT NULL,
	`edition` integer NOT NULL,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `public_corrections` (
	`key` integer NOT NULL,
	`edition` integer NOT NULL,
	`at` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`key`, `edition`),
	FOREIGN KEY (`key`) REFERENCES `public_articles`(`key`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `public_listings` (
	`facet` text NOT NULL,
	`published_at` text NOT NULL,
	`article_id` text NOT NULL,
	`updated_at` text NOT NULL,
	`title_key` text NOT NULL,
	`key` integer NOT NULL,
	PRIMARY KEY(`facet`, `published_at`, `article_id`),
	FOREIGN KEY (`key`) REFERENCES `public_articles`(`key`) ON UPDATE no action ON DELETE restrict
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `public_listings_updated` ON `public_listings` (`facet`,`updated_at`,`article_id`);--> statement-breakpoint
CREATE INDEX `public_listings_title` ON `public_listings` (`facet`,`title_key`,`article_id`);--> statement-breakpoint
CREATE INDEX `public_listings_key` ON `public_listings` (`key`);--> statement-breakpoint
CREATE TABLE `public_officials` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`rank` text,
	`role` text,
	`organisation_id` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `public_organisations`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_officials_slug_unique` ON `public_officials` (`slug`);--> statement-breakpoint
CREATE INDEX `public_officials_organisation` ON `public_officials` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `public_organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_organisations_slug_unique` ON `public_organisations` (`slug`);--> statement-breakpoint
CREATE TABLE `public_quotes` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`article_key` integer NOT NULL,
	`article_id` text NOT NULL,
	`published_at` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`paragraphs` text NOT NULL,
	`official_id` text,
	`organisation_id` text,
	`name` text,
	`rank` text,
	`role` text,
	`organisation` text,
	`as_written` text NOT NULL,
	FOREIGN KEY (`article_key`) REFERENCES `public_articles`(`key`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`official_id`) REFERENCES `public_officials`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `public_organisations`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_quotes_id_unique` ON `public_quotes` (`id`);--> statement-breakpoint
CREATE INDEX `public_quotes_official` ON `public_quotes` (`official_id`,"published_at" desc,"article_id" desc,`position`);--> statement-breakpoint
CREATE INDEX `public_quotes_organisation` ON `public_quotes` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `public_quotes_article` ON `public_quotes` (`article_key`,`position`);--> statement-breakpoint
CREATE TABLE `public_tags` (
	`tag` text PRIMARY KEY NOT NULL,
	`articles` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `public_withdrawals` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`explanation` text,
	`alternative` text,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_withdrawals_slug_unique` ON `public_withdrawals` (`slug`);--> statement-breakpoint
CREATE TRIGGER `audit_never_changes` BEFORE UPDATE ON `audit` BEGIN
	SELECT raise(ABORT, 'the audit trail never changes');
END;--> statement-breakpoint
CREATE TRIGGER `audit_never_shrinks` BEFORE DELETE ON `audit` BEGIN
	SELECT raise(ABORT, 'the audit trail never shrinks');
END;
