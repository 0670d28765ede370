ALTER TABLE `public_state` ADD `names` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `public_articles_update_names` AFTER UPDATE ON `public_articles` BEGIN
	UPDATE `public_state` SET `names` = `names` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_bodies_update_names` AFTER UPDATE OF `html`, `markdown`, `text` ON `public_bodies` BEGIN
	UPDATE `public_state` SET `names` = `names` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_quotes_update_names` AFTER UPDATE ON `public_quotes` BEGIN
	UPDATE `public_state` SET `names` = `names` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_corrections_update_names` AFTER UPDATE ON `public_corrections` BEGIN
	UPDATE `public_state` SET `names` = `names` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_officials_update_names` AFTER UPDATE ON `public_officials` WHEN OLD.`slug` <> NEW.`slug` OR OLD.`name` <> NEW.`name` BEGIN
	UPDATE `public_state` SET `names` = `names` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_organisations_update_names` AFTER UPDATE ON `public_organisations` WHEN OLD.`slug` <> NEW.`slug` OR OLD.`name` <> NEW.`name` BEGIN
	UPDATE `public_state` SET `names` = `names` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `public_areas_update_names` AFTER UPDATE ON `public_areas` WHEN OLD.`slug` <> NEW.`slug` OR OLD.`name` <> NEW.`name` OR OLD.`path` <> NEW.`path` OR OLD.`gss` IS NOT NEW.`gss` BEGIN
	UPDATE `public_state` SET `names` = `names` + 1;
END;
