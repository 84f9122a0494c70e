-- Events as strangers see them: those open to everybody, of organisations that are public themselves. A hidden place stays
-- behind the view; waiting people are a number here and nothing more.
CREATE VIEW published.events AS
  SELECT e.id, e.organisation_id, o.slug AS organisation, o.name_az, o.name_en, o.name_ru, e.kind, e.state, e.title, e.about, e.locale, e.region,
         CASE WHEN e.is_place_hidden THEN '' ELSE e.place END AS place, e.is_place_hidden, e.sequence, e.cancel_note, e.updated_at,
         s.starts_at, s.ends_at
  FROM public.events e
  JOIN public.organisations o ON o.id = e.organisation_id AND o.state = 'approved' AND o.kind <> 'team'
  JOIN LATERAL (SELECT min(x.starts_at) AS starts_at, max(x.ends_at) AS ends_at FROM public.event_shifts x
                WHERE x.event_id = e.id AND (x.cancelled_at IS NULL OR e.state = 'cancelled')) s ON s.starts_at IS NOT NULL
  WHERE e.audience = 'public' AND e.state <> 'draft' AND e.opened_at IS NOT NULL;

CREATE VIEW published.event_shifts AS
  SELECT s.id, s.event_id, s.title, s.starts_at, s.ends_at, s.capacity, s.reserved, s.reserved_for, s.sequence, s.cancelled_at IS NOT NULL AS is_cancelled,
         (SELECT count(*)::int FROM public.event_sign_ups u WHERE u.shift_id = s.id AND u.state IN ('registered', 'offered')) AS taken,
         (SELECT count(*)::int FROM public.event_sign_ups u WHERE u.shift_id = s.id AND u.state = 'waitlisted') AS waiting
  FROM public.event_shifts s JOIN published.events e ON e.id = s.event_id;

ALTER VIEW published.events OWNER TO icma_door;
ALTER VIEW published.event_shifts OWNER TO icma_door;
GRANT SELECT ON published.events, published.event_shifts TO icma_public, icma_app;

