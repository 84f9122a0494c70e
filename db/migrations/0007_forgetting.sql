ALTER TABLE "event_sign_ups" ALTER COLUMN "person_cipher" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "event_sign_ups" ADD COLUMN "hand_reminder_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "event_sign_ups" ADD COLUMN "forgotten_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mailings" ADD COLUMN "totals" jsonb;