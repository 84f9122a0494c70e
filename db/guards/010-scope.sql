-- Who is at work in this transaction (platform/db-scope.server.ts sets it, for the transaction only).
CREATE OR REPLACE FUNCTION app.scope_kind() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE RETURN current_setting('icma.kind', true);
CREATE OR REPLACE FUNCTION app.current_org() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE RETURN nullif(current_setting('icma.org', true), '')::uuid;
CREATE OR REPLACE FUNCTION app.scope_user() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE RETURN nullif(current_setting('icma.user', true), '')::uuid;
CREATE OR REPLACE FUNCTION app.current_issue() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE RETURN nullif(current_setting('icma.issue', true), '')::uuid;
-- Members and the system (jobs of one organisation) see the organisation; nobody else does.
CREATE OR REPLACE FUNCTION app.within_org(organisation uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE
RETURN organisation = nullif(current_setting('icma.org', true), '')::uuid
   AND current_setting('icma.kind', true) IN ('member', 'system');
-- Whether whoever claims to be a member is one now: not ended, not expired. What this very transaction ends still stands to
-- its end, so that a leaver's own departure is noted. Asked once a statement by the policies `at_work` (020).
CREATE OR REPLACE FUNCTION app.at_work() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT EXISTS (
    SELECT 1 FROM public.memberships m
    WHERE m.user_id = nullif(current_setting('icma.user', true), '')::uuid
      AND m.organisation_id = nullif(current_setting('icma.org', true), '')::uuid
      AND (m.ended_at IS NULL AND (m.expires_at IS NULL OR m.expires_at > now()) OR m.xmin = pg_current_xact_id_if_assigned()::xid)
  )
$$;
ALTER FUNCTION app.at_work() OWNER TO icma_door;
REVOKE ALL ON FUNCTION app.at_work() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.at_work() TO icma_app;
