-- Single messages of other rooms to a bare address count like messages to many (043-mailings.sql), under the same lock.
CREATE OR REPLACE FUNCTION app.claim_address(touch_key text, stop_key text, at timestamptz, most integer, days integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('icma-mailings-leave', 0));
  IF EXISTS (SELECT 1 FROM mailing_stops s WHERE s.address_key = stop_key) THEN RETURN 'stopped'; END IF;
  IF (SELECT count(*) FROM mailing_touches t WHERE t.address_key = touch_key AND t.at > claim_address.at - make_interval(days => days)) >= most THEN
    RETURN 'full';
  END IF;
  INSERT INTO mailing_touches (address_key, at) VALUES (touch_key, claim_address.at);
  RETURN 'claimed';
END
$$;

CREATE OR REPLACE FUNCTION app.give_address_back(touch_key text, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ DELETE FROM public.mailing_touches t WHERE t.address_key = touch_key AND t.at = give_address_back.at $$;

DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY['app.claim_address(text, text, timestamptz, integer, integer)', 'app.give_address_back(text, timestamptz)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO icma_door', entry);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', entry);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO icma_worker', entry);
  END LOOP;
END
$$;
