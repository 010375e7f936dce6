-- The hash of the token that a link is being opened with, for whom it is opened ("link" is whoever came without an account). It lasts
-- for the function that opens it, and the policy that asks for it is for the login that owns the tables, which no request can be.
create function boardofone.token_in_hand() returns text
language sql stable
set search_path = ''
as $$
  select split_part(held.value, ' ', 1) from (select current_setting('boardofone.share_token', true) as value) as held
  where split_part(held.value, ' ', 2) = coalesce(app.user_id()::text, 'link')
$$;
revoke all on function boardofone.token_in_hand() from public;

CREATE TABLE "boardofone"."share_links" (
	"id" uuid PRIMARY KEY DEFAULT app.uuid_v7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"session_id" uuid NOT NULL,
	"token_hash" varchar(64) NOT NULL,
	"content" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "share_links_token_hash_unique" UNIQUE("user_id","token_hash"),
	CONSTRAINT "share_links_token_hash_check" CHECK ("boardofone"."share_links"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "share_links_expires_check" CHECK ("boardofone"."share_links"."expires_at" <= "boardofone"."share_links"."created_at" + interval '400 days')
);
ALTER TABLE "boardofone"."share_links" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "boardofone"."share_links" ADD CONSTRAINT "share_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "boardofone"."share_links" ADD CONSTRAINT "share_links_session_fk" FOREIGN KEY ("session_id","user_id") REFERENCES "boardofone"."sessions"("id","user_id") ON DELETE cascade ON UPDATE no action;
CREATE INDEX "share_links_token_hash_idx" ON "boardofone"."share_links" USING btree ("token_hash");
CREATE INDEX "share_links_session_id_idx" ON "boardofone"."share_links" USING btree ("user_id","session_id","id");
CREATE POLICY "select_own" ON "boardofone"."share_links" AS PERMISSIVE FOR SELECT TO "authenticated" USING ("boardofone"."share_links"."user_id" = (select app.user_id()));
CREATE POLICY "insert_own" ON "boardofone"."share_links" AS PERMISSIVE FOR INSERT TO "authenticated" WITH CHECK ("boardofone"."share_links"."user_id" = (select app.user_id()));
CREATE POLICY "update_own" ON "boardofone"."share_links" AS PERMISSIVE FOR UPDATE TO "authenticated" USING ("boardofone"."share_links"."user_id" = (select app.user_id())) WITH CHECK ("boardofone"."share_links"."user_id" = (select app.user_id()));
CREATE POLICY "select_token" ON "boardofone"."share_links" AS PERMISSIVE FOR SELECT TO "commons_owner" USING ("boardofone"."share_links"."token_hash" = (select boardofone.token_in_hand()));
ALTER TABLE "boardofone"."share_links" FORCE ROW LEVEL SECURITY;
CREATE TRIGGER set_updated_at BEFORE UPDATE ON "boardofone"."share_links" FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT SELECT, INSERT ("id", "user_id", "session_id", "token_hash", "content", "expires_at"), UPDATE ("revoked_at") ON "boardofone"."share_links" TO "authenticated";

-- What a link shows, for whoever has a link that stands. NULL for any other token.
create function boardofone.memo_by_link(p_token_hash text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  found_content jsonb;
begin
  perform set_config('boardofone.share_token', concat(p_token_hash, ' ', coalesce(app.user_id()::text, 'link')), true);
  select link.content into found_content from boardofone.share_links as link
  where link.token_hash = p_token_hash and link.revoked_at is null and link.expires_at > now();
  perform set_config('boardofone.share_token', '', true);
  return found_content;
end
$$;
revoke all on function boardofone.memo_by_link(text) from public;
grant usage on schema boardofone to anon;
grant execute on function boardofone.memo_by_link(text) to anon;
