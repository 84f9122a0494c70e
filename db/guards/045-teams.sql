-- Candidates' teams. They are organisations like any other (020), seen by nobody above: no parent, no directory, no operator.

-- At most three authorised agents (Election Code; features/teams/rules/roles.ts MOST_AGENTS), two acceptances at once included.
CREATE OR REPLACE FUNCTION app.hold_agents() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.team_role = 'authorised_agent' AND NEW.ended_at IS NULL THEN
    PERFORM 1 FROM organisations o WHERE o.id = NEW.organisation_id FOR UPDATE;
    IF (SELECT count(DISTINCT m.user_id) FROM memberships m WHERE m.organisation_id = NEW.organisation_id AND m.team_role = 'authorised_agent'
          AND m.user_id <> NEW.user_id AND m.ended_at IS NULL AND (m.expires_at IS NULL OR m.expires_at > now())) >= 3 THEN
      RAISE EXCEPTION 'team agents full' USING ERRCODE = 'IC003';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
DROP TRIGGER IF EXISTS hold_agents ON memberships;
CREATE TRIGGER hold_agents BEFORE INSERT OR UPDATE OF team_role, ended_at, expires_at ON memberships FOR EACH ROW EXECUTE FUNCTION app.hold_agents();

-- Break-glass. Who may look: the operator who gave a reason, in the hour after. Nothing has to close it.
CREATE OR REPLACE FUNCTION app.glass_open() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT EXISTS (
    SELECT 1 FROM team_openings o JOIN users u ON u.id = o.operator_id AND u.is_operator AND u.deleted_at IS NULL
    WHERE current_setting('icma.kind', true) = 'glass'
      AND o.organisation_id = nullif(current_setting('icma.org', true), '')::uuid
      AND o.operator_id = nullif(current_setting('icma.user', true), '')::uuid
      AND o.ended_at IS NULL AND o.until > now()
  )
$$;
DO $$
DECLARE entry record;
BEGIN
  FOR entry IN
    SELECT c.table_name AS tablename FROM information_schema.columns c JOIN pg_tables t ON t.schemaname = 'public' AND t.tablename = c.table_name
    WHERE c.table_schema = 'public' AND c.column_name = 'organisation_id'
  LOOP
    EXECUTE format('CREATE POLICY glass ON public.%I FOR SELECT TO icma_app USING (organisation_id = app.current_org() AND (SELECT app.glass_open()))', entry.tablename);
  END LOOP;
END
$$;
CREATE POLICY glass ON organisations FOR SELECT TO icma_app USING (id = app.current_org() AND (SELECT app.glass_open()));
CREATE POLICY glass ON users FOR SELECT TO icma_app USING (
  (SELECT app.glass_open()) AND EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = users.id AND m.organisation_id = app.current_org())
);
-- She reads who looked and why; nobody changes it.
DROP POLICY within_org ON team_openings;
REVOKE INSERT, UPDATE, DELETE ON team_openings FROM icma_app;
CREATE POLICY within_org ON team_openings FOR SELECT TO icma_app USING (app.within_org(organisation_id));
CREATE POLICY own ON team_openings FOR SELECT TO icma_app USING (app.scope_kind() = 'operator' AND operator_id = app.scope_user());

