CREATE TABLE "board_contacts" (
	"match_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"cipher" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "board_contacts_match_id_organisation_id_pk" PRIMARY KEY("match_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "board_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"category" text NOT NULL,
	"title" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"region" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"unmatched_told_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "board_entries_kind_known" CHECK ("board_entries"."kind" in ('need', 'offer')),
	CONSTRAINT "board_entries_category_known" CHECK ("board_entries"."category" in ('equipment', 'room', 'transport', 'skill', 'training', 'translation', 'volunteers', 'materials', 'printing', 'advice', 'other')),
	CONSTRAINT "board_entries_state_known" CHECK ("board_entries"."state" in ('open', 'proposed', 'agreed', 'done', 'confirmed', 'withdrawn', 'expired')),
	CONSTRAINT "board_entries_days" CHECK ("board_entries"."ends_on" >= "board_entries"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "board_matches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"own_entry_id" uuid,
	"owner_id" uuid NOT NULL,
	"proposer_id" uuid NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"done_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "board_matches_state_known" CHECK ("board_matches"."state" in ('proposed', 'agreed', 'done', 'confirmed', 'declined', 'taken_back', 'lapsed', 'cancelled')),
	CONSTRAINT "board_matches_two" CHECK ("board_matches"."owner_id" <> "board_matches"."proposer_id")
);
--> statement-breakpoint
CREATE TABLE "home_dismissals" (
	"organisation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "home_dismissals_organisation_id_user_id_pk" PRIMARY KEY("organisation_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "briefing_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"briefing_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"right_answers" integer NOT NULL,
	"is_passed" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "briefing_versions" (
	"briefing_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"organisation_id" uuid NOT NULL,
	"text" text NOT NULL,
	"questions" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "briefing_versions_briefing_id_version_pk" PRIMARY KEY("briefing_id","version")
);
--> statement-breakpoint
CREATE TABLE "briefings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"title" text NOT NULL,
	"version" integer NOT NULL,
	"needed_version" integer NOT NULL,
	"archived_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_confirmations" (
	"organisation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"text_version" text NOT NULL,
	"locale" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "campaign_confirmations_organisation_id_user_id_text_version_pk" PRIMARY KEY("organisation_id","user_id","text_version")
);
--> statement-breakpoint
CREATE TABLE "candidacies" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"municipality" text NOT NULL,
	"population" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "candidacies_population" CHECK ("candidacies"."population" > 0)
);
--> statement-breakpoint
CREATE TABLE "candidacy_steps" (
	"organisation_id" uuid NOT NULL,
	"key" text NOT NULL,
	"owner_id" uuid,
	"done_by" uuid,
	"done_on" date,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "candidacy_steps_organisation_id_key_pk" PRIMARY KEY("organisation_id","key"),
	CONSTRAINT "candidacy_steps_key_known" CHECK ("candidacy_steps"."key" in ('eligibility', 'incompatible-posts', 'nomination-papers', 'nomination-decision', 'election-account', 'authorised-representative', 'signature-sheets', 'signature-protocol', 'income-statement', 'property-statement', 'financial-report', 'data-changes', 'documents-handed-in', 'registration-decision', 'agents', 'imprint', 'observers', 'silence', 'final-financial-report'))
);
--> statement-breakpoint
CREATE TABLE "candidate_pages" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"municipality" text NOT NULL,
	"about" text NOT NULL,
	"aims" text DEFAULT '' NOT NULL,
	"write_to" text DEFAULT '' NOT NULL,
	"orderer" text NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "election_statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" integer GENERATED ALWAYS AS IDENTITY (sequence name "election_statements_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"day" date,
	"payer" text DEFAULT '' NOT NULL,
	"lawyer" text DEFAULT '' NOT NULL,
	"cleared_on" date,
	"stated_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "printed_matter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"producer" text NOT NULL,
	"orderer" text NOT NULL,
	"print_run" integer NOT NULL,
	"printed_on" date NOT NULL,
	"copy_handed_on" date,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "printed_matter_kind_known" CHECK ("printed_matter"."kind" in ('poster', 'leaflet', 'booklet', 'card', 'other')),
	CONSTRAINT "printed_matter_imprint" CHECK ("printed_matter"."producer" <> '' and "printed_matter"."orderer" <> '' and "printed_matter"."print_run" > 0)
);
--> statement-breakpoint
CREATE TABLE "signature_counts" (
	"organisation_id" uuid NOT NULL,
	"collector" text NOT NULL,
	"day" date NOT NULL,
	"count" integer NOT NULL,
	"recorded_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signature_counts_organisation_id_collector_day_pk" PRIMARY KEY("organisation_id","collector","day"),
	CONSTRAINT "signature_counts_count" CHECK ("signature_counts"."count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "team_meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"partner" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"day" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"follow_up" text DEFAULT '' NOT NULL,
	"owner_id" uuid,
	"follow_up_on" date,
	"followed_up_on" date,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_meetings_kind_known" CHECK ("team_meetings"."kind" in ('media', 'ngo', 'authority', 'precinct', 'yard', 'community'))
);
--> statement-breakpoint
CREATE TABLE "team_promises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"meeting_id" uuid,
	"text" text NOT NULL,
	"to_whom" text DEFAULT '' NOT NULL,
	"made_on" date NOT NULL,
	"due_on" date,
	"owner_id" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"closed_on" date,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_promises_state_known" CHECK ("team_promises"."state" in ('open', 'kept', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "event_shifts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"capacity" integer NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	"reserved_for" text DEFAULT 'nobody' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_shifts_reserved_known" CHECK ("event_shifts"."reserved_for" in ('nobody', 'women', 'youth', 'women_youth'))
);
--> statement-breakpoint
CREATE TABLE "event_sign_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"shift_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"number" bigserial NOT NULL,
	"state" text NOT NULL,
	"way" text NOT NULL,
	"person_cipher" text NOT NULL,
	"person_index" text,
	"contact_index" text,
	"user_id" uuid,
	"person_id" uuid,
	"age_band" text,
	"gender" text,
	"is_reserved" boolean DEFAULT false NOT NULL,
	"wants_news" boolean DEFAULT false NOT NULL,
	"consent_version" text NOT NULL,
	"locale" text NOT NULL,
	"offered_until" timestamp with time zone,
	"attended_at" timestamp with time zone,
	"checked_by" uuid,
	"told_state" text,
	"told_sequence" integer DEFAULT 0 NOT NULL,
	"day_reminder_at" timestamp with time zone,
	"hour_reminder_at" timestamp with time zone,
	"feedback_asked_at" timestamp with time zone,
	"feedback_stars" smallint,
	"feedback_cipher" text,
	"recorded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "event_sign_ups_state_known" CHECK ("event_sign_ups"."state" in ('registered', 'waitlisted', 'offered', 'expired', 'cancelled', 'walk_in')),
	CONSTRAINT "event_sign_ups_way_known" CHECK ("event_sign_ups"."way" in ('web', 'member', 'manual', 'door'))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"audience" text NOT NULL,
	"title" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"region" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"is_place_hidden" boolean DEFAULT false NOT NULL,
	"instructions" text DEFAULT '' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"cancel_note" text DEFAULT '' NOT NULL,
	"report" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "events_kind_known" CHECK ("events"."kind" in ('assembly', 'training', 'meeting_media', 'meeting_ngo', 'meeting_authority', 'meeting_constituency', 'volunteering', 'canvassing', 'other')),
	CONSTRAINT "events_state_known" CHECK ("events"."state" in ('draft', 'open', 'ended', 'cancelled')),
	CONSTRAINT "events_audience_known" CHECK ("events"."audience" in ('public', 'members'))
);
--> statement-breakpoint
CREATE TABLE "mailing_delays" (
	"recipient_id" uuid PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailing_recipients" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mailing_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"contact_index" text NOT NULL,
	"locale" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"unsubscribed_at" timestamp with time zone,
	CONSTRAINT "mailing_recipients_state_known" CHECK ("mailing_recipients"."state" in ('waiting', 'claimed', 'sent', 'failed', 'bounced', 'withdrawn', 'stopped'))
);
--> statement-breakpoint
CREATE TABLE "mailing_stops" (
	"address_key" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "mailing_stops_reason_known" CHECK ("mailing_stops"."reason" in ('bounce', 'complaint'))
);
--> statement-breakpoint
CREATE TABLE "mailing_touches" (
	"address_key" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"purpose" text NOT NULL,
	"channel" text DEFAULT 'email' NOT NULL,
	"audience" text NOT NULL,
	"audience_id" uuid,
	"texts" jsonb NOT NULL,
	"locale" text DEFAULT 'az' NOT NULL,
	"left_out" jsonb,
	"tested_at" timestamp with time zone,
	"scheduled_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"stop_code" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mailings_state_known" CHECK ("mailings"."state" in ('draft', 'locked', 'scheduled', 'sending', 'sent', 'stopped')),
	CONSTRAINT "mailings_purpose_known" CHECK ("mailings"."purpose" in ('news', 'events', 'volunteering', 'campaigning')),
	CONSTRAINT "mailings_channel_known" CHECK ("mailings"."channel" in ('email', 'sms')),
	CONSTRAINT "mailings_audience_known" CHECK ("mailings"."audience" in ('all', 'search', 'event')),
	CONSTRAINT "mailings_locale_known" CHECK ("mailings"."locale" in ('az', 'en', 'ru'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"name" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"age_band" text,
	"gender" text,
	"name_key" text GENERATED ALWAYS AS (app.fold(name)) STORED NOT NULL,
	"place_key" text GENERATED ALWAYS AS (app.fold(place)) STORED NOT NULL,
	"match_key" text,
	"merged_into" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_state_known" CHECK ("people"."state" in ('active', 'archived', 'merged'))
);
--> statement-breakpoint
CREATE TABLE "people_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"origin_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"channel" text NOT NULL,
	"text_version" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_consents_purpose_known" CHECK ("people_consents"."purpose" in ('news', 'events', 'volunteering', 'surveys')),
	CONSTRAINT "people_consents_channel_known" CHECK ("people_consents"."channel" in ('email', 'phone', 'sms', 'whatsapp', 'telegram'))
);
--> statement-breakpoint
CREATE TABLE "people_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"origin_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"cipher" text NOT NULL,
	"contact_index" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_contacts_kind_known" CHECK ("people_contacts"."kind" in ('email', 'phone'))
);
--> statement-breakpoint
CREATE TABLE "people_guardians" (
	"id" uuid PRIMARY KEY NOT NULL,
	"origin_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"cipher" text NOT NULL,
	"text_version" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text DEFAULT 'uploaded' NOT NULL,
	"file_key" text NOT NULL,
	"header" jsonb NOT NULL,
	"rows" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"mapping" jsonb,
	"report" jsonb,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "people_imports_state_known" CHECK ("people_imports"."state" in ('uploaded', 'checking', 'checked', 'running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "people_marks" (
	"origin_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "people_marks_origin_id_kind_value_pk" PRIMARY KEY("origin_id","kind","value"),
	CONSTRAINT "people_marks_kind_known" CHECK ("people_marks"."kind" in ('role', 'language', 'tag', 'skill', 'time'))
);
--> statement-breakpoint
CREATE TABLE "people_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"gone_id" uuid NOT NULL,
	"was_archived" boolean DEFAULT false NOT NULL,
	"filled" jsonb NOT NULL,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people_moments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"origin_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"about_cipher" text,
	"subject_id" uuid,
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_moments_kind_known" CHECK ("people_moments"."kind" in ('entered', 'imported', 'meeting', 'call', 'event', 'training', 'volunteering', 'campaign', 'coverage', 'reply', 'other'))
);
--> statement-breakpoint
CREATE TABLE "people_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"origin_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"cipher" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"rule" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people_tags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text GENERATED ALWAYS AS (app.fold(name)) STORED NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "join_forms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"campaign_id" uuid,
	"slug" text NOT NULL,
	"is_open" boolean DEFAULT false NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "join_roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"places" integer DEFAULT 0 NOT NULL,
	"reserved_for" text DEFAULT 'nobody' NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "join_roles_reserved_known" CHECK ("join_roles"."reserved_for" in ('nobody', 'women', 'young')),
	CONSTRAINT "join_roles_reserved_fits" CHECK ("join_roles"."reserved" >= 0 and "join_roles"."places" >= 0 and "join_roles"."reserved" <= "join_roles"."places")
);
--> statement-breakpoint
CREATE TABLE "join_submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"role_id" uuid,
	"client_id" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"cipher" text,
	"age_band" text,
	"gender" text,
	"consent_version" text NOT NULL,
	"person_id" uuid,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "join_submissions_state_known" CHECK ("join_submissions"."state" in ('pending', 'accepted', 'declined')),
	CONSTRAINT "join_submissions_age_known" CHECK ("join_submissions"."age_band" in ('14_17', '18_29', '30_44', '45_59', '60_up')),
	CONSTRAINT "join_submissions_gender_known" CHECK ("join_submissions"."gender" in ('woman', 'man', 'other'))
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"title" text NOT NULL,
	"details" text DEFAULT '' NOT NULL,
	"due_on" date,
	"assignee_id" uuid,
	"person_id" uuid,
	"campaign_id" uuid,
	"place" text DEFAULT '' NOT NULL,
	"raised_for" text,
	"created_by" uuid,
	"done_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tasks_state_known" CHECK ("tasks"."state" in ('open', 'doing', 'waiting', 'done')),
	CONSTRAINT "tasks_one_assignee" CHECK ("tasks"."assignee_id" is null or "tasks"."person_id" is null)
);
--> statement-breakpoint
CREATE TABLE "team_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"society_id" uuid NOT NULL,
	"shares" text[] NOT NULL,
	"text_version" text NOT NULL,
	"consented_by" uuid NOT NULL,
	"consented_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "team_openings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"operator_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "team_openings_an_hour" CHECK (until <= opened_at + interval '60 minutes')
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"region" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_follow_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid,
	"partner_id" uuid,
	"due_on" date NOT NULL,
	"about_cipher" text,
	"done_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_follow_ups_one" CHECK (("contact_follow_ups"."person_id" is null) <> ("contact_follow_ups"."partner_id" is null))
);
--> statement-breakpoint
CREATE TABLE "media_coverage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"on" date NOT NULL,
	"outlet_id" uuid NOT NULL,
	"person_id" uuid,
	"title" text NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"tone" text NOT NULL,
	"campaign_id" uuid,
	"event_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_coverage_tone_known" CHECK ("media_coverage"."tone" in ('positive', 'neutral', 'critical'))
);
--> statement-breakpoint
CREATE TABLE "media_outlets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text GENERATED ALWAYS AS (app.fold(name)) STORED NOT NULL,
	"kind" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_outlets_kind_known" CHECK ("media_outlets"."kind" in ('tv', 'radio', 'newspaper', 'site', 'agency', 'social', 'other'))
);
--> statement-breakpoint
CREATE TABLE "partner_organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text GENERATED ALWAYS AS (app.fold(name)) STORED NOT NULL,
	"kind" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "partner_organisations_kind_known" CHECK ("partner_organisations"."kind" in ('ngo', 'community', 'business', 'school', 'international', 'state', 'other'))
);
--> statement-breakpoint
DROP INDEX "memberships_once";--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "team_role" text;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "member_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "team_role" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "on_behalf_of" uuid DEFAULT nullif(current_setting('icma.org', true), '')::uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "on_behalf_of" uuid DEFAULT nullif(current_setting('icma.org', true), '')::uuid;--> statement-breakpoint
ALTER TABLE "board_contacts" ADD CONSTRAINT "board_contacts_match_id_board_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."board_matches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_contacts" ADD CONSTRAINT "board_contacts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_entries" ADD CONSTRAINT "board_entries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_matches" ADD CONSTRAINT "board_matches_entry_id_board_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."board_entries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_matches" ADD CONSTRAINT "board_matches_own_entry_id_board_entries_id_fk" FOREIGN KEY ("own_entry_id") REFERENCES "public"."board_entries"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_matches" ADD CONSTRAINT "board_matches_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_matches" ADD CONSTRAINT "board_matches_proposer_id_organisations_id_fk" FOREIGN KEY ("proposer_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "home_dismissals" ADD CONSTRAINT "home_dismissals_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefing_answers" ADD CONSTRAINT "briefing_answers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefing_answers" ADD CONSTRAINT "briefing_answers_briefing_id_briefings_id_fk" FOREIGN KEY ("briefing_id") REFERENCES "public"."briefings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefing_versions" ADD CONSTRAINT "briefing_versions_briefing_id_briefings_id_fk" FOREIGN KEY ("briefing_id") REFERENCES "public"."briefings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefing_versions" ADD CONSTRAINT "briefing_versions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefings" ADD CONSTRAINT "briefings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_confirmations" ADD CONSTRAINT "campaign_confirmations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidacies" ADD CONSTRAINT "candidacies_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidacy_steps" ADD CONSTRAINT "candidacy_steps_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_pages" ADD CONSTRAINT "candidate_pages_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printed_matter" ADD CONSTRAINT "printed_matter_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_counts" ADD CONSTRAINT "signature_counts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_meetings" ADD CONSTRAINT "team_meetings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_promises" ADD CONSTRAINT "team_promises_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_promises" ADD CONSTRAINT "team_promises_meeting_id_team_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."team_meetings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_shifts" ADD CONSTRAINT "event_shifts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_shifts" ADD CONSTRAINT "event_shifts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sign_ups" ADD CONSTRAINT "event_sign_ups_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sign_ups" ADD CONSTRAINT "event_sign_ups_shift_id_event_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."event_shifts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sign_ups" ADD CONSTRAINT "event_sign_ups_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sign_ups" ADD CONSTRAINT "event_sign_ups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_delays" ADD CONSTRAINT "mailing_delays_recipient_id_mailing_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."mailing_recipients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_consents" ADD CONSTRAINT "people_consents_origin_id_people_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_consents" ADD CONSTRAINT "people_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_consents" ADD CONSTRAINT "people_consents_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_contacts" ADD CONSTRAINT "people_contacts_origin_id_people_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_contacts" ADD CONSTRAINT "people_contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_contacts" ADD CONSTRAINT "people_contacts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_guardians" ADD CONSTRAINT "people_guardians_origin_id_people_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_guardians" ADD CONSTRAINT "people_guardians_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_guardians" ADD CONSTRAINT "people_guardians_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_imports" ADD CONSTRAINT "people_imports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_marks" ADD CONSTRAINT "people_marks_origin_id_people_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_marks" ADD CONSTRAINT "people_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_marks" ADD CONSTRAINT "people_marks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_merges" ADD CONSTRAINT "people_merges_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_merges" ADD CONSTRAINT "people_merges_kept_id_people_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_merges" ADD CONSTRAINT "people_merges_gone_id_people_id_fk" FOREIGN KEY ("gone_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_moments" ADD CONSTRAINT "people_moments_origin_id_people_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_moments" ADD CONSTRAINT "people_moments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_moments" ADD CONSTRAINT "people_moments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_notes" ADD CONSTRAINT "people_notes_origin_id_people_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_notes" ADD CONSTRAINT "people_notes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_notes" ADD CONSTRAINT "people_notes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_searches" ADD CONSTRAINT "people_searches_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_tags" ADD CONSTRAINT "people_tags_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_forms" ADD CONSTRAINT "join_forms_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_forms" ADD CONSTRAINT "join_forms_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_roles" ADD CONSTRAINT "join_roles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_roles" ADD CONSTRAINT "join_roles_form_id_join_forms_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."join_forms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_submissions" ADD CONSTRAINT "join_submissions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_submissions" ADD CONSTRAINT "join_submissions_form_id_join_forms_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."join_forms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_submissions" ADD CONSTRAINT "join_submissions_role_id_join_roles_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."join_roles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_submissions" ADD CONSTRAINT "join_submissions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_links" ADD CONSTRAINT "team_links_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_links" ADD CONSTRAINT "team_links_society_id_organisations_id_fk" FOREIGN KEY ("society_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_openings" ADD CONSTRAINT "team_openings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_follow_ups" ADD CONSTRAINT "contact_follow_ups_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_follow_ups" ADD CONSTRAINT "contact_follow_ups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_follow_ups" ADD CONSTRAINT "contact_follow_ups_partner_id_partner_organisations_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner_organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_coverage" ADD CONSTRAINT "media_coverage_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_coverage" ADD CONSTRAINT "media_coverage_outlet_id_media_outlets_id_fk" FOREIGN KEY ("outlet_id") REFERENCES "public"."media_outlets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_coverage" ADD CONSTRAINT "media_coverage_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_coverage" ADD CONSTRAINT "media_coverage_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_outlets" ADD CONSTRAINT "media_outlets_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_organisations" ADD CONSTRAINT "partner_organisations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_organisations" ADD CONSTRAINT "partner_organisations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_entries_organisation" ON "board_entries" USING btree ("organisation_id","state","created_at");--> statement-breakpoint
CREATE INDEX "board_entries_seen" ON "board_entries" USING btree ("kind","category","ends_on") WHERE state in ('open', 'proposed');--> statement-breakpoint
CREATE UNIQUE INDEX "board_matches_holding" ON "board_matches" USING btree ("entry_id") WHERE state in ('agreed', 'done', 'confirmed');--> statement-breakpoint
CREATE UNIQUE INDEX "board_matches_holding_own" ON "board_matches" USING btree ("own_entry_id") WHERE state in ('agreed', 'done', 'confirmed');--> statement-breakpoint
CREATE UNIQUE INDEX "board_matches_waiting" ON "board_matches" USING btree ("entry_id","proposer_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "board_matches_owner" ON "board_matches" USING btree ("owner_id","state");--> statement-breakpoint
CREATE INDEX "board_matches_proposer" ON "board_matches" USING btree ("proposer_id","state");--> statement-breakpoint
CREATE INDEX "briefing_answers_user" ON "briefing_answers" USING btree ("organisation_id","user_id","briefing_id","version");--> statement-breakpoint
CREATE INDEX "briefings_organisation" ON "briefings" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "candidate_pages_slug" ON "candidate_pages" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "election_statements_position" ON "election_statements" USING btree ("position");--> statement-breakpoint
CREATE INDEX "printed_matter_organisation" ON "printed_matter" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "team_meetings_organisation" ON "team_meetings" USING btree ("organisation_id","day");--> statement-breakpoint
CREATE INDEX "team_promises_organisation" ON "team_promises" USING btree ("organisation_id","state","due_on");--> statement-breakpoint
CREATE INDEX "event_shifts_event" ON "event_shifts" USING btree ("event_id","starts_at");--> statement-breakpoint
CREATE INDEX "event_shifts_starts" ON "event_shifts" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "event_shifts_organisation" ON "event_shifts" USING btree ("organisation_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "event_sign_ups_client_id" ON "event_sign_ups" USING btree ("client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_sign_ups_person" ON "event_sign_ups" USING btree ("shift_id","person_index");--> statement-breakpoint
CREATE INDEX "event_sign_ups_line" ON "event_sign_ups" USING btree ("shift_id","state","number");--> statement-breakpoint
CREATE INDEX "event_sign_ups_contact" ON "event_sign_ups" USING btree ("organisation_id","contact_index");--> statement-breakpoint
CREATE INDEX "event_sign_ups_event" ON "event_sign_ups" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "event_sign_ups_offers" ON "event_sign_ups" USING btree ("offered_until") WHERE state = 'offered';--> statement-breakpoint
CREATE INDEX "event_sign_ups_known" ON "event_sign_ups" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "event_sign_ups_user" ON "event_sign_ups" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "events_organisation" ON "events" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "events_public" ON "events" USING btree ("state","audience","region");--> statement-breakpoint
CREATE UNIQUE INDEX "mailing_recipients_once" ON "mailing_recipients" USING btree ("mailing_id","contact_index");--> statement-breakpoint
CREATE INDEX "mailing_recipients_state" ON "mailing_recipients" USING btree ("mailing_id","state","id");--> statement-breakpoint
CREATE INDEX "mailing_recipients_person" ON "mailing_recipients" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mailing_recipients_claimed" ON "mailing_recipients" USING btree ("claimed_at");--> statement-breakpoint
CREATE INDEX "mailing_touches_key" ON "mailing_touches" USING btree ("address_key","at");--> statement-breakpoint
CREATE INDEX "mailings_organisation" ON "mailings" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "mailings_due" ON "mailings" USING btree ("scheduled_at") WHERE state in ('scheduled', 'sending');--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree ("organisation_id","state",("name" collate "az-x-icu"),"id");--> statement-breakpoint
CREATE INDEX "people_region" ON "people" USING btree ("organisation_id","region");--> statement-breakpoint
CREATE INDEX "people_match" ON "people" USING btree ("organisation_id","match_key");--> statement-breakpoint
CREATE INDEX "people_merged_into" ON "people" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "people_name_search" ON "people" USING gin ("name_key" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "people_place_search" ON "people" USING gin ("place_key" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "people_consents_person" ON "people_consents" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "people_consents_origin" ON "people_consents" USING btree ("origin_id");--> statement-breakpoint
CREATE INDEX "people_consents_standing" ON "people_consents" USING btree ("organisation_id","purpose","channel","person_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "people_contacts_once" ON "people_contacts" USING btree ("origin_id","contact_index");--> statement-breakpoint
CREATE INDEX "people_contacts_index" ON "people_contacts" USING btree ("organisation_id","contact_index");--> statement-breakpoint
CREATE INDEX "people_contacts_person" ON "people_contacts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "people_guardians_person" ON "people_guardians" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "people_guardians_origin" ON "people_guardians" USING btree ("origin_id");--> statement-breakpoint
CREATE INDEX "people_imports_organisation" ON "people_imports" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "people_marks_person" ON "people_marks" USING btree ("person_id","kind");--> statement-breakpoint
CREATE INDEX "people_marks_value" ON "people_marks" USING btree ("organisation_id","kind","value","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_merges_gone" ON "people_merges" USING btree ("gone_id");--> statement-breakpoint
CREATE INDEX "people_merges_kept" ON "people_merges" USING btree ("kept_id");--> statement-breakpoint
CREATE INDEX "people_moments_person" ON "people_moments" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "people_moments_origin" ON "people_moments" USING btree ("origin_id");--> statement-breakpoint
CREATE INDEX "people_moments_kind" ON "people_moments" USING btree ("organisation_id","kind","at","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_moments_subject" ON "people_moments" USING btree ("subject_id","kind","origin_id") WHERE subject_id is not null;--> statement-breakpoint
CREATE INDEX "people_notes_person" ON "people_notes" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "people_notes_origin" ON "people_notes" USING btree ("origin_id");--> statement-breakpoint
CREATE INDEX "people_searches_organisation" ON "people_searches" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_tags_name" ON "people_tags" USING btree ("organisation_id","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "join_forms_slug" ON "join_forms" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "join_forms_organisation" ON "join_forms" USING btree ("organisation_id") WHERE campaign_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "join_forms_campaign" ON "join_forms" USING btree ("organisation_id","campaign_id") WHERE campaign_id is not null;--> statement-breakpoint
CREATE INDEX "join_roles_form" ON "join_roles" USING btree ("form_id","position");--> statement-breakpoint
CREATE INDEX "join_roles_organisation" ON "join_roles" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "join_submissions_once" ON "join_submissions" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "join_submissions_waiting" ON "join_submissions" USING btree ("organisation_id","state","created_at");--> statement-breakpoint
CREATE INDEX "join_submissions_form" ON "join_submissions" USING btree ("form_id");--> statement-breakpoint
CREATE INDEX "join_submissions_role" ON "join_submissions" USING btree ("role_id","state");--> statement-breakpoint
CREATE INDEX "join_submissions_person" ON "join_submissions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tasks_board" ON "tasks" USING btree ("organisation_id","state","due_on");--> statement-breakpoint
CREATE INDEX "tasks_assignee" ON "tasks" USING btree ("organisation_id","assignee_id","state");--> statement-breakpoint
CREATE INDEX "tasks_person" ON "tasks" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tasks_campaign" ON "tasks" USING btree ("campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_raised" ON "tasks" USING btree ("organisation_id","raised_for");--> statement-breakpoint
CREATE UNIQUE INDEX "team_links_once" ON "team_links" USING btree ("organisation_id","society_id") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "team_links_society" ON "team_links" USING btree ("society_id");--> statement-breakpoint
CREATE INDEX "team_openings_organisation" ON "team_openings" USING btree ("organisation_id","opened_at");--> statement-breakpoint
CREATE INDEX "contact_follow_ups_due" ON "contact_follow_ups" USING btree ("organisation_id","due_on") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "media_coverage_organisation" ON "media_coverage" USING btree ("organisation_id","on");--> statement-breakpoint
CREATE INDEX "media_coverage_person" ON "media_coverage" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "media_coverage_outlet" ON "media_coverage" USING btree ("outlet_id");--> statement-breakpoint
CREATE UNIQUE INDEX "media_outlets_name" ON "media_outlets" USING btree ("organisation_id","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_organisations_name" ON "partner_organisations" USING btree ("organisation_id","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_once" ON "memberships" USING btree ("organisation_id","user_id","role",coalesce(team_role, '')) WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_team_role_known" CHECK ("invitations"."team_role" in ('candidate', 'campaign_manager', 'authorised_agent', 'authorised_representative', 'finance_representative', 'legal_adviser', 'volunteer_coordinator', 'event_organiser', 'press', 'social_media', 'designer', 'data_keeper', 'phone_outreach', 'canvasser', 'voter_education', 'logistics', 'childcare_support', 'observer_coordinator', 'observer', 'mentor', 'trainer'));--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_team_role_known" CHECK ("memberships"."team_role" in ('candidate', 'campaign_manager', 'authorised_agent', 'authorised_representative', 'finance_representative', 'legal_adviser', 'volunteer_coordinator', 'event_organiser', 'press', 'social_media', 'designer', 'data_keeper', 'phone_outreach', 'canvasser', 'voter_education', 'logistics', 'childcare_support', 'observer_coordinator', 'observer', 'mentor', 'trainer'));