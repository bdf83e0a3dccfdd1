ALTER TABLE "coupon_definitions" ADD COLUMN "description" text;--> statement-breakpoint
ALTER TABLE "coupon_uses" ADD COLUMN "counted_in_all" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "coupon_uses" ADD COLUMN "counted_by_customer" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "offer_uses" ADD COLUMN "counted_in_all" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "offer_uses" ADD COLUMN "counted_by_customer" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "offers" ADD COLUMN "description" text;