ALTER TABLE "customer_service_items" ADD COLUMN "weight_grams" integer;--> statement-breakpoint
ALTER TABLE "customer_service_items" ADD COLUMN "unit_cost" bigint;