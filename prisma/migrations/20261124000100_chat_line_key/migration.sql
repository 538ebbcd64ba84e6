-- What a browser called its line when it sent it, so that sending it again writes no second one.
ALTER TABLE "chat_line" ADD COLUMN "key" UUID;
