CREATE TABLE `hub_subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`callback` text NOT NULL,
	`host` text NOT NULL,
	`secret` text,
	`expires_at` text,
	`wish` text,
	`seen` integer NOT NULL,
	`digest` text,
	`failures` integer NOT NULL,
	`due_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `hub_subscriptions_callback` ON `hub_subscriptions` (`topic`,`callback`);--> statement-breakpoint
CREATE INDEX `hub_subscriptions_host` ON `hub_subscriptions` (`host`);--> statement-breakpoint
CREATE INDEX `hub_subscriptions_due` ON `hub_subscriptions` (`due_at`);