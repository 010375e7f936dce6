CREATE SCHEMA bench;
GRANT USAGE ON SCHEMA bench TO authenticated, commons_service;
CREATE TABLE bench.notes (
	id uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	user_id uuid NOT NULL REFERENCES public.users (id) ON DELETE cascade,
	created_at timestamp with time zone DEFAULT now() NOT NULL,
	updated_at timestamp with time zone DEFAULT now() NOT NULL,
	title varchar(200) NOT NULL,
	body text NOT NULL
);
ALTER TABLE bench.notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE bench.notes FORCE ROW LEVEL SECURITY;
CREATE INDEX notes_user_id_idx ON bench.notes (user_id, id);
CREATE POLICY select_own ON bench.notes FOR SELECT TO authenticated USING (user_id = (select app.user_id()));
CREATE POLICY insert_own ON bench.notes FOR INSERT TO authenticated WITH CHECK (user_id = (select app.user_id()));
CREATE POLICY insert_service ON bench.notes FOR INSERT TO commons_service WITH CHECK (true);
GRANT SELECT, INSERT (user_id, title, body) ON bench.notes TO authenticated;
GRANT INSERT (user_id, title, body) ON bench.notes TO commons_service;
CREATE TABLE bench.many_notes (
	id uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	user_id uuid NOT NULL REFERENCES public.users (id) ON DELETE cascade,
	created_at timestamp with time zone DEFAULT now() NOT NULL,
	updated_at timestamp with time zone DEFAULT now() NOT NULL,
	title varchar(200) NOT NULL,
	body text NOT NULL
);
ALTER TABLE bench.many_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE bench.many_notes FORCE ROW LEVEL SECURITY;
CREATE INDEX many_notes_user_id_idx ON bench.many_notes (user_id, id);
CREATE POLICY select_own ON bench.many_notes FOR SELECT TO authenticated USING (user_id = (select app.user_id()));
CREATE POLICY insert_own ON bench.many_notes FOR INSERT TO authenticated WITH CHECK (user_id = (select app.user_id()));
CREATE POLICY insert_service ON bench.many_notes FOR INSERT TO commons_service WITH CHECK (true);
GRANT SELECT, INSERT (user_id, title, body) ON bench.many_notes TO authenticated;
GRANT INSERT (user_id, title, body) ON bench.many_notes TO commons_service;
