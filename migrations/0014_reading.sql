CREATE TABLE `public_facets` (
	`facet` text PRIMARY KEY NOT NULL,
	`articles` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `public_facets` (`facet`, `articles`) SELECT `facet`, count(*) FROM `public_listings` GROUP BY `facet`;
--> statement-breakpoint
CREATE TRIGGER `public_listings_count_up` AFTER INSERT ON `public_listings` BEGIN
	INSERT INTO `public_facets` (`facet`, `articles`) VALUES (NEW.`facet`, 1)
		ON CONFLICT (`facet`) DO UPDATE SET `articles` = `articles` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_listings_count_down` AFTER DELETE ON `public_listings` BEGIN
	UPDATE `public_facets` SET `articles` = `articles` - 1 WHERE `facet` = OLD.`facet`;
	DELETE FROM `public_facets` WHERE `facet` = OLD.`facet` AND `articles` = 0;
END;
--> statement-breakpoint
CREATE TABLE `public_former_slugs` (
	`slug` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL
) STRICT;
