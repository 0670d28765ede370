ALTER TABLE `public_officials` ADD `words` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `public_officials_words` ON `public_officials` (`slug`,`words`);--> statement-breakpoint
ALTER TABLE `public_organisations` ADD `words` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `public_organisations_words` ON `public_organisations` (`slug`,`words`);--> statement-breakpoint
-- A slug is the words of a name; it is the first one that somebody had, and a decided one stands beside it.
UPDATE `public_officials` SET `words` = ' ' || replace(`slug`, '-', ' ') || ' / ' || replace(replace(replace(lower(`name`), '’', ' '), '''', ' '), '-', ' ') || ' ';
--> statement-breakpoint
UPDATE `public_organisations` SET `words` = ' ' || replace(`slug`, '-', ' ') || ' / ' || replace(replace(replace(lower(`name`), '’', ' '), '''', ' '), '-', ' ') || ' ';
