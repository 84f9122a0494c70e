-- Somebody without an account hands a join form in to one organisation, and reads nothing back.
CREATE POLICY hand_in ON join_submissions FOR INSERT TO icma_app WITH CHECK (
  app.scope_kind() = 'citizen' AND organisation_id = app.current_org() AND state = 'pending' AND person_id IS NULL
);

-- A join form by its address, with how many were taken for each role. Closed ones too: their page says so.
DROP FUNCTION IF EXISTS app.find_join_form(text);
CREATE FUNCTION app.find_join_form(address text)
RETURNS TABLE (form_id uuid, organisation_id uuid, organisation_slug text, organisation_kind text, name_az text, name_en text, name_ru text,
  campaign_slug text, campaign_title text, intro text, locale text, is_open boolean, roles jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT f.id, f.organisation_id, o.slug, o.kind, o.name_az, o.name_en, o.name_ru, c.slug, c.title, f.intro, f.locale, f.is_open,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'title', r.title, 'places', r.places, 'reservedFor', r.reserved_for, 'reserved', r.reserved,
        'taken', (SELECT count(*) FROM public.join_submissions s WHERE s.role_id = r.id AND s.state = 'accepted'),
        'takenReserved', (SELECT count(*) FROM public.join_submissions s WHERE s.role_id = r.id AND s.state = 'accepted' AND CASE r.reserved_for
          WHEN 'women' THEN s.gender = 'woman' WHEN 'young' THEN s.age_band IN ('14_17', '18_29') ELSE false END)) ORDER BY r.position)
      FROM public.join_roles r WHERE r.form_id = f.id), '[]')
  FROM public.join_forms f JOIN public.organisations o ON o.id = f.organisation_id AND o.state = 'approved'
  LEFT JOIN public.campaigns c ON c.id = f.campaign_id
  WHERE f.slug = address AND (f.campaign_id IS NULL OR c.is_public)
$$;

-- What nobody decided on for so long, and what was said to those who were turned down, is forgotten.
CREATE OR REPLACE FUNCTION app.forget_join_submissions(before timestamptz) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  WITH gone AS (DELETE FROM public.join_submissions WHERE state <> 'accepted' AND created_at < before RETURNING 1)
  SELECT count(*)::integer FROM gone
$$;

DO $$
DECLARE entry regprocedure;
BEGIN
  FOREACH entry IN ARRAY ARRAY['app.find_join_form(text)', 'app.forget_join_submissions(timestamptz)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO icma_door', entry);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', entry);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO icma_app', entry);
  END LOOP;
END
$$;

-- Where strangers may join: open forms of organisations that stand in the directory, never a team's.
CREATE VIEW published.join_forms AS
  SELECT f.slug, f.organisation_id, f.campaign_id
  FROM public.join_forms f JOIN public.organisations o ON o.id = f.organisation_id AND o.state = 'approved' AND o.kind <> 'team'
  LEFT JOIN public.campaigns c ON c.id = f.campaign_id
  WHERE f.is_open AND (f.campaign_id IS NULL OR c.is_public);
ALTER VIEW published.join_forms OWNER TO icma_door;
GRANT SELECT ON published.join_forms TO icma_public, icma_app;
