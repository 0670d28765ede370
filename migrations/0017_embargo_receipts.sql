ALTER TABLE `deliveries` ADD `own_number` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `partner_id` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `own_number` integer;--> statement-breakpoint
ALTER TABLE `partner_changes` ADD `acknowledged_at` text;--> statement-breakpoint
ALTER TABLE `partner_changes` ADD `acknowledged_through` text;--> statement-breakpoint
ALTER TABLE `partner_changes` ADD `reported_at` text;--> statement-breakpoint
CREATE INDEX `partner_changes_open` ON `partner_changes` (`partner_id`,`number`) WHERE acknowledged_at is null;