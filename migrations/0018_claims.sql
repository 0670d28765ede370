ALTER TABLE `answers` ADD `claim` text;--> statement-breakpoint
CREATE UNIQUE INDEX `answers_claim` ON `answers` (`claim`) WHERE claim is not null;--> statement-breakpoint
ALTER TABLE `subscriptions` ADD `version` integer DEFAULT 1 NOT NULL;