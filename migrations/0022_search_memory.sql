-- Words that an index holds in memory before it writes them to the disk: those of one transaction of an import. With the
-- 1 MB that SQLite takes by itself, it wrote five times in each, and merged what it had written.
INSERT INTO `public_search` (`public_search`, `rank`) VALUES ('hashsize', 4194304);
--> statement-breakpoint
INSERT INTO `public_quote_search` (`public_quote_search`, `rank`) VALUES ('hashsize', 4194304);
