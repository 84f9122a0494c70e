-- What the operator stated of the election: everybody at work reads it, the operator adds to it, nobody changes it.
GRANT SELECT, INSERT ON election_statements TO icma_app;
CREATE POLICY read ON election_statements FOR SELECT TO icma_app USING (true);
CREATE POLICY state ON election_statements FOR INSERT TO icma_app WITH CHECK (app.scope_kind() = 'operator' AND stated_by = app.scope_user());

-- Strangers: the last statement, and the pages of candidates who want one. Whether the days allow a page to be shown is
-- asked by the same gate as everything else (elections/rules/campaign-gate.ts).
CREATE VIEW published.election AS
  SELECT day, payer, lawyer <> '' AND cleared_on IS NOT NULL AS is_cleared
  FROM public.election_statements ORDER BY position DESC LIMIT 1;
CREATE VIEW published.candidate_pages AS
  SELECT p.slug, p.name, p.municipality, p.about, p.aims, p.write_to, p.orderer, p.updated_at
  FROM public.candidate_pages p JOIN public.organisations o ON o.id = p.organisation_id
  WHERE p.is_on AND o.kind = 'team' AND o.state = 'approved';
DO $$
BEGIN
  ALTER VIEW published.election OWNER TO icma_door;
  ALTER VIEW published.candidate_pages OWNER TO icma_door;
  GRANT SELECT ON published.election, published.candidate_pages TO icma_public, icma_app;
END
$$;
