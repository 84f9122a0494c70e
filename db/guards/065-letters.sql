-- Letters of supporters to decision-makers. Who wrote proves it by the link's HMAC; nobody's words leave through here but the writer's own.
CREATE OR REPLACE FUNCTION app.find_supporter_letter(letter uuid)
RETURNS TABLE (campaign_id uuid, organisation_id uuid, slug text, title text, state text, letter_cipher text, locale text, created_at timestamptz,
  action_state text, subject text, addressee_az text, addressee_en text, addressee_ru text, is_public boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT l.campaign_id, l.organisation_id, c.slug, c.title, l.state, l.letter_cipher, l.locale, l.created_at, a.state, a.subject,
         concat_ws(', ', b.name_az, p.title_az), concat_ws(', ', b.name_en, p.title_en), concat_ws(', ', b.name_ru, p.title_ru), c.is_public
  FROM public.supporter_letters l JOIN public.letter_actions a ON a.id = l.action_id JOIN public.campaigns c ON c.id = l.campaign_id
  JOIN public.bodies b ON b.id = a.body_id LEFT JOIN public.posts p ON p.id = a.post_id
  WHERE l.id = letter AND NOT l.is_test
$$;

-- The writer presses the button of the link: the letter queues, unless the same person or the same words already go to that
-- target. Answers queued | held_duplicate | closed | expired | unknown, or the state it has already.
CREATE OR REPLACE FUNCTION app.confirm_supporter_letter(letter uuid, at timestamptz, days integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found_letter public.supporter_letters; target public.letter_actions; next_state text;
BEGIN
  SELECT * INTO found_letter FROM supporter_letters WHERE id = letter AND NOT is_test;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  SELECT * INTO target FROM letter_actions WHERE id = found_letter.action_id;
  PERFORM pg_advisory_xact_lock(hashtextextended('icma-letter-target/' || target.body_id::text || coalesce(target.post_id::text, ''), 0));
  SELECT * INTO found_letter FROM supporter_letters WHERE id = letter FOR UPDATE;
  IF found_letter.state <> 'pending' THEN RETURN found_letter.state; END IF;
  IF found_letter.created_at <= at - make_interval(days => days) THEN RETURN 'expired'; END IF;
  IF target.state <> 'open' OR NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = target.campaign_id AND c.is_public) THEN RETURN 'closed'; END IF;
  SELECT CASE WHEN EXISTS (
    SELECT 1 FROM supporter_letters o JOIN letter_actions a ON a.id = o.action_id
    WHERE a.body_id = target.body_id AND a.post_id IS NOT DISTINCT FROM target.post_id AND o.id <> letter AND NOT o.is_test
      AND o.state IN ('queued', 'sent') AND (o.sender_index = found_letter.sender_index OR o.text_index = found_letter.text_index)
  ) THEN 'held_duplicate' ELSE 'queued' END INTO next_state;
  UPDATE supporter_letters SET state = next_state WHERE id = letter;
  RETURN next_state;
END
$$;

-- The writer takes it back before it went.
CREATE OR REPLACE FUNCTION app.withdraw_supporter_letter(letter uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE supporter_letters SET state = 'withdrawn', letter_cipher = NULL, sender_index = NULL, text_index = NULL
  WHERE id = letter AND state IN ('pending', 'queued', 'held_duplicate');
  RETURN FOUND;
END
$$;

-- Where letters wait, for the job that sends: organisation and target, nobody's words. The lowest limit of a target's actions holds for all of it.
CREATE OR REPLACE FUNCTION app.letter_targets() RETURNS TABLE (body_id uuid, post_id uuid, hourly_max integer, organisations uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT a.body_id, a.post_id, min(a.hourly_max), array_agg(DISTINCT a.organisation_id)
  FROM public.letter_actions a
  WHERE a.state <> 'closed' AND EXISTS (SELECT 1 FROM public.supporter_letters l WHERE l.action_id = a.id AND l.state = 'queued')
  GROUP BY 1, 2
$$;

-- How many letters one target got since a moment, from every organisation of the instance, and when the last one left.
CREATE OR REPLACE FUNCTION app.letters_sent_to(body uuid, post uuid, since timestamptz) RETURNS TABLE (sent bigint, last_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT count(*), max(l.sent_at) FROM public.supporter_letters l JOIN public.letter_actions a ON a.id = l.action_id
  WHERE a.body_id = body AND a.post_id IS NOT DISTINCT FROM post AND l.state = 'sent' AND l.sent_at > since
$$;

-- Packs whose time is over, whatever became of their organisation: so many days after the delivery, or after the making where nothing was delivered.
-- Also what a run left that was killed and never taken up again.
CREATE OR REPLACE FUNCTION app.packs_past(at timestamptz, days integer) RETURNS TABLE (organisation_id uuid, pack_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT p.organisation_id, p.id FROM public.campaign_packs p
  WHERE (p.state <> 'made' AND p.files <> '[]' AND p.created_at <= at - make_interval(days => days))
     OR p.state = 'made' AND (greatest(p.made_at, (SELECT max(d.delivered_on)::timestamp AT TIME ZONE 'Asia/Baku' FROM public.campaign_deliveries d WHERE d.pack_id = p.id)))
        <= at - make_interval(days => days)
$$;

-- Organisations that wait for an answer to something delivered.
CREATE OR REPLACE FUNCTION app.organisations_awaiting_answer() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT DISTINCT d.organisation_id FROM public.campaign_deliveries d
  WHERE d.escalated_at IS NULL AND NOT EXISTS (SELECT 1 FROM public.campaign_replies r WHERE r.delivery_id = d.id)
$$;

-- Letters nobody confirmed go after some days; what the others said goes half a year after it went. The counts stay.
CREATE OR REPLACE FUNCTION app.forget_letters(at timestamptz, days integer, months integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE gone integer; emptied integer;
BEGIN
  DELETE FROM supporter_letters WHERE state = 'pending' AND created_at <= at - make_interval(days => days);
  GET DIAGNOSTICS gone = ROW_COUNT;
  UPDATE supporter_letters SET letter_cipher = NULL, sender_index = NULL, text_index = NULL
  WHERE letter_cipher IS NOT NULL AND state NOT IN ('pending', 'queued') AND coalesce(sent_at, created_at) <= at - make_interval(months => months);
  GET DIAGNOSTICS emptied = ROW_COUNT;
  RETURN gone + emptied;
END
$$;

DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY[
    'app.find_supporter_letter(uuid)', 'app.confirm_supporter_letter(uuid, timestamptz, integer)', 'app.withdraw_supporter_letter(uuid)',
    'app.letter_targets()', 'app.letters_sent_to(uuid, uuid, timestamptz)',
    'app.packs_past(timestamptz, integer)', 'app.organisations_awaiting_answer()', 'app.forget_letters(timestamptz, integer, integer)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO icma_door', entry);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', entry);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO icma_app', entry);
  END LOOP;
END
$$;
