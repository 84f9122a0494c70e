-- Erasure takes away what a case was, whoever wrote it: personal notes too, which row-level security shows to their author
-- alone. So it is one narrow function and not a right of the role.
DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY['legal.records', 'legal.files', 'legal.blind_indexes', 'legal.exclusions', 'legal.assignments', 'legal.dates', 'legal.time_entries', 'legal.identity_requests', 'legal.referrals', 'legal.bundle_cases', 'legal.notice_addresses', 'legal.cases', 'vault_keys.grants', 'vault_keys.receipts', 'vault_keys.unlocks'] LOOP
    EXECUTE format('GRANT DELETE ON %s TO icma_door', entry);
    EXECUTE format('CREATE POLICY erasure ON %s FOR DELETE TO icma_door USING (true)', entry);
  END LOOP;
END
$$;
GRANT UPDATE ON legal.cases TO icma_door;
CREATE POLICY erasure_marks ON legal.cases FOR UPDATE TO icma_door USING (true) WITH CHECK (true);

-- The keys of the file bodies, which the caller has deleted; null when the scope may not erase that case. A draft leaves
-- nothing, a request its number, its track and its year.
CREATE OR REPLACE FUNCTION app.erase_legal_case(subject uuid) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE bodies text[];
BEGIN
  IF NOT app.may_see_case(subject)
     AND NOT (current_setting('icma.kind', true) = 'legal_receipt' AND subject = nullif(current_setting('icma.case', true), '')::uuid) THEN
    RETURN NULL;
  END IF;
  bodies := ARRAY(SELECT f.storage_key FROM legal.files f WHERE f.case_id = subject);
  DELETE FROM vault_keys.grants g WHERE g.subject_id = subject AND g.kind IN ('case', 'identity');
  DELETE FROM vault_keys.receipts r WHERE r.case_id = subject;
  DELETE FROM vault_keys.unlocks u WHERE u.holder_id = subject AND u.kind = 'receipt';
  DELETE FROM legal.cases c WHERE c.id = subject AND c.number IS NULL;
  IF FOUND THEN
    RETURN bodies;
  END IF;
  DELETE FROM legal.files x WHERE x.case_id = subject;
  DELETE FROM legal.dates x WHERE x.case_id = subject;
  DELETE FROM legal.referrals x WHERE x.case_id = subject;
  DELETE FROM legal.identity_requests x WHERE x.case_id = subject;
  DELETE FROM legal.assignments x WHERE x.case_id = subject;
  DELETE FROM legal.time_entries x WHERE x.case_id = subject;
  DELETE FROM legal.blind_indexes x WHERE x.case_id = subject;
  DELETE FROM legal.exclusions x WHERE x.case_id = subject;
  DELETE FROM legal.bundle_cases x WHERE x.case_id = subject;
  DELETE FROM legal.notice_addresses x WHERE x.case_id = subject;
  DELETE FROM legal.records x WHERE x.case_id = subject;
  UPDATE legal.cases c SET
    state = 'erased', need = NULL, campaign_id = NULL, handover = NULL, language = 'az', band_floor = 'green',
    band_override = NULL, due_on = NULL, region = NULL, matter = NULL, is_court = false, label = NULL, claimed_by = NULL,
    is_waiting_for_us = false, opened_on = date_trunc('year', c.opened_on::timestamp)::date,
    last_on = date_trunc('year', c.opened_on::timestamp)::date, first_reply_on = NULL, key_version = 0,
    identity_version = 0, next_seq = 1, padded_length = 0, is_sealed_in_browser = false, is_filed_for_somebody = false,
    is_frozen = false, check_in_on = NULL, consent_version = NULL, outcome = NULL, not_taken_reason = NULL,
    closed_on = NULL, retention_until = NULL, retention_warned_on = NULL, is_on_hold = false
  WHERE c.id = subject;
  RETURN bodies;
END
$$;
-- Every desk there is, for the work of the night and of the minute.
CREATE OR REPLACE FUNCTION app.legal_desk_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT d.organisation_id FROM legal.desks d ORDER BY 1 $$;
DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY['erase_legal_case(uuid)', 'legal_desk_ids()'] LOOP
    EXECUTE format('ALTER FUNCTION app.%s OWNER TO icma_door', entry);
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', entry);
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%s TO icma_legal', entry);
  END LOOP;
END
$$;
