-- Campaigns as strangers see them. What only the lead may say is joined by campaign and organisation both, so that a row
-- of another organisation never stands on the page.
CREATE VIEW published.campaigns AS
  SELECT id, slug, organisation_id, state, theme, category, region, place, lat, lng, title, summary, story, people_affected, goal,
         locale, closes_at, is_signing_paused, has_public_names, is_past, published_at, delivered_at, answered_at, ended_at,
         CASE WHEN confirmed_by IS NOT NULL OR is_past THEN before END AS before,
         CASE WHEN confirmed_by IS NOT NULL OR is_past THEN after END AS after,
         verifier, verified_on, search_text, updated_at
  FROM public.campaigns WHERE is_public;

-- Counts of the lead and of those who are or were its partners.
CREATE VIEW published.campaign_totals AS
  SELECT t.campaign_id, t.organisation_id, t.channel, t.assurance, t.region, t.count
  FROM public.campaign_totals t JOIN public.campaigns c ON c.id = t.campaign_id
  WHERE c.is_public AND t.count > 0 AND (t.organisation_id = c.organisation_id OR EXISTS (
    SELECT 1 FROM public.campaign_partners p WHERE p.campaign_id = c.id AND p.organisation_id = t.organisation_id AND p.state IN ('accepted', 'left')));

CREATE VIEW published.campaign_issues AS
  SELECT l.campaign_id, i.ref
  FROM public.campaign_issues l JOIN public.campaigns c ON c.id = l.campaign_id AND c.organisation_id = l.organisation_id
  JOIN public.issues i ON i.id = l.issue_id WHERE c.is_public AND i.is_public;

CREATE VIEW published.campaign_demands AS
  SELECT d.id, d.campaign_id, d.position, d.text, d.body_id, d.post_id, d.state, d.due_on, d.changed_at
  FROM public.campaign_demands d JOIN public.campaigns c ON c.id = d.campaign_id AND c.organisation_id = d.organisation_id WHERE c.is_public;

CREATE VIEW published.campaign_demand_moves AS
  SELECT m.id, m.campaign_id, m.demand_id, m.from_state, m.to_state, m.note, m.evidence_url, m.created_at
  FROM public.campaign_demand_moves m JOIN public.campaigns c ON c.id = m.campaign_id AND c.organisation_id = m.organisation_id WHERE c.is_public;

CREATE VIEW published.campaign_milestones AS
  SELECT m.id, m.campaign_id, m.kind, m.title, m.supporters, m."on", m.reached_at
  FROM public.campaign_milestones m JOIN public.campaigns c ON c.id = m.campaign_id AND c.organisation_id = m.organisation_id WHERE c.is_public;

CREATE VIEW published.campaign_updates AS
  SELECT u.id, u.campaign_id, u.title, u.text, u.created_at
  FROM public.campaign_updates u JOIN public.campaigns c ON c.id = u.campaign_id AND c.organisation_id = u.organisation_id WHERE c.is_public;

CREATE VIEW published.campaign_steps AS
  SELECT s.id, s.campaign_id, s.from_state, s.to_state, s.created_at
  FROM public.campaign_steps s JOIN public.campaigns c ON c.id = s.campaign_id AND c.organisation_id = s.organisation_id
  WHERE c.is_public AND s.kind = 'moved' AND s.to_state NOT IN ('draft', 'review') AND s.created_at >= c.published_at;

CREATE VIEW published.campaign_partners AS
  SELECT p.campaign_id, p.organisation_id, p.text
  FROM public.campaign_partners p JOIN public.campaigns c ON c.id = p.campaign_id WHERE c.is_public AND p.state = 'accepted';

CREATE VIEW published.campaign_documents AS
  SELECT d.id, d.campaign_id, d.kind, d.title, d.file_key, d.file_name, d.mime, d.bytes, d.url, d.created_at
  FROM public.campaign_documents d JOIN public.campaigns c ON c.id = d.campaign_id AND c.organisation_id = d.organisation_id
  WHERE c.is_public AND d.is_public;

