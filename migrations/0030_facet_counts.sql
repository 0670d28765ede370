-- Facets get numbers: their kind in hundreds of millions (facet-numbers.ts knows them), and which of its kind. A year is its own number.
CREATE TABLE `public_facet_counts` (
	`facet` integer NOT NULL,
	`beside` integer NOT NULL,
	`articles` integer NOT NULL,
	PRIMARY KEY(`facet`, `beside`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `public_facet_notes` (
	`key` integer PRIMARY KEY NOT NULL,
	`counted` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `public_facet_sets` (
	`key` integer PRIMARY KEY NOT NULL,
	`numbers` blob NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `public_facets` ADD `number` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `public_facets` ADD `breakdown` text DEFAULT 'none' NOT NULL;
--> statement-breakpoint
ALTER TABLE `public_state` ADD `kept_from` integer DEFAULT 5000 NOT NULL;
--> statement-breakpoint
UPDATE `public_facets` SET `number` = numbered.`first` + numbered.`place` FROM (
	SELECT `facet`, `first`, row_number() OVER (PARTITION BY `first` ORDER BY `facet`) AS `place` FROM (
		SELECT `facet`, 100000000 * CASE substr(`facet`, 1, instr(`facet` || ':', ':') - 1)
		WHEN 'area' THEN 1 WHEN 'tag' THEN 2 WHEN 'official' THEN 3 WHEN 'organisation' THEN 4 WHEN 'language' THEN 5
		WHEN 'area-only' THEN 6 ELSE 7 END AS `first` FROM `public_facets`
	)
) numbered WHERE numbered.`facet` = `public_facets`.`facet`;
--> statement-breakpoint
UPDATE `public_facets` SET `breakdown` = 'wanted' WHERE `articles` >= 5000 AND `facet` <> 'quoted';
--> statement-breakpoint
CREATE UNIQUE INDEX `public_facets_number` ON `public_facets` (`number`);
--> statement-breakpoint
CREATE INDEX `public_facets_breakdown` ON `public_facets` (`breakdown`,`number`) WHERE "public_facets"."breakdown" <> 'none';
--> statement-breakpoint
INSERT INTO `public_facet_sets` (`key`, `numbers`)
	SELECT l.`key`, unhex(printf('%08x', CAST(substr(min(l.`published_at`), 1, 4) AS integer)) || group_concat(printf('%08x', f.`number`), ''))
	FROM `public_listings` l CROSS JOIN `public_facets` f ON f.`facet` = l.`facet` GROUP BY l.`key`;
--> statement-breakpoint
CREATE TRIGGER `public_facet_sets_insert_notes` AFTER INSERT ON `public_facet_sets` BEGIN
	INSERT INTO `public_facet_notes` (`key`, `counted`) SELECT NEW.`key`, x''
		WHERE EXISTS (SELECT 1 FROM `public_facet_counts`) AND NOT EXISTS (SELECT 1 FROM `public_facet_notes` WHERE `key` = NEW.`key`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_facet_sets_update_notes` AFTER UPDATE ON `public_facet_sets` BEGIN
	INSERT INTO `public_facet_notes` (`key`, `counted`) SELECT OLD.`key`, OLD.`numbers`
		WHERE EXISTS (SELECT 1 FROM `public_facet_counts`) AND NOT EXISTS (SELECT 1 FROM `public_facet_notes` WHERE `key` = OLD.`key`);
END;
--> statement-breakpoint
CREATE TRIGGER `public_facet_sets_delete_notes` AFTER DELETE ON `public_facet_sets` BEGIN
	INSERT INTO `public_facet_notes` (`key`, `counted`) SELECT OLD.`key`, OLD.`numbers`
		WHERE EXISTS (SELECT 1 FROM `public_facet_counts`) AND NOT EXISTS (SELECT 1 FROM `public_facet_notes` WHERE `key` = OLD.`key`);
END;
--> statement-breakpoint
DROP TRIGGER `public_listings_count_up`;
--> statement-breakpoint
CREATE TRIGGER `public_listings_count_up` AFTER INSERT ON `public_listings` BEGIN
	INSERT INTO `public_facets` (`facet`, `articles`, `number`)
		SELECT NEW.`facet`, 0, 1 + coalesce((SELECT max(`number`) FROM `public_facets` WHERE `number` BETWEEN kind.`first` AND kind.`first` + 99999999), kind.`first`)
		FROM (SELECT 100000000 * CASE substr(NEW.`facet`, 1, instr(NEW.`facet` || ':', ':') - 1)
		WHEN 'area' THEN 1 WHEN 'tag' THEN 2 WHEN 'official' THEN 3 WHEN 'organisation' THEN 4 WHEN 'language' THEN 5
		WHEN 'area-only' THEN 6 ELSE 7 END AS `first`) kind
		WHERE NOT EXISTS (SELECT 1 FROM `public_facets` WHERE `facet` = NEW.`facet`);
	UPDATE `public_facets` SET `articles` = `articles` + 1 WHERE `facet` = NEW.`facet`;
	UPDATE `public_facets` SET `breakdown` = 'wanted'
		WHERE `facet` = NEW.`facet` AND `facet` <> 'quoted' AND `breakdown` = 'none' AND `articles` >= (SELECT `kept_from` FROM `public_state`);
	INSERT INTO `public_facet_sets` (`key`, `numbers`)
		SELECT NEW.`key`, unhex(printf('%08x%08x', CAST(substr(NEW.`published_at`, 1, 4) AS integer), `number`)) FROM `public_facets` WHERE `facet` = NEW.`facet`
		ON CONFLICT (`key`) DO UPDATE SET `numbers` = CAST(`numbers` || substr(excluded.`numbers`, 5) AS blob);
END;
--> statement-breakpoint
DROP TRIGGER `public_listings_count_down`;
--> statement-breakpoint
CREATE TRIGGER `public_listings_count_down` AFTER DELETE ON `public_listings` BEGIN
	UPDATE `public_facets` SET `articles` = `articles` - 1 WHERE `facet` = OLD.`facet`;
	DELETE FROM `public_facets` WHERE `facet` = OLD.`facet` AND `articles` = 0;
	DELETE FROM `public_facet_sets` WHERE `key` = OLD.`key` AND NOT EXISTS (SELECT 1 FROM `public_listings` WHERE `key` = OLD.`key`);
	UPDATE `public_facet_sets` SET `numbers` = (
		SELECT unhex(printf('%08x', CAST(substr(OLD.`published_at`, 1, 4) AS integer)) || group_concat(printf('%08x', f.`number`), ''))
		FROM `public_listings` l CROSS JOIN `public_facets` f ON f.`facet` = l.`facet` WHERE l.`key` = OLD.`key`
	) WHERE `key` = OLD.`key`;
END;
