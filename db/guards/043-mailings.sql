-- Messages to many. What is written here is asked by the worker alone: it knows who got what from whom, which no organisation may.

-- Messages whose hour has come.
CREATE OR REPLACE FUNCTION app.mailings_due(at timestamptz)
RETURNS TABLE (mailing_id uuid, organisation_id uuid, is_team boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT m.id, m.organisation_id, o.kind = 'team'
  FROM public.mailings m JOIN public.organisations o ON o.id = m.organisation_id
  WHERE m.state IN ('scheduled', 'sending') AND m.scheduled_at <= at AND o.state = 'approved'
  ORDER BY m.scheduled_at, m.id
$$;

-- Rows that may leave now; ids are random, so nobody's always wait.
CREATE OR REPLACE FUNCTION app.mailing_candidates(mailing uuid, at timestamptz, most integer)
RETURNS TABLE (recipient_id uuid, contact_index text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT r.id, r.contact_index FROM public.mailing_recipients r
  WHERE r.mailing_id = mailing AND r.state = 'waiting'
    AND NOT EXISTS (SELECT 1 FROM public.mailing_delays d WHERE d.recipient_id = r.id AND d.until > at)
  ORDER BY r.id LIMIT most
$$;

-- Takes one row to be sent, if it may leave: within the server's rate, somebody of that address still agrees, the address takes
-- mailings, and got few lately. Answers claimed | paced | gone | withdrawn | stopped | delayed; a delay is written where no organisation sees it.
CREATE OR REPLACE FUNCTION app.claim_mailing(recipient uuid, touch_key text, stop_key text, consent text, at timestamptz, per_minute integer, most integer, days integer)
RETURNS TABLE (outcome text, cipher text, locale text, attempts integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE row_of public.mailing_recipients; wanted public.mailings; address text; fullest timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('icma-mailings-leave', 0));
  IF (SELECT count(*) FROM mailing_recipients x WHERE x.claimed_at > at - interval '1 minute') >= per_minute THEN
    RETURN QUERY SELECT 'paced', NULL::text, NULL::text, 0; RETURN;
  END IF;
  SELECT * INTO row_of FROM mailing_recipients x WHERE x.id = recipient FOR UPDATE;
  IF NOT FOUND OR row_of.state <> 'waiting' THEN RETURN QUERY SELECT 'gone', NULL::text, NULL::text, 0; RETURN; END IF;
  SELECT * INTO wanted FROM mailings m WHERE m.id = row_of.mailing_id FOR SHARE;
  IF wanted.state <> 'sending' THEN RETURN QUERY SELECT 'gone', NULL::text, NULL::text, 0; RETURN; END IF;
  SELECT c.cipher INTO address FROM people_contacts c JOIN people p ON p.id = c.person_id AND p.state = 'active'
  WHERE c.organisation_id = row_of.organisation_id AND c.contact_index = row_of.contact_index AND EXISTS (
    SELECT 1 FROM people_consents s WHERE s.person_id = p.id AND s.organisation_id = row_of.organisation_id
      AND s.purpose = consent AND s.channel = wanted.channel AND s.withdrawn_at IS NULL)
  LIMIT 1;
  IF address IS NULL THEN
    UPDATE mailing_recipients x SET state = 'withdrawn', settled_at = at WHERE x.id = recipient;
    RETURN QUERY SELECT 'withdrawn', NULL::text, NULL::text, 0; RETURN;
  END IF;
  IF EXISTS (SELECT 1 FROM mailing_stops s WHERE s.address_key = stop_key) THEN
    UPDATE mailing_recipients x SET state = 'stopped', settled_at = at WHERE x.id = recipient;
    RETURN QUERY SELECT 'stopped', NULL::text, NULL::text, 0; RETURN;
  END IF;
  SELECT t.at INTO fullest FROM mailing_touches t
  WHERE t.address_key = touch_key AND t.at > claim_mailing.at - make_interval(days => days) ORDER BY t.at DESC OFFSET most - 1 LIMIT 1;
  IF fullest IS NOT NULL THEN
    INSERT INTO mailing_delays AS d (recipient_id, until)
    VALUES (recipient, fullest + make_interval(days => days) + random() * interval '2 hours')
    ON CONFLICT (recipient_id) DO UPDATE SET until = excluded.until;
    RETURN QUERY SELECT 'delayed', NULL::text, NULL::text, 0; RETURN;
  END IF;
  INSERT INTO mailing_touches (address_key, at) VALUES (touch_key, claim_mailing.at);
  UPDATE mailing_recipients x SET state = 'claimed', claimed_at = claim_mailing.at, attempts = x.attempts + 1 WHERE x.id = recipient;
  RETURN QUERY SELECT 'claimed', address, row_of.locale, row_of.attempts + 1;
END
$$;

-- What became of a row that was taken: sent, failed or bounced.
CREATE OR REPLACE FUNCTION app.settle_mailing(recipient uuid, outcome text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE mailing_recipients SET state = outcome, settled_at = at WHERE id = recipient AND state = 'claimed';
  RETURN FOUND;
END
$$;

-- It surely did not leave: back into the queue, for later, and not counted as received.
CREATE OR REPLACE FUNCTION app.put_back_mailing(recipient uuid, touch_key text, until timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE taken timestamptz;
BEGIN
  SELECT claimed_at INTO taken FROM mailing_recipients WHERE id = recipient AND state = 'claimed' FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE mailing_recipients SET state = 'waiting', claimed_at = NULL WHERE id = recipient;
  DELETE FROM mailing_touches t WHERE t.address_key = touch_key AND t.at = taken;
  INSERT INTO mailing_delays AS d (recipient_id, until) VALUES (recipient, put_back_mailing.until)
  ON CONFLICT (recipient_id) DO UPDATE SET until = excluded.until;
  RETURN true;
END
$$;

-- It came back for good, or its reader complained: marked once; answers the hash of the address.
CREATE OR REPLACE FUNCTION app.return_mailing(recipient uuid, reason text, at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found_index text;
BEGIN
  SELECT contact_index INTO found_index FROM mailing_recipients WHERE id = recipient FOR UPDATE;
  IF reason = 'bounce' THEN
    UPDATE mailing_recipients SET state = 'bounced', settled_at = at WHERE id = recipient AND state IN ('claimed', 'sent');
  END IF;
  RETURN found_index;
END
$$;

CREATE OR REPLACE FUNCTION app.stop_mailings_to(stop_key text, reason text, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ INSERT INTO public.mailing_stops (address_key, reason, at) VALUES (stop_key, reason, at) ON CONFLICT (address_key) DO NOTHING $$;

-- What no longer tells anything.
CREATE OR REPLACE FUNCTION app.forget_touches(at timestamptz, days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE gone integer;
BEGIN
  DELETE FROM mailing_touches t WHERE t.at <= forget_touches.at - make_interval(days => days);
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM mailing_delays d USING mailing_recipients r WHERE r.id = d.recipient_id AND r.state <> 'waiting';
  RETURN gone;
END
$$;

-- Who got a message is forgotten after its term; how many stays.
CREATE OR REPLACE FUNCTION app.forget_recipients(before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE gone integer;
BEGIN
  WITH old AS (
    SELECT m.id FROM mailings m WHERE m.totals IS NULL AND m.finished_at < before AND m.state IN ('sent', 'stopped') FOR UPDATE
  ), counted AS (
    SELECT o.id, jsonb_build_object('total', count(r.id), 'waiting', count(r.id) FILTER (WHERE r.state = 'waiting'),
      'sent', count(r.id) FILTER (WHERE r.state = 'sent'), 'failed', count(r.id) FILTER (WHERE r.state = 'failed'),
      'bounced', count(r.id) FILTER (WHERE r.state = 'bounced'), 'withdrawn', count(r.id) FILTER (WHERE r.state = 'withdrawn'),
      'stopped', count(r.id) FILTER (WHERE r.state = 'stopped'), 'unknown', count(r.id) FILTER (WHERE r.state = 'claimed'),
      'unsubscribed', count(r.unsubscribed_at)) AS totals
    FROM old o LEFT JOIN mailing_recipients r ON r.mailing_id = o.id GROUP BY o.id)
  UPDATE mailings m SET totals = c.totals FROM counted c WHERE c.id = m.id;
  DELETE FROM mailing_recipients r USING mailings m WHERE m.id = r.mailing_id AND m.totals IS NOT NULL;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END
$$;

-- The row behind a link in a message → whose it is, and everybody of that organisation who shares its address.
CREATE OR REPLACE FUNCTION app.find_mailing_recipient(recipient uuid)
RETURNS TABLE (organisation_id uuid, channel text, name_az text, name_en text, name_ru text, people uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT r.organisation_id, m.channel, o.name_az, o.name_en, o.name_ru,
         array(SELECT DISTINCT c.person_id FROM public.people_contacts c WHERE c.organisation_id = r.organisation_id AND c.contact_index = r.contact_index)
  FROM public.mailing_recipients r JOIN public.mailings m ON m.id = r.mailing_id JOIN public.organisations o ON o.id = r.organisation_id
  WHERE r.id = recipient
$$;

DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY[
    'app.mailings_due(timestamptz)', 'app.mailing_candidates(uuid, timestamptz, integer)',
    'app.claim_mailing(uuid, text, text, text, timestamptz, integer, integer, integer)', 'app.settle_mailing(uuid, text, timestamptz)',
    'app.put_back_mailing(uuid, text, timestamptz)', 'app.return_mailing(uuid, text, timestamptz)',
    'app.stop_mailings_to(text, text, timestamptz)', 'app.forget_touches(timestamptz, integer)',
    'app.forget_recipients(timestamptz)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO icma_door', entry);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', entry);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO icma_worker', entry);
  END LOOP;
  ALTER FUNCTION app.find_mailing_recipient(uuid) OWNER TO icma_door;
  REVOKE ALL ON FUNCTION app.find_mailing_recipient(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.find_mailing_recipient(uuid) TO icma_app;
END
$$;
