CREATE TABLE `shown_articles` (
	`key` integer PRIMARY KEY NOT NULL,
	`maker` text NOT NULL,
	`area` text,
	`officials` text NOT NULL,
	`text` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `shown_listings` (
	`key` integer PRIMARY KEY NOT NULL,
	`maker` text NOT NULL,
	`text` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `shown_makers` (
	`maker` text PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `unshown` (
	`key` integer PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `public_articles_insert_unshows` AFTER INSERT ON `public_articles` BEGIN
	INSERT INTO `unshown` (`key`) SELECT NEW.`key` WHERE NOT EXISTS (SELECT 1 FROM `unshown` WHERE `key` = NEW.`key`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_articles_update_unshows` AFTER UPDATE ON `public_articles` BEGIN
	INSERT INTO `unshown` (`key`) SELECT NEW.`key` WHERE NOT EXISTS (SELECT 1 FROM `unshown` WHERE `key` = NEW.`key`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_articles_delete_unshows` AFTER DELETE ON `public_articles` BEGIN
	DELETE FROM `shown_listings` WHERE `key` = OLD.`key`;
	DELETE FROM `shown_articles` WHERE `key` = OLD.`key`;
	DELETE FROM `unshown` WHERE `key` = OLD.`key`;
END;
--> statement-breakpoint
CREATE TRIGGER `public_bodies_update_unshows` AFTER UPDATE OF `html` ON `public_bodies` BEGIN
	INSERT INTO `unshown` (`key`) SELECT NEW.`key` WHERE NOT EXISTS (SELECT 1 FROM `unshown` WHERE `key` = NEW.`key`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_quotes_update_unshows` AFTER UPDATE ON `public_quotes` BEGIN
	INSERT INTO `unshown` (`key`) SELECT NEW.`article_key` WHERE NOT EXISTS (SELECT 1 FROM `unshown` WHERE `key` = NEW.`article_key`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_corrections_insert_unshows` AFTER INSERT ON `public_corrections` BEGIN
	INSERT INTO `unshown` (`key`) SELECT NEW.`key` WHERE NOT EXISTS (SELECT 1 FROM `unshown` WHERE `key` = NEW.`key`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_corrections_update_unshows` AFTER UPDATE ON `public_corrections` BEGIN
	INSERT INTO `unshown` (`key`) SELECT NEW.`key` WHERE NOT EXISTS (SELECT 1 FROM `unshown` WHERE `key` = NEW.`key`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_officials_update_unshows` AFTER UPDATE ON `public_officials` WHEN OLD.`slug` <> NEW.`slug` OR OLD.`name` <> NEW.`name` BEGIN
	INSERT INTO `unshown` (`key`) SELECT DISTINCT `article_key` FROM `public_quotes` WHERE `official_id` = NEW.`id` AND `article_key` NOT IN (SELECT `key` FROM `unshown`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_organisations_update_unshows` AFTER UPDATE ON `public_organisations` WHEN OLD.`slug` <> NEW.`slug` OR OLD.`name` <> NEW.`name` BEGIN
	INSERT INTO `unshown` (`key`) SELECT DISTINCT `article_key` FROM `public_quotes` WHERE `organisation_id` = NEW.`id` AND `article_key` NOT IN (SELECT `key` FROM `unshown`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_areas_update_unshows` AFTER UPDATE ON `public_areas` WHEN OLD.`slug` <> NEW.`slug` OR OLD.`name` <> NEW.`name` OR OLD.`path` <> NEW.`path` OR OLD.`gss` IS NOT NEW.`gss` BEGIN
	INSERT INTO `unshown` (`key`) SELECT DISTINCT `key` FROM `public_articles` WHERE `area_id` = NEW.`id` AND `key` NOT IN (SELECT `key` FROM `unshown`);
END;
