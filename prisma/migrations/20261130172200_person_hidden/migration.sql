-- In its place stands the one of the migration before, which is smaller by the emptied accounts.
DROP INDEX "person_hidden";
