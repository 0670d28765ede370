CREATE TABLE `rejected_pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL
) STRICT;
