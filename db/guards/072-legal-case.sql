-- What a case's rooms promise, whoever writes the rows.

-- With the receipt: who has or covers one's own case, so that a frozen one goes back to the same hands.
CREATE POLICY by_receipt ON legal.assignments FOR SELECT TO icma_legal
  USING (app.scope_kind() = 'legal_receipt' AND case_id = app.current_case());

-- A critical filing is two people's: the one who asks for the sign-off and another who gives it; it is not done before.
CREATE OR REPLACE FUNCTION app.check_legal_date() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.sign_off IN ('approved', 'returned') AND (NEW.asked_by IS NULL OR NEW.decided_by IS NULL OR NEW.asked_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'A sign-off takes two people' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_two_people_sign';
  END IF;
  IF NEW.sign_off = 'approved' AND (TG_OP = 'INSERT' OR OLD.sign_off <> 'approved')
     AND NEW.decided_by IS DISTINCT FROM nullif(current_setting('icma.staff', true), '')::uuid THEN
    RAISE EXCEPTION 'Nobody signs off in another name' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_own_sign_off';
  END IF;
  IF NEW.is_critical AND NEW.state IN ('done', 'dropped') AND NEW.sign_off <> 'approved' THEN
    RAISE EXCEPTION 'A critical filing is done or dropped once a second lawyer approved' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_critical_signed';
  END IF;
  RETURN NEW;
END
$$;
ALTER FUNCTION app.check_legal_date() OWNER TO icma_door;
DROP TRIGGER IF EXISTS may_be_done ON legal.dates;
CREATE TRIGGER may_be_done BEFORE INSERT OR UPDATE OF sign_off, asked_by, decided_by, state, is_critical ON legal.dates
  FOR EACH ROW EXECUTE FUNCTION app.check_legal_date();

-- A name is asked for by one and decided by another, who decides in the own name (guarantee G27).
CREATE OR REPLACE FUNCTION app.check_legal_identity_request() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.state <> 'asked' AND (TG_OP = 'INSERT' OR OLD.state = 'asked') THEN
    IF NEW.decided_by IS NULL OR NEW.decided_by = NEW.asked_by
       OR NEW.decided_by IS DISTINCT FROM nullif(current_setting('icma.staff', true), '')::uuid
       OR NOT EXISTS (SELECT 1 FROM legal.staff s WHERE s.id = NEW.decided_by AND s.role IN ('custodian', 'lead') AND s.state = 'vouched') THEN
      RAISE EXCEPTION 'A custodian decides, in the own name and not about the own question' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_custodian_decides';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
ALTER FUNCTION app.check_legal_identity_request() OWNER TO icma_door;
DROP TRIGGER IF EXISTS may_be_decided ON legal.identity_requests;
CREATE TRIGGER may_be_decided BEFORE INSERT OR UPDATE ON legal.identity_requests
  FOR EACH ROW EXECUTE FUNCTION app.check_legal_identity_request();

-- Facts that cases share reach nobody who is kept from one of those cases.
CREATE OR REPLACE FUNCTION app.check_legal_bundle_grant() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.kind = 'bundle' AND EXISTS (
    SELECT 1 FROM legal.bundle_cases b JOIN legal.exclusions e ON e.case_id = b.case_id
    WHERE b.bundle_id = NEW.subject_id AND e.staff_id = NEW.holder_id) THEN
    RAISE EXCEPTION 'This person is kept from a case of the bundle' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_kept_out';
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE FUNCTION app.check_legal_bundle_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM vault_keys.grants g JOIN legal.exclusions e ON e.staff_id = g.holder_id
    WHERE g.kind = 'bundle' AND g.subject_id = NEW.bundle_id AND e.case_id = NEW.case_id) THEN
    RAISE EXCEPTION 'Somebody who holds the bundle is kept from this case' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_kept_out';
  END IF;
  RETURN NEW;
END
$$;
ALTER FUNCTION app.check_legal_bundle_grant() OWNER TO icma_door;
ALTER FUNCTION app.check_legal_bundle_case() OWNER TO icma_door;
DROP TRIGGER IF EXISTS may_hold_bundle ON vault_keys.grants;
CREATE TRIGGER may_hold_bundle BEFORE INSERT OR UPDATE ON vault_keys.grants
  FOR EACH ROW WHEN (NEW.kind = 'bundle') EXECUTE FUNCTION app.check_legal_bundle_grant();
DROP TRIGGER IF EXISTS may_join ON legal.bundle_cases;
CREATE TRIGGER may_join BEFORE INSERT ON legal.bundle_cases
  FOR EACH ROW EXECUTE FUNCTION app.check_legal_bundle_case();

-- "Freeze my case": until the applicant returns, only a lead is granted anything of it.
CREATE OR REPLACE FUNCTION app.check_legal_frozen() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM legal.cases c WHERE c.id = NEW.subject_id AND c.is_frozen)
     AND (SELECT k.role FROM vault_keys.user_keys k WHERE k.id = NEW.key_id) IS DISTINCT FROM 'lead' THEN
    RAISE EXCEPTION 'The applicant froze this case' USING ERRCODE = 'check_violation', CONSTRAINT = 'legal_frozen';
  END IF;
  RETURN NEW;
END
$$;
ALTER FUNCTION app.check_legal_frozen() OWNER TO icma_door;
DROP TRIGGER IF EXISTS may_hold_frozen ON vault_keys.grants;
CREATE TRIGGER may_hold_frozen BEFORE INSERT ON vault_keys.grants
  FOR EACH ROW WHEN (NEW.kind IN ('case', 'identity') AND NEW.holder_kind = 'staff') EXECUTE FUNCTION app.check_legal_frozen();

-- Whoever was taken from the desk has no role of it any more; what else the person is in the organisation stays.
CREATE OR REPLACE FUNCTION app.end_legal_roles(person uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE public.memberships m SET ended_at = now() FROM legal.staff s
  WHERE s.id = person AND s.state = 'revoked' AND s.organisation_id = nullif(current_setting('icma.org', true), '')::uuid
    AND current_setting('icma.kind', true) = 'legal_system'
    AND m.organisation_id = s.organisation_id AND m.user_id = s.user_id AND m.role IN ('legal_lead', 'lawyer', 'custodian') AND m.ended_at IS NULL
$$;
ALTER FUNCTION app.end_legal_roles(uuid) OWNER TO icma_door;
REVOKE ALL ON FUNCTION app.end_legal_roles(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.end_legal_roles(uuid) TO icma_legal;
