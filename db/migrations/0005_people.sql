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
	"created_by" uuid NOT NULL,
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
	"recorded_by" uuid NOT NULL,
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
	CONSTRAINT "people_marks_kind_known" CHECK ("people_marks"."kind" in ('role', 'language', 'tag'))
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
	"recorded_by" uuid NOT NULL,
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
ALTER TABLE "people" ADD CONSTRAINT "people_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_consents" ADD CONSTRAINT "people_consents_origin_id_people_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_consents" ADD CONSTRAINT "people_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_consents" ADD CONSTRAINT "people_consents_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_contacts" ADD CONSTRAINT "people_contacts_origin_id_people_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_contacts" ADD CONSTRAINT "people_contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people_contacts" ADD CONSTRAINT "people_contacts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "people_imports_organisation" ON "people_imports" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "people_marks_person" ON "people_marks" USING btree ("person_id","kind");--> statement-breakpoint
CREATE INDEX "people_marks_value" ON "people_marks" USING btree ("organisation_id","kind","value","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_merges_gone" ON "people_merges" USING btree ("gone_id");--> statement-breakpoint
CREATE INDEX "people_merges_kept" ON "people_merges" USING btree ("kept_id");--> statement-breakpoint
CREATE INDEX "people_moments_person" ON "people_moments" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "people_moments_origin" ON "people_moments" USING btree ("origin_id");--> statement-breakpoint
CREATE INDEX "people_moments_kind" ON "people_moments" USING btree ("organisation_id","kind","at","person_id");--> statement-breakpoint
CREATE INDEX "people_notes_person" ON "people_notes" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "people_notes_origin" ON "people_notes" USING btree ("origin_id");--> statement-breakpoint
CREATE INDEX "people_searches_organisation" ON "people_searches" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_tags_name" ON "people_tags" USING btree ("organisation_id","name_key");