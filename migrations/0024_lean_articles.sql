DROP INDEX `articles_url_unique`;--> statement-breakpoint
DROP INDEX `articles_slug_unique`;--> statement-breakpoint
CREATE UNIQUE INDEX `articles_url_unique` ON `articles` (`url`) WHERE url is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `articles_slug_unique` ON `articles` (`slug`) WHERE slug is not null;