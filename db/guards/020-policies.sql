-- Row-level security is enabled and forced on every table; a table without a policy answers nothing.
-- Applied anew by each migrate, so that this file is the whole truth.
DO $$
DECLARE entry record;
BEGIN
  FOR entry IN SELECT schemaname, tablename, policyname FROM pg_policies WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP POLICY %I ON public.%I', entry.policyname, entry.tablename);
  END LOOP;
  FOR entry IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE public.%I OWNER TO icma_owner', entry.tablename);
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', entry.tablename);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', entry.tablename);
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC, icma_app, icma_public, icma_auth, icma_worker, icma_door', entry.tablename);
    -- The door role owns the security-definer functions and the published views, and nothing logs in as it.
    EXECUTE format('GRANT ALL ON public.%I TO icma_door', entry.tablename);
    EXECUTE format('CREATE POLICY door ON public.%I TO icma_door USING (true) WITH CHECK (true)', entry.tablename);
    -- Over every other rule: a member's scope is worth as much as the membership behind it, which the database looks up
    -- itself, once a statement (an uncorrelated subquery is run once) and for no other kind of scope.
    EXECUTE format('CREATE POLICY at_work ON public.%I AS RESTRICTIVE TO icma_app USING ((SELECT app.scope_kind()) IS DISTINCT FROM ''member'' OR (SELECT app.at_work())) WITH CHECK ((SELECT app.scope_kind()) IS DISTINCT FROM ''member'' OR (SELECT app.at_work()))', entry.tablename);
  END LOOP;
  -- The rule for whatever belongs to an organisation.
  FOR entry IN
    SELECT table_name AS tablename FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'organisation_id'
      AND table_name NOT IN ('audit_entries', 'body_routes', 'consents', 'campaign_partners', 'campaign_totals', 'signature_deltas')
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO icma_app', entry.tablename);
    EXECUTE format('CREATE POLICY within_org ON public.%I TO icma_app USING (app.within_org(organisation_id)) WITH CHECK (app.within_org(organisation_id))', entry.tablename);
  END LOOP;
  -- A citizen hands something in to one organisation and reads nothing back.
  FOREACH entry.tablename IN ARRAY ARRAY['issues', 'issue_photos', 'issue_contacts', 'issue_receipts', 'issue_events', 'issue_flags', 'signatures', 'campaign_flags', 'supporter_letters'] LOOP
    EXECUTE format('CREATE POLICY hand_in ON public.%I FOR INSERT TO icma_app WITH CHECK (app.scope_kind() = ''citizen'' AND organisation_id = app.current_org())', entry.tablename);
  END LOOP;
  -- The holder of a receipt sees one report and what belongs to it.
  FOREACH entry.tablename IN ARRAY ARRAY['issue_photos', 'issue_contacts', 'issue_receipts', 'issue_events', 'issue_messages'] LOOP
    EXECUTE format('CREATE POLICY by_receipt ON public.%I TO icma_app USING (app.scope_kind() = ''receipt'' AND issue_id = app.current_issue()) WITH CHECK (app.scope_kind() = ''receipt'' AND issue_id = app.current_issue() AND organisation_id = app.current_org())', entry.tablename);
  END LOOP;
END
$$;
CREATE POLICY by_receipt ON issues TO icma_app
  USING (app.scope_kind() = 'receipt' AND id = app.current_issue())
  WITH CHECK (app.scope_kind() = 'receipt' AND id = app.current_issue() AND organisation_id = app.current_org());

-- Organisations: their members read and keep them, the operator decides on them, anybody may apply.
GRANT SELECT, INSERT, UPDATE ON organisations TO icma_app;
CREATE POLICY within_org ON organisations TO icma_app USING (app.within_org(id)) WITH CHECK (app.within_org(id));
CREATE POLICY operator ON organisations TO icma_app
  USING (app.scope_kind() = 'operator' AND kind <> 'team') WITH CHECK (app.scope_kind() = 'operator' AND kind <> 'team');
