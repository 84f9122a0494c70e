CREATE TABLE "community_priorities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"region" text NOT NULL,
	"rank" integer NOT NULL,
	"text" text NOT NULL,
	"basis" text DEFAULT '' NOT NULL,
	"year" integer NOT NULL,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holiday_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"year" integer NOT NULL,
	"on" date NOT NULL,
	"name" text NOT NULL,
	"is_workday" boolean DEFAULT false NOT NULL,
	CONSTRAINT "holidays_on_pk" PRIMARY KEY("on")
);
--> statement-breakpoint
CREATE TABLE "post_holders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"post_id" uuid NOT NULL,
	"name" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	"source" text,
	"checked_on" date
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"title_az" text NOT NULL,
	"title_en" text NOT NULL,
	"title_ru" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "watched_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"on" date NOT NULL,
	"region" text NOT NULL,
	"source_url" text,
	"minutes" text DEFAULT '' NOT NULL,
	"votes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"amount" text,
	"published_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "watched_decisions_kind_known" CHECK ("watched_decisions"."kind" in ('sitting', 'hearing', 'budget', 'tender', 'decision'))
);
--> statement-breakpoint
CREATE TABLE "watched_promises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"text" text NOT NULL,
	"due_on" date,
	"state" text DEFAULT 'open' NOT NULL,
	"demand_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_demand_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"demand_id" uuid NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"note" text NOT NULL,
	"evidence_url" text,
	"actor_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_demands" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"body_id" uuid,
	"post_id" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"due_on" date,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_demands_state_known" CHECK ("campaign_demands"."state" in ('open', 'promised', 'done_claimed', 'verified', 'refused', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "campaign_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"file_key" text,
	"file_name" text,
	"mime" text,
	"bytes" integer,
	"url" text,
	"is_public" boolean DEFAULT false NOT NULL,
	"added_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_flags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
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
CREATE TABLE "campaign_issues" (
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"issue_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_issues_campaign_id_issue_id_pk" PRIMARY KEY("campaign_id","issue_id")
);
--> statement-breakpoint
CREATE TABLE "campaign_milestones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"supporters" integer,
	"on" date,
	"reached_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_partners" (
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"state" text DEFAULT 'invited' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	CONSTRAINT "campaign_partners_campaign_id_organisation_id_pk" PRIMARY KEY("campaign_id","organisation_id"),
	CONSTRAINT "campaign_partners_state_known" CHECK ("campaign_partners"."state" in ('invited', 'accepted', 'declined', 'left'))
);
--> statement-breakpoint
CREATE TABLE "campaign_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_state" text,
	"to_state" text,
	"reason" text,
	"note" text,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_steps_kind_known" CHECK ("campaign_steps"."kind" in ('created', 'moved', 'edited', 'demand', 'evidence', 'outcome_proposed', 'outcome_refused', 'delivery', 'reply', 'partner', 'hidden', 'shown', 'brake'))
);
--> statement-breakpoint
CREATE TABLE "campaign_suggestions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"theme" text NOT NULL,
	"category" text NOT NULL,
	"region" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"issue_ids" uuid[] NOT NULL,
	"people_confirmed" integer DEFAULT 0 NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"campaign_id" uuid
);
--> statement-breakpoint
CREATE TABLE "campaign_team" (
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"task" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_team_campaign_id_user_id_pk" PRIMARY KEY("campaign_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "campaign_updates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"theme" text NOT NULL,
	"category" text NOT NULL,
	"region" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"lat" double precision,
	"lng" double precision,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"story" text DEFAULT '' NOT NULL,
	"people_affected" integer,
	"goal" integer DEFAULT 100 NOT NULL,
	"locale" text NOT NULL,
	"closes_at" timestamp with time zone,
	"is_signing_paused" boolean DEFAULT false NOT NULL,
	"has_public_names" boolean DEFAULT true NOT NULL,
	"is_past" boolean DEFAULT false NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"proposed_outcome" text,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone,
	"before" text,
	"after" text,
	"confirmed_by" uuid,
	"verifier" text,
	"verified_on" date,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
	"anonymised_at" timestamp with time zone,
	"is_public" boolean GENERATED ALWAYS AS (state in ('active', 'paused', 'delivered', 'answered', 'won', 'partly_won', 'not_won', 'archived') and published_at is not null and hidden_at is null) STORED,
	"search_text" text GENERATED ALWAYS AS (app.fold(title || ' ' || summary || ' ' || story || ' ' || place)) STORED,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaigns_state_known" CHECK ("campaigns"."state" in ('draft', 'review', 'active', 'paused', 'delivered', 'answered', 'won', 'partly_won', 'not_won', 'archived'))
);
--> statement-breakpoint
CREATE TABLE "campaign_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"pack_id" uuid,
	"body_id" uuid,
	"post_id" uuid,
	"addressee" text NOT NULL,
	"channel" text NOT NULL,
	"delivered_on" date NOT NULL,
	"register_number" text,
	"supporters" integer DEFAULT 0 NOT NULL,
	"hand_signed" integer DEFAULT 0 NOT NULL,
	"pack_sha256" text,
	"stamp_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"with_study" boolean DEFAULT false NOT NULL,
	"reminded_at" timestamp with time zone,
	"escalated_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "campaign_packs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"body_id" uuid,
	"post_id" uuid,
	"addressee" text NOT NULL,
	"letter" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"signatory_id" uuid,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"sha256" text,
	"pages" integer,
	"supporters" integer,
	"hand_signed" integer,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_at" timestamp with time zone,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "campaign_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"received_on" date NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"document_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_replies_kind_known" CHECK ("campaign_replies"."kind" in ('full', 'partial', 'formal', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "delivery_followups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"delivery_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"body_id" uuid,
	"addressee" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_on" date
);
--> statement-breakpoint
CREATE TABLE "letter_actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"body_id" uuid NOT NULL,
	"post_id" uuid,
	"state" text DEFAULT 'test' NOT NULL,
	"subject" text NOT NULL,
	"hints" text NOT NULL,
	"hourly_max" integer DEFAULT 20 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "reply_ratings" (
	"reply_id" uuid NOT NULL,
	"signature_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"stars" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reply_ratings_reply_id_signature_id_pk" PRIMARY KEY("reply_id","signature_id")
);
--> statement-breakpoint
CREATE TABLE "supporter_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"way" text NOT NULL,
	"state" text NOT NULL,
	"is_test" boolean DEFAULT false NOT NULL,
	"letter_cipher" text,
	"sender_index" text,
	"text_index" text,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "campaign_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"closed_at" timestamp with time zone,
	"flagged_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_totals" (
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"assurance" text NOT NULL,
	"region" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "campaign_totals_campaign_id_organisation_id_channel_assurance_region_pk" PRIMARY KEY("campaign_id","organisation_id","channel","assurance","region")
);
--> statement-breakpoint
CREATE TABLE "signature_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"issued_by" uuid NOT NULL,
	"signature_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "signature_deltas" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"assurance" text NOT NULL,
	"region" text NOT NULL,
	"step" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signature_tellings" (
	"signature_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signature_tellings_signature_id_subject_id_pk" PRIMARY KEY("signature_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"channel" text NOT NULL,
	"assurance" text DEFAULT 'self' NOT NULL,
	"region" text NOT NULL,
	"person_cipher" text,
	"signer_index" text,
	"contact_index" text,
	"name_index" text,
	"locale" text NOT NULL,
	"shows_name" boolean DEFAULT false NOT NULL,
	"wants_news" boolean DEFAULT false NOT NULL,
	"consent_version" text NOT NULL,
	"link_id" uuid,
	"sheet_id" uuid,
	"sheet_row" smallint,
	"entered_by" uuid,
	"mails" smallint DEFAULT 0 NOT NULL,
	"invalidation_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"anonymised_at" timestamp with time zone,
	CONSTRAINT "signatures_state_known" CHECK ("signatures"."state" in ('pending', 'confirmed', 'withdrawn', 'invalidated')),
	CONSTRAINT "signatures_channel_known" CHECK ("signatures"."channel" in ('web', 'point', 'paper')),
	CONSTRAINT "signatures_assurance_known" CHECK ("signatures"."assurance" in ('self', 'email', 'code', 'paper', 'in_person'))
);
--> statement-breakpoint
CREATE TABLE "signing_blocks" (
	"organisation_id" uuid NOT NULL,
	"contact_index" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signing_blocks_organisation_id_contact_index_pk" PRIMARY KEY("organisation_id","contact_index")
);
--> statement-breakpoint
CREATE TABLE "support_sheets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'printed' NOT NULL,
	"photo_key" text,
	"unreadable" integer DEFAULT 0 NOT NULL,
	"entered_by" uuid,
	"entered_at" timestamp with time zone,
	"checked_by" uuid,
	"checked_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "support_sheets_state_known" CHECK ("support_sheets"."state" in ('printed', 'returned', 'entered', 'checked', 'void'))
);
--> statement-breakpoint
ALTER TABLE "letter_steps" DROP CONSTRAINT "letter_steps_kind_known";--> statement-breakpoint
ALTER TABLE "body_routes" ADD COLUMN "valid_from" date;--> statement-breakpoint
ALTER TABLE "body_routes" ADD COLUMN "valid_to" date;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "post_id" uuid;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "holder_name" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "purpose" text DEFAULT 'first' NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "follows_id" uuid;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "with_study" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "answered_on" date;--> statement-breakpoint
ALTER TABLE "community_priorities" ADD CONSTRAINT "community_priorities_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holidays" ADD CONSTRAINT "holidays_year_holiday_years_year_fk" FOREIGN KEY ("year") REFERENCES "public"."holiday_years"("year") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_holders" ADD CONSTRAINT "post_holders_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watched_decisions" ADD CONSTRAINT "watched_decisions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watched_decisions" ADD CONSTRAINT "watched_decisions_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watched_promises" ADD CONSTRAINT "watched_promises_decision_id_watched_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."watched_decisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watched_promises" ADD CONSTRAINT "watched_promises_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_demand_moves" ADD CONSTRAINT "campaign_demand_moves_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_demand_moves" ADD CONSTRAINT "campaign_demand_moves_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_demand_moves" ADD CONSTRAINT "campaign_demand_moves_demand_id_campaign_demands_id_fk" FOREIGN KEY ("demand_id") REFERENCES "public"."campaign_demands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_demands" ADD CONSTRAINT "campaign_demands_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_demands" ADD CONSTRAINT "campaign_demands_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_demands" ADD CONSTRAINT "campaign_demands_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_demands" ADD CONSTRAINT "campaign_demands_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_documents" ADD CONSTRAINT "campaign_documents_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_documents" ADD CONSTRAINT "campaign_documents_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_flags" ADD CONSTRAINT "campaign_flags_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_flags" ADD CONSTRAINT "campaign_flags_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_issues" ADD CONSTRAINT "campaign_issues_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_issues" ADD CONSTRAINT "campaign_issues_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_issues" ADD CONSTRAINT "campaign_issues_issue_id_issues_id_fk" FOREIGN KEY ("issue_id") REFERENCES "public"."issues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_milestones" ADD CONSTRAINT "campaign_milestones_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_milestones" ADD CONSTRAINT "campaign_milestones_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_partners" ADD CONSTRAINT "campaign_partners_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_partners" ADD CONSTRAINT "campaign_partners_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_partners" ADD CONSTRAINT "campaign_partners_lead_id_organisations_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_steps" ADD CONSTRAINT "campaign_steps_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_steps" ADD CONSTRAINT "campaign_steps_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_suggestions" ADD CONSTRAINT "campaign_suggestions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_suggestions" ADD CONSTRAINT "campaign_suggestions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_team" ADD CONSTRAINT "campaign_team_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_team" ADD CONSTRAINT "campaign_team_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_team" ADD CONSTRAINT "campaign_team_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_updates" ADD CONSTRAINT "campaign_updates_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_updates" ADD CONSTRAINT "campaign_updates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_deliveries" ADD CONSTRAINT "campaign_deliveries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_deliveries" ADD CONSTRAINT "campaign_deliveries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_deliveries" ADD CONSTRAINT "campaign_deliveries_pack_id_campaign_packs_id_fk" FOREIGN KEY ("pack_id") REFERENCES "public"."campaign_packs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_deliveries" ADD CONSTRAINT "campaign_deliveries_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_deliveries" ADD CONSTRAINT "campaign_deliveries_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_deliveries" ADD CONSTRAINT "campaign_deliveries_stamp_id_campaign_documents_id_fk" FOREIGN KEY ("stamp_id") REFERENCES "public"."campaign_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_packs" ADD CONSTRAINT "campaign_packs_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_packs" ADD CONSTRAINT "campaign_packs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_packs" ADD CONSTRAINT "campaign_packs_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_packs" ADD CONSTRAINT "campaign_packs_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_packs" ADD CONSTRAINT "campaign_packs_signatory_id_letter_signatories_id_fk" FOREIGN KEY ("signatory_id") REFERENCES "public"."letter_signatories"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_replies" ADD CONSTRAINT "campaign_replies_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_replies" ADD CONSTRAINT "campaign_replies_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_replies" ADD CONSTRAINT "campaign_replies_delivery_id_campaign_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."campaign_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_replies" ADD CONSTRAINT "campaign_replies_document_id_campaign_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."campaign_documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_followups" ADD CONSTRAINT "delivery_followups_delivery_id_campaign_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."campaign_deliveries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_followups" ADD CONSTRAINT "delivery_followups_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_followups" ADD CONSTRAINT "delivery_followups_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_followups" ADD CONSTRAINT "delivery_followups_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_actions" ADD CONSTRAINT "letter_actions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_actions" ADD CONSTRAINT "letter_actions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_actions" ADD CONSTRAINT "letter_actions_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_actions" ADD CONSTRAINT "letter_actions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_ratings" ADD CONSTRAINT "reply_ratings_reply_id_campaign_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."campaign_replies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_ratings" ADD CONSTRAINT "reply_ratings_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_ratings" ADD CONSTRAINT "reply_ratings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_letters" ADD CONSTRAINT "supporter_letters_action_id_letter_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."letter_actions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_letters" ADD CONSTRAINT "supporter_letters_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_letters" ADD CONSTRAINT "supporter_letters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_links" ADD CONSTRAINT "campaign_links_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_links" ADD CONSTRAINT "campaign_links_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_links" ADD CONSTRAINT "campaign_links_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_codes" ADD CONSTRAINT "signature_codes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_codes" ADD CONSTRAINT "signature_codes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_codes" ADD CONSTRAINT "signature_codes_issued_by_users_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_codes" ADD CONSTRAINT "signature_codes_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_tellings" ADD CONSTRAINT "signature_tellings_signature_id_signatures_id_fk" FOREIGN KEY ("signature_id") REFERENCES "public"."signatures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_tellings" ADD CONSTRAINT "signature_tellings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_link_id_campaign_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."campaign_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_sheet" FOREIGN KEY ("sheet_id") REFERENCES "public"."support_sheets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_blocks" ADD CONSTRAINT "signing_blocks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_sheets" ADD CONSTRAINT "support_sheets_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_sheets" ADD CONSTRAINT "support_sheets_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "community_priorities_organisation" ON "community_priorities" USING btree ("organisation_id","year","rank");--> statement-breakpoint
CREATE INDEX "holidays_year" ON "holidays" USING btree ("year");--> statement-breakpoint
CREATE INDEX "post_holders_post" ON "post_holders" USING btree ("post_id","since");--> statement-breakpoint
CREATE INDEX "posts_body" ON "posts" USING btree ("body_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "watched_decisions_client_id" ON "watched_decisions" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "watched_decisions_organisation" ON "watched_decisions" USING btree ("organisation_id","on");--> statement-breakpoint
CREATE INDEX "watched_promises_decision" ON "watched_promises" USING btree ("decision_id");--> statement-breakpoint
CREATE INDEX "campaign_demand_moves_demand" ON "campaign_demand_moves" USING btree ("demand_id","created_at");--> statement-breakpoint
CREATE INDEX "campaign_demands_campaign" ON "campaign_demands" USING btree ("campaign_id","position");--> statement-breakpoint
CREATE INDEX "campaign_documents_campaign" ON "campaign_documents" USING btree ("campaign_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_flags_client_id" ON "campaign_flags" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "campaign_flags_queue" ON "campaign_flags" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "campaign_issues_issue" ON "campaign_issues" USING btree ("issue_id");--> statement-breakpoint
CREATE INDEX "campaign_milestones_campaign" ON "campaign_milestones" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "campaign_partners_organisation" ON "campaign_partners" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "campaign_steps_campaign" ON "campaign_steps" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE INDEX "campaign_suggestions_organisation" ON "campaign_suggestions" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_updates_client_id" ON "campaign_updates" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "campaign_updates_campaign" ON "campaign_updates" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_slug" ON "campaigns" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_client_id" ON "campaigns" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "campaigns_organisation" ON "campaigns" USING btree ("organisation_id","state","updated_at");--> statement-breakpoint
CREATE INDEX "campaigns_public_newest" ON "campaigns" USING btree ("published_at" DESC NULLS LAST,"id") WHERE is_public;--> statement-breakpoint
CREATE INDEX "campaigns_public_search" ON "campaigns" USING gin ("search_text" gin_trgm_ops) WHERE is_public;--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_deliveries_client_id" ON "campaign_deliveries" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "campaign_deliveries_campaign" ON "campaign_deliveries" USING btree ("campaign_id","delivered_on");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_packs_client_id" ON "campaign_packs" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "campaign_packs_campaign" ON "campaign_packs" USING btree ("campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_replies_client_id" ON "campaign_replies" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "campaign_replies_campaign" ON "campaign_replies" USING btree ("campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_followups_once" ON "delivery_followups" USING btree ("delivery_id","kind");--> statement-breakpoint
CREATE INDEX "letter_actions_campaign" ON "letter_actions" USING btree ("campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supporter_letters_client_id" ON "supporter_letters" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "supporter_letters_queue" ON "supporter_letters" USING btree ("action_id","state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_links_code" ON "campaign_links" USING btree ("code");--> statement-breakpoint
CREATE INDEX "campaign_links_campaign" ON "campaign_links" USING btree ("campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signature_codes_hash" ON "signature_codes" USING btree ("campaign_id","code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_client_id" ON "signatures" USING btree ("client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_signer" ON "signatures" USING btree ("campaign_id","signer_index");--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_sheet_row" ON "signatures" USING btree ("sheet_id","sheet_row");--> statement-breakpoint
CREATE INDEX "signatures_contact" ON "signatures" USING btree ("campaign_id","contact_index");--> statement-breakpoint
CREATE INDEX "signatures_name" ON "signatures" USING btree ("campaign_id","name_index");--> statement-breakpoint
CREATE INDEX "signatures_organisation" ON "signatures" USING btree ("organisation_id","campaign_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "support_sheets_number" ON "support_sheets" USING btree ("campaign_id","organisation_id","number");--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "letters_followup" ON "letters" USING btree ("follows_id","purpose");--> statement-breakpoint
ALTER TABLE "letter_steps" ADD CONSTRAINT "letter_steps_kind_known" CHECK ("letter_steps"."kind" in ('drafted', 'edited', 'rerouted', 'fell_back', 'sent', 'mailed', 'registered', 'answered', 'cancelled'));