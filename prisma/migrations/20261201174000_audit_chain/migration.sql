-- The admins' log is only ever added to, and each entry seals the one before it (docs/decisions/the-audit-log-is-a-chain.md).
ALTER TABLE "admin_event" ALTER COLUMN "admin_id" DROP NOT NULL,
  ADD COLUMN "seq" BIGINT DEFAULT 0, ADD COLUMN "before" JSONB, ADD COLUMN "after" JSONB, ADD COLUMN "hash" BYTEA DEFAULT ''::bytea;

CREATE TABLE "audit_head" (
    "id" BOOLEAN NOT NULL DEFAULT true CHECK ("id"),
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);
INSERT INTO "audit_head" ("seq", "hash") VALUES (0, '');

CREATE FUNCTION audit_hash(previous bytea, e admin_event) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(previous || convert_to(jsonb_build_object(
    'seq', e.seq, 'id', e.id, 'adminId', e.admin_id, 'type', e.type, 'facts', e.facts, 'before', e.before, 'after', e.after,
    'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text, 'UTF8'))
$$;

-- The head is locked until the act is committed: entries stand in the order in which they came to be.
CREATE FUNCTION chain_admin_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE head audit_head;
BEGIN
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.hash := audit_hash(head.hash, NEW);
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash;
  RETURN NEW;
END $$;

CREATE FUNCTION keep_admin_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The admins'' log is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE head audit_head; one admin_event;
BEGIN
  SELECT * INTO STRICT head FROM audit_head;
  FOR one IN SELECT * FROM admin_event ORDER BY id LOOP
    one.seq := head.seq + 1;
    head.hash := audit_hash(head.hash, one);
    head.seq := one.seq;
    UPDATE admin_event SET seq = one.seq, hash = head.hash WHERE id = one.id;
  END LOOP;
  UPDATE audit_head SET seq = head.seq, hash = head.hash;
END $$;

ALTER TABLE "admin_event" ALTER COLUMN "seq" SET NOT NULL, ALTER COLUMN "hash" SET NOT NULL;
CREATE UNIQUE INDEX "admin_event_seq_key" ON "admin_event" ("seq");

CREATE TRIGGER admin_event_chained BEFORE INSERT ON "admin_event" FOR EACH ROW EXECUTE FUNCTION chain_admin_event();
CREATE TRIGGER admin_event_kept BEFORE UPDATE OR DELETE ON "admin_event" FOR EACH ROW EXECUTE FUNCTION keep_admin_event();
CREATE TRIGGER admin_event_kept_whole BEFORE TRUNCATE ON "admin_event" FOR EACH STATEMENT EXECUTE FUNCTION keep_admin_event();
CREATE TRIGGER audit_head_kept BEFORE DELETE ON "audit_head" FOR EACH ROW EXECUTE FUNCTION keep_admin_event();
CREATE TRIGGER audit_head_kept_whole BEFORE TRUNCATE ON "audit_head" FOR EACH STATEMENT EXECUTE FUNCTION keep_admin_event();