CREATE POLICY apply ON organisations FOR INSERT TO icma_app WITH CHECK (app.scope_kind() = 'applicant' AND state = 'applied' AND kind <> 'team');
CREATE POLICY operator ON organisation_regions TO icma_app
  USING (app.scope_kind() = 'operator') WITH CHECK (app.scope_kind() = 'operator');
CREATE POLICY apply ON organisation_regions FOR INSERT TO icma_app WITH CHECK (app.scope_kind() = 'applicant' AND organisation_id = app.current_org());
-- The operator invites an approved organisation's first owner, and sees no invitations.
CREATE POLICY first_owner ON invitations FOR INSERT TO icma_app WITH CHECK (app.scope_kind() = 'operator' AND role = 'owner');

-- People: colleagues' names within the organisation, oneself, and nobody else.
GRANT SELECT (id, name, locale, email_cipher, phone_cipher, password_hash, deleted_at) ON users TO icma_app;
CREATE POLICY colleagues ON users FOR SELECT TO icma_app USING (
  app.scope_kind() IN ('member', 'system')
  AND EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = users.id AND m.organisation_id = app.current_org())
);

-- The sign-in door: accounts and sessions, and of organisations only where one belongs.
GRANT SELECT, INSERT, UPDATE, DELETE ON users, sessions, recovery_codes, account_tokens TO icma_auth;
CREATE POLICY sign_in ON users TO icma_auth USING (true) WITH CHECK (true);
CREATE POLICY sign_in ON sessions TO icma_auth USING (true) WITH CHECK (true);
CREATE POLICY sign_in ON recovery_codes TO icma_auth USING (true) WITH CHECK (true);
CREATE POLICY sign_in ON account_tokens TO icma_auth USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (ended_at) ON memberships TO icma_auth;
CREATE POLICY sign_in ON memberships TO icma_auth USING (true) WITH CHECK (true);
GRANT SELECT (id, slug, kind, state, name_az, name_en, name_ru) ON organisations TO icma_auth;
CREATE POLICY sign_in ON organisations FOR SELECT TO icma_auth USING (true);
-- An organiser hands a one-time code to a colleague without e-mail.
GRANT INSERT ON account_tokens TO icma_app;
CREATE POLICY hand_over ON account_tokens FOR INSERT TO icma_app WITH CHECK (
  app.scope_kind() = 'member' AND purpose = 'handover_code' AND created_by = app.scope_user()
  AND EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = account_tokens.user_id AND m.organisation_id = app.current_org() AND m.ended_at IS NULL AND (m.expires_at IS NULL OR m.expires_at > now()))
);

-- Reference data: everybody reads, the operator writes; an organisation keeps its own corrections of routing.
GRANT SELECT, INSERT, UPDATE, DELETE ON bodies, settings, body_routes TO icma_app;
CREATE POLICY read ON bodies FOR SELECT TO icma_app USING (true);
CREATE POLICY operator ON bodies TO icma_app USING (app.scope_kind() = 'operator') WITH CHECK (app.scope_kind() = 'operator');
CREATE POLICY read ON settings FOR SELECT TO icma_app USING (true);
CREATE POLICY operator ON settings TO icma_app USING (app.scope_kind() = 'operator') WITH CHECK (app.scope_kind() = 'operator');
CREATE POLICY read_default ON body_routes FOR SELECT TO icma_app USING (organisation_id IS NULL);
CREATE POLICY operator ON body_routes TO icma_app
  USING (app.scope_kind() = 'operator' AND organisation_id IS NULL) WITH CHECK (app.scope_kind() = 'operator' AND organisation_id IS NULL);
CREATE POLICY within_org ON body_routes TO icma_app USING (app.within_org(organisation_id)) WITH CHECK (app.within_org(organisation_id));

