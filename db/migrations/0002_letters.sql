CREATE TABLE "letter_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"letter_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body_id" uuid,
	"actor_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "letter_steps_kind_known" CHECK ("letter_steps"."kind" in ('drafted', 'edited', 'rerouted', 'fell_back', 'sent', 'mailed', 'registered', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "letter_signatories" ALTER COLUMN "full_name_cipher" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "letter_signatories" ALTER COLUMN "address_cipher" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ALTER COLUMN "body_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "addressee" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "printed_cipher" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "mailed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letter_steps" ADD CONSTRAINT "letter_steps_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_steps" ADD CONSTRAINT "letter_steps_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_steps" ADD CONSTRAINT "letter_steps_body_id_bodies_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letter_steps_letter" ON "letter_steps" USING btree ("letter_id","created_at");