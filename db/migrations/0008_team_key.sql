ALTER TABLE "legal"."desks" ADD COLUMN "team_key_from" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- Earlier versions were no layers: of a desk that has one already, the newest alone counts. The guards force the walls anew.
ALTER TABLE "legal"."desks" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "legal"."desks" SET "team_key_from" = greatest("team_key_version", 1);--> statement-breakpoint
ALTER TABLE "legal"."desks" FORCE ROW LEVEL SECURITY;