-- Opens, and leaves its mark in the team's trail and in the instance's. Answers where to write; no row for no such team.
CREATE OR REPLACE FUNCTION app.open_team(opening uuid, address text, why text, minutes integer, at timestamptz)
RETURNS TABLE (organisation_id uuid, name text, candidate text, email_cipher text, locale text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE team public.organisations; operator uuid := nullif(current_setting('icma.user', true), '')::uuid;
BEGIN
  IF current_setting('icma.kind', true) <> 'operator' OR NOT EXISTS (SELECT 1 FROM users u WHERE u.id = operator AND u.is_operator AND u.deleted_at IS NULL) THEN
    RETURN;
  END IF;
  SELECT o.* INTO team FROM organisations o WHERE o.slug = address AND o.kind = 'team';
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO team_openings (id, organisation_id, operator_id, reason, opened_at, until)
  VALUES (opening, team.id, operator, why, at, at + make_interval(mins => least(minutes, 60)));
  INSERT INTO audit_entries (organisation_id, actor_id, actor_role, action, subject_type, subject_id)
  VALUES (team.id, operator, 'operator', 'team.opened', 'team_opening', opening), (NULL, operator, 'operator', 'team.opened', 'team_opening', opening);
  RETURN QUERY
    SELECT team.id, team.name_az, u.name, u.email_cipher, u.locale FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.organisation_id = team.id AND m.role = 'owner' AND m.ended_at IS NULL AND u.deleted_at IS NULL;
END
$$;
CREATE OR REPLACE FUNCTION app.close_team(opening uuid, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  UPDATE team_openings SET ended_at = at WHERE id = opening AND ended_at IS NULL
    AND operator_id = nullif(current_setting('icma.user', true), '')::uuid AND current_setting('icma.kind', true) = 'operator'
$$;

-- What a society sees of the teams linked to it: counts of what each candidate switched on, and nothing else. Suppression of
-- small counts is here and not in the application, so that no forgotten `if` shows them.
CREATE OR REPLACE FUNCTION app.five_or_more(counted bigint) RETURNS integer
LANGUAGE sql IMMUTABLE RETURN CASE WHEN counted >= 5 THEN counted::integer END;
DROP FUNCTION IF EXISTS app.linked_teams();
CREATE FUNCTION app.linked_teams()
RETURNS TABLE (link_id uuid, name text, since timestamptz, shares text[], members integer, volunteers integer, events integer, tasks_done integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT l.id, o.name_az, l.consented_at, l.shares,
    CASE WHEN 'members' = ANY (l.shares) THEN app.five_or_more((SELECT count(DISTINCT m.user_id) FROM memberships m WHERE m.organisation_id = o.id AND m.ended_at IS NULL AND (m.expires_at IS NULL OR m.expires_at > now()))) END,
    CASE WHEN 'volunteers' = ANY (l.shares) THEN app.five_or_more((SELECT count(DISTINCT k.person_id) FROM people_marks k WHERE k.organisation_id = o.id AND k.kind = 'role' AND k.value = 'volunteer')) END,
    CASE WHEN 'events' = ANY (l.shares) THEN app.five_or_more((SELECT count(*) FROM events e WHERE e.organisation_id = o.id AND (e.state = 'ended' OR e.state = 'open'
      AND (SELECT max(s.ends_at) FROM event_shifts s WHERE s.event_id = e.id) < now()))) END,
    CASE WHEN 'tasks_done' = ANY (l.shares) THEN app.five_or_more((SELECT count(*) FROM tasks t WHERE t.organisation_id = o.id AND t.state = 'done')) END
  FROM team_links l JOIN organisations o ON o.id = l.organisation_id
  WHERE l.society_id = nullif(current_setting('icma.org', true), '')::uuid AND l.revoked_at IS NULL
    AND current_setting('icma.kind', true) = 'member' AND app.at_work()
  ORDER BY l.consented_at
$$;

-- Erasure: what a team was, in every table, whoever wrote it and on whose account it lies. One narrow function, for the candidate
-- alone; it answers with the keys of the files, which the caller has deleted, or null when the scope may not.
-- Jobs that wait and name any of it. Owned by the worker, whose tables they are.
CREATE OR REPLACE FUNCTION app.forget_jobs(needles text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
AS $$ DELETE FROM graphile_worker._private_jobs j WHERE EXISTS (SELECT 1 FROM unnest(needles) n WHERE position(n IN j.payload::text) > 0 OR position(n IN coalesce(j.key, '')) > 0) $$;
ALTER FUNCTION app.forget_jobs(text[]) OWNER TO icma_worker;
REVOKE ALL ON FUNCTION app.forget_jobs(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.forget_jobs(text[]) TO icma_door;
GRANT USAGE ON SEQUENCE audit_entries_id_seq TO icma_door;

CREATE OR REPLACE FUNCTION app.erase_team() RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  team uuid := nullif(current_setting('icma.org', true), '')::uuid;
  entry record; is_blocked boolean; files text[] := '{}'; found text[]; needles text[] := ARRAY[team::text]; round integer := 0;
BEGIN
  IF current_setting('icma.kind', true) <> 'member' OR NOT EXISTS (
    SELECT 1 FROM organisations o JOIN memberships m ON m.organisation_id = o.id
    WHERE o.id = team AND o.kind = 'team' AND m.user_id = nullif(current_setting('icma.user', true), '')::uuid
      AND m.role = 'owner' AND m.ended_at IS NULL AND (m.expires_at IS NULL OR m.expires_at > now())
  ) THEN
    RETURN NULL;
  END IF;
  FOR entry IN
    SELECT c.table_name AS t, c.column_name AS c FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.column_name IN ('file_key', 'storage_key', 'thumb_key', 'full_key', 'original_key')
      AND EXISTS (SELECT 1 FROM information_schema.columns o WHERE o.table_schema = 'public' AND o.table_name = c.table_name AND o.column_name = 'organisation_id')
  LOOP
    EXECUTE format('SELECT array_agg(%I) FROM public.%I WHERE organisation_id = $1 AND %I IS NOT NULL', entry.c, entry.t, entry.c) INTO found USING team;
    files := files || coalesce(found, '{}');
  END LOOP;
  SELECT needles || coalesce(array_agg(p.id::text), '{}') INTO needles FROM people p WHERE p.organisation_id = team;
  SELECT needles || coalesce(array_agg(m.id::text), '{}') INTO needles FROM mails m WHERE m.on_behalf_of = team;
  PERFORM app.forget_jobs(needles);
  DELETE FROM mails m WHERE m.on_behalf_of = team;
  DELETE FROM submissions s WHERE s.on_behalf_of = team;
  DELETE FROM audit_entries e WHERE e.organisation_id = team OR e.subject_id = ANY (needles);
  -- Tables refer to each other: what is still held fast by another goes in the next round.
  LOOP
    is_blocked := false;
    round := round + 1;
    FOR entry IN
      SELECT c.table_name::name AS t, c.column_name::name AS c FROM information_schema.columns c
      JOIN pg_tables p ON p.schemaname = 'public' AND p.tablename = c.table_name
      WHERE c.table_schema = 'public' AND c.data_type = 'uuid' AND c.column_name = 'organisation_id'
      UNION
      -- Whatever else refers to an organisation, under whichever name.
      SELECT r.relname, a.attname FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
      WHERE k.contype = 'f' AND k.confrelid = 'public.organisations'::regclass AND k.connamespace = 'public'::regnamespace
    LOOP
      BEGIN
        EXECUTE format('DELETE FROM public.%I WHERE %I = $1', entry.t, entry.c) USING team;
      EXCEPTION WHEN foreign_key_violation THEN
        IF round >= 12 THEN RAISE; END IF;
        is_blocked := true;
      END;
    END LOOP;
    EXIT WHEN NOT is_blocked;
  END LOOP;
  DELETE FROM organisations o WHERE o.id = team;
  INSERT INTO audit_entries (organisation_id, actor_id, actor_role, action, subject_type) VALUES (NULL, NULL, 'candidate', 'team.erased', 'team');
  RETURN files;
END
$$;
DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY['hold_agents()', 'glass_open()', 'open_team(uuid, text, text, integer, timestamptz)', 'close_team(uuid, timestamptz)', 'linked_teams()', 'erase_team()'] LOOP
    EXECUTE format('ALTER FUNCTION app.%s OWNER TO icma_door', entry);
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', entry);
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%s TO icma_app', entry);
  END LOOP;
END
$$;
