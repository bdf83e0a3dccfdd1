CREATE TABLE "cart_lines" (
	"cart_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"since" integer NOT NULL,
	"until" integer,
	"sku_code" text NOT NULL,
	"quantity" integer NOT NULL,
	"offer_choice" text NOT NULL,
	"offer_code" text,
	"unit_price" bigint,
	"price_reason" text,
	CONSTRAINT "cart_lines_pk" PRIMARY KEY("cart_id","seq","since")
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"store_id" uuid,
	"currency" text NOT NULL,
	"customer_id" uuid,
	"coupon_code" text,
	"points_wanted" integer NOT NULL,
	"version" integer NOT NULL,
	"last_seq" integer NOT NULL,
	"order_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"base_currency" text NOT NULL,
	"currency" text NOT NULL,
	"valid_from" timestamp(3) with time zone NOT NULL,
	"rate" numeric NOT NULL,
	CONSTRAINT "exchange_rates_pk" PRIMARY KEY("base_currency","currency","valid_from"),
	CONSTRAINT "exchange_rates_rate_check" CHECK (rate > 0)
);
--> statement-breakpoint
CREATE TABLE "product_freight" (
	"product_id" uuid NOT NULL,
	"freight_template_id" uuid NOT NULL,
	"assigned_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "product_freight_pk" PRIMARY KEY("product_id","freight_template_id")
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"cover" text,
	"attributes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "products_code_key" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "sku_components" (
	"sku_id" uuid NOT NULL,
	"component_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "sku_components_pk" PRIMARY KEY("sku_id","component_id")
);
--> statement-breakpoint
CREATE TABLE "sku_prices" (
	"sku_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"store_id" uuid,
	"minimum_quantity" integer DEFAULT 1 NOT NULL,
	"list_price" bigint NOT NULL,
	"sale_price" bigint NOT NULL,
	"sale_from" timestamp(3) with time zone,
	"sale_until" timestamp(3) with time zone,
	"unit_cost" bigint,
	"loss_allowed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sku_prices_key" UNIQUE NULLS NOT DISTINCT("sku_id","currency","store_id","minimum_quantity")
);
--> statement-breakpoint
CREATE TABLE "skus" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"code" text NOT NULL,
	"specification" text,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"barcode" text,
	"weight_grams" integer,
	"withdrawn_at" timestamp(3) with time zone,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "skus_code_key" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "customer_service_items" (
	"anchor_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"role" text NOT NULL,
	"line_seq" integer,
	"sku_id" uuid NOT NULL,
	"sku_code" text NOT NULL,
	"product_id" uuid NOT NULL,
	"product_code" text NOT NULL,
	"name" text NOT NULL,
	"specification" text,
	"barcode" text,
	"cover" text,
	"quantity" integer NOT NULL,
	"received_quantity" integer,
	"condition" text,
	"currency" text NOT NULL,
	"price" bigint NOT NULL,
	"total" bigint NOT NULL,
	"goods" bigint NOT NULL,
	"freight" bigint NOT NULL,
	"points" integer NOT NULL,
	"points_value" bigint NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "customer_service_items_pk" PRIMARY KEY("anchor_id","service_id","seq"),
	CONSTRAINT "customer_service_items_amount_check" CHECK ("customer_service_items"."amount" between 0 and "customer_service_items"."goods" + "customer_service_items"."freight")
);
--> statement-breakpoint
CREATE TABLE "customer_service_reasons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"types" jsonb NOT NULL,
	"refunds_freight" boolean NOT NULL,
	"position" integer NOT NULL,
	"withdrawn" boolean NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "customer_service_reasons_code_key" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "customer_services" (
	"anchor_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"uid" text,
	"uid_scope" uuid NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"last_action" text,
	"last_actor_id" uuid,
	"order_id" uuid,
	"order_number" text,
	"store_id" uuid,
	"store_code" text,
	"store_name" text,
	"customer_id" uuid,
	"clerk_id" uuid,
	"clerk_name" text,
	"reason_code" text,
	"reason" text NOT NULL,
	"content" text,
	"images" jsonb NOT NULL,
	"goods_received" boolean,
	"cancels_order" boolean NOT NULL,
	"with_freight" boolean NOT NULL,
	"currency" text NOT NULL,
	"credit_total" bigint NOT NULL,
	"replacement_total" bigint NOT NULL,
	"refund_fee" bigint,
	"supplementary_fee" bigint,
	"points_returned" integer NOT NULL,
	"points_paid_out" integer NOT NULL,
	"payout_total" bigint NOT NULL,
	"refunded_total" bigint NOT NULL,
	"payout_state" text NOT NULL,
	"payout_tender" text,
	"return_name" text,
	"return_phone" text,
	"return_address" jsonb,
	"courier_company" text,
	"courier_code" text,
	"waybill_number" text,
	"replacement_courier_company" text,
	"replacement_courier_code" text,
	"replacement_waybill_number" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"taken_up_at" timestamp(3) with time zone,
	"approved_at" timestamp(3) with time zone,
	"sent_back_at" timestamp(3) with time zone,
	"received_at" timestamp(3) with time zone,
	"replacement_shipped_at" timestamp(3) with time zone,
	"finished_at" timestamp(3) with time zone,
	CONSTRAINT "customer_services_pk" PRIMARY KEY("anchor_id","id"),
	CONSTRAINT "customer_services_number_key" UNIQUE("number"),
	CONSTRAINT "customer_services_payout_check" CHECK ("customer_services"."refunded_total" between 0 and "customer_services"."payout_total" and "customer_services"."payout_total" <= coalesce("customer_services"."refund_fee", 0))
);
--> statement-breakpoint
CREATE TABLE "customer_addresses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"title" text,
	"name" text NOT NULL,
	"given_name" text,
	"family_name" text,
	"phone" text,
	"email" text,
	"address" jsonb NOT NULL,
	"default_since" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"email" text,
	"country" text,
	"given_name" text,
	"family_name" text,
	"gender" text,
	"birth_year" integer,
	"birth_month" integer,
	"birth_day" integer,
	"married" boolean,
	"time_zone" text,
	"member_number" text,
	"brand_code" text,
	"card_type" text,
	"tier_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "customers_subject_key" UNIQUE("subject")
);
--> statement-breakpoint
CREATE TABLE "ledger_accounts" (
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"unit" text NOT NULL,
	"balance" bigint NOT NULL,
	"last_change" bigint NOT NULL,
	"entries" bigint NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "ledger_accounts_pk" PRIMARY KEY("customer_id","kind","unit"),
	CONSTRAINT "ledger_accounts_balance_check" CHECK (balance >= 0),
	CONSTRAINT "ledger_accounts_maximum_check" CHECK (balance <= case when unit = 'POINTS' then 2000000000 else 1000000000000000 end)
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"transaction_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"amount" bigint NOT NULL,
	"seq" bigint,
	"balance_after" bigint,
	CONSTRAINT "ledger_entries_pk" PRIMARY KEY("transaction_id","kind"),
	CONSTRAINT "ledger_entries_balance_check" CHECK (balance_after >= 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_transactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"reason" text NOT NULL,
	"order_id" uuid,
	"note" text,
	"actor_role" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_tiers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"discount_bps" integer NOT NULL,
	"birthday_discount_bps" integer NOT NULL,
	"can_redeem_points" boolean NOT NULL,
	"minimum_points" integer NOT NULL,
	"maximum_share_bps" integer NOT NULL,
	"points_per_unit" integer NOT NULL,
	"earn_bps" integer NOT NULL,
	"currencies" jsonb NOT NULL,
	"default_since" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "customer_tiers_code_key" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "freight_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"unit" text NOT NULL,
	"delivery_types" text[] NOT NULL,
	"origin" jsonb,
	"rules" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "freight_templates_code_key" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "coupon_claim_counts" (
	"customer_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"claimed" integer NOT NULL,
	"maximum" integer NOT NULL,
	CONSTRAINT "coupon_claim_counts_pk" PRIMARY KEY("customer_id","definition_id"),
	CONSTRAINT "coupon_claim_counts_limit_check" CHECK ("coupon_claim_counts"."claimed" between 0 and "coupon_claim_counts"."maximum")
);
--> statement-breakpoint
CREATE TABLE "coupon_customer_use_counts" (
	"customer_id" uuid NOT NULL,
	"definition_id" uuid NOT NULL,
	"used" integer NOT NULL,
	"maximum" integer NOT NULL,
	CONSTRAINT "coupon_customer_use_counts_pk" PRIMARY KEY("customer_id","definition_id"),
	CONSTRAINT "coupon_customer_use_counts_limit_check" CHECK ("coupon_customer_use_counts"."used" between 0 and "coupon_customer_use_counts"."maximum")
);
--> statement-breakpoint
CREATE TABLE "coupon_definitions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"distribution" text NOT NULL,
	"effect" jsonb NOT NULL,
	"scope" jsonb NOT NULL,
	"minimum_pieces" integer NOT NULL,
	"minimum_amount" bigint NOT NULL,
	"maximum_discount" bigint,
	"currency" text,
	"starts_at" timestamp(3) with time zone,
	"ends_at" timestamp(3) with time zone,
	"store_ids" uuid[] NOT NULL,
	"tier_codes" text[] NOT NULL,
	"total_limit" integer,
	"customer_limit" integer,
	"with_offers" boolean NOT NULL,
	"given_for_sharing" boolean NOT NULL,
	"valid_days" integer,
	"disabled_at" timestamp(3) with time zone,
	"version" integer NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "coupon_definitions_code_key" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "coupon_shares" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"definition_id" uuid NOT NULL,
	"code" text NOT NULL,
	"customer_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "coupon_shares_code_key" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "coupon_use_counts" (
	"definition_id" uuid PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"maximum" integer NOT NULL,
	CONSTRAINT "coupon_use_counts_limit_check" CHECK ("coupon_use_counts"."used" between 0 and "coupon_use_counts"."maximum")
);
--> statement-breakpoint
CREATE TABLE "coupon_uses" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"definition_id" uuid NOT NULL,
	"coupon_id" uuid,
	"customer_id" uuid,
	"used_at" timestamp(3) with time zone NOT NULL,
	"returned_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "coupons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"definition_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"code" text NOT NULL,
	"source" text NOT NULL,
	"shared_order_id" uuid,
	"issued_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone,
	CONSTRAINT "coupons_code_key" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "offer_customer_use_counts" (
	"customer_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"used" integer NOT NULL,
	"maximum" integer NOT NULL,
	CONSTRAINT "offer_customer_use_counts_pk" PRIMARY KEY("customer_id","offer_id"),
	CONSTRAINT "offer_customer_use_counts_limit_check" CHECK ("offer_customer_use_counts"."used" between 0 and "offer_customer_use_counts"."maximum")
);
--> statement-breakpoint
CREATE TABLE "offer_revision" (
	"one" integer PRIMARY KEY NOT NULL,
	"revision" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offer_use_counts" (
	"offer_id" uuid PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"maximum" integer NOT NULL,
	CONSTRAINT "offer_use_counts_limit_check" CHECK ("offer_use_counts"."used" between 0 and "offer_use_counts"."maximum")
);
--> statement-breakpoint
CREATE TABLE "offer_uses" (
	"order_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"customer_id" uuid,
	"used_at" timestamp(3) with time zone NOT NULL,
	"returned_at" timestamp(3) with time zone,
	CONSTRAINT "offer_uses_pk" PRIMARY KEY("order_id","offer_id")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"target" text NOT NULL,
	"stacking" text NOT NULL,
	"priority" integer NOT NULL,
	"effect" jsonb NOT NULL,
	"scope" jsonb NOT NULL,
	"minimum_pieces" integer NOT NULL,
	"minimum_amount" bigint NOT NULL,
	"maximum_discount" bigint,
	"currency" text,
	"starts_at" timestamp(3) with time zone,
	"ends_at" timestamp(3) with time zone,
	"store_ids" uuid[] NOT NULL,
	"tier_codes" text[] NOT NULL,
	"total_limit" integer,
	"customer_limit" integer,
	"disabled_at" timestamp(3) with time zone,
	"version" integer NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "offers_code_key" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "order_counts" (
	"scope" text NOT NULL,
	"scope_id" uuid NOT NULL,
	"bucket" text NOT NULL,
	"currency" text NOT NULL,
	"orders" bigint NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "order_counts_pk" PRIMARY KEY("scope","scope_id","bucket","currency")
);
--> statement-breakpoint
CREATE TABLE "order_items" (
	"order_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"sku_id" uuid NOT NULL,
	"sku_code" text NOT NULL,
	"product_id" uuid NOT NULL,
	"product_code" text NOT NULL,
	"name" text NOT NULL,
	"specification" text,
	"barcode" text,
	"cover" text,
	"weight_grams" integer,
	"quantity" integer NOT NULL,
	"currency" text NOT NULL,
	"list_price" bigint NOT NULL,
	"sale_price" bigint NOT NULL,
	"list_total" bigint NOT NULL,
	"discount_total" bigint NOT NULL,
	"sale_total" bigint NOT NULL,
	"price_reason" text,
	"points_used" integer NOT NULL,
	"points_share" bigint NOT NULL,
	"freight_share" bigint NOT NULL,
	"parent_seq" integer,
	"pricing" jsonb,
	"status" text NOT NULL,
	"comment_id" text,
	"reviewed_at" timestamp(3) with time zone,
	"returning_quantity" integer DEFAULT 0 NOT NULL,
	"returned_quantity" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "order_items_pk" PRIMARY KEY("order_id","seq"),
	CONSTRAINT "order_items_returned_check" CHECK ("order_items"."returning_quantity" >= 0 and "order_items"."returned_quantity" >= 0 and "order_items"."returning_quantity" + "order_items"."returned_quantity" <= "order_items"."quantity")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text collate "C" NOT NULL,
	"uid" text,
	"uid_scope" uuid NOT NULL,
	"kind" text NOT NULL,
	"delivery_type" text NOT NULL,
	"origin" text NOT NULL,
	"imported_from" text,
	"fulfilment" text NOT NULL,
	"payment" text NOT NULL,
	"after_sales" text DEFAULT 'NONE' NOT NULL,
	"had_after_sales" boolean DEFAULT false NOT NULL,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"last_action" text,
	"last_actor_id" uuid,
	"timer_at" timestamp(3) with time zone,
	"visibility" text DEFAULT 'VISIBLE' NOT NULL,
	"held_at" timestamp(3) with time zone,
	"hold_reason" text,
	"reminded_at" timestamp(3) with time zone,
	"reminders" integer DEFAULT 0 NOT NULL,
	"remind_again_at" timestamp(3) with time zone,
	"settled_at" timestamp(3) with time zone,
	"comment_id" text,
	"reviewed_at" timestamp(3) with time zone,
	"awaiting_review" boolean DEFAULT false NOT NULL,
	"cell" smallint GENERATED ALWAYS AS ((((case status when 'CREATED_PAY_PENDING' then 0 when 'CLOSED_PAY_TIMEOUT' then 1 when 'CLOSED_CANCELED' then 2 when 'PAID_CONFIRM_PENDING' then 3 when 'CONFIRMED_DELIVER_PENDING' then 4 when 'CONFIRMED_PICK_PENDING' then 5 when 'DELIVERING' then 6 when 'DELIVERED_CONFIRM_PENDING' then 7 when 'CANCELED_RETURN_PENDING' then 8 when 'CANCELED_REFUND_PENDING' then 9 when 'CLOSED_CONFIRMED' then 10 when 'CLOSED_REFUNDED' then 11 end * 2 + awaiting_review::int) * 8 + case kind when 'ONLINE' then 0 when 'IN_STORE' then 1 when 'COMPANY' then 2 end) * 8
  + case delivery_type when 'EXPRESS' then 0 when 'SELF_PICK' then 1 when 'FLASH' then 2 end)::smallint) STORED NOT NULL,
	"currency" text NOT NULL,
	"exchange_rate" numeric,
	"list_total" bigint NOT NULL,
	"discount_total" bigint NOT NULL,
	"freight_total" bigint NOT NULL,
	"total" bigint NOT NULL,
	"paid_total" bigint NOT NULL,
	"refunded_total" bigint NOT NULL,
	"points_used" integer NOT NULL,
	"points_total" bigint NOT NULL,
	"points_to_earn" integer NOT NULL,
	"points_redemption" boolean NOT NULL,
	"coupon_code" text,
	"pricing" jsonb,
	"supplement_total" bigint DEFAULT 0 NOT NULL,
	"returned_total" bigint DEFAULT 0 NOT NULL,
	"pieces" integer NOT NULL,
	"returned_pieces" integer DEFAULT 0 NOT NULL,
	"description" text NOT NULL,
	"cover" text,
	"customer_id" uuid,
	"store_id" uuid,
	"store_code" text,
	"store_name" text,
	"clerk_id" uuid,
	"clerk_name" text,
	"contact_name" text,
	"contact_phone" text,
	"contact_address" jsonb,
	"contact_title" text,
	"contact_given_name" text,
	"contact_family_name" text,
	"contact_email" text,
	"billing" jsonb,
	"remark" text,
	"receiving_time" text,
	"invoice_wanted" boolean NOT NULL,
	"invoice_title" text,
	"courier_company" text,
	"courier_code" text,
	"waybill_number" text,
	"pay_deadline" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"paid_at" timestamp(3) with time zone,
	"confirmed_at" timestamp(3) with time zone,
	"delivery_started_at" timestamp(3) with time zone,
	"delivered_at" timestamp(3) with time zone,
	"finished_at" timestamp(3) with time zone,
	"canceled_at" timestamp(3) with time zone,
	CONSTRAINT "orders_number_key" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "order_terms" (
	"order_id" uuid NOT NULL,
	"term_id" integer NOT NULL,
	"store_id" uuid,
	CONSTRAINT "order_terms_pk" PRIMARY KEY("order_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_terms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"field" text NOT NULL,
	"text" text NOT NULL,
	"bigrams" text[] NOT NULL,
	CONSTRAINT "search_terms_text_key" UNIQUE("field","text")
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"order_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"tender" text NOT NULL,
	"state" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"tendered" bigint,
	"change" bigint,
	"refunded" bigint NOT NULL,
	"provider_transaction_id" text,
	"client_parameters" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	"settled_at" timestamp(3) with time zone,
	"next_query_at" timestamp(3) with time zone,
	"queries" integer NOT NULL,
	CONSTRAINT "payments_pk" PRIMARY KEY("order_id","id"),
	CONSTRAINT "payments_number_key" UNIQUE("number"),
	CONSTRAINT "payments_refunded_check" CHECK ("payments"."refunded" between 0 and "payments"."amount")
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"order_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"number" text NOT NULL,
	"state" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"service_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"settled_at" timestamp(3) with time zone,
	"next_attempt_at" timestamp(3) with time zone,
	"attempts" integer NOT NULL,
	"last_problem" text,
	"provider_transaction_id" text,
	CONSTRAINT "refunds_pk" PRIMARY KEY("order_id","id"),
	CONSTRAINT "refunds_number_key" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "sandbox_callbacks" (
	"charge_number" text PRIMARY KEY NOT NULL,
	"attempts" integer NOT NULL,
	"next_attempt_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sandbox_card_transactions" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"reference" text NOT NULL,
	"original_id" text,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sandbox_charges" (
	"number" text PRIMARY KEY NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"description" text NOT NULL,
	"state" text NOT NULL,
	"transaction_id" text,
	"refunded" bigint NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"settled_at" timestamp(3) with time zone,
	CONSTRAINT "sandbox_charges_refunded_check" CHECK ("sandbox_charges"."refunded" between 0 and "sandbox_charges"."amount")
);
--> statement-breakpoint
CREATE TABLE "sandbox_refunds" (
	"number" text PRIMARY KEY NOT NULL,
	"charge_number" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"transaction_id" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_folds" (
	"name" text PRIMARY KEY NOT NULL,
	"transaction" "xid8" NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"subject_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"subject_kind" text NOT NULL,
	"type" text NOT NULL,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp(3) with time zone NOT NULL,
	"store_id" uuid,
	"customer_id" uuid,
	"actor_role" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text,
	"device" text,
	"from_status" text,
	"to_status" text,
	"comment" text,
	"changes" jsonb NOT NULL,
	"count_deltas" jsonb,
	CONSTRAINT "events_pk" PRIMARY KEY("subject_id","version")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor_id" uuid NOT NULL,
	"key" text NOT NULL,
	"operation" text NOT NULL,
	"input_hash" text NOT NULL,
	"result" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_pk" PRIMARY KEY("actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "store_members" (
	"staff_id" uuid NOT NULL,
	"store_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"may_set_price" boolean NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "store_members_pk" PRIMARY KEY("store_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "stores" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text DEFAULT 'STORE' NOT NULL,
	"currency" text NOT NULL,
	"phone" text,
	"address" jsonb,
	"accepting_orders" boolean NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "stores_code_key" UNIQUE("code")
);
--> statement-breakpoint
ALTER TABLE "product_freight" ADD CONSTRAINT "product_freight_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sku_components" ADD CONSTRAINT "sku_components_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sku_components" ADD CONSTRAINT "sku_components_component_id_skus_id_fk" FOREIGN KEY ("component_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sku_prices" ADD CONSTRAINT "sku_prices_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skus" ADD CONSTRAINT "skus_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_tier_id_customer_tiers_id_fk" FOREIGN KEY ("tier_id") REFERENCES "public"."customer_tiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_definition_id_coupon_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."coupon_definitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_members" ADD CONSTRAINT "store_members_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "carts_owner_idx" ON "carts" USING btree ("owner_id","id") WHERE state = 'OPEN';--> statement-breakpoint
CREATE INDEX "carts_updated_idx" ON "carts" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "carts_till_idx" ON "carts" USING btree ("store_id","id") WHERE state = 'OPEN' and kind = 'TILL';--> statement-breakpoint
CREATE INDEX "product_freight_template_idx" ON "product_freight" USING btree ("freight_template_id");--> statement-breakpoint
CREATE INDEX "sku_components_component_idx" ON "sku_components" USING btree ("component_id");--> statement-breakpoint
CREATE INDEX "skus_product_idx" ON "skus" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_services_uid_key" ON "customer_services" USING btree ("uid_scope","uid") WHERE uid is not null;--> statement-breakpoint
CREATE INDEX "customer_services_id_idx" ON "customer_services" USING btree ("id");--> statement-breakpoint
CREATE INDEX "customer_services_status_idx" ON "customer_services" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "customer_services_store_idx" ON "customer_services" USING btree ("store_id","id") WHERE store_id is not null;--> statement-breakpoint
CREATE INDEX "customer_services_store_status_idx" ON "customer_services" USING btree ("store_id","status","id") WHERE store_id is not null;--> statement-breakpoint
CREATE INDEX "customer_services_order_number_idx" ON "customer_services" USING btree ("order_number","id") WHERE order_number is not null;--> statement-breakpoint
CREATE INDEX "customer_services_customer_idx" ON "customer_services" USING btree ("customer_id","id") WHERE customer_id is not null;--> statement-breakpoint
CREATE INDEX "customer_addresses_customer_idx" ON "customer_addresses" USING btree ("customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entries_account_key" ON "ledger_entries" USING btree ("customer_id","kind","unit","seq") WHERE seq is not null;--> statement-breakpoint
CREATE INDEX "ledger_transactions_order_idx" ON "ledger_transactions" USING btree ("order_id") WHERE order_id is not null;--> statement-breakpoint
CREATE INDEX "customer_tiers_default_idx" ON "customer_tiers" USING btree ("default_since") WHERE default_since is not null;--> statement-breakpoint
CREATE INDEX "coupon_definitions_sharing_idx" ON "coupon_definitions" USING btree ("id") WHERE given_for_sharing and disabled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "coupon_uses_coupon_key" ON "coupon_uses" USING btree ("coupon_id") WHERE coupon_id is not null and returned_at is null;--> statement-breakpoint
CREATE INDEX "coupons_customer_idx" ON "coupons" USING btree ("customer_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "coupons_shared_key" ON "coupons" USING btree ("shared_order_id","customer_id") WHERE shared_order_id is not null;--> statement-breakpoint
CREATE INDEX "offers_in_force_idx" ON "offers" USING btree ("ends_at") WHERE disabled_at is null;--> statement-breakpoint
CREATE INDEX "order_counts_empty_idx" ON "order_counts" USING btree ("scope","scope_id") WHERE orders = 0 and amount = 0;--> statement-breakpoint
CREATE UNIQUE INDEX "orders_uid_key" ON "orders" USING btree ("uid_scope","uid") WHERE uid is not null;--> statement-breakpoint
CREATE INDEX "orders_store_idx" ON "orders" USING btree ("store_id","id");--> statement-breakpoint
CREATE INDEX "orders_store_updated_idx" ON "orders" USING btree ("store_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "orders_updated_idx" ON "orders" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "orders_store_cell_idx" ON "orders" USING btree ("cell","store_id","id");--> statement-breakpoint
CREATE INDEX "orders_cell_idx" ON "orders" USING btree ("cell","id");--> statement-breakpoint
CREATE INDEX "orders_held_idx" ON "orders" USING btree ("store_id","id") WHERE held_at is not null;--> statement-breakpoint
CREATE INDEX "orders_reminded_idx" ON "orders" USING btree ("store_id","id") WHERE reminded_at is not null;--> statement-breakpoint
CREATE INDEX "orders_after_sales_idx" ON "orders" USING btree ("store_id","id") WHERE had_after_sales;--> statement-breakpoint
CREATE INDEX "orders_hidden_idx" ON "orders" USING btree ("store_id","visibility","id") WHERE visibility <> 'VISIBLE';--> statement-breakpoint
CREATE INDEX "orders_waybill_idx" ON "orders" USING btree ("waybill_number","id") WHERE waybill_number is not null;--> statement-breakpoint
CREATE INDEX "orders_paid_idx" ON "orders" USING btree ("store_id","paid_at","id") WHERE paid_at is not null;--> statement-breakpoint
CREATE INDEX "orders_finished_idx" ON "orders" USING btree ("store_id","finished_at","id") WHERE finished_at is not null;--> statement-breakpoint
CREATE INDEX "orders_contact_phone_idx" ON "orders" USING btree ("contact_phone","id") WHERE contact_phone is not null;--> statement-breakpoint
CREATE INDEX "orders_customer_idx" ON "orders" USING btree ("customer_id","id") WHERE customer_id is not null;--> statement-breakpoint
CREATE INDEX "orders_review_idx" ON "orders" USING btree ("customer_id","id") WHERE awaiting_review and customer_id is not null;--> statement-breakpoint
CREATE INDEX "orders_timer_idx" ON "orders" USING btree ("timer_at") WHERE timer_at is not null and held_at is null;--> statement-breakpoint
CREATE INDEX "order_terms_store_idx" ON "order_terms" USING btree ("term_id","store_id","order_id");--> statement-breakpoint
CREATE INDEX "order_terms_term_idx" ON "order_terms" USING btree ("term_id","order_id");--> statement-breakpoint
CREATE INDEX "search_terms_bigrams_idx" ON "search_terms" USING gin ("bigrams");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_transaction_key" ON "payments" USING btree ("tender","provider_transaction_id") WHERE provider_transaction_id is not null and tender <> 'EXTERNAL';--> statement-breakpoint
CREATE INDEX "payments_query_idx" ON "payments" USING btree ("next_query_at") WHERE next_query_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_transaction_key" ON "refunds" USING btree ("provider_transaction_id") WHERE provider_transaction_id is not null;--> statement-breakpoint
CREATE INDEX "refunds_attempt_idx" ON "refunds" USING btree ("next_attempt_at") WHERE next_attempt_at is not null;--> statement-breakpoint
CREATE INDEX "sandbox_callbacks_due_idx" ON "sandbox_callbacks" USING btree ("next_attempt_at") WHERE next_attempt_at is not null;--> statement-breakpoint
CREATE INDEX "events_tail_idx" ON "events" USING btree ("transaction","position");--> statement-breakpoint
CREATE INDEX "events_store_idx" ON "events" USING btree ("store_id","transaction","position") WHERE store_id is not null;--> statement-breakpoint
CREATE INDEX "events_customer_idx" ON "events" USING btree ("customer_id","transaction","position") WHERE customer_id is not null;--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_idx" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
-- by hand
CREATE FUNCTION docket_require(ok boolean, requirement text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF ok IS NOT TRUE THEN
    RAISE EXCEPTION USING errcode = 'DK001', constraint = requirement, message = 'A statement''s own requirement does not hold: ' || requirement;
  END IF;
  RETURN true;
END $$;
