CREATE TABLE "account_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_tokens_purpose_known" CHECK ("account_tokens"."purpose" in ('password_reset', 'handover_code'))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"email_cipher" text,
	"email_index" text,
	"token_hash" text NOT NULL,
	"max_uses" integer DEFAULT 1 NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_kind_known" CHECK ("invitations"."kind" in ('email', 'link')),
	CONSTRAINT "invitations_role_known" CHECK ("invitations"."role" in ('owner', 'organiser', 'moderator', 'volunteer', 'reader'))
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"proved_at" timestamp with time zone NOT NULL,
	"label" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email_cipher" text,
	"email_index" text,
	"phone_cipher" text,
	"phone_index" text,
	"password_hash" text,
	"locale" text DEFAULT 'az' NOT NULL,
	"is_operator" boolean DEFAULT false NOT NULL,
	"totp_cipher" text,
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "users_locale_known" CHECK ("users"."locale" in ('az', 'en', 'ru'))
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"region" text,
	"name_az" text NOT NULL,
	"name_en" text NOT NULL,
	"name_ru" text NOT NULL,
	"email" text,
	"postal_address" text,
	"hotline" text,
	"source" text,
	"checked_on" date,
	"is_active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "body_routes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"category" text NOT NULL,
	"region" text,
	"body_kind" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"organisation_id" uuid
);
--> statement-breakpoint
CREATE TABLE "letter_signatories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"full_name_cipher" text NOT NULL,
	"address_cipher" text NOT NULL,
	"agreed_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"issue_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"state" text NOT NULL,
	"blocked_by" text[] DEFAULT '{}'::text[] NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"signatory_id" uuid,
	"with_exact_place" boolean DEFAULT true NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_via" text,
	"register_number" text,
	"client_id" uuid NOT NULL,
	CONSTRAINT "letters_state_known" CHECK ("letters"."state" in ('draft', 'ready', 'sent', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "issue_cells" (
	"zoom" smallint NOT NULL,
	"x" integer NOT NULL,
	"y" integer NOT NULL,
	"state_group" text NOT NULL,
	"theme" text NOT NULL,
	"count" integer NOT NULL,
	"sum_x" bigint NOT NULL,
	"sum_y" bigint NOT NULL,
	CONSTRAINT "issue_cells_zoom_x_y_state_group_theme_pk" PRIMARY KEY("zoom","x","y","state_group","theme")
);
--> statement-breakpoint
CREATE TABLE "issue_confirmations" (
	"issue_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"device_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "issue_confirmations_issue_id_device_hash_pk" PRIMARY KEY("issue_id","device_hash")
);
--> statement-breakpoint
CREATE TABLE "issue_contacts" (
	"issue_id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"contact_cipher" text NOT NULL,
	"consent_version" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issue_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issue_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_state" text,
	"to_state" text,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"reason" text,
	"public_note" text,
	"body_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "issue_events_kind_known" CHECK ("issue_events"."kind" in ('move', 'edit', 'photo_redacted', 'assigned', 'letter', 'body_reply', 'note'))
);
--> statement-breakpoint
CREATE TABLE "issue_flags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issue_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"body_name" text,
	"signatory" text,
	"contact_cipher" text,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issue_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issue_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"side" text NOT NULL,
	"author_id" uuid,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issue_photos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issue_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"full_key" text NOT NULL,
	"thumb_key" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"is_hidden" boolean DEFAULT false NOT NULL,
	"redacted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "issue_receipts" (
	"locator" text PRIMARY KEY NOT NULL,
	"issue_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"secret_hmac" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issue_totals" (
	"region" text NOT NULL,
	"category" text NOT NULL,
	"theme" text NOT NULL,
	"state_group" text NOT NULL,
	"located" boolean NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "issue_totals_region_category_state_group_located_pk" PRIMARY KEY("region","category","state_group","located")
);
--> statement-breakpoint
CREATE TABLE "issues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ref" bigint,
	"organisation_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"state" text DEFAULT 'received' NOT NULL,
	"category" text NOT NULL,
	"theme" text NOT NULL,
	"region" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"title" text NOT NULL,
	"details" text DEFAULT '' NOT NULL,
	"public_title" text,
	"public_details" text,
	"public_place" text,
	"locale" text NOT NULL,
	"source" text DEFAULT 'web' NOT NULL,
	"entered_by" uuid,
	"assignee_id" uuid,
	"sensitivity" smallint DEFAULT 0 NOT NULL,
	"exact_lat" double precision,
	"exact_lng" double precision,
	"public_lat" double precision,
	"public_lng" double precision,
	"merc_x" integer GENERATED ALWAYS AS (app.merc_x(public_lng)) STORED,
	"merc_y" integer GENERATED ALWAYS AS (app.merc_y(public_lat)) STORED,
	"is_public" boolean GENERATED ALWAYS AS (state in ('published', 'forwarded', 'acknowledged', 'promised', 'refused', 'referred', 'done_claimed', 'verified_fixed', 'disputed', 'closed')) STORED,
	"state_group" text GENERATED ALWAYS AS (app.state_group(state)) STORED,
	"search_text" text GENERATED ALWAYS AS (app.fold(coalesce(public_title, '') || ' ' || coalesce(public_details, '') || ' ' || coalesce(public_place, ''))) STORED,
	"confirmations" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"awaits" text,
	CONSTRAINT "issues_state_known" CHECK ("issues"."state" in ('received', 'held', 'rejected', 'published', 'forwarded', 'acknowledged', 'promised', 'refused', 'referred', 'done_claimed', 'verified_fixed', 'disputed', 'closed', 'withdrawn')),
	CONSTRAINT "issues_source_known" CHECK ("issues"."source" in ('web', 'visit', 'call', 'message', 'import'))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "memberships_role_known" CHECK ("memberships"."role" in ('owner', 'organiser', 'moderator', 'volunteer', 'reader'))
);
--> statement-breakpoint
CREATE TABLE "organisation_regions" (
	"organisation_id" uuid NOT NULL,
	"region" text NOT NULL,
	CONSTRAINT "organisation_regions_organisation_id_region_pk" PRIMARY KEY("organisation_id","region")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"parent_id" uuid,
	"name_az" text NOT NULL,
	"name_en" text NOT NULL,
	"name_ru" text NOT NULL,
	"about_az" text DEFAULT '' NOT NULL,
	"about_en" text DEFAULT '' NOT NULL,
	"about_ru" text DEFAULT '' NOT NULL,
	"town" text DEFAULT '' NOT NULL,
	"lat" double precision,
	"lng" double precision,
	"founded_year" integer,
	"public_email" text,
	"public_phone" text,
	"is_registered" boolean DEFAULT false NOT NULL,
	"legal_name" text,
	"legal_address" text,
	"representative_name" text,
	"representative_post" text,
	"client_id" uuid,
	"application" text,
	"applicant_email_cipher" text,
	"decision_note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"approved_at" timestamp with time zone,
	CONSTRAINT "organisations_kind_known" CHECK ("organisations"."kind" in ('network', 'cbo', 'initiative_group', 'society', 'team')),
	CONSTRAINT "organisations_state_known" CHECK ("organisations"."state" in ('applied', 'approved', 'refused', 'suspended', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"organisation_id" uuid,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"position" bigint PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_seals_entry_id_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"version" text NOT NULL,
	"locale" text NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to_cipher" text NOT NULL,
	"subject" text NOT NULL,
	"content_cipher" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"client_id" uuid PRIMARY KEY NOT NULL,
	"command" text NOT NULL,
	"outcome" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_routes" ADD CONSTRAINT "body_routes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_signatories" ADD CONSTRAINT "letter_signatories_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_signatories" ADD CONSTRAINT "letter_signatories_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_signatory_id_letter_signatories_id_fk" FOREIGN KEY ("signatory_id") REFERENCES "public"."letter_signatories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_confirmations" ADD CONSTRAINT "issue_confirmations_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_confirmations" ADD CONSTRAINT "issue_confirmations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_contacts" ADD CONSTRAINT "issue_contacts_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_contacts" ADD CONSTRAINT "issue_contacts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_events" ADD CONSTRAINT "issue_events_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_events" ADD CONSTRAINT "issue_events_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_flags" ADD CONSTRAINT "issue_flags_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_flags" ADD CONSTRAINT "issue_flags_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_messages" ADD CONSTRAINT "issue_messages_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_messages" ADD CONSTRAINT "issue_messages_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_photos" ADD CONSTRAINT "issue_photos_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_photos" ADD CONSTRAINT "issue_photos_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_receipts" ADD CONSTRAINT "issue_receipts_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issue_receipts" ADD CONSTRAINT "issue_receipts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_regions" ADD CONSTRAINT "organisation_regions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_parent_id_organisations_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_tokens_hash" ON "account_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_organisation" ON "invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "recovery_codes_user" ON "recovery_codes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_index" ON "users" USING btree ("email_index");--> statement-breakpoint
CREATE UNIQUE INDEX "users_phone_index" ON "users" USING btree ("phone_index");--> statement-breakpoint
CREATE UNIQUE INDEX "bodies_kind_region" ON "bodies" USING btree ("kind",coalesce("region", ''));--> statement-breakpoint
CREATE INDEX "body_routes_category" ON "body_routes" USING btree ("category");--> statement-breakpoint
CREATE INDEX "letter_signatories_organisation" ON "letter_signatories" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_client_id" ON "letters" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "letters_organisation" ON "letters" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "letters_issue" ON "letters" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "issue_events_issue" ON "issue_events" USING btree ("issue_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "issue_flags_client_id" ON "issue_flags" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "issue_flags_queue" ON "issue_flags" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "issue_messages_client_id" ON "issue_messages" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "issue_messages_issue" ON "issue_messages" USING btree ("issue_id","created_at");--> statement-breakpoint
CREATE INDEX "issue_photos_issue" ON "issue_photos" USING btree ("issue_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "issues_ref" ON "issues" USING btree ("ref");--> statement-breakpoint
CREATE UNIQUE INDEX "issues_client_id" ON "issues" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "issues_queue" ON "issues" USING btree ("organisation_id","state","created_at");--> statement-breakpoint
CREATE INDEX "issues_public_newest" ON "issues" USING btree ("published_at" DESC NULLS LAST,"ref" DESC NULLS LAST) WHERE is_public;--> statement-breakpoint
CREATE INDEX "issues_public_group" ON "issues" USING btree ("state_group","published_at" DESC NULLS LAST,"ref" DESC NULLS LAST) WHERE is_public;--> statement-breakpoint
CREATE INDEX "issues_public_region" ON "issues" USING btree ("region","published_at" DESC NULLS LAST,"ref" DESC NULLS LAST) WHERE is_public;--> statement-breakpoint
CREATE INDEX "issues_public_category" ON "issues" USING btree ("category","published_at" DESC NULLS LAST,"ref" DESC NULLS LAST) WHERE is_public;--> statement-breakpoint
CREATE INDEX "issues_public_theme" ON "issues" USING btree ("theme","published_at" DESC NULLS LAST,"ref" DESC NULLS LAST) WHERE is_public;--> statement-breakpoint
CREATE INDEX "issues_public_point" ON "issues" USING btree ("merc_x","merc_y","state_group","theme","category","region") WHERE is_public and merc_x is not null;--> statement-breakpoint
CREATE INDEX "issues_public_search" ON "issues" USING gin ("search_text" gin_trgm_ops) WHERE is_public;--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_once" ON "memberships" USING btree ("organisation_id","user_id","role") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "organisation_regions_region" ON "organisation_regions" USING btree ("region");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_slug" ON "organisations" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_client_id" ON "organisations" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "audit_entries_organisation" ON "audit_entries" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "consents_subject" ON "consents" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "mails_created" ON "mails" USING btree ("created_at");