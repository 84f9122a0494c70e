-- The count (issue 3, part 3). A signature that begins or ceases to count, or changes its kind, appends deltas in its own
-- transaction; one roller adds them up. Never a time window (it loses rows that commit late), never one hot row, never a
-- recount for each signature.
CREATE OR REPLACE FUNCTION app.follow_signature() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state = 'confirmed' THEN
    INSERT INTO signature_deltas (campaign_id, organisation_id, channel, assurance, region, step)
    VALUES (OLD.campaign_id, OLD.organisation_id, OLD.channel, OLD.assurance, OLD.region, -1);
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.state = 'confirmed' THEN
    INSERT INTO signature_deltas (campaign_id, organisation_id, channel, assurance, region, step)
    VALUES (NEW.campaign_id, NEW.organisation_id, NEW.channel, NEW.assurance, NEW.region, 1);
  END IF;
  RETURN NULL;
END
$$;
ALTER FUNCTION app.follow_signature() OWNER TO icma_door;
GRANT USAGE ON SEQUENCE signature_deltas_id_seq TO icma_door;
DROP TRIGGER IF EXISTS follow_change ON signatures;
CREATE TRIGGER follow_change AFTER UPDATE ON signatures FOR EACH ROW
  WHEN ((OLD.state = 'confirmed' OR NEW.state = 'confirmed')
        AND (OLD.state, OLD.campaign_id, OLD.organisation_id, OLD.channel, OLD.assurance, OLD.region)
            IS DISTINCT FROM (NEW.state, NEW.campaign_id, NEW.organisation_id, NEW.channel, NEW.assurance, NEW.region))
  EXECUTE FUNCTION app.follow_signature();
-- A pending one changes nothing; the condition keeps the spike's inserts free of the call.
DROP TRIGGER IF EXISTS follow_insert ON signatures;
CREATE TRIGGER follow_insert AFTER INSERT ON signatures FOR EACH ROW WHEN (NEW.state = 'confirmed') EXECUTE FUNCTION app.follow_signature();
DROP TRIGGER IF EXISTS follow_delete ON signatures;
CREATE TRIGGER follow_delete AFTER DELETE ON signatures FOR EACH ROW WHEN (OLD.state = 'confirmed') EXECUTE FUNCTION app.follow_signature();

-- One roller at a time; another finds the lock taken and leaves. Returns the campaigns whose totals moved.
CREATE OR REPLACE FUNCTION app.roll_up_support(batch integer DEFAULT 20000) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('icma-support-roller', 0)) THEN RETURN; END IF;
  RETURN QUERY
  WITH eaten AS (
    DELETE FROM signature_deltas WHERE id IN (SELECT id FROM signature_deltas ORDER BY id LIMIT batch)
    RETURNING campaign_id, organisation_id, channel, assurance, region, step
  ), added AS (
    INSERT INTO campaign_totals AS t (campaign_id, organisation_id, channel, assurance, region, count)
    SELECT campaign_id, organisation_id, channel, assurance, region, sum(step) FROM eaten GROUP BY 1, 2, 3, 4, 5
    ON CONFLICT (campaign_id, organisation_id, channel, assurance, region) DO UPDATE SET count = t.count + excluded.count
    RETURNING t.campaign_id
  )
  SELECT DISTINCT campaign_id FROM added;
END
$$;

-- What the totals would be if counted anew, where that differs: an empty answer is a good night. Deltas still waiting are added first.
DROP FUNCTION IF EXISTS app.recount_support();
CREATE FUNCTION app.recount_support() RETURNS TABLE (campaign_id uuid, organisation_id uuid, kept bigint, counted bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('icma-support-roller', 0));
  RETURN QUERY
  WITH kept AS (
    SELECT k.campaign_id, k.organisation_id, k.channel, k.assurance, k.region, sum(k.count)::bigint AS n FROM (
      SELECT t.campaign_id, t.organisation_id, t.channel, t.assurance, t.region, t.count FROM campaign_totals t
      UNION ALL SELECT d.campaign_id, d.organisation_id, d.channel, d.assurance, d.region, d.step FROM signature_deltas d
    ) k GROUP BY 1, 2, 3, 4, 5
  ), counted AS (
    SELECT s.campaign_id, s.organisation_id, s.channel, s.assurance, s.region, count(*) AS n
    FROM signatures s WHERE s.state = 'confirmed' GROUP BY 1, 2, 3, 4, 5
  )
  SELECT o.id, o.organisation_id, sum(coalesce(k.n, 0))::bigint, sum(coalesce(c.n, 0))::bigint
  FROM kept k FULL JOIN counted c USING (campaign_id, organisation_id, channel, assurance, region)
  JOIN campaigns o ON o.id = campaign_id
  WHERE coalesce(k.n, 0) <> coalesce(c.n, 0) GROUP BY 1, 2;
END
$$;

