-- Narrow doors through the walls: each answers one question for somebody who has no scope yet.

-- Work for the worker, from inside the command's transaction. add_job itself is not for the app's role.
CREATE OR REPLACE FUNCTION app.enqueue(task text, payload jsonb, key text DEFAULT NULL, run_at timestamptz DEFAULT NULL) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
AS $$ SELECT graphile_worker.add_job(task, payload::json, run_at := run_at, job_key := key) $$;
ALTER FUNCTION app.enqueue(text, jsonb, text, timestamptz) OWNER TO icma_worker;
REVOKE ALL ON FUNCTION app.enqueue(text, jsonb, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enqueue(text, jsonb, text, timestamptz) TO icma_app, icma_auth;

-- A receipt's locator → what the secret must match.
CREATE OR REPLACE FUNCTION app.find_receipt(number text) RETURNS TABLE (issue_id uuid, organisation_id uuid, secret_hmac text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT r.issue_id, r.organisation_id, r.secret_hmac FROM public.issue_receipts r WHERE r.locator = number $$;

-- A public report → where a flag or a confirmation about it belongs.
CREATE OR REPLACE FUNCTION app.find_public_issue(number bigint) RETURNS TABLE (issue_id uuid, organisation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT i.id, i.organisation_id FROM public.issues i WHERE i.ref = number AND i.is_public $$;

-- A repeated submission → the report it already made (state of the same form, known only to its sender).
CREATE OR REPLACE FUNCTION app.find_submitted_issue(form uuid) RETURNS TABLE (issue_id uuid, locator text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT i.id, r.locator FROM public.issues i JOIN public.issue_receipts r ON r.issue_id = i.id WHERE i.client_id = form $$;

-- "It concerns me too": counted once per device.
CREATE OR REPLACE FUNCTION app.confirm_issue(number bigint, device text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE target public.issues;
BEGIN
  SELECT * INTO target FROM public.issues WHERE ref = number AND is_public FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO public.issue_confirmations (issue_id, organisation_id, device_hash)
  VALUES (target.id, target.organisation_id, device) ON CONFLICT DO NOTHING;
  IF FOUND THEN UPDATE public.issues SET confirmations = confirmations + 1 WHERE id = target.id; END IF;
  RETURN true;
END
$$;

-- An invitation's token → what it is for and who made it. The caller sees nothing of other invitations.
DROP FUNCTION IF EXISTS app.find_invitation(text);
CREATE FUNCTION app.find_invitation(hash text)
RETURNS TABLE (id uuid, organisation_id uuid, kind text, role text, team_role text, member_until timestamptz, email_index text, email_cipher text, is_open boolean, slug text, name_az text, name_en text, name_ru text, inviter text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT i.id, i.organisation_id, i.kind, i.role, i.team_role, i.member_until, i.email_index, i.email_cipher,
         i.revoked_at IS NULL AND i.expires_at > now() AND (i.member_until IS NULL OR i.member_until > now()) AND i.uses < i.max_uses AND o.state = 'approved',
         o.slug, o.name_az, o.name_en, o.name_ru, coalesce(u.name, '')
  FROM public.invitations i JOIN public.organisations o ON o.id = i.organisation_id LEFT JOIN public.users u ON u.id = i.created_by
  WHERE i.token_hash = hash
$$;

-- Accepts once: takes a place, makes the membership. An invitation by e-mail asks for the account with that e-mail.
CREATE OR REPLACE FUNCTION app.accept_invitation(hash text, person uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE invitation public.invitations;
BEGIN
  SELECT i.* INTO invitation FROM public.invitations i JOIN public.organisations o ON o.id = i.organisation_id
  WHERE i.token_hash = hash AND i.revoked_at IS NULL AND i.expires_at > now() AND i.uses < i.max_uses AND o.state = 'approved'
    AND (i.member_until IS NULL OR i.member_until > now()) AND (o.kind = 'team') = (coalesce(i.team_role, 'candidate') <> 'candidate')
  FOR UPDATE OF i;
  IF NOT FOUND THEN RETURN NULL; END IF;
  -- A society invites a candidate to found a team of her own: nobody becomes a member of anything, and nothing says who used it.
  IF invitation.team_role = 'candidate' THEN
    UPDATE public.invitations SET uses = uses + 1 WHERE id = invitation.id;
    RETURN invitation.organisation_id;
  END IF;
  -- Whoever photographs a link may use it: volunteers, or in a team one person whom she expects.
  IF invitation.kind = 'link' AND invitation.role <> 'volunteer' AND (invitation.team_role IS NULL OR invitation.role = 'owner' OR invitation.max_uses > 1) THEN
    RETURN NULL;
  END IF;
  IF invitation.kind = 'email' AND NOT EXISTS (
    SELECT 1 FROM public.users u WHERE u.id = person AND u.email_index = invitation.email_index AND u.deleted_at IS NULL
  ) THEN RETURN NULL; END IF;
  UPDATE public.memberships m SET ended_at = m.expires_at
  WHERE m.organisation_id = invitation.organisation_id AND m.user_id = person AND m.ended_at IS NULL AND m.expires_at <= now();
  INSERT INTO public.memberships (id, organisation_id, user_id, role, team_role, expires_at)
  VALUES (gen_random_uuid(), invitation.organisation_id, person, invitation.role, invitation.team_role, invitation.member_until)
  ON CONFLICT DO NOTHING;
  IF FOUND THEN UPDATE public.invitations SET uses = uses + 1 WHERE id = invitation.id; END IF;
  RETURN invitation.organisation_id;
END
$$;

-- What is on record of one person besides the account: for the download of everything held about oneself.
CREATE OR REPLACE FUNCTION app.own_records(person uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT jsonb_build_object(
    'trail', coalesce((SELECT jsonb_agg(jsonb_build_object('at', e.at, 'organisation', o.name_az, 'action', e.action, 'subjectType', e.subject_type, 'subjectId', e.subject_id) ORDER BY e.id)
      FROM public.audit_entries e LEFT JOIN public.organisations o ON o.id = e.organisation_id WHERE e.actor_id = person), '[]'),
    'consents', coalesce((SELECT jsonb_agg(jsonb_build_object('purpose', c.purpose, 'version', c.version, 'locale', c.locale, 'givenAt', c.given_at) ORDER BY c.given_at)
      FROM public.consents c WHERE c.subject_type = 'user' AND c.subject_id = person), '[]'),
    'signatures', coalesce((SELECT jsonb_agg(jsonb_build_object('organisation', o.name_az, 'fullNameCipher', s.full_name_cipher, 'addressCipher', s.address_cipher, 'agreedAt', s.agreed_at, 'revokedAt', s.revoked_at) ORDER BY s.agreed_at)
      FROM public.letter_signatories s JOIN public.organisations o ON o.id = s.organisation_id WHERE s.user_id = person), '[]'))
$$;

-- Somebody deletes the account: what other tables keep of the person goes with it. A letter that was signed keeps its signatory.
CREATE OR REPLACE FUNCTION app.forget_person(person uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  UPDATE public.invitations i SET email_cipher = NULL, email_index = NULL, revoked_at = coalesce(i.revoked_at, now())
    FROM public.users u WHERE u.id = person AND i.email_index = u.email_index;
  DELETE FROM public.letter_signatories s WHERE s.user_id = person AND NOT EXISTS (SELECT 1 FROM public.letters l WHERE l.signatory_id = s.id);
  UPDATE public.letter_signatories SET revoked_at = coalesce(revoked_at, now()) WHERE user_id = person;
  UPDATE public.issues SET assignee_id = NULL WHERE assignee_id = person;
$$;

DO $$
DECLARE entry text;
BEGIN
  FOREACH entry IN ARRAY ARRAY[
    'app.find_receipt(text)', 'app.find_public_issue(bigint)', 'app.find_submitted_issue(uuid)', 'app.confirm_issue(bigint, text)',
    'app.find_invitation(text)', 'app.accept_invitation(text, uuid)', 'app.own_records(uuid)', 'app.forget_person(uuid)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO icma_door', entry);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', entry);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION app.find_receipt(text), app.find_public_issue(bigint), app.find_submitted_issue(uuid), app.confirm_issue(bigint, text) TO icma_app;
GRANT EXECUTE ON FUNCTION app.find_invitation(text), app.accept_invitation(text, uuid), app.own_records(uuid), app.forget_person(uuid) TO icma_auth;
