-- Coalitions: a partner reads the campaign it was invited to; the people stay with the organisation that collected them.
CREATE OR REPLACE FUNCTION app.is_campaign_partner(campaign uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
RETURN EXISTS (
  SELECT 1 FROM public.campaign_partners p
  WHERE p.campaign_id = campaign AND p.organisation_id = nullif(current_setting('icma.org', true), '')::uuid
    AND p.state IN ('invited', 'accepted') AND current_setting('icma.kind', true) IN ('member', 'system')
);
ALTER FUNCTION app.is_campaign_partner(uuid) OWNER TO icma_door;
REVOKE ALL ON FUNCTION app.is_campaign_partner(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_campaign_partner(uuid) TO icma_app;
CREATE POLICY partner ON campaigns FOR SELECT TO icma_app USING (app.is_campaign_partner(id));
CREATE POLICY partner ON campaign_demands FOR SELECT TO icma_app USING (app.is_campaign_partner(campaign_id));

-- The lead invites and takes an unanswered invitation back; the partner alone answers, writes its words and leaves.
GRANT SELECT, INSERT, DELETE, UPDATE (state, text, answered_at, left_at) ON campaign_partners TO icma_app;
CREATE POLICY within_org ON campaign_partners FOR SELECT TO icma_app USING (app.within_org(organisation_id));
CREATE POLICY lead ON campaign_partners FOR SELECT TO icma_app USING (app.within_org(lead_id));
CREATE POLICY answer ON campaign_partners FOR UPDATE TO icma_app USING (app.within_org(organisation_id)) WITH CHECK (app.within_org(organisation_id));
CREATE POLICY invite ON campaign_partners FOR INSERT TO icma_app WITH CHECK (
  app.within_org(lead_id) AND state = 'invited' AND organisation_id <> lead_id
  AND EXISTS (SELECT 1 FROM campaigns c WHERE c.id = campaign_id AND c.organisation_id = lead_id)
);
-- One that declined may be asked again; one that left may not, because its people are counted already.
CREATE POLICY ask_again ON campaign_partners FOR UPDATE TO icma_app USING (app.within_org(lead_id) AND state = 'declined') WITH CHECK (app.within_org(lead_id) AND state = 'invited');
CREATE POLICY take_back ON campaign_partners FOR DELETE TO icma_app USING (app.within_org(lead_id) AND state = 'invited');

-- Totals and what changes them are written by the trigger and the roller alone.
GRANT SELECT ON campaign_totals, signature_deltas TO icma_app;
CREATE POLICY within_org ON campaign_totals FOR SELECT TO icma_app USING (app.within_org(organisation_id));
CREATE POLICY within_org ON signature_deltas FOR SELECT TO icma_app USING (app.within_org(organisation_id));

-- Posts, holders and holidays: everybody reads, the operator keeps them.
GRANT SELECT, INSERT, UPDATE, DELETE ON posts, post_holders, holiday_years, holidays TO icma_app;
DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY['posts', 'post_holders', 'holiday_years', 'holidays'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO icma_app USING (true)', entry);
    EXECUTE format('CREATE POLICY operator ON %I TO icma_app USING (app.scope_kind() = ''operator'') WITH CHECK (app.scope_kind() = ''operator'')', entry);
  END LOOP;
END
$$;