-- A published campaign → what signing it needs to know.
DROP FUNCTION IF EXISTS app.find_campaign(text);
CREATE FUNCTION app.find_campaign(address text)
RETURNS TABLE (campaign_id uuid, organisation_id uuid, state text, closes_at timestamptz, is_signing_paused boolean, has_public_names boolean, title text, region text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT c.id, c.organisation_id, c.state, c.closes_at, c.is_signing_paused, c.has_public_names, c.title, c.region
  FROM public.campaigns c WHERE c.slug = address AND c.is_public
$$;

-- A volunteer's link → the campaign, and the organisation that the people it brings belong to.
CREATE OR REPLACE FUNCTION app.find_campaign_link(link text)
RETURNS TABLE (link_id uuid, campaign_id uuid, slug text, organisation_id uuid, kind text, label text, owner text, is_open boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT l.id, l.campaign_id, c.slug, l.organisation_id, l.kind, l.label, coalesce(u.name, ''), l.closed_at IS NULL
  FROM public.campaign_links l JOIN public.campaigns c ON c.id = l.campaign_id AND c.is_public
  LEFT JOIN public.users u ON u.id = l.owner_id
  WHERE l.code = link AND (l.organisation_id = c.organisation_id OR EXISTS (
    SELECT 1 FROM public.campaign_partners p WHERE p.campaign_id = c.id AND p.organisation_id = l.organisation_id AND p.state = 'accepted'))
$$;

-- The signer's own page: the caller has proved by the link's HMAC that the id is theirs.
DROP FUNCTION IF EXISTS app.find_signature(uuid);
CREATE FUNCTION app.find_signature(signature uuid)
RETURNS TABLE (campaign_id uuid, organisation_id uuid, slug text, title text, state text, campaign_state text, channel text,
  person_cipher text, shows_name boolean, wants_news boolean, locale text, created_at timestamptz, closes_at timestamptz, is_public boolean,
  has_public_names boolean, is_signing_paused boolean, assurance text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT s.campaign_id, s.organisation_id, c.slug, c.title, s.state, c.state, s.channel, s.person_cipher, s.shows_name, s.wants_news, s.locale,
         s.created_at, c.closes_at, c.is_public, c.has_public_names, c.is_signing_paused, s.assurance
  FROM public.signatures s JOIN public.campaigns c ON c.id = s.campaign_id WHERE s.id = signature
$$;

-- Confirming counts once. Answers confirmed | already | closed | expired | unknown; `at` is the app's clock.
CREATE OR REPLACE FUNCTION app.confirm_signature(signature uuid, at timestamptz, days integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found_state text; made timestamptz; is_open boolean;
BEGIN
  UPDATE signatures s SET state = 'confirmed', assurance = 'email', confirmed_at = at
  FROM campaigns c
  WHERE s.id = signature AND c.id = s.campaign_id AND s.state = 'pending' AND s.created_at > at - make_interval(days => days)
    AND c.is_public AND c.state IN ('active', 'delivered') AND NOT c.is_signing_paused AND (c.closes_at IS NULL OR at < c.closes_at);
  IF FOUND THEN RETURN 'confirmed'; END IF;
  SELECT s.state, s.created_at, c.is_public AND c.state IN ('active', 'delivered') AND NOT c.is_signing_paused AND (c.closes_at IS NULL OR at < c.closes_at)
  INTO found_state, made, is_open FROM signatures s JOIN campaigns c ON c.id = s.campaign_id WHERE s.id = signature;
  IF found_state IS NULL THEN RETURN 'unknown'; END IF;
  IF found_state = 'confirmed' THEN RETURN 'already'; END IF;
  IF found_state <> 'pending' THEN RETURN 'ended'; END IF;
  RETURN CASE WHEN NOT is_open THEN 'closed' ELSE 'expired' END;
END
$$;

-- Takes one's support back: out of the count, and the person out of the row.
CREATE OR REPLACE FUNCTION app.withdraw_signature(signature uuid, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE signatures SET state = 'withdrawn', ended_at = at, person_cipher = NULL, signer_index = NULL, contact_index = NULL,
    name_index = NULL, shows_name = false, wants_news = false
  WHERE id = signature AND state IN ('pending', 'confirmed');
  RETURN FOUND;
END
$$;

CREATE OR REPLACE FUNCTION app.set_signature_wishes(signature uuid, news boolean, named boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE signatures SET wants_news = coalesce(news, wants_news), shows_name = coalesce(named, shows_name)
  WHERE id = signature AND state IN ('pending', 'confirmed');
  RETURN FOUND;
END
$$;

CREATE OR REPLACE FUNCTION app.rate_reply(signature uuid, reply uuid, given smallint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO reply_ratings AS x (reply_id, signature_id, organisation_id, stars)
  SELECT r.id, s.id, r.organisation_id, given FROM signatures s JOIN campaign_replies r ON r.campaign_id = s.campaign_id
  WHERE s.id = signature AND s.state = 'confirmed' AND r.id = reply
  ON CONFLICT (reply_id, signature_id) DO UPDATE SET stars = excluded.stars;
  RETURN FOUND;
END
$$;

-- Whose signature a signer's keyed hash belongs to, for the letter that answers it.
CREATE OR REPLACE FUNCTION app.find_signer(campaign uuid, signer text) RETURNS TABLE (signature_id uuid, organisation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT s.id, s.organisation_id FROM public.signatures s WHERE s.campaign_id = campaign AND s.signer_index = signer $$;

-- A code handed over in person counts a waiting signature, once. False when the code is none, or somebody else's; a signature
-- that counts already keeps what it has, and the code stays unused, so that the answer does not tell the two apart.
CREATE OR REPLACE FUNCTION app.sign_with_code(campaign uuid, signer text, hash text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE signed public.signatures; handed public.signature_codes;
BEGIN
  SELECT c.* INTO handed FROM signature_codes c WHERE c.campaign_id = campaign AND c.code_hash = hash AND c.created_at > at - interval '30 days' FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT s.* INTO signed FROM signatures s WHERE s.campaign_id = campaign AND s.signer_index = signer FOR UPDATE;
  IF handed.used_at IS NOT NULL THEN RETURN coalesce(handed.signature_id = signed.id, false); END IF;
  IF signed.state = 'pending' THEN
    UPDATE signature_codes SET used_at = at, signature_id = signed.id WHERE id = handed.id;
    UPDATE signatures SET state = 'confirmed', assurance = 'code', confirmed_at = at WHERE id = signed.id;
  END IF;
  RETURN true;
END
$$;

-- Somebody who began on the web and signs at a table: the waiting signature counts from now on.
CREATE OR REPLACE FUNCTION app.count_at_point(campaign uuid, signer text, link uuid, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  UPDATE public.signatures SET state = 'confirmed', channel = 'point', assurance = 'self', link_id = link, confirmed_at = at
  WHERE campaign_id = campaign AND signer_index = signer AND state = 'pending'
$$;

-- A collection point that gathers faster than a table can: marked for the organisation to look at.
CREATE OR REPLACE FUNCTION app.flag_link(link uuid, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ UPDATE public.campaign_links SET flagged_at = coalesce(flagged_at, at) WHERE id = link $$;

-- Milestones that the totals have reached → for each organisation that has people in it, whom to tell. `moved` null: look at all.
CREATE OR REPLACE FUNCTION app.stamp_milestones(moved uuid[], at timestamptz)
RETURNS TABLE (milestone_id uuid, campaign_id uuid, organisation_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  WITH sums AS (
    SELECT t.campaign_id, sum(t.count) AS n FROM public.campaign_totals t WHERE moved IS NULL OR t.campaign_id = ANY (moved) GROUP BY 1
  ), stamped AS (
    UPDATE public.campaign_milestones m SET reached_at = at, told_at = at FROM sums s
    WHERE m.campaign_id = s.campaign_id AND m.kind = 'supporters' AND m.reached_at IS NULL AND m.supporters <= s.n
    RETURNING m.id, m.campaign_id
  )
  SELECT s.id, s.campaign_id, t.organisation_id FROM stamped s
  JOIN (SELECT DISTINCT campaign_id, organisation_id FROM public.campaign_totals WHERE count > 0) t ON t.campaign_id = s.campaign_id
$$;

-- Ended campaigns whose people's time is over, with each organisation that still keeps somebody of them.
CREATE OR REPLACE FUNCTION app.campaigns_to_anonymise(before timestamptz) RETURNS TABLE (campaign_id uuid, lead_id uuid, organisation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT c.id, c.organisation_id, x.organisation_id FROM public.campaigns c
  JOIN LATERAL (
    SELECT s.organisation_id FROM public.signatures s WHERE s.campaign_id = c.id
    UNION SELECT h.organisation_id FROM public.support_sheets h WHERE h.campaign_id = c.id
    UNION SELECT c.organisation_id
  ) x ON true
  WHERE c.ended_at < campaigns_to_anonymise.before AND c.anonymised_at IS NULL
$$;

DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY[
    'app.roll_up_support(integer)', 'app.recount_support()', 'app.find_campaign(text)', 'app.find_campaign_link(text)', 'app.find_signature(uuid)',
    'app.confirm_signature(uuid, timestamptz, integer)', 'app.withdraw_signature(uuid, timestamptz)', 'app.set_signature_wishes(uuid, boolean, boolean)',
    'app.rate_reply(uuid, uuid, smallint)', 'app.find_signer(uuid, text)', 'app.sign_with_code(uuid, text, text, timestamptz)',
    'app.count_at_point(uuid, text, uuid, timestamptz)', 'app.flag_link(uuid, timestamptz)', 'app.stamp_milestones(uuid[], timestamptz)',
    'app.campaigns_to_anonymise(timestamptz)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO icma_door', entry);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', entry);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO icma_app', entry);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION app.roll_up_support(integer), app.recount_support() TO icma_worker;

CREATE OR REPLACE FUNCTION published.campaign_is_gone(address text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
RETURN EXISTS (SELECT 1 FROM public.campaigns WHERE slug = address AND published_at IS NOT NULL AND NOT is_public);
ALTER FUNCTION published.campaign_is_gone(text) OWNER TO icma_door;
REVOKE ALL ON FUNCTION published.campaign_is_gone(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published.campaign_is_gone(text) TO icma_public, icma_app;
