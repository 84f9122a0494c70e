CREATE SCHEMA "legal";
--> statement-breakpoint
CREATE SCHEMA "vault_keys";
--> statement-breakpoint
CREATE TABLE "legal"."assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"role" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"record_id" uuid
);
--> statement-breakpoint
CREATE TABLE "legal"."blind_indexes" (
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "blind_indexes_case_id_side_kind_hash_pk" PRIMARY KEY("case_id","side","kind","hash")
);
--> statement-breakpoint
CREATE TABLE "legal"."bundle_cases" (
	"bundle_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "bundle_cases_bundle_id_case_id_pk" PRIMARY KEY("bundle_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "legal"."bundle_records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bundle_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"author_id" uuid NOT NULL,
	"key_version" integer NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"made_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal"."bundles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"campaign_id" uuid,
	"key_version" integer DEFAULT 1 NOT NULL,
	"next_seq" integer DEFAULT 1 NOT NULL,
	"made_by" uuid NOT NULL,
	"made_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal"."cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"number" integer,
	"track" text NOT NULL,
	"need" text,
	"campaign_id" uuid,
	"handover" text,
	"language" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"band_floor" text DEFAULT 'green' NOT NULL,
	"band_override" text,
	"due_on" date,
	"region" text,
	"matter" text,
	"is_court" boolean DEFAULT false NOT NULL,
	"label" text,
	"claimed_by" uuid,
	"is_waiting_for_us" boolean DEFAULT true NOT NULL,
	"opened_on" date NOT NULL,
	"last_on" date NOT NULL,
	"first_reply_on" date,
	"key_version" integer DEFAULT 0 NOT NULL,
	"identity_version" integer DEFAULT 0 NOT NULL,
	"next_seq" integer DEFAULT 1 NOT NULL,
	"padded_length" integer DEFAULT 0 NOT NULL,
	"is_sealed_in_browser" boolean DEFAULT false NOT NULL,
	"is_filed_for_somebody" boolean DEFAULT false NOT NULL,
	"is_frozen" boolean DEFAULT false NOT NULL,
	"check_in_on" date,
	"consent_version" text,
	"outcome" text,
	"not_taken_reason" text,
	"closed_on" date,
	"retention_until" date,
	"retention_warned_on" date,
	"is_on_hold" boolean DEFAULT false NOT NULL,
	CONSTRAINT "legal_cases_state_known" CHECK ("legal"."cases"."state" in ('draft', 'new', 'claimed', 'need_info', 'advice', 'representation', 'referred_out', 'not_taken', 'closed', 'erased')),
	CONSTRAINT "legal_cases_track_known" CHECK ("legal"."cases"."track" in ('person', 'campaign')),
	CONSTRAINT "legal_cases_numbered" CHECK (("legal"."cases"."state" in ('draft', 'erased')) or "legal"."cases"."number" is not null)
);
--> statement-breakpoint
CREATE TABLE "legal"."dates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"rule_key" text,
	"certainty" text,
	"due_on" date,
	"is_critical" boolean DEFAULT false NOT NULL,
	"is_shown" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"staff_id" uuid,
	"record_id" uuid NOT NULL,
	"sign_off" text DEFAULT 'none' NOT NULL,
	"asked_by" uuid,
	"decided_by" uuid,
	"done_on" date,
	"made_on" date NOT NULL,
	CONSTRAINT "legal_dates_two_people" CHECK ("legal"."dates"."decided_by" is null or "legal"."dates"."decided_by" <> "legal"."dates"."asked_by"),
	CONSTRAINT "legal_dates_low_hidden" CHECK (not ("legal"."dates"."is_shown" and coalesce("legal"."dates"."certainty", 'high') = 'low'))
);
--> statement-breakpoint
CREATE TABLE "legal"."desks" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"is_open" boolean DEFAULT false NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"hours" text DEFAULT '' NOT NULL,
	"first_reply_days" integer DEFAULT 3 NOT NULL,
	"team_key_version" integer DEFAULT 0 NOT NULL,
	"next_number" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal"."done_forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"outcome" jsonb NOT NULL,
	"on_day" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal"."exclusions" (
	"case_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "exclusions_case_id_staff_id_pk" PRIMARY KEY("case_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "legal"."files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"storage_key" text NOT NULL,
	"stored_bytes" integer NOT NULL,
	"made_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vault_keys"."grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"holder_kind" text NOT NULL,
	"holder_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"enc" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"link" "bytea",
	"link_by" uuid,
	"granted_by" uuid,
	"reason" text NOT NULL,
	"made_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal"."identity_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"record_id" uuid,
	"state" text DEFAULT 'asked' NOT NULL,
	"decided_by" uuid,
	"asked_on" date NOT NULL,
	"decided_on" date,
	CONSTRAINT "legal_identity_two_people" CHECK ("legal"."identity_requests"."decided_by" is null or "legal"."identity_requests"."decided_by" <> "legal"."identity_requests"."asked_by")
);
--> statement-breakpoint
CREATE TABLE "legal"."audit_entries" (
	"n" bigserial PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"case_id" uuid,
	"reason" text,
	"previous" text,
	"hash" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal"."notice_addresses" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"address_cipher" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vault_keys"."receipts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"locator" text NOT NULL,
	"salt" "bytea" NOT NULL,
	"lookup_hash" "bytea" NOT NULL,
	"box_public" "bytea" NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"made_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal"."records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"author" text NOT NULL,
	"author_id" uuid,
	"visibility" text NOT NULL,
	"key_kind" text DEFAULT 'case' NOT NULL,
	"key_version" integer NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"made_on" date NOT NULL,
	CONSTRAINT "legal_records_kind_known" CHECK ("legal"."records"."kind" in ('draft', 'answers', 'story', 'identity', 'summary', 'message', 'note', 'file', 'document', 'date', 'reason', 'outcome', 'parties')),
	CONSTRAINT "legal_records_visibility_known" CHECK ("legal"."records"."visibility" in ('public', 'team', 'self'))
);
--> statement-breakpoint
CREATE TABLE "legal"."referrals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"to_organisation_id" uuid,
	"state" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"made_on" date NOT NULL,
	"decided_on" date
);
--> statement-breakpoint
CREATE TABLE "legal"."saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"query" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal"."staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"shown_name" text NOT NULL,
	"is_bar" boolean DEFAULT false NOT NULL,
	"is_on_duty" boolean DEFAULT true NOT NULL,
	"capacity" integer DEFAULT 15 NOT NULL,
	"regions" text[] DEFAULT '{}' NOT NULL,
	"state" text DEFAULT 'enrolled' NOT NULL,
	"feed_hash" text,
	"joined_on" date NOT NULL,
	"ended_on" date,
	CONSTRAINT "legal_staff_role_known" CHECK ("legal"."staff"."role" in ('lead', 'lawyer', 'custodian')),
	CONSTRAINT "legal_staff_state_known" CHECK ("legal"."staff"."state" in ('enrolled', 'vouched', 'revoked'))
);
--> statement-breakpoint
CREATE TABLE "legal"."time_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"minutes" integer NOT NULL,
	"activity" text NOT NULL,
	CONSTRAINT "legal_time_minutes" CHECK ("legal"."time_entries"."minutes" between 1 and 1440)
);
--> statement-breakpoint
CREATE TABLE "vault_keys"."unlocks" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"holder_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"session_id" text,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vault_keys"."user_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"role" text NOT NULL,
	"is_bar" boolean NOT NULL,
	"shown_name" text NOT NULL,
	"box_public" "bytea" NOT NULL,
	"sign_public" "bytea" NOT NULL,
	"vouched_by" uuid,
	"signature" "bytea",
	"is_revoked" boolean DEFAULT false NOT NULL,
	"made_on" date NOT NULL,
	"vouched_on" date,
	"revoked_on" date
);
--> statement-breakpoint
CREATE TABLE "vault_keys"."user_wraps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"nonce" "bytea" NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"made_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitations" DROP CONSTRAINT "invitations_role_known";--> statement-breakpoint
ALTER TABLE "memberships" DROP CONSTRAINT "memberships_role_known";--> statement-breakpoint
ALTER TABLE "legal"."assignments" ADD CONSTRAINT "assignments_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "legal"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."assignments" ADD CONSTRAINT "assignments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."assignments" ADD CONSTRAINT "assignments_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."assignments" ADD CONSTRAINT "assignments_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "legal"."records"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."blind_indexes" ADD CONSTRAINT "blind_indexes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "legal"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."blind_indexes" ADD CONSTRAINT "blind_indexes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."bundle_cases" ADD CONSTRAINT "bundle_cases_bundle_id_bundles_id_fk" FOREIGN KEY ("bundle_id") REFERENCES "legal"."bundles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."bundle_cases" ADD CONSTRAINT "bundle_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "legal"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."bundle_cases" ADD CONSTRAINT "bundle_cases_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."bundle_records" ADD CONSTRAINT "bundle_records_bundle_id_bundles_id_fk" FOREIGN KEY ("bundle_id") REFERENCES "legal"."bundles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."bundle_records" ADD CONSTRAINT "bundle_records_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."bundle_records" ADD CONSTRAINT "bundle_records_author_id_staff_id_fk" FOREIGN KEY ("author_id") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."bundles" ADD CONSTRAINT "bundles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."bundles" ADD CONSTRAINT "bundles_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."bundles" ADD CONSTRAINT "bundles_made_by_staff_id_fk" FOREIGN KEY ("made_by") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."cases" ADD CONSTRAINT "cases_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."cases" ADD CONSTRAINT "cases_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."cases" ADD CONSTRAINT "cases_claimed_by_staff_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."dates" ADD CONSTRAINT "dates_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "legal"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."dates" ADD CONSTRAINT "dates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."dates" ADD CONSTRAINT "dates_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."dates" ADD CONSTRAINT "dates_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "legal"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."dates" ADD CONSTRAINT "dates_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."dates" ADD CONSTRAINT "dates_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."desks" ADD CONSTRAINT "desks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."exclusions" ADD CONSTRAINT "exclusions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "legal"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."exclusions" ADD CONSTRAINT "exclusions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."exclusions" ADD CONSTRAINT "exclusions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."files" ADD CONSTRAINT "files_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "legal"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."files" ADD CONSTRAINT "files_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."files" ADD CONSTRAINT "files_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "legal"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_keys"."grants" ADD CONSTRAINT "grants_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."identity_requests" ADD CONSTRAINT "identity_requests_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "legal"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."identity_requests" ADD CONSTRAINT "identity_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."identity_requests" ADD CONSTRAINT "identity_requests_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."identity_requests" ADD CONSTRAINT "identity_requests_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "legal"."records"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."identity_requests" ADD CONSTRAINT "identity_requests_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."audit_entries" ADD CONSTRAINT "audit_entries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."notice_addresses" ADD CONSTRAINT "notice_addresses_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "legal"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."notice_addresses" ADD CONSTRAINT "notice_addresses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_keys"."receipts" ADD CONSTRAINT "receipts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_keys"."receipts" ADD CONSTRAINT "receipts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "legal"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."records" ADD CONSTRAINT "records_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "legal"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."records" ADD CONSTRAINT "records_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."records" ADD CONSTRAINT "records_author_id_staff_id_fk" FOREIGN KEY ("author_id") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."referrals" ADD CONSTRAINT "referrals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "legal"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."referrals" ADD CONSTRAINT "referrals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."referrals" ADD CONSTRAINT "referrals_to_organisation_id_organisations_id_fk" FOREIGN KEY ("to_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."referrals" ADD CONSTRAINT "referrals_proposed_by_staff_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."referrals" ADD CONSTRAINT "referrals_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "legal"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."saved_views" ADD CONSTRAINT "saved_views_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."saved_views" ADD CONSTRAINT "saved_views_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "legal"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."staff" ADD CONSTRAINT "staff_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."staff" ADD CONSTRAINT "staff_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."time_entries" ADD CONSTRAINT "time_entries_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "legal"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."time_entries" ADD CONSTRAINT "time_entries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal"."time_entries" ADD CONSTRAINT "time_entries_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_keys"."unlocks" ADD CONSTRAINT "unlocks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_keys"."user_keys" ADD CONSTRAINT "user_keys_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_keys"."user_keys" ADD CONSTRAINT "user_keys_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_keys"."user_wraps" ADD CONSTRAINT "user_wraps_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_keys"."user_wraps" ADD CONSTRAINT "user_wraps_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "legal"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_keys"."user_wraps" ADD CONSTRAINT "user_wraps_key_id_user_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "vault_keys"."user_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "legal_assignments_case" ON "legal"."assignments" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "legal_assignments_staff" ON "legal"."assignments" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "legal_blind_hash" ON "legal"."blind_indexes" USING btree ("organisation_id","hash");--> statement-breakpoint
CREATE INDEX "legal_bundle_cases_case" ON "legal"."bundle_cases" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_bundle_records_order" ON "legal"."bundle_records" USING btree ("bundle_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_cases_number" ON "legal"."cases" USING btree ("organisation_id","number");--> statement-breakpoint
CREATE INDEX "legal_cases_queue" ON "legal"."cases" USING btree ("organisation_id","state","due_on");--> statement-breakpoint
CREATE INDEX "legal_cases_claimed" ON "legal"."cases" USING btree ("claimed_by","state");--> statement-breakpoint
CREATE INDEX "legal_cases_campaign" ON "legal"."cases" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "legal_dates_case" ON "legal"."dates" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "legal_dates_due" ON "legal"."dates" USING btree ("organisation_id","state","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_files_record" ON "legal"."files" USING btree ("record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "vault_grants_once" ON "vault_keys"."grants" USING btree ("kind","subject_id","version","key_id");--> statement-breakpoint
CREATE INDEX "vault_grants_key" ON "vault_keys"."grants" USING btree ("key_id");--> statement-breakpoint
CREATE INDEX "vault_grants_holder" ON "vault_keys"."grants" USING btree ("holder_id");--> statement-breakpoint
CREATE INDEX "legal_identity_requests_state" ON "legal"."identity_requests" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "legal_audit_case" ON "legal"."audit_entries" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "legal_audit_organisation" ON "legal"."audit_entries" USING btree ("organisation_id","n");--> statement-breakpoint
CREATE INDEX "vault_receipts_locator" ON "vault_keys"."receipts" USING btree ("locator");--> statement-breakpoint
CREATE INDEX "vault_receipts_case" ON "vault_keys"."receipts" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_records_order" ON "legal"."records" USING btree ("case_id","seq");--> statement-breakpoint
CREATE INDEX "legal_records_kind" ON "legal"."records" USING btree ("case_id","kind");--> statement-breakpoint
CREATE INDEX "legal_referrals_case" ON "legal"."referrals" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_saved_views_query" ON "legal"."saved_views" USING btree ("staff_id","query");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_staff_person" ON "legal"."staff" USING btree ("organisation_id","user_id") WHERE "legal"."staff"."state" <> 'revoked';--> statement-breakpoint
CREATE UNIQUE INDEX "legal_staff_feed" ON "legal"."staff" USING btree ("feed_hash");--> statement-breakpoint
CREATE INDEX "legal_time_case" ON "legal"."time_entries" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "vault_unlocks_holder" ON "vault_keys"."unlocks" USING btree ("holder_id");--> statement-breakpoint
CREATE INDEX "vault_unlocks_seen" ON "vault_keys"."unlocks" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "vault_user_keys_organisation" ON "vault_keys"."user_keys" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "vault_user_keys_current" ON "vault_keys"."user_keys" USING btree ("staff_id") WHERE not "vault_keys"."user_keys"."is_revoked";--> statement-breakpoint
CREATE INDEX "vault_user_wraps_key" ON "vault_keys"."user_wraps" USING btree ("key_id");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_role_known" CHECK ("invitations"."role" in ('owner', 'organiser', 'moderator', 'volunteer', 'reader', 'legal_lead', 'lawyer', 'custodian'));--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role_known" CHECK ("memberships"."role" in ('owner', 'organiser', 'moderator', 'volunteer', 'reader', 'legal_lead', 'lawyer', 'custodian'));