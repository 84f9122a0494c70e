-- What strangers may read: views over published rows, without exact points, contacts or anything of people.
-- icma_public can read this schema and no table.
DROP SCHEMA IF EXISTS published CASCADE;
CREATE SCHEMA published;
GRANT USAGE, CREATE ON SCHEMA published TO icma_door;

-- `is_blurred`: the point is the centre of a coarse cell, or (`is_by_words`) that of the settlement or region that the words name.
-- No security barrier here: it would keep searches from the text index (a million rows read for a rare word). The role
-- that asks can make no function, not even a temporary one, so there is nothing that could look behind the filter.
CREATE VIEW published.issues AS
  SELECT ref, organisation_id, state, state_group, category, theme, region, public_title AS title, public_details AS details,
         public_place AS place, locale, public_lat AS lat, public_lng AS lng, merc_x, merc_y,
         sensitivity > 0 OR exact_lat IS NULL AS is_blurred, exact_lat IS NULL AS is_by_words,
         confirmations, published_at, search_text
  FROM public.issues WHERE is_public;

CREATE VIEW published.issue_events WITH (security_barrier) AS
  SELECT e.id, i.ref, e.kind, e.to_state, e.public_note, e.body_id, e.created_at
  FROM public.issue_events e JOIN public.issues i ON i.id = e.issue_id
  WHERE i.is_public AND e.kind = 'move' AND app.state_group(e.to_state) IS NOT NULL;

CREATE VIEW published.issue_photos WITH (security_barrier) AS
  SELECT p.id, i.ref, p.position, p.full_key, p.thumb_key, p.width, p.height
  FROM public.issue_photos p JOIN public.issues i ON i.id = p.issue_id
  WHERE i.is_public AND NOT p.is_hidden;

CREATE VIEW published.body_replies WITH (security_barrier) AS
  SELECT f.id, i.ref, f.body_name, f.signatory, f.text, f.decided_at
  FROM public.issue_flags f JOIN public.issues i ON i.id = f.issue_id
  WHERE i.is_public AND f.kind = 'body_reply' AND f.state = 'accepted';

CREATE VIEW published.organisations WITH (security_barrier) AS
  SELECT id, slug, kind, parent_id, name_az, name_en, name_ru, about_az, about_en, about_ru, town, lat, lng, founded_year,
         public_email, public_phone, is_registered
  FROM public.organisations WHERE state = 'approved' AND kind <> 'team';

CREATE VIEW published.organisation_regions WITH (security_barrier) AS
  SELECT r.organisation_id, r.region
  FROM public.organisation_regions r JOIN public.organisations o ON o.id = r.organisation_id
  WHERE o.state = 'approved' AND o.kind <> 'team';

CREATE VIEW published.bodies AS
  SELECT id, kind, region, name_az, name_en, name_ru, hotline, source, checked_on FROM public.bodies WHERE is_active;

CREATE VIEW published.body_routes AS
  SELECT category, region, body_kind, position, valid_from, valid_to FROM public.body_routes WHERE organisation_id IS NULL;

CREATE VIEW published.settings AS SELECT key, value, confirmed_at FROM public.settings WHERE key LIKE 'public.%';

CREATE VIEW published.issue_cells AS SELECT zoom, x, y, state_group, theme, count, sum_x, sum_y FROM public.issue_cells WHERE count > 0;
CREATE VIEW published.issue_totals AS SELECT region, category, theme, state_group, located, count FROM public.issue_totals WHERE count > 0;

-- A page that was public and is not any more answers 410 instead of 404.
CREATE OR REPLACE FUNCTION published.issue_is_gone(number bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
RETURN EXISTS (SELECT 1 FROM public.issues WHERE ref = number AND NOT is_public);
ALTER FUNCTION published.issue_is_gone(bigint) OWNER TO icma_door;
REVOKE ALL ON FUNCTION published.issue_is_gone(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published.issue_is_gone(bigint) TO icma_public, icma_app;

-- The same for its pictures: a withdrawn report keeps their rows without files.
CREATE OR REPLACE FUNCTION published.photo_is_gone(photo uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
RETURN EXISTS (SELECT 1 FROM public.issue_photos p JOIN public.issues i ON i.id = p.issue_id WHERE p.id = photo AND i.ref IS NOT NULL AND NOT i.is_public);
ALTER FUNCTION published.photo_is_gone(uuid) OWNER TO icma_door;
REVOKE ALL ON FUNCTION published.photo_is_gone(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published.photo_is_gone(uuid) TO icma_public, icma_app;
