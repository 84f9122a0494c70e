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
