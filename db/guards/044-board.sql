-- The board of needs and offers: the one place where approved organisations read each other's rows. Teams are no part of it.

-- Whether an organisation takes part: approved, and no candidate's team.
CREATE OR REPLACE FUNCTION app.is_on_board(organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM public.organisations o WHERE o.id = organisation AND o.state = 'approved' AND o.kind <> 'team') $$;

-- Nothing of a team's comes to stand on it, whatever the program above does.
CREATE POLICY on_board ON board_entries AS RESTRICTIVE TO icma_app USING (true) WITH CHECK (app.is_on_board(organisation_id));

-- What waits of other organisations: words, place and time, and whose it is. Not who wrote it, not whom to call.
DROP FUNCTION IF EXISTS app.board_of_others(date);
CREATE FUNCTION app.board_of_others(today date)
RETURNS TABLE (id uuid, organisation_id uuid, kind text, category text, title text, text text, locale text, region text, place text,
               starts_on date, ends_on date, state text, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT e.id, e.organisation_id, e.kind, e.category, e.title, e.text, e.locale, e.region, e.place, e.starts_on, e.ends_on, e.state, e.created_at
  FROM public.board_entries e JOIN public.organisations o ON o.id = e.organisation_id AND o.state = 'approved' AND o.kind <> 'team'
  WHERE current_setting('icma.kind', true) IN ('member', 'system')
    AND e.organisation_id <> nullif(current_setting('icma.org', true), '')::uuid
    AND app.is_on_board(nullif(current_setting('icma.org', true), '')::uuid)
    AND e.state IN ('open', 'proposed') AND e.ends_on >= today
$$;

-- An entry of either side of an answer, however it stands by now: both read what they agreed on.
DROP FUNCTION IF EXISTS app.board_entry_of_match(uuid);
CREATE FUNCTION app.board_entry_of_match(answer uuid)
RETURNS TABLE (id uuid, organisation_id uuid, kind text, category text, title text, text text, locale text, region text, place text,
               starts_on date, ends_on date, state text, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT e.id, e.organisation_id, e.kind, e.category, e.title, e.text, e.locale, e.region, e.place, e.starts_on, e.ends_on, e.state, e.created_at
  FROM public.board_matches m JOIN public.board_entries e ON e.id IN (m.entry_id, m.own_entry_id)
  WHERE m.id = answer AND current_setting('icma.kind', true) IN ('member', 'system')
    AND nullif(current_setting('icma.org', true), '')::uuid IN (m.owner_id, m.proposer_id)
$$;

-- Answers: both sides read and move them; only an organisation on the board answers, and only to what waits.
GRANT SELECT, INSERT, UPDATE (state, done_by, answered_at, done_at, confirmed_at) ON board_matches TO icma_app;
CREATE POLICY sides ON board_matches FOR SELECT TO icma_app USING (app.within_org(owner_id) OR app.within_org(proposer_id));
CREATE POLICY move ON board_matches FOR UPDATE TO icma_app
  USING (app.within_org(owner_id) OR app.within_org(proposer_id)) WITH CHECK (app.within_org(owner_id) OR app.within_org(proposer_id));
CREATE POLICY propose ON board_matches FOR INSERT TO icma_app WITH CHECK (
  app.within_org(proposer_id) AND state = 'proposed' AND app.is_on_board(proposer_id)
  AND EXISTS (SELECT 1 FROM app.board_of_others('-infinity') e WHERE e.id = entry_id AND e.organisation_id = owner_id)
  AND (own_entry_id IS NULL OR EXISTS (SELECT 1 FROM board_entries e WHERE e.id = own_entry_id AND e.organisation_id = proposer_id))
);

-- The other side's contact opens with the agreement and not before.
CREATE POLICY agreed ON board_contacts FOR SELECT TO icma_app USING (
  EXISTS (SELECT 1 FROM board_matches m WHERE m.id = match_id AND m.state IN ('agreed', 'done', 'confirmed')
          AND (app.within_org(m.owner_id) OR app.within_org(m.proposer_id)))
);

-- Whatever moves an answer or ends an entry comes one after the other: one agreement touches the entries of everybody else
-- who waited for the same thing, and locks of rows alone would meet crosswise.
CREATE OR REPLACE FUNCTION app.lock_board() RETURNS void
LANGUAGE sql AS $$ SELECT pg_advisory_xact_lock(44, 1) $$;

-- Locks what an answer is about and says how it stands. Every move begins here, so that of two organisations that take the
-- same thing at once the second one finds it taken.
DROP FUNCTION IF EXISTS app.lock_board_match(uuid);
CREATE FUNCTION app.lock_board_match(answer uuid) RETURNS TABLE (entry_state text, own_entry_state text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE answered public.board_matches;
BEGIN
  PERFORM app.lock_board();
  SELECT * INTO answered FROM public.board_matches m WHERE m.id = answer
    AND current_setting('icma.kind', true) IN ('member', 'system')
    AND nullif(current_setting('icma.org', true), '')::uuid IN (m.owner_id, m.proposer_id);
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM 1 FROM public.board_entries e WHERE e.id IN (answered.entry_id, answered.own_entry_id) ORDER BY e.id FOR UPDATE;
  RETURN QUERY SELECT
    (SELECT e.state FROM public.board_entries e WHERE e.id = answered.entry_id),
    (SELECT e.state FROM public.board_entries e WHERE e.id = answered.own_entry_id);
END
$$;

-- Somebody else's entry under a lock while one answers it: it may not end in the same moment.
CREATE OR REPLACE FUNCTION app.lock_board_entry(entry uuid, today date) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT app.lock_board();
  SELECT e.organisation_id FROM public.board_entries e
  WHERE e.id = entry AND e.id IN (SELECT b.id FROM app.board_of_others(today) b) AND e.state IN ('open', 'proposed') FOR UPDATE
$$;

-- An entry stands as its answers stand; whoever else waited for the same thing is told by the state of their answer.
CREATE OR REPLACE FUNCTION app.follow_board_match() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = OLD.state THEN RETURN NULL; END IF;
  IF NEW.state = 'agreed' THEN
    UPDATE public.board_matches SET state = 'lapsed', answered_at = NEW.answered_at
    WHERE id <> NEW.id AND state = 'proposed' AND (entry_id IN (NEW.entry_id, NEW.own_entry_id) OR own_entry_id IN (NEW.entry_id, NEW.own_entry_id));
  END IF;
  UPDATE public.board_entries e SET updated_at = now(), state = coalesce(
      (SELECT m.state FROM public.board_matches m WHERE e.id IN (m.entry_id, m.own_entry_id) AND m.state IN ('agreed', 'done', 'confirmed') LIMIT 1),
      (SELECT 'proposed' FROM public.board_matches m WHERE m.entry_id = e.id AND m.state = 'proposed' LIMIT 1),
      'open')
  WHERE e.id IN (NEW.entry_id, NEW.own_entry_id) AND e.state NOT IN ('withdrawn', 'expired');
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS follow_board_match ON board_matches;
CREATE TRIGGER follow_board_match AFTER INSERT OR UPDATE OF state ON board_matches FOR EACH ROW EXECUTE FUNCTION app.follow_board_match();

-- An entry that ended lets go of whoever waited.
CREATE OR REPLACE FUNCTION app.end_board_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE public.board_matches SET state = 'lapsed', answered_at = now()
  WHERE state = 'proposed' AND NEW.id IN (entry_id, own_entry_id);
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS end_board_entry ON board_entries;
CREATE TRIGGER end_board_entry AFTER UPDATE OF state ON board_entries FOR EACH ROW
  WHEN (NEW.state IN ('withdrawn', 'expired') AND OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION app.end_board_entry();

-- With whom a person stands after merges; row-level security holds inside of it.
CREATE OR REPLACE FUNCTION app.person_now(person uuid) RETURNS uuid
LANGUAGE sql STABLE
AS $$
  WITH RECURSIVE chain AS (
    SELECT p.id, p.merged_into FROM people p WHERE p.id = person
    UNION ALL SELECT p.id, p.merged_into FROM people p JOIN chain ON p.id = chain.merged_into
  ) SELECT id FROM chain WHERE merged_into IS NULL
$$;

DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY['is_on_board(uuid)', 'board_of_others(date)', 'board_entry_of_match(uuid)', 'lock_board()', 'lock_board_match(uuid)',
    'lock_board_entry(uuid, date)', 'follow_board_match()', 'end_board_entry()'] LOOP
    EXECUTE format('ALTER FUNCTION app.%s OWNER TO icma_door', entry);
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', entry);
    EXECUTE format('GRANT EXECUTE ON FUNCTION app.%s TO icma_app', entry);
  END LOOP;
  REVOKE ALL ON FUNCTION app.person_now(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.person_now(uuid) TO icma_app;
END
$$;
