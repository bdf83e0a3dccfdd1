ALTER TABLE "customers" ADD COLUMN "membership_key" text;--> statement-breakpoint
-- Numbers that were given twice do not stop the migration: whoever had one first holds it, the others keep it without a key.
UPDATE "customers" c SET "membership_key" = jsonb_build_array(c."brand_code", c."member_number")::text
FROM (SELECT DISTINCT ON ("brand_code", "member_number") "id" FROM "customers" WHERE "member_number" IS NOT NULL ORDER BY "brand_code", "member_number", "created_at", "id") AS first
WHERE c."id" = first."id";--> statement-breakpoint
CREATE INDEX "customers_member_number_idx" ON "customers" USING btree ("member_number");--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_membership_key" UNIQUE("membership_key") DEFERRABLE INITIALLY IMMEDIATE;
