-- Legal aid: closed by row-level security on a role of its own, and vault where words are. The web's other roles have no
-- right in these schemas at all. `icma.case`, `icma.staff` and `icma.unlock` are set by features/legal-aid/legal-scope.
CREATE OR REPLACE FUNCTION app.current_staff() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE RETURN nullif(current_setting('icma.staff', true), '')::uuid;
CREATE OR REPLACE FUNCTION app.current_case() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE RETURN nullif(current_setting('icma.case', true), '')::uuid;
-- The desk's people, and the nightly work of one desk.
CREATE OR REPLACE FUNCTION app.at_desk(organisation uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN organisation = nullif(current_setting('icma.org', true), '')::uuid
   AND current_setting('icma.kind', true) IN ('legal_staff', 'legal_system');

GRANT USAGE ON SCHEMA legal, vault_keys TO icma_door, icma_legal;
GRANT USAGE ON SCHEMA app, public TO icma_legal;
DO $$
DECLARE entry record;
BEGIN
  FOR entry IN SELECT schemaname, tablename, policyname FROM pg_policies WHERE schemaname IN ('legal', 'vault_keys') LOOP
    EXECUTE format('DROP POLICY %I ON %I.%I', entry.policyname, entry.schemaname, entry.tablename);
  END LOOP;
  FOR entry IN SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('legal', 'vault_keys') LOOP
    EXECUTE format('ALTER TABLE %I.%I OWNER TO icma_owner', entry.schemaname, entry.tablename);
    EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', entry.schemaname, entry.tablename);
    EXECUTE format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY', entry.schemaname, entry.tablename);
    EXECUTE format('REVOKE ALL ON %I.%I FROM PUBLIC, icma_app, icma_public, icma_auth, icma_worker, icma_door, icma_legal', entry.schemaname, entry.tablename);
    EXECUTE format('GRANT SELECT ON %I.%I TO icma_door', entry.schemaname, entry.tablename);
    EXECUTE format('CREATE POLICY door ON %I.%I FOR SELECT TO icma_door USING (true)', entry.schemaname, entry.tablename);
    IF entry.tablename <> 'audit_entries' THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I.%I TO icma_legal', entry.schemaname, entry.tablename);
    END IF;
  END LOOP;
END
$$;

-- Whether the person at work is kept from a case: ticked by the applicant, or found in conflict. The list itself is the lead's.
CREATE OR REPLACE FUNCTION app.is_kept_out(subject uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
RETURN EXISTS (SELECT 1 FROM legal.exclusions e WHERE e.case_id = subject AND e.staff_id = person);
-- The cases that the person at work is kept from, once for a whole statement: the queue asks it of thousands of rows.
CREATE OR REPLACE FUNCTION app.kept_from() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
RETURN coalesce((SELECT array_agg(e.case_id) FROM legal.exclusions e WHERE e.staff_id = nullif(current_setting('icma.staff', true), '')::uuid), '{}');
-- Whether the desk may see a case at all: handed in, and not kept from the person.
CREATE OR REPLACE FUNCTION app.may_see_case(subject uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
RETURN EXISTS (
  SELECT 1 FROM legal.cases c
  WHERE c.id = subject AND c.organisation_id = nullif(current_setting('icma.org', true), '')::uuid
    AND (current_setting('icma.kind', true) = 'legal_system'
      OR (current_setting('icma.kind', true) = 'legal_staff' AND c.state <> 'draft'
        AND NOT EXISTS (SELECT 1 FROM legal.exclusions e WHERE e.case_id = subject AND e.staff_id = nullif(current_setting('icma.staff', true), '')::uuid)))
);
-- The next number of a desk, for a request that is handed in.
GRANT UPDATE (next_number) ON legal.desks TO icma_door;
CREATE POLICY count ON legal.desks FOR UPDATE TO icma_door USING (true) WITH CHECK (true);
CREATE OR REPLACE FUNCTION app.next_legal_number() RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
AS $$
  UPDATE legal.desks SET next_number = next_number + 1
  WHERE organisation_id = nullif(current_setting('icma.org', true), '')::uuid AND current_setting('icma.kind', true) = 'legal_receipt'
  RETURNING next_number - 1
$$;
-- A receipt's locator → what the secret must match; the wrapped key is of no use without it.
CREATE OR REPLACE FUNCTION app.find_legal_receipt(number text)
RETURNS TABLE (id uuid, organisation_id uuid, case_id uuid, salt bytea, lookup_hash bytea, nonce bytea, ciphertext bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT r.id, r.organisation_id, r.case_id, r.salt, r.lookup_hash, r.nonce, r.ciphertext FROM vault_keys.receipts r WHERE r.locator = number $$;
-- A calendar feed's secret → whose it is.
CREATE OR REPLACE FUNCTION app.find_legal_feed(hash text) RETURNS TABLE (organisation_id uuid, staff_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT s.organisation_id, s.id FROM legal.staff s WHERE s.feed_hash = hash AND s.state = 'vouched' $$;
-- Desks that anybody may see: which organisations have one and the phone line to call instead.
CREATE OR REPLACE FUNCTION app.list_legal_desks()
RETURNS TABLE (organisation_id uuid, slug text, name_az text, name_en text, name_ru text, is_open boolean, phone text, hours text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT d.organisation_id, o.slug, o.name_az, o.name_en, o.name_ru, d.is_open, d.phone, d.hours
  FROM legal.desks d JOIN public.organisations o ON o.id = d.organisation_id WHERE o.state = 'approved' ORDER BY o.name_az
$$;
-- Numbers for the public, rounded and suppressed by the caller (rules/suppression); no case, no person.
CREATE OR REPLACE FUNCTION app.count_legal_cases() RETURNS TABLE (organisation_id uuid, track text, outcome text, year integer, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT c.organisation_id, c.track, c.outcome, extract(year FROM c.opened_on)::integer, count(*)
  FROM legal.cases c WHERE c.state <> 'draft' AND c.number IS NOT NULL GROUP BY 1, 2, 3, 4
$$;
-- Of these cases, those with a side that stands on the other side of another case, and on which the lead has not decided since
-- either's parties were written down. The other case is never named (guarantee G23).
CREATE OR REPLACE FUNCTION app.legal_conflicts(subjects uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT DISTINCT b.case_id
  FROM legal.blind_indexes b
  JOIN legal.blind_indexes o ON o.organisation_id = b.organisation_id AND o.hash = b.hash AND o.kind = b.kind AND o.side <> b.side AND o.case_id <> b.case_id
  WHERE b.case_id = ANY (subjects) AND b.organisation_id = nullif(current_setting('icma.org', true), '')::uuid AND current_setting('icma.kind', true) = 'legal_staff'
    AND NOT EXISTS (SELECT 1 FROM legal.exclusions e WHERE e.case_id = b.case_id AND e.staff_id = nullif(current_setting('icma.staff', true), '')::uuid)
    AND coalesce((SELECT max(a.n) FROM legal.audit_entries a WHERE a.case_id IN (b.case_id, o.case_id) AND a.action = 'conflict.parties'), 1)
      > coalesce((SELECT max(a.n) FROM legal.audit_entries a WHERE a.case_id = b.case_id AND a.action = 'conflict.resolve'), 0)
$$;
-- For the lead who decides: who has the cases on the other side, and what was equal.
CREATE OR REPLACE FUNCTION app.legal_conflict_people(subject uuid) RETURNS TABLE (staff_id uuid, kind text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
  SELECT c.claimed_by, b.kind, count(DISTINCT c.id)
  FROM legal.blind_indexes b
  JOIN legal.blind_indexes o ON o.organisation_id = b.organisation_id AND o.hash = b.hash AND o.kind = b.kind AND o.side <> b.side AND o.case_id <> b.case_id
  JOIN legal.cases c ON c.id = o.case_id
  WHERE b.case_id = subject AND b.organisation_id = nullif(current_setting('icma.org', true), '')::uuid AND current_setting('icma.kind', true) = 'legal_staff'
    AND EXISTS (SELECT 1 FROM legal.staff s WHERE s.id = nullif(current_setting('icma.staff', true), '')::uuid AND s.role = 'lead' AND s.state = 'vouched')
    AND NOT EXISTS (SELECT 1 FROM legal.exclusions e WHERE e.case_id = subject AND e.staff_id = nullif(current_setting('icma.staff', true), '')::uuid)
  GROUP BY 1, 2
$$;
DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY['next_legal_number()', 'is_kept_out(uuid, uuid)', 'kept_from()', 'may_see_case(uuid)', 'find_legal_receipt(text)', 'find_legal_feed(text)', 'list_legal_desks()', 'count_legal_cases()', 'legal_conflicts(uuid[])', 'legal_conflict_people(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION app.%s OWNER TO icma_door', entry);
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', entry);
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%s TO icma_legal', entry);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION app.enqueue(text, jsonb, text, timestamptz) TO icma_legal;

-- The desk's own things.
CREATE POLICY desk ON legal.desks TO icma_legal USING (app.at_desk(organisation_id)) WITH CHECK (app.at_desk(organisation_id));
CREATE POLICY ask ON legal.desks FOR SELECT TO icma_legal USING (app.scope_kind() IN ('legal_intake', 'legal_receipt') AND organisation_id = app.current_org());
CREATE POLICY desk ON legal.staff TO icma_legal USING (app.at_desk(organisation_id)) WITH CHECK (app.at_desk(organisation_id));
-- Names that the lawyers chose, so that an applicant can keep one of them out.
CREATE POLICY ask ON legal.staff FOR SELECT TO icma_legal USING (app.scope_kind() IN ('legal_intake', 'legal_receipt') AND organisation_id = app.current_org() AND state = 'vouched');
CREATE POLICY desk ON legal.bundles TO icma_legal USING (app.at_desk(organisation_id)) WITH CHECK (app.at_desk(organisation_id));
CREATE POLICY desk ON legal.bundle_records TO icma_legal USING (app.at_desk(organisation_id)) WITH CHECK (app.at_desk(organisation_id));
CREATE POLICY own ON legal.saved_views TO icma_legal USING (app.at_desk(organisation_id) AND staff_id = app.current_staff()) WITH CHECK (app.at_desk(organisation_id) AND staff_id = app.current_staff());
CREATE POLICY once ON legal.done_forms TO icma_legal USING (true) WITH CHECK (true);

-- A case and what belongs to it.
CREATE POLICY desk ON legal.cases TO icma_legal
  USING (app.at_desk(organisation_id) AND (app.scope_kind() = 'legal_system' OR (state <> 'draft' AND id <> ALL ((SELECT app.kept_from())::uuid[]))))
  WITH CHECK (app.at_desk(organisation_id));
CREATE POLICY hand_in ON legal.cases FOR INSERT TO icma_legal
  WITH CHECK (app.scope_kind() = 'legal_intake' AND organisation_id = app.current_org() AND state = 'draft' AND number IS NULL);
CREATE POLICY by_receipt ON legal.cases TO icma_legal
  USING (app.scope_kind() = 'legal_receipt' AND id = app.current_case())
  WITH CHECK (app.scope_kind() = 'legal_receipt' AND id = app.current_case() AND organisation_id = app.current_org());
DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY['files', 'blind_indexes', 'assignments', 'dates', 'time_entries', 'identity_requests', 'referrals', 'bundle_cases', 'notice_addresses'] LOOP
    EXECUTE format('CREATE POLICY desk ON legal.%I TO icma_legal USING (app.at_desk(organisation_id) AND app.may_see_case(case_id)) WITH CHECK (app.at_desk(organisation_id) AND app.may_see_case(case_id))', entry);
  END LOOP;
  FOREACH entry IN ARRAY ARRAY['legal.records', 'legal.notice_addresses', 'vault_keys.receipts'] LOOP
    EXECUTE format('CREATE POLICY hand_in ON %s FOR INSERT TO icma_legal WITH CHECK (app.scope_kind() = ''legal_intake'' AND organisation_id = app.current_org())', entry);
  END LOOP;
  -- With the receipt: what is public in one's own case, and the keys to it.
  FOREACH entry IN ARRAY ARRAY['legal.files', 'legal.exclusions', 'legal.referrals', 'legal.notice_addresses', 'legal.dates', 'vault_keys.receipts'] LOOP
    EXECUTE format('CREATE POLICY by_receipt ON %s TO icma_legal USING (app.scope_kind() = ''legal_receipt'' AND case_id = app.current_case()) WITH CHECK (app.scope_kind() = ''legal_receipt'' AND case_id = app.current_case() AND organisation_id = app.current_org())', entry);
  END LOOP;
END
$$;
CREATE POLICY desk ON legal.records TO icma_legal
  USING (app.at_desk(organisation_id) AND app.may_see_case(case_id) AND (visibility <> 'self' OR author_id = app.current_staff()))
  WITH CHECK (app.at_desk(organisation_id) AND app.may_see_case(case_id) AND (author <> 'staff' OR author_id = app.current_staff() OR app.scope_kind() = 'legal_system'));
CREATE POLICY by_receipt ON legal.records TO icma_legal
  USING (app.scope_kind() = 'legal_receipt' AND case_id = app.current_case() AND visibility = 'public')
  WITH CHECK (app.scope_kind() = 'legal_receipt' AND case_id = app.current_case() AND organisation_id = app.current_org() AND visibility = 'public' AND author IN ('applicant', 'organiser', 'system'));
CREATE POLICY desk ON legal.exclusions TO icma_legal
  USING (app.at_desk(organisation_id) AND staff_id IS DISTINCT FROM app.current_staff()) WITH CHECK (app.at_desk(organisation_id));

-- Keys. Wraps are one's own; grants are of no use to others, who may see that they exist.
CREATE POLICY desk ON vault_keys.user_keys TO icma_legal USING (app.at_desk(organisation_id)) WITH CHECK (app.at_desk(organisation_id));
CREATE POLICY ask ON vault_keys.user_keys FOR SELECT TO icma_legal USING (app.scope_kind() IN ('legal_intake', 'legal_receipt') AND organisation_id = app.current_org());
CREATE POLICY own ON vault_keys.user_wraps TO icma_legal
  USING (app.at_desk(organisation_id) AND staff_id = app.current_staff()) WITH CHECK (app.at_desk(organisation_id) AND staff_id = app.current_staff());
CREATE POLICY desk ON vault_keys.grants TO icma_legal
  USING (app.at_desk(organisation_id) AND (kind IN ('team', 'bundle') OR app.may_see_case(subject_id)))
  WITH CHECK (app.at_desk(organisation_id) AND (kind IN ('team', 'bundle') OR app.may_see_case(subject_id)));
CREATE POLICY hand_in ON vault_keys.grants FOR INSERT TO icma_legal
  WITH CHECK (app.scope_kind() = 'legal_intake' AND organisation_id = app.current_org() AND kind IN ('case', 'identity') AND reason = 'intake');
CREATE POLICY by_receipt ON vault_keys.grants TO icma_legal
  USING (app.scope_kind() = 'legal_receipt' AND kind IN ('case', 'identity') AND subject_id = app.current_case())
  WITH CHECK (app.scope_kind() = 'legal_receipt' AND kind IN ('case', 'identity') AND subject_id = app.current_case() AND organisation_id = app.current_org());
CREATE POLICY desk_sees ON vault_keys.receipts FOR SELECT TO icma_legal USING (app.at_desk(organisation_id) AND app.may_see_case(case_id));
CREATE POLICY desk_ends ON vault_keys.receipts FOR DELETE TO icma_legal USING (app.at_desk(organisation_id) AND app.may_see_case(case_id));
-- Opened for a while: found by the token's hash, ended by the desk.
CREATE POLICY by_token ON vault_keys.unlocks TO icma_legal
  USING (id = nullif(current_setting('icma.unlock', true), '')) WITH CHECK (id = nullif(current_setting('icma.unlock', true), ''));
CREATE POLICY desk_ends ON vault_keys.unlocks FOR DELETE TO icma_legal USING (app.at_desk(organisation_id));
CREATE POLICY desk_counts ON vault_keys.unlocks FOR SELECT TO icma_legal USING (app.at_desk(organisation_id));
CREATE POLICY receipt_ends ON vault_keys.unlocks TO icma_legal USING (app.scope_kind() = 'legal_receipt' AND kind = 'receipt' AND holder_id = app.current_case());

-- The trail: appended, read by the desk, changed by nobody; each entry carries the hash of the one before it.
GRANT SELECT, INSERT ON legal.audit_entries TO icma_legal;
GRANT USAGE ON SEQUENCE legal.audit_entries_n_seq TO icma_legal;
CREATE POLICY append ON legal.audit_entries FOR INSERT TO icma_legal WITH CHECK (organisation_id = app.current_org());
CREATE POLICY desk ON legal.audit_entries FOR SELECT TO icma_legal USING (app.at_desk(organisation_id));
CREATE OR REPLACE FUNCTION app.legal_audit_hash(e legal.audit_entries) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog
-- Each part in its place, empty or not. Entries of before left empty parts out; they are told by their hash, which has no `v2:`.
RETURN CASE WHEN coalesce(e.hash, 'v2:') LIKE 'v2:%'
  THEN 'v2:' || encode(sha256(convert_to(concat_ws('|', e.n, e.organisation_id, e.on_day, e.actor_kind, coalesce(e.actor_id::text, ''), e.action, coalesce(e.case_id::text, ''), coalesce(e.reason, ''), coalesce(e.previous, '')), 'UTF8')), 'hex')
  ELSE encode(sha256(convert_to(concat_ws('|', e.n, e.organisation_id, e.on_day, e.actor_kind, e.actor_id, e.action, e.case_id, e.reason, coalesce(e.previous, '')), 'UTF8')), 'hex') END;
CREATE OR REPLACE FUNCTION app.chain_legal_audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  -- One after the other within a desk: the queue here is short, and the chain is whole as soon as it is written.
  PERFORM pg_advisory_xact_lock(hashtextextended('icma-legal-audit:' || NEW.organisation_id, 0));
  NEW.n := nextval('legal.audit_entries_n_seq');
  NEW.previous := (SELECT e.hash FROM legal.audit_entries e WHERE e.organisation_id = NEW.organisation_id ORDER BY e.n DESC LIMIT 1);
  NEW.hash := NULL;
  NEW.hash := app.legal_audit_hash(NEW);
  RETURN NEW;
END
$$;
ALTER FUNCTION app.chain_legal_audit() OWNER TO icma_door;
ALTER FUNCTION app.legal_audit_hash(legal.audit_entries) OWNER TO icma_door;
GRANT USAGE ON SEQUENCE legal.audit_entries_n_seq TO icma_door;
GRANT EXECUTE ON FUNCTION app.legal_audit_hash(legal.audit_entries) TO icma_legal;
DROP TRIGGER IF EXISTS chain ON legal.audit_entries;
CREATE TRIGGER chain BEFORE INSERT ON legal.audit_entries FOR EACH ROW EXECUTE FUNCTION app.chain_legal_audit();

-- What no row may say, whoever writes it.
CREATE OR REPLACE FUNCTION app.check_legal_key() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM legal.staff s JOIN public.users u ON u.id = s.user_id WHERE s.id = NEW.staff_id AND u.is_operator) THEN
    RAISE EXCEPTION 'The operator of the instance cannot hold a key of the vault' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_operator_holds_no_key';
  END IF;
  IF EXISTS (SELECT 1 FROM legal.staff s JOIN public.users u ON u.id = s.user_id WHERE s.id = NEW.staff_id AND u.totp_confirmed_at IS NULL) THEN
    RAISE EXCEPTION 'A key of the vault needs a second factor first' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_second_factor_first';
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE FUNCTION app.check_legal_operator() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM legal.staff s WHERE s.user_id = NEW.id AND s.state <> 'revoked') THEN
    RAISE EXCEPTION 'Whoever works at a legal desk cannot operate the instance' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_operator_holds_no_key';
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE FUNCTION app.check_legal_grant() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.kind IN ('case', 'identity') AND NEW.holder_kind = 'staff' AND app.is_kept_out(NEW.subject_id, NEW.holder_id) THEN
    RAISE EXCEPTION 'This person is kept from the case' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_kept_out';
  END IF;
  IF NEW.holder_kind = 'staff' AND NOT EXISTS (SELECT 1 FROM vault_keys.user_keys k WHERE k.id = NEW.key_id AND k.staff_id = NEW.holder_id AND k.organisation_id = NEW.organisation_id AND NOT k.is_revoked) THEN
    RAISE EXCEPTION 'A grant needs a key that stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_key_stands';
  END IF;
  -- The name behind a case reaches a lawyer only with a custodian's yes (guarantee G27).
  IF NEW.kind = 'identity' AND NEW.holder_kind = 'staff'
     AND (SELECT k.role FROM vault_keys.user_keys k WHERE k.id = NEW.key_id) = 'lawyer'
     AND NOT EXISTS (SELECT 1 FROM legal.identity_requests r WHERE r.case_id = NEW.subject_id AND r.asked_by = NEW.holder_id AND r.state = 'approved') THEN
    RAISE EXCEPTION 'A custodian has to agree first' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_custodian_first';
  END IF;
  RETURN NEW;
END
$$;
-- Court work is for members of the Bar (rule A17).
CREATE OR REPLACE FUNCTION app.check_legal_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.is_court AND NEW.claimed_by IS NOT NULL AND NEW.state IN ('claimed', 'need_info', 'advice', 'representation')
     AND NOT (SELECT s.is_bar FROM legal.staff s WHERE s.id = NEW.claimed_by) THEN
    RAISE EXCEPTION 'Court work is for members of the Bar' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_court_needs_bar';
  END IF;
  RETURN NEW;
END
$$;
DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY['check_legal_key', 'check_legal_operator', 'check_legal_grant', 'check_legal_case'] LOOP
    EXECUTE format('ALTER FUNCTION app.%I() OWNER TO icma_door', entry);
  END LOOP;
END
$$;
DROP TRIGGER IF EXISTS may_hold ON vault_keys.user_keys;
CREATE TRIGGER may_hold BEFORE INSERT OR UPDATE OF staff_id, box_public, sign_public, signature ON vault_keys.user_keys FOR EACH ROW EXECUTE FUNCTION app.check_legal_key();
DROP TRIGGER IF EXISTS no_desk ON public.users;
CREATE TRIGGER no_desk BEFORE UPDATE OF is_operator ON public.users FOR EACH ROW WHEN (NEW.is_operator AND NOT OLD.is_operator) EXECUTE FUNCTION app.check_legal_operator();
DROP TRIGGER IF EXISTS may_hold ON vault_keys.grants;
CREATE TRIGGER may_hold BEFORE INSERT OR UPDATE ON vault_keys.grants FOR EACH ROW EXECUTE FUNCTION app.check_legal_grant();
DROP TRIGGER IF EXISTS may_act ON legal.cases;
CREATE TRIGGER may_act BEFORE INSERT OR UPDATE OF is_court, claimed_by, state ON legal.cases FOR EACH ROW EXECUTE FUNCTION app.check_legal_case();
