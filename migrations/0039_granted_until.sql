ALTER TABLE `keys` ADD `granted_until` text;--> statement-breakpoint
-- Of those that have a successor already, this is the end of their grace: what they had before is not known any more.
UPDATE `keys` SET `granted_until` = `expires_at`;
