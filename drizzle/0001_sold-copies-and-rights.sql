ALTER TABLE "cart_lines" ADD COLUMN "price_set_by_id" uuid;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD COLUMN "price_set_by_name" text;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "brand_code" text;--> statement-breakpoint
ALTER TABLE "skus" ADD COLUMN "volume_millilitres" integer;--> statement-breakpoint
ALTER TABLE "skus" ADD COLUMN "shelf_location" text;--> statement-breakpoint
ALTER TABLE "order_items" ADD COLUMN "sold" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "salesperson_id" uuid;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "salesperson_name" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "receipt_number" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "store_members" ADD COLUMN "may_spend_benefits" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "store_members" SET "may_spend_benefits" = true WHERE "role" = 'MANAGER';
