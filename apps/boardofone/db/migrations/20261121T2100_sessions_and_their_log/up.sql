CREATE SCHEMA "boardofone";
CREATE TABLE "boardofone"."accounts" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tier" varchar(12) DEFAULT 'free' NOT NULL,
	"consent_at" timestamp with time zone,
	CONSTRAINT "accounts_user_id_unique" UNIQUE("user_id"),
	CONSTRAINT "accounts_tier_check" CHECK ("boardofone"."accounts"."tier" in ('free', 'pro', 'enterprise'))
);
ALTER TABLE "boardofone"."accounts" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."calls" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"session_id" uuid NOT NULL,
	"step" varchar(100) NOT NULL,
	"purpose" varchar(20) NOT NULL,
	"seat_id" uuid,
	"round_number" smallint NOT NULL,
	"status" varchar(10) DEFAULT 'reserved' NOT NULL,
	"run" integer DEFAULT 1 NOT NULL,
	"attempts" smallint DEFAULT 1 NOT NULL,
	"reserved_cost" numeric(14, 8) NOT NULL,
	"cost" numeric(14, 8) DEFAULT '0' NOT NULL,
	"error_code" varchar(40),
	"input_tokens" integer,
	"output_tokens" integer,
	"provider" varchar(60),
	"model" varchar(200),
	"prompt_hash" varchar(64) NOT NULL,
	"speaker_order" uuid[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "calls_step_unique" UNIQUE("user_id","session_id","step"),
	CONSTRAINT "calls_id_session_id_unique" UNIQUE("id","session_id"),
	CONSTRAINT "calls_status_check" CHECK ("boardofone"."calls"."status" in ('reserved', 'again', 'settled', 'failed')),
	CONSTRAINT "calls_purpose_check" CHECK ("boardofone"."calls"."purpose" in ('decomposition', 'baseline', 'position', 'vote', 'memo')),
	CONSTRAINT "calls_cost_check" CHECK ("boardofone"."calls"."cost" >= 0 and "boardofone"."calls"."cost" < 1000000),
	CONSTRAINT "calls_reserved_cost_check" CHECK ("boardofone"."calls"."reserved_cost" >= 0 and "boardofone"."calls"."reserved_cost" < 1000000)
);
ALTER TABLE "boardofone"."calls" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."contributions" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"session_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"round_number" smallint NOT NULL,
	"phase" varchar(24) NOT NULL,
	"is_abstention" boolean DEFAULT false NOT NULL,
	"abstain_reason" varchar(60),
	"content" text DEFAULT '' NOT NULL,
	"option_id" uuid,
	"confidence" varchar(10),
	"dealbreaker" text DEFAULT '' NOT NULL,
	"statements" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"is_novel" boolean DEFAULT false NOT NULL,
	"question" text DEFAULT '' NOT NULL,
	"cost" numeric(14, 8) DEFAULT '0' NOT NULL,
	"tokens" integer DEFAULT 0 NOT NULL,
	"model" varchar(200) DEFAULT '' NOT NULL,
	"prompt_hash" varchar(64) DEFAULT '' NOT NULL,
	"speaker_order" uuid[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "contributions_once_unique" UNIQUE("user_id","session_id","round_number","seat_id","phase"),
	CONSTRAINT "contributions_id_session_id_unique" UNIQUE("id","session_id"),
	CONSTRAINT "contributions_phase_check" CHECK ("boardofone"."contributions"."phase" in ('initial_round', 'deliberation')),
	CONSTRAINT "contributions_confidence_check" CHECK ("boardofone"."contributions"."confidence" in ('low', 'medium', 'high')),
	CONSTRAINT "contributions_abstention_check" CHECK ("boardofone"."contributions"."is_abstention" = ("boardofone"."contributions"."abstain_reason" is not null)),
	CONSTRAINT "contributions_cost_check" CHECK ("boardofone"."contributions"."cost" >= 0 and "boardofone"."contributions"."cost" < 1000000)
);
ALTER TABLE "boardofone"."contributions" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."events" (
	"session_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"user_id" uuid NOT NULL,
	"v" smallint DEFAULT 1 NOT NULL,
	"type" varchar(40) NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "events_user_id_session_id_seq_pk" PRIMARY KEY("user_id","session_id","seq"),
	CONSTRAINT "events_seq_check" CHECK ("boardofone"."events"."seq" > 0),
	CONSTRAINT "events_type_check" CHECK ("boardofone"."events"."type" in ('session_created', 'decomposition_proposed', 'decomposition_approved', 'panel_proposed', 'panel_locked', 'round_started', 'seat_thinking', 'seat_spoke', 'seat_abstained', 'moderator_intervened', 'answers_awaited', 'owner_said', 'round_ended', 'voting_started', 'seat_voting', 'seat_voted', 'votes_revealed', 'baseline_answered', 'memo_written', 'cost_settled', 'cap_changed', 'session_paused', 'session_resumed', 'session_completed', 'session_failed', 'session_killed'))
);
ALTER TABLE "boardofone"."events" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."memos" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"session_id" uuid NOT NULL,
	"body" jsonb NOT NULL,
	"minority" jsonb NOT NULL,
	"baseline" jsonb NOT NULL,
	CONSTRAINT "memos_session_id_unique" UNIQUE("user_id","session_id")
);
ALTER TABLE "boardofone"."memos" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."options" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"session_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"label" varchar(120) NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"is_nothing" boolean DEFAULT false NOT NULL,
	CONSTRAINT "options_position_unique" UNIQUE("user_id","session_id","position"),
	CONSTRAINT "options_id_session_id_unique" UNIQUE("id","session_id"),
	CONSTRAINT "options_label_check" CHECK (btrim("boardofone"."options"."label") <> ''),
	CONSTRAINT "options_position_check" CHECK ("boardofone"."options"."position" between 1 and 10)
);
ALTER TABLE "boardofone"."options" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."owner_facts" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"session_id" uuid NOT NULL,
	"round_number" smallint NOT NULL,
	"content" text NOT NULL,
	"answers_id" uuid,
	CONSTRAINT "owner_facts_content_check" CHECK (btrim("boardofone"."owner_facts"."content") <> '')
);
ALTER TABLE "boardofone"."owner_facts" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."persona_versions" (
	"code" varchar(50) NOT NULL,
	"version" integer NOT NULL,
	"name" varchar(255) NOT NULL,
	"job" varchar(200) NOT NULL,
	"expertise" varchar(500) NOT NULL,
	"business_function" varchar(60) NOT NULL,
	"temperament" varchar(60) NOT NULL,
	"method" varchar(60) NOT NULL,
	"loss_function" text NOT NULL,
	"blind_spots" text[] NOT NULL,
	"keywords" text[] NOT NULL,
	"is_adversarial" boolean NOT NULL,
	"system_prompt" text NOT NULL,
	"content_hash" varchar(64) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "persona_versions_code_version_pk" PRIMARY KEY("code","version"),
	CONSTRAINT "persona_versions_version_check" CHECK ("boardofone"."persona_versions"."version" > 0),
	CONSTRAINT "persona_versions_prompt_check" CHECK (length("boardofone"."persona_versions"."system_prompt") between 1 and 6000)
);
ALTER TABLE "boardofone"."persona_versions" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."personas" (
	"code" varchar(50) PRIMARY KEY NOT NULL,
	"current_version" integer NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "personas_code_check" CHECK ("boardofone"."personas"."code" ~ '^[a-z][a-z0-9_]+$'),
	CONSTRAINT "personas_current_version_check" CHECK ("boardofone"."personas"."current_version" > 0)
);
ALTER TABLE "boardofone"."personas" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."seats" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"session_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"persona_code" varchar(50) NOT NULL,
	"persona_version" integer NOT NULL,
	"name" varchar(255) NOT NULL,
	"job" varchar(200) NOT NULL,
	"is_adversarial" boolean NOT NULL,
	"system_prompt" text NOT NULL,
	"base_weight" numeric(4, 2) DEFAULT '1' NOT NULL,
	"reason" text NOT NULL,
	"model" varchar(200),
	CONSTRAINT "seats_position_unique" UNIQUE("user_id","session_id","position"),
	CONSTRAINT "seats_persona_unique" UNIQUE("user_id","session_id","persona_code"),
	CONSTRAINT "seats_id_session_id_unique" UNIQUE("id","session_id"),
	CONSTRAINT "seats_position_check" CHECK ("boardofone"."seats"."position" between 1 and 7),
	CONSTRAINT "seats_base_weight_check" CHECK ("boardofone"."seats"."base_weight" > 0 and "boardofone"."seats"."base_weight" <= 3)
);
ALTER TABLE "boardofone"."seats" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."sessions" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"problem" text NOT NULL,
	"context" text DEFAULT '' NOT NULL,
	"constraints" text DEFAULT '' NOT NULL,
	"decide_by" date,
	"reversibility" varchar(12) DEFAULT 'unknown' NOT NULL,
	"status" varchar(10) DEFAULT 'active' NOT NULL,
	"phase" varchar(24) DEFAULT 'problem_decomposition' NOT NULL,
	"waits_for" varchar(10),
	"round_number" smallint DEFAULT 0 NOT NULL,
	"max_rounds" smallint DEFAULT 2 NOT NULL,
	"seats_wanted" smallint DEFAULT 5 NOT NULL,
	"answer_wait_seconds" integer DEFAULT 0 NOT NULL,
	"cap_usd" numeric(10, 4) DEFAULT '1.0000' NOT NULL,
	"total_cost" numeric(14, 8) DEFAULT '0' NOT NULL,
	"reserved_cost" numeric(14, 8) DEFAULT '0' NOT NULL,
	"total_tokens" bigint DEFAULT 0 NOT NULL,
	"seed" integer NOT NULL,
	"sub_questions" text[] DEFAULT '{}' NOT NULL,
	"outcome" jsonb,
	"stop_reason" varchar(20),
	"pause_reason" varchar(20),
	"fail_reason" varchar(60),
	"last_seq" integer DEFAULT 0 NOT NULL,
	"run" integer DEFAULT 1 NOT NULL,
	"completed_at" timestamp with time zone,
	"killed_at" timestamp with time zone,
	"killed_by" uuid,
	"kill_reason" varchar(500),
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "sessions_id_user_id_unique" UNIQUE("id","user_id"),
	CONSTRAINT "sessions_problem_check" CHECK (btrim("boardofone"."sessions"."problem") <> ''),
	CONSTRAINT "sessions_status_check" CHECK ("boardofone"."sessions"."status" in ('active', 'paused', 'completed', 'failed', 'killed')),
	CONSTRAINT "sessions_phase_check" CHECK ("boardofone"."sessions"."phase" in ('problem_decomposition', 'panel_selection', 'initial_round', 'deliberation', 'voting', 'synthesis', 'complete')),
	CONSTRAINT "sessions_waits_for_check" CHECK ("boardofone"."sessions"."waits_for" in ('approval', 'panel', 'answers')),
	CONSTRAINT "sessions_reversibility_check" CHECK ("boardofone"."sessions"."reversibility" in ('reversible', 'costly', 'irreversible', 'unknown')),
	CONSTRAINT "sessions_stop_reason_check" CHECK ("boardofone"."sessions"."stop_reason" in ('stability', 'certainty', 'max_rounds')),
	CONSTRAINT "sessions_pause_check" CHECK ("boardofone"."sessions"."pause_reason" in ('owner', 'cost_cap', 'below_quorum', 'model_unavailable')),
	CONSTRAINT "sessions_paused_check" CHECK (("boardofone"."sessions"."status" = 'paused') = ("boardofone"."sessions"."pause_reason" is not null)),
	CONSTRAINT "sessions_cap_check" CHECK ("boardofone"."sessions"."cap_usd" > 0 and "boardofone"."sessions"."cap_usd" <= 1000),
	CONSTRAINT "sessions_total_cost_check" CHECK ("boardofone"."sessions"."total_cost" >= 0 and "boardofone"."sessions"."total_cost" < 1000000),
	CONSTRAINT "sessions_reserved_cost_check" CHECK ("boardofone"."sessions"."reserved_cost" >= 0 and "boardofone"."sessions"."reserved_cost" < 1000000),
	CONSTRAINT "sessions_max_rounds_check" CHECK ("boardofone"."sessions"."max_rounds" between 0 and 10),
	CONSTRAINT "sessions_round_check" CHECK ("boardofone"."sessions"."round_number" between 0 and "boardofone"."sessions"."max_rounds" + 1),
	CONSTRAINT "sessions_seats_check" CHECK ("boardofone"."sessions"."seats_wanted" between 3 and 7),
	CONSTRAINT "sessions_wait_check" CHECK ("boardofone"."sessions"."answer_wait_seconds" between 0 and 86400),
	CONSTRAINT "sessions_killed_check" CHECK (("boardofone"."sessions"."status" = 'killed') = ("boardofone"."sessions"."killed_at" is not null and "boardofone"."sessions"."killed_by" is not null and "boardofone"."sessions"."kill_reason" is not null)),
	CONSTRAINT "sessions_completed_check" CHECK (("boardofone"."sessions"."status" = 'completed') = ("boardofone"."sessions"."completed_at" is not null))
);
ALTER TABLE "boardofone"."sessions" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "boardofone"."votes" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"session_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"is_abstention" boolean DEFAULT false NOT NULL,
	"option_id" uuid,
	"approvals" uuid[] DEFAULT '{}' NOT NULL,
	"ranking" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reasoning" text DEFAULT '' NOT NULL,
	"confidence" numeric(3, 2),
	"was_asked_again" boolean DEFAULT false NOT NULL,
	CONSTRAINT "votes_once_unique" UNIQUE("user_id","session_id","seat_id"),
	CONSTRAINT "votes_confidence_check" CHECK ("boardofone"."votes"."confidence" >= 0 and "boardofone"."votes"."confidence" <= 1),
	CONSTRAINT "votes_abstention_check" CHECK ("boardofone"."votes"."is_abstention" = ("boardofone"."votes"."option_id" is null))
);
ALTER TABLE "boardofone"."votes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."calls" ADD CONSTRAINT "calls_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."calls" ADD CONSTRAINT "calls_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."calls" ADD CONSTRAINT "calls_seat_fk" FOREIGN KEY ("seat_id","session_id") REFERENCES "boardofone"."seats"("id","session_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."contributions" ADD CONSTRAINT "contributions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."contributions" ADD CONSTRAINT "contributions_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."contributions" ADD CONSTRAINT "contributions_seat_fk" FOREIGN KEY ("seat_id","session_id") REFERENCES "boardofone"."seats"("id","session_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."contributions" ADD CONSTRAINT "contributions_option_fk" FOREIGN KEY ("option_id","session_id") REFERENCES "boardofone"."options"("id","session_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."events" ADD CONSTRAINT "events_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."events" ADD CONSTRAINT "events_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."memos" ADD CONSTRAINT "memos_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."memos" ADD CONSTRAINT "memos_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."options" ADD CONSTRAINT "options_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."options" ADD CONSTRAINT "options_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."owner_facts" ADD CONSTRAINT "owner_facts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."owner_facts" ADD CONSTRAINT "owner_facts_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."owner_facts" ADD CONSTRAINT "owner_facts_answers_fk" FOREIGN KEY ("answers_id","session_id") REFERENCES "boardofone"."contributions"("id","session_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."persona_versions" ADD CONSTRAINT "persona_versions_code_personas_code_fk" FOREIGN KEY ("code") REFERENCES "boardofone"."personas"("code") ON DELETE no action ON UPDATE no action;
ALTER TABLE "boardofone"."seats" ADD CONSTRAINT "seats_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."seats" ADD CONSTRAINT "seats_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."votes" ADD CONSTRAINT "votes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."votes" ADD CONSTRAINT "votes_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."votes" ADD CONSTRAINT "votes_seat_fk" FOREIGN KEY ("seat_id","session_id") REFERENCES "boardofone"."seats"("id","session_id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."votes" ADD CONSTRAINT "votes_option_fk" FOREIGN KEY ("option_id","session_id") REFERENCES "boardofone"."options"("id","session_id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "calls_seat_id_idx" ON "boardofone"."calls" USING btree ("seat_id","session_id");
CREATE INDEX "contributions_seat_id_idx" ON "boardofone"."contributions" USING btree ("seat_id","session_id");
CREATE INDEX "contributions_option_id_idx" ON "boardofone"."contributions" USING btree ("option_id","session_id");
CREATE INDEX "owner_facts_session_id_idx" ON "boardofone"."owner_facts" USING btree ("user_id","session_id");
CREATE INDEX "owner_facts_answers_id_idx" ON "boardofone"."owner_facts" USING btree ("answers_id","session_id");
CREATE INDEX "sessions_user_id_idx" ON "boardofone"."sessions" USING btree ("user_id","id");
CREATE INDEX "votes_seat_id_idx" ON "boardofone"."votes" USING btree ("seat_id","session_id");
CREATE INDEX "votes_option_id_idx" ON "boardofone"."votes" USING btree ("option_id","session_id");
CREATE POLICY "select_own" ON "boardofone"."accounts" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."accounts"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."accounts" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."accounts"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "boardofone"."accounts" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("boardofone"."accounts"."user_id" = (select app.user_id())) WITH CHECK ("boardofone"."accounts"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "boardofone"."calls" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."calls"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."calls" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."calls"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "boardofone"."calls" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("boardofone"."calls"."user_id" = (select app.user_id())) WITH CHECK ("boardofone"."calls"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "boardofone"."contributions" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."contributions"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."contributions" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."contributions"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "boardofone"."events" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."events"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."events" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."events"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "boardofone"."memos" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."memos"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."memos" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."memos"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "boardofone"."options" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."options"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."options" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."options"."user_id" = (select app.user_id()));
CREATE POLICY "delete_own" ON "boardofone"."options" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("boardofone"."options"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "boardofone"."owner_facts" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."owner_facts"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."owner_facts" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."owner_facts"."user_id" = (select app.user_id()));
CREATE POLICY "select_signed_in" ON "boardofone"."persona_versions" AS PERMISSIVE FOR SELECT TO "authenticated" USING ((select app.user_id()) is not null);
CREATE POLICY "select_service" ON "boardofone"."persona_versions" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "boardofone"."persona_versions" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "select_signed_in" ON "boardofone"."personas" AS PERMISSIVE FOR SELECT TO "authenticated" USING ((select app.user_id()) is not null);
CREATE POLICY "select_service" ON "boardofone"."personas" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "boardofone"."personas" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
CREATE POLICY "update_service" ON "boardofone"."personas" AS PERMISSIVE FOR UPDATE TO "commons_service" USING (true) WITH CHECK (true);
CREATE POLICY "select_own" ON "boardofone"."seats" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."seats"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."seats" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."seats"."user_id" = (select app.user_id()));
CREATE POLICY "delete_own" ON "boardofone"."seats" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("boardofone"."seats"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "boardofone"."sessions" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."sessions"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."sessions" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."sessions"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "boardofone"."sessions" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("boardofone"."sessions"."user_id" = (select app.user_id())) WITH CHECK ("boardofone"."sessions"."user_id" = (select app.user_id()));
CREATE POLICY "delete_own" ON "boardofone"."sessions" AS PERMISSIVE FOR DELETE TO "authenticated" USING ("boardofone"."sessions"."user_id" = (select app.user_id()));
CREATE POLICY "select_own" ON "boardofone"."votes" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."votes"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."votes" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."votes"."user_id" = (select app.user_id()));
ALTER TABLE "boardofone"."accounts" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."accounts" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "boardofone"."calls" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."calls" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "boardofone"."contributions" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."contributions" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "boardofone"."events" FORCE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."memos" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."memos" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "boardofone"."options" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."options" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "boardofone"."owner_facts" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."owner_facts" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "boardofone"."persona_versions" FORCE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."personas" FORCE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."seats" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."seats" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "boardofone"."sessions" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."sessions" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
ALTER TABLE "boardofone"."votes" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."votes" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("user_id", "consent_at"), UPDATE ("consent_at") ON "boardofone"."accounts" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "session_id", "step", "purpose", "seat_id", "round_number", "run", "reserved_cost", "prompt_hash", "speaker_order"), UPDATE ("status", "run", "attempts", "reserved_cost", "cost", "error_code", "input_tokens", "output_tokens", "provider", "model", "prompt_hash", "speaker_order") ON "boardofone"."calls" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "session_id", "seat_id", "round_number", "phase", "is_abstention", "abstain_reason", "content", "option_id", "confidence", "dealbreaker", "statements", "is_novel", "question", "cost", "tokens", "model", "prompt_hash", "speaker_order") ON "boardofone"."contributions" TO "authenticated";
GRANT SELECT, INSERT ("session_id", "seq", "user_id", "type", "data", "at") ON "boardofone"."events" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "session_id", "body", "minority", "baseline") ON "boardofone"."memos" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "session_id", "position", "label", "description", "is_nothing"), DELETE ON "boardofone"."options" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "session_id", "round_number", "content", "answers_id") ON "boardofone"."owner_facts" TO "authenticated";
GRANT USAGE ON SCHEMA "boardofone" TO "commons_service";
GRANT SELECT ON "boardofone"."persona_versions" TO "authenticated";
GRANT SELECT, INSERT ("code", "version", "name", "job", "expertise", "business_function", "temperament", "method", "loss_function", "blind_spots", "keywords", "is_adversarial", "system_prompt", "content_hash") ON "boardofone"."persona_versions" TO "commons_service";
GRANT SELECT ON "boardofone"."personas" TO "authenticated";
GRANT SELECT, INSERT ("code", "current_version"), UPDATE ("current_version", "retired_at") ON "boardofone"."personas" TO "commons_service";
GRANT SELECT, INSERT ("id", "user_id", "session_id", "position", "persona_code", "persona_version", "name", "job", "is_adversarial", "system_prompt", "base_weight", "reason", "model"), DELETE ON "boardofone"."seats" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "problem", "context", "constraints", "decide_by", "reversibility", "max_rounds", "seats_wanted", "answer_wait_seconds", "cap_usd", "seed"), UPDATE ("status", "phase", "waits_for", "round_number", "cap_usd", "total_cost", "reserved_cost", "total_tokens", "sub_questions", "outcome", "stop_reason", "pause_reason", "fail_reason", "last_seq", "run", "completed_at", "killed_at", "killed_by", "kill_reason", "archived_at", "version"), DELETE ON "boardofone"."sessions" TO "authenticated";
GRANT SELECT, INSERT ("user_id", "session_id", "seat_id", "is_abstention", "option_id", "approvals", "ranking", "reasoning", "confidence", "was_asked_again") ON "boardofone"."votes" TO "authenticated";
-- Whatever asks for it, and however many at once: a status follows the list of `deliberation/states.ts`.
create function boardofone.keep_transitions() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if (old.status, new.status) not in (
    ('active', 'paused'), ('active', 'completed'), ('active', 'failed'), ('active', 'killed'),
    ('paused', 'active'), ('paused', 'failed'), ('paused', 'killed')
  ) then
    raise exception 'a session does not go from % to %', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_transitions before update on boardofone.sessions
  for each row when (new.status is distinct from old.status) execute function boardofone.keep_transitions();