-- The audit trail is appended by anybody at work and read within the organisation; nobody updates or deletes it.
GRANT SELECT, INSERT ON audit_entries TO icma_app;
GRANT INSERT ON audit_entries TO icma_auth;
GRANT USAGE ON SEQUENCE audit_entries_id_seq TO icma_app, icma_auth;
CREATE POLICY append ON audit_entries FOR INSERT TO icma_app WITH CHECK (organisation_id IS NOT DISTINCT FROM app.current_org());
CREATE POLICY append_signed_in ON audit_entries FOR INSERT TO icma_auth WITH CHECK (organisation_id IS NULL);
CREATE POLICY within_org ON audit_entries FOR SELECT TO icma_app USING (app.within_org(organisation_id));
CREATE POLICY operator ON audit_entries FOR SELECT TO icma_app USING (app.scope_kind() = 'operator' AND organisation_id IS NULL);

GRANT SELECT, INSERT ON consents TO icma_app;
GRANT INSERT ON consents TO icma_auth;
CREATE POLICY append ON consents FOR INSERT TO icma_app WITH CHECK (organisation_id IS NOT DISTINCT FROM app.current_org());
CREATE POLICY append_signed_in ON consents FOR INSERT TO icma_auth WITH CHECK (organisation_id IS NULL);
CREATE POLICY within_org ON consents FOR SELECT TO icma_app USING (app.within_org(organisation_id));

-- Mail is written by whoever acts, read by the worker; the demo's mailbox page opens its own scope.
GRANT SELECT, INSERT ON mails TO icma_app;
GRANT INSERT ON mails TO icma_auth;
CREATE POLICY write ON mails FOR INSERT TO icma_app WITH CHECK (true);
CREATE POLICY write_signed_in ON mails FOR INSERT TO icma_auth WITH CHECK (true);
CREATE POLICY mailbox ON mails FOR SELECT TO icma_app USING (app.scope_kind() = 'mailbox');

GRANT SELECT, INSERT ON submissions TO icma_app, icma_auth;
CREATE POLICY once ON submissions TO icma_app USING (true) WITH CHECK (true);
CREATE POLICY once_signed_in ON submissions TO icma_auth USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO icma_app, icma_auth;
CREATE POLICY count ON rate_limits TO icma_app USING (true) WITH CHECK (true);
CREATE POLICY count_signed_in ON rate_limits TO icma_auth USING (true) WITH CHECK (true);

-- The worker: mail, housekeeping and the seals. For an organisation's work it opens a scope like everybody else.
GRANT SELECT, UPDATE, DELETE ON mails TO icma_worker;
GRANT SELECT, DELETE ON sessions, account_tokens, rate_limits, submissions TO icma_worker;
GRANT SELECT ON audit_entries TO icma_worker;
GRANT SELECT, INSERT ON audit_seals TO icma_worker;
GRANT SELECT (id, state, kind) ON organisations TO icma_worker;
CREATE POLICY worker ON mails TO icma_worker USING (true) WITH CHECK (true);
CREATE POLICY worker ON sessions TO icma_worker USING (true);
CREATE POLICY worker ON account_tokens TO icma_worker USING (true);
CREATE POLICY worker ON rate_limits TO icma_worker USING (true);
CREATE POLICY worker ON submissions TO icma_worker USING (true);
CREATE POLICY worker ON audit_entries FOR SELECT TO icma_worker USING (true);
CREATE POLICY worker ON audit_seals TO icma_worker USING (true) WITH CHECK (true);
CREATE POLICY worker ON organisations FOR SELECT TO icma_worker USING (true);
CREATE POLICY operator ON audit_seals FOR SELECT TO icma_app USING (app.scope_kind() = 'operator');
-- An organisation sees which entries of its own trail are sealed.
CREATE POLICY within_org ON audit_seals FOR SELECT TO icma_app USING (
  EXISTS (SELECT 1 FROM audit_entries e WHERE e.id = audit_seals.entry_id AND app.within_org(e.organisation_id))
);
GRANT SELECT ON audit_seals TO icma_app;

GRANT USAGE ON SEQUENCE issue_ref_seq TO icma_app;
GRANT USAGE ON SCHEMA app TO icma_app, icma_public, icma_auth, icma_worker, icma_door;
GRANT USAGE ON SCHEMA public TO icma_app, icma_auth, icma_worker, icma_door;