CREATE VIEW published.campaign_deliveries AS
  SELECT d.id, d.campaign_id, d.body_id, d.post_id, d.addressee, d.channel, d.delivered_on, d.register_number, d.supporters,
         d.hand_signed, d.pack_sha256, d.with_study
  FROM public.campaign_deliveries d JOIN public.campaigns c ON c.id = d.campaign_id AND c.organisation_id = d.organisation_id WHERE c.is_public;

CREATE VIEW published.campaign_replies AS
  SELECT r.id, r.campaign_id, r.delivery_id, r.received_on, r.kind, r.text, r.document_id, r.created_at,
         (SELECT count(*)::int FROM public.reply_ratings x WHERE x.reply_id = r.id) AS ratings,
         (SELECT round(avg(x.stars), 1)::float8 FROM public.reply_ratings x WHERE x.reply_id = r.id) AS stars
  FROM public.campaign_replies r JOIN public.campaigns c ON c.id = r.campaign_id AND c.organisation_id = r.organisation_id WHERE c.is_public;

CREATE VIEW published.campaign_body_replies AS
  SELECT f.id, f.campaign_id, f.body_name, f.signatory, f.text, f.decided_at
  FROM public.campaign_flags f JOIN public.campaigns c ON c.id = f.campaign_id
  WHERE c.is_public AND f.kind = 'body_reply' AND f.state = 'accepted';

-- Those who said that their name may be shown. It stays a cipher: the page opens it and shows first name and initial.
CREATE VIEW published.campaign_names AS
  SELECT s.campaign_id, s.id, s.person_cipher, s.confirmed_at
  FROM public.signatures s JOIN public.campaigns c ON c.id = s.campaign_id
  WHERE c.is_public AND c.has_public_names AND s.shows_name AND s.state = 'confirmed' AND s.person_cipher IS NOT NULL;

CREATE VIEW published.letter_actions AS
  SELECT a.id, a.campaign_id, a.organisation_id, a.body_id, a.post_id, a.state, a.subject, a.hints,
         b.email, b.postal_address
  FROM public.letter_actions a JOIN public.bodies b ON b.id = a.body_id AND b.is_active
  JOIN public.campaigns c ON c.id = a.campaign_id AND c.organisation_id = a.organisation_id
  WHERE c.is_public AND a.state = 'open';

CREATE VIEW published.posts AS SELECT id, body_id, title_az, title_en, title_ru, position FROM public.posts WHERE is_active;
CREATE VIEW published.post_holders AS SELECT id, post_id, name, since, until, source, checked_on FROM public.post_holders;
CREATE VIEW published.holidays AS
  SELECT h."on", h.name, h.is_workday, y.year, y.is_sample
  FROM public.holidays h JOIN public.holiday_years y ON y.year = h.year WHERE y.confirmed_at IS NOT NULL OR y.is_sample;
CREATE VIEW published.holiday_years AS SELECT year, is_sample, source, confirmed_at FROM public.holiday_years WHERE confirmed_at IS NOT NULL OR is_sample;

CREATE VIEW published.watched_decisions AS
  SELECT id, organisation_id, body_id, kind, title, text, "on", region, source_url, minutes, votes, amount, published_at
  FROM public.watched_decisions WHERE published_at IS NOT NULL;
CREATE VIEW published.watched_promises AS
  SELECT p.id, p.decision_id, p.organisation_id, p.text, p.due_on, p.state, p.demand_id
  FROM public.watched_promises p JOIN public.watched_decisions d ON d.id = p.decision_id AND d.organisation_id = p.organisation_id
  WHERE d.published_at IS NOT NULL;
CREATE VIEW published.community_priorities AS
  SELECT id, organisation_id, region, rank, text, basis, year FROM public.community_priorities WHERE published_at IS NOT NULL;

-- That a letter about a published report left, when and to whom: the page says by which day an answer is due. Not its words.
CREATE VIEW published.issue_letters AS
  SELECT l.id, i.ref, l.body_id, l.purpose, (l.sent_at AT TIME ZONE 'Asia/Baku')::date AS sent_on, l.with_study, l.answered_on
  FROM public.letters l JOIN public.issues i ON i.id = l.issue_id AND i.organisation_id = l.organisation_id
  WHERE i.is_public AND l.state = 'sent' AND l.sent_at IS NOT NULL;
