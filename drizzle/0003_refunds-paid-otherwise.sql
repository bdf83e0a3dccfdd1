ALTER TABLE "refunds" ADD COLUMN "asked_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "paid_out_by" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "paid_twice_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_otherwise_check" CHECK ("refunds"."state" <> 'PAID_OTHERWISE' or "refunds"."asked_at" is null);