-- Devices that may be told that there is news. The sign-in door keeps them for their owner; an organisation sees none of them.
GRANT SELECT, INSERT, DELETE ON push_subscriptions TO icma_auth;
CREATE POLICY sign_in ON push_subscriptions TO icma_auth USING (true) WITH CHECK (true);

-- Where to tell a member of an organisation that there is news: devices signed in now, of somebody who is at work there now.
CREATE OR REPLACE FUNCTION app.devices_of(person uuid, organisation uuid, at timestamptz)
RETURNS TABLE (device_id uuid, cipher text, locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT p.id, p.subscription_cipher, u.locale
  FROM public.push_subscriptions p JOIN public.sessions s ON s.id = p.session_id JOIN public.users u ON u.id = p.user_id
  WHERE p.user_id = person AND s.user_id = person AND s.expires_at > at AND u.deleted_at IS NULL AND EXISTS (
    SELECT 1 FROM public.memberships m JOIN public.organisations o ON o.id = m.organisation_id
    WHERE m.user_id = person AND m.organisation_id = organisation AND m.ended_at IS NULL AND (m.expires_at IS NULL OR m.expires_at > at)
      AND o.state = 'approved')
  ORDER BY p.created_at, p.id
$$;

-- Nobody is reached there any more.
CREATE OR REPLACE FUNCTION app.drop_device(device uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ DELETE FROM public.push_subscriptions p WHERE p.id = device $$;

DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY['app.devices_of(uuid, uuid, timestamptz)', 'app.drop_device(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO icma_door', entry);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', entry);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO icma_worker', entry);
  END LOOP;
END
$$;
