ALTER TABLE `shown_articles` ADD `digest` text;--> statement-breakpoint
ALTER TABLE `shown_listings` ADD `digest` text;