-- A page that was public and is not any more answers 410 instead of 404.
CREATE OR REPLACE FUNCTION published.event_is_gone(event uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
RETURN EXISTS (SELECT 1 FROM public.events WHERE id = event AND opened_at IS NOT NULL)
   AND NOT EXISTS (SELECT 1 FROM published.events WHERE id = event);
ALTER FUNCTION published.event_is_gone(uuid) OWNER TO icma_door;
REVOKE ALL ON FUNCTION published.event_is_gone(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published.event_is_gone(uuid) TO icma_public, icma_app;

-- Whether there is a place for somebody for whom places are reserved, or for anybody else. The caller holds the shift's row.
-- Reserved places stand open to all from a day before.
CREATE OR REPLACE FUNCTION app.has_free_place(shift public.event_shifts, for_reserved boolean, at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
DECLARE held integer; held_reserved integer; kept integer := 0;
BEGIN
  SELECT count(*), count(*) FILTER (WHERE is_reserved) INTO held, held_reserved
  FROM event_sign_ups WHERE shift_id = shift.id AND state IN ('registered', 'offered');
  IF NOT for_reserved AND at < shift.starts_at - interval '1 day' THEN kept := greatest(shift.reserved - held_reserved, 0); END IF;
  RETURN shift.capacity - held > kept;
END
$$;

-- How long an offer is kept: a day, or half the time that is left, but half an hour at least; never past the start.
CREATE OR REPLACE FUNCTION app.offer_until(starts timestamptz, at timestamptz) RETURNS timestamptz
LANGUAGE sql IMMUTABLE
RETURN least(starts, greatest(at + interval '30 minutes', least(at + interval '24 hours', at + (starts - at) / 2)));

-- Free places go to those in line, in the order of coming. Returns who was offered one.
CREATE OR REPLACE FUNCTION app.offer_places(for_shift uuid, at timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE shift event_shifts; found_id uuid; for_all boolean; for_reserved boolean;
BEGIN
  SELECT s.* INTO shift FROM event_shifts s WHERE s.id = for_shift FOR UPDATE;
  IF NOT FOUND OR shift.cancelled_at IS NOT NULL OR shift.starts_at <= at
     OR NOT EXISTS (SELECT 1 FROM events e WHERE e.id = shift.event_id AND e.state = 'open') THEN RETURN; END IF;
  UPDATE event_sign_ups SET state = 'expired', ended_at = at WHERE shift_id = shift.id AND state = 'offered' AND offered_until <= at;
  LOOP
    for_all := app.has_free_place(shift, false, at);
    for_reserved := app.has_free_place(shift, true, at);
    UPDATE event_sign_ups SET state = 'offered', offered_until = app.offer_until(shift.starts_at, at)
    WHERE id = (SELECT u.id FROM event_sign_ups u WHERE u.shift_id = shift.id AND u.state = 'waitlisted'
                  AND (for_all OR (for_reserved AND u.is_reserved)) ORDER BY u.number LIMIT 1)
    RETURNING id INTO found_id;
    EXIT WHEN NOT FOUND;
    RETURN NEXT found_id;
  END LOOP;
END
$$;

-- A place at a shift, under its row lock: the only way to one, for a stranger, a colleague and whoever is entered by hand.
-- `outcome`: registered | waitlisted | full (`may_wait` was false) | known (the same person has one) | closed. The same form
-- twice is one sign-up. Who took theirs back, or let an offer pass, comes last again.
CREATE OR REPLACE FUNCTION app.take_place(
  for_shift uuid, organisation uuid, new_id uuid, client uuid, by_way text, cipher text, person text, contact text, as_user uuid,
  age text, sex text, news boolean, consent text, lang text, may_wait boolean, at timestamptz)
RETURNS TABLE (sign_up_id uuid, outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE shift event_shifts; event events; earlier event_sign_ups; reserved_one boolean; next_state text;
BEGIN
  -- Policies do not reach in here: nobody takes a place elsewhere than where the transaction is at work, and none but by the
  -- public form who is not a member there now.
  IF organisation <> coalesce(app.current_org(), organisation) OR (by_way <> 'web' AND NOT (app.scope_kind() = 'member' AND app.at_work())) THEN
    RETURN QUERY SELECT NULL::uuid, 'closed'; RETURN;
  END IF;
  SELECT s.* INTO shift FROM event_shifts s WHERE s.id = for_shift AND s.organisation_id = organisation FOR UPDATE;
  IF NOT FOUND THEN RETURN QUERY SELECT NULL::uuid, 'closed'; RETURN; END IF;
  SELECT u.* INTO earlier FROM event_sign_ups u WHERE u.client_id = client;
  IF FOUND THEN
    RETURN QUERY SELECT earlier.id, CASE WHEN earlier.shift_id <> shift.id THEN 'closed' WHEN earlier.state IN ('registered', 'waitlisted') THEN earlier.state ELSE 'known' END;
    RETURN;
  END IF;
  SELECT e.* INTO event FROM events e WHERE e.id = shift.event_id;
  IF event.state <> 'open' OR shift.cancelled_at IS NOT NULL OR shift.ends_at <= at
     OR (by_way = 'web' AND NOT EXISTS (SELECT 1 FROM published.events p WHERE p.id = event.id)) THEN
    RETURN QUERY SELECT NULL::uuid, 'closed'; RETURN;
  END IF;
  SELECT u.* INTO earlier FROM event_sign_ups u WHERE u.shift_id = shift.id AND u.person_index = person;
  IF FOUND AND earlier.state NOT IN ('cancelled', 'expired') THEN RETURN QUERY SELECT earlier.id, 'known'; RETURN; END IF;
  reserved_one := CASE shift.reserved_for
    WHEN 'women' THEN sex = 'woman'
    WHEN 'youth' THEN age IN ('14_17', '18_29')
    WHEN 'women_youth' THEN coalesce(sex = 'woman', false) OR coalesce(age IN ('14_17', '18_29'), false)
    ELSE false END;
  reserved_one := coalesce(reserved_one, false);
  -- Nobody passes somebody in line who could have the same place.
  next_state := CASE WHEN app.has_free_place(shift, reserved_one, at) AND NOT EXISTS (
      SELECT 1 FROM event_sign_ups u WHERE u.shift_id = shift.id AND u.state = 'waitlisted'
        AND (u.is_reserved = reserved_one OR app.has_free_place(shift, u.is_reserved, at)))
    THEN 'registered' ELSE 'waitlisted' END;
  IF next_state = 'waitlisted' AND NOT may_wait THEN RETURN QUERY SELECT NULL::uuid, 'full'; RETURN; END IF;
  IF earlier.id IS NOT NULL THEN
    UPDATE event_sign_ups SET state = next_state, number = nextval('event_sign_ups_number_seq'), client_id = client, way = by_way, person_cipher = cipher,
      age_band = age, gender = sex, is_reserved = reserved_one, wants_news = news, consent_version = consent, locale = lang,
      offered_until = NULL, ended_at = NULL, told_state = NULL, told_sequence = event.sequence, created_at = at
    WHERE id = earlier.id;
    new_id := earlier.id;
  ELSE
    INSERT INTO event_sign_ups (id, event_id, shift_id, organisation_id, client_id, state, way, person_cipher, person_index, contact_index, user_id,
      age_band, gender, is_reserved, wants_news, consent_version, locale, told_sequence, created_at)
    VALUES (new_id, event.id, shift.id, organisation, client, next_state, by_way, cipher, person, contact, as_user,
      age, sex, reserved_one, news, consent, lang, event.sequence, at);
  END IF;
  RETURN QUERY SELECT new_id, next_state;
END
$$;

-- A colleague's place ends with their membership, and so do its link, its calendar and its letters; only what everybody may
-- read of a public event stays theirs.
CREATE OR REPLACE FUNCTION app.holder_stands(sign_up uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT EXISTS (
    SELECT 1 FROM event_sign_ups u WHERE u.id = sign_up AND (
      u.user_id IS NULL OR EXISTS (SELECT 1 FROM published.events p WHERE p.id = u.event_id)
      OR EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.user_id AND m.organisation_id = u.organisation_id
                   AND m.ended_at IS NULL AND (m.expires_at IS NULL OR m.expires_at > now())))
  )
$$;

-- What the holder of a place does with it; the caller has proved by the link's HMAC that the id is theirs.
-- Answers registered | cancelled | expired | closed | unknown, and the shift, whose free places are offered on.
CREATE OR REPLACE FUNCTION app.answer_place(sign_up uuid, deed text, at timestamptz)
RETURNS TABLE (answer text, shift_id uuid, organisation_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE mine event_sign_ups; shift event_shifts; answered text;
BEGIN
  SELECT s.* INTO shift FROM event_shifts s JOIN event_sign_ups u ON u.shift_id = s.id WHERE u.id = sign_up FOR UPDATE OF s;
  IF NOT FOUND OR NOT app.holder_stands(sign_up) THEN RETURN QUERY SELECT 'unknown', NULL::uuid, NULL::uuid; RETURN; END IF;
  SELECT u.* INTO mine FROM event_sign_ups u WHERE u.id = sign_up;
  answered := CASE
    WHEN deed = 'accept' AND mine.state = 'registered' THEN 'registered'
    WHEN deed = 'accept' AND mine.state = 'offered' AND mine.offered_until > at THEN 'registered'
    WHEN deed = 'accept' AND mine.state IN ('offered', 'expired') THEN 'expired'
    WHEN deed = 'cancel' AND mine.state IN ('registered', 'waitlisted', 'offered', 'cancelled') AND (shift.ends_at > at OR mine.state = 'cancelled') THEN 'cancelled'
    ELSE 'closed' END;
  UPDATE event_sign_ups u SET state = answered, offered_until = NULL, ended_at = CASE WHEN answered = 'cancelled' THEN at END
  WHERE u.id = sign_up AND u.state <> answered AND answered IN ('registered', 'cancelled');
  RETURN QUERY SELECT answered, shift.id, shift.organisation_id;
END
$$;

-- The holder's own page: everything of their place, and the hidden place only while they have one.
CREATE OR REPLACE FUNCTION app.find_place(sign_up uuid)
RETURNS TABLE (id uuid, organisation_id uuid, contact_index text, state text, person_cipher text, offered_until timestamptz, attended_at timestamptz,
  feedback_stars smallint, in_line integer, event_id uuid, kind text, event_state text, title text, about text, locale text, region text, place text,
  is_place_hidden boolean, instructions text, cancel_note text, is_public boolean, shift_id uuid, shift_title text, starts_at timestamptz, ends_at timestamptz,
  is_shift_cancelled boolean, sequence integer, updated_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT u.id, u.organisation_id, u.contact_index, u.state, u.person_cipher, u.offered_until, u.attended_at, u.feedback_stars,
         CASE WHEN u.state = 'waitlisted' THEN (SELECT count(*)::int FROM event_sign_ups w WHERE w.shift_id = u.shift_id AND w.state = 'waitlisted' AND w.number <= u.number) END,
         e.id, e.kind, e.state, e.title, e.about, e.locale, e.region,
         CASE WHEN e.is_place_hidden AND u.state NOT IN ('registered', 'walk_in') THEN '' ELSE e.place END, e.is_place_hidden,
         CASE WHEN u.state IN ('registered', 'walk_in') THEN e.instructions ELSE '' END, e.cancel_note,
         EXISTS (SELECT 1 FROM published.events p WHERE p.id = e.id), s.id, s.title, s.starts_at, s.ends_at, s.cancelled_at IS NOT NULL, s.sequence, e.updated_at
  FROM event_sign_ups u JOIN event_shifts s ON s.id = u.shift_id JOIN events e ON e.id = u.event_id
  WHERE u.id = sign_up AND e.state <> 'draft' AND u.forgotten_at IS NULL AND app.holder_stands(sign_up)
$$;

-- All places of the same contact with the same organisation: a person's own calendar.
CREATE OR REPLACE FUNCTION app.find_own_places(sign_up uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT u.id FROM event_sign_ups me JOIN event_sign_ups u ON u.id = me.id
    OR (u.organisation_id = me.organisation_id AND u.contact_index = me.contact_index)
    OR (u.organisation_id = me.organisation_id AND u.user_id = me.user_id)
  WHERE me.id = sign_up AND u.state IN ('registered', 'waitlisted', 'offered') ORDER BY u.number DESC LIMIT 500
$$;

CREATE OR REPLACE FUNCTION app.give_feedback(sign_up uuid, stars smallint, cipher text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE event_sign_ups SET feedback_stars = stars, feedback_cipher = cipher WHERE id = sign_up AND attended_at IS NOT NULL AND app.holder_stands(sign_up);
  RETURN FOUND;
END
$$;

-- Whoever came, or wanted to, without an account is forgotten after the event's term; what they said of themselves stays as numbers.
CREATE OR REPLACE FUNCTION app.forget_sign_ups(before timestamptz, at timestamptz) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  WITH gone AS (
    UPDATE public.event_sign_ups u SET person_cipher = NULL, person_index = NULL, contact_index = NULL, person_id = NULL, feedback_cipher = NULL, forgotten_at = at
    WHERE u.forgotten_at IS NULL AND u.user_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM public.event_shifts s WHERE s.event_id = u.event_id AND s.ends_at >= before)
    RETURNING 1)
  SELECT count(*)::integer FROM gone
$$;

-- What the worker has to look at, by organisation: ids only. Hours of reminders are those of the country.
CREATE OR REPLACE FUNCTION app.event_work(at timestamptz) RETURNS TABLE (organisation_id uuid, event_id uuid, shift_id uuid, work text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT s.organisation_id, s.event_id, s.id, 'offers' FROM event_shifts s
  WHERE s.id IN (SELECT u.shift_id FROM event_sign_ups u WHERE u.state = 'offered' AND u.offered_until <= at)
  UNION ALL
  SELECT s.organisation_id, s.event_id, s.id, 'offers' FROM event_shifts s
  WHERE s.reserved > 0 AND s.starts_at > at AND s.starts_at <= at + interval '1 day'
    AND EXISTS (SELECT 1 FROM event_sign_ups u WHERE u.shift_id = s.id AND u.state = 'waitlisted')
  UNION ALL
  SELECT s.organisation_id, s.event_id, s.id, w.work
  FROM event_shifts s JOIN events e ON e.id = s.event_id AND e.state = 'open'
  CROSS JOIN LATERAL (SELECT (at AT TIME ZONE 'Asia/Baku') AS here, (s.starts_at AT TIME ZONE 'Asia/Baku') AS there) t
  CROSS JOIN LATERAL (SELECT CASE
    WHEN t.there::date = t.here::date + 1 AND t.here::time >= '11:00' THEN 'remind-day'
    WHEN t.there::date = t.here::date AND t.here::time >= '08:00' THEN 'remind-hour' END AS work) w
  WHERE s.cancelled_at IS NULL AND s.starts_at > at AND s.starts_at < at + interval '2 days' AND w.work IS NOT NULL
    AND EXISTS (SELECT 1 FROM event_sign_ups u WHERE u.shift_id = s.id AND u.state = 'registered'
                  AND CASE w.work WHEN 'remind-day' THEN u.day_reminder_at IS NULL ELSE u.hour_reminder_at IS NULL END)
  UNION ALL
  SELECT s.organisation_id, s.event_id, s.id, 'after' FROM event_shifts s
  WHERE s.ends_at <= at - interval '1 hour' AND s.ends_at > at - interval '14 days' AND s.cancelled_at IS NULL
    AND EXISTS (SELECT 1 FROM event_sign_ups u WHERE u.shift_id = s.id AND u.attended_at IS NOT NULL AND (u.feedback_asked_at IS NULL OR u.recorded_at IS NULL))
  UNION ALL
  SELECT e.organisation_id, e.id, NULL, 'end' FROM events e
  WHERE e.state = 'open' AND NOT EXISTS (SELECT 1 FROM event_shifts s WHERE s.event_id = e.id AND s.cancelled_at IS NULL AND s.ends_at > at - interval '12 hours')
    AND EXISTS (SELECT 1 FROM event_shifts s WHERE s.event_id = e.id)
$$;

DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY[
    'app.has_free_place(public.event_shifts, boolean, timestamptz)', 'app.offer_until(timestamptz, timestamptz)', 'app.offer_places(uuid, timestamptz)',
    'app.take_place(uuid, uuid, uuid, uuid, text, text, text, text, uuid, text, text, boolean, text, text, boolean, timestamptz)',
    'app.holder_stands(uuid)', 'app.answer_place(uuid, text, timestamptz)', 'app.find_place(uuid)', 'app.find_own_places(uuid)', 'app.give_feedback(uuid, smallint, text)',
    'app.event_work(timestamptz)', 'app.forget_sign_ups(timestamptz, timestamptz)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO icma_door', entry);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', entry);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO icma_app', entry);
  END LOOP;
END
$$;
GRANT USAGE ON SEQUENCE event_sign_ups_number_seq TO icma_door, icma_app;
