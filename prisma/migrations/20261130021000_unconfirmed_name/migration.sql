-- Since when somebody goes by a name that they have not chosen: a provider's, or that of an account made for them.
ALTER TABLE "person" ADD COLUMN "name_unconfirmed_at" TIMESTAMPTZ(3);
