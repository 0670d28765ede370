CREATE TABLE `delivery_attempts` (
	`delivery_key` integer NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL,
	`millis` integer,
	`status` integer,
	`failure` text,
	PRIMARY KEY(`delivery_key`, `number`),
	FOREIGN KEY (`delivery_key`) REFERENCES `deliveries`(`key`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`order_number` integer NOT NULL,
	`type` text NOT NULL,
	`article_id` text NOT NULL,
	`edition` integer NOT NULL,
	`change` integer,
	`at` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`failures` integer NOT NULL,
	`running` integer NOT NULL,
	`due_at` text,
	`settled_at` text,
	FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_id_unique` ON `deliveries` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_order` ON `deliveries` (`subscription_id`,`order_number`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`subscription_id`,`due_at`) WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX `deliveries_line` ON `deliveries` (`subscription_id`,`article_id`,`order_number`) WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX `deliveries_dead` ON `deliveries` (`subscription_id`,`order_number`) WHERE state = 'dead';--> statement-breakpoint
CREATE INDEX `deliveries_settled` ON `deliveries` (`settled_at`) WHERE settled_at is not null;--> statement-breakpoint
CREATE TABLE `outbox` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`type` text NOT NULL,
	`article_id` text NOT NULL,
	`edition` integer NOT NULL,
	`change` integer,
	`at` text NOT NULL,
	`area_keys` text NOT NULL,
	`former_area_keys` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_at` ON `outbox` (`at`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`partner_id` text NOT NULL,
	`url` text NOT NULL,
	`host` text NOT NULL,
	`area_keys` text NOT NULL,
	`events` text NOT NULL,
	`created_at` text NOT NULL,
	`disabled_at` text,
	`disabled_reason` text,
	`removed_at` text,
	`failing_since` text,
	`paused_until` text,
	`secret` text NOT NULL,
	`former_secret` text,
	`former_secret_ends_at` text,
	`cursor` integer NOT NULL,
	`next_order` integer NOT NULL,
	`pending` integer NOT NULL,
	`due_at` text,
	FOREIGN KEY (`partner_id`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `subscriptions_partner` ON `subscriptions` (`partner_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `subscriptions_created` ON `subscriptions` (`created_at`,`id`) WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX `subscriptions_due` ON `subscriptions` (`due_at`) WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX `subscriptions_cursor` ON `subscriptions` (`cursor`) WHERE disabled_at is null and removed_at is null;