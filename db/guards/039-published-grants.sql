-- Views belong to the door role, which may look at the tables; strangers and members may look at the views.
DO $$
DECLARE entry record;
BEGIN
  FOR entry IN SELECT viewname FROM pg_views WHERE schemaname = 'published' LOOP
    EXECUTE format('ALTER VIEW published.%I OWNER TO icma_door', entry.viewname);
    EXECUTE format('GRANT SELECT ON published.%I TO icma_public, icma_app', entry.viewname);
  END LOOP;
END
$$;
GRANT USAGE ON SCHEMA published TO icma_public, icma_app;
