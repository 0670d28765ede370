-- Titles stand in the order of their first letters or digits; `migrate` says what `title_order` is.
UPDATE `public_articles` SET `title_key` = title_order(`title`) WHERE `title_key` <> title_order(`title`);