-- Nothing is added to a session that is over, not even by a call that had begun before; the lock makes an end wait for what is
-- being added, and what comes later sees the end.
create function boardofone.refuse_when_over() returns trigger
language plpgsql volatile
set search_path = ''
as $$
declare
  session_status text;
begin
  select status into session_status from boardofone.sessions where id = new.session_id for share;
  if session_status in ('completed', 'failed', 'killed') then
    raise exception 'this session is over' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger refuse_when_over before insert on boardofone.contributions
  for each row execute function boardofone.refuse_when_over();
create trigger refuse_when_over before insert on boardofone.votes
  for each row execute function boardofone.refuse_when_over();
create trigger refuse_when_over before insert on boardofone.memos
  for each row execute function boardofone.refuse_when_over();
create trigger refuse_when_over before insert on boardofone.owner_facts
  for each row execute function boardofone.refuse_when_over();

-- Options and panel stand before anybody takes a position. A session that goes takes them along.
create function boardofone.keep_panel() returns trigger
language plpgsql volatile
set search_path = ''
as $$
declare
  session_phase text;
begin
  select phase into session_phase from boardofone.sessions
    where id = case tg_op when 'DELETE' then old.session_id else new.session_id end for share;
  if session_phase not in ('problem_decomposition', 'panel_selection') then
    raise exception 'options and panel are fixed' using errcode = 'check_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger keep_panel before insert or delete on boardofone.options
  for each row execute function boardofone.keep_panel();
create trigger keep_panel before insert or delete on boardofone.seats
  for each row execute function boardofone.keep_panel();

-- The log has no gaps and no second thoughts.
create function boardofone.keep_sequence() returns trigger
language plpgsql volatile
set search_path = ''
as $$
declare
  newest integer;
begin
  select coalesce(max(seq), 0) into newest from boardofone.events where session_id = new.session_id;
  if new.seq <> newest + 1 then
    raise exception 'event % does not follow %', new.seq, newest using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger keep_sequence before insert on boardofone.events
  for each row execute function boardofone.keep_sequence();
revoke all on function boardofone.keep_transitions(), boardofone.refuse_when_over(), boardofone.keep_panel(),
  boardofone.keep_sequence() from public;
