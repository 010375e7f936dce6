CREATE TABLE "boardofone"."mail_templates" (
	"name" varchar(12) NOT NULL,
	"version" smallint NOT NULL,
	"subject" varchar(200) NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_templates_name_version_pk" PRIMARY KEY("name","version"),
	CONSTRAINT "mail_templates_version_check" CHECK ("boardofone"."mail_templates"."version" > 0),
	CONSTRAINT "mail_templates_text_check" CHECK (length("boardofone"."mail_templates"."text") between 1 and 10000)
);
ALTER TABLE "boardofone"."mail_templates" ENABLE ROW LEVEL SECURITY;
-- Templates come in after migrations, so that notices which are there already name some that are not there yet.
ALTER TABLE "boardofone"."notices" ADD CONSTRAINT "notices_template_fk" FOREIGN KEY ("kind","template_version") REFERENCES "boardofone"."mail_templates"("name","version") ON DELETE no action ON UPDATE no action NOT VALID;
CREATE INDEX "notices_template_idx" ON "boardofone"."notices" USING btree ("kind","template_version");
CREATE POLICY "select_signed_in" ON "boardofone"."mail_templates" AS PERMISSIVE FOR SELECT TO "authenticated" USING ((select app.user_id()) is not null);
CREATE POLICY "select_service" ON "boardofone"."mail_templates" AS PERMISSIVE FOR SELECT TO "commons_service" USING (true);
CREATE POLICY "insert_service" ON "boardofone"."mail_templates" AS PERMISSIVE FOR INSERT TO "commons_service" WITH CHECK (true);
ALTER TABLE "boardofone"."mail_templates" FORCE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA "boardofone" TO "authenticated";
GRANT USAGE ON SCHEMA "boardofone" TO "commons_service";
GRANT SELECT ON "boardofone"."mail_templates" TO "authenticated";
GRANT SELECT, INSERT ("name", "version", "subject", "text") ON "boardofone"."mail_templates" TO "commons_service";

-- A wording that was given out is what it was, whoever asks.
create function boardofone.keep_mail_template() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  raise exception 'a version of a mail is never changed' using errcode = 'check_violation';
end
$$;
revoke all on function boardofone.keep_mail_template() from public;
create trigger keep_mail_template before update or delete on boardofone.mail_templates
  for each row execute function boardofone.keep_mail_template();
