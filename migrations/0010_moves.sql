CREATE TABLE `public_former_slugs` (
	`slug` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL
) STRICT;
