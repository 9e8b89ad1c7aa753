-- Consents in FHIR come again under their identifier, and each version takes the place of the one before.

create function consent_version(sender_message_id text) returns bigint language sql immutable as $$
  select case when sender_message_id ~ '^Consent/[A-Za-z0-9._-]{1,60}/-?[0-9]{1,18}$'
              then split_part(sender_message_id, '/', 3)::bigint end
$$;
comment on function consent_version is 'When the version of a consent in FHIR was said, in seconds since 1970; null for any other message.';

create function replaced(message uuid) returns boolean language plpgsql stable as $$
declare
  version bigint;
  of_case uuid;
begin
  select consent_version(m.sender_message_id), m.case_id into version, of_case from message m where m.id = message;
  return version is not null and exists (
    select 1 from message later where later.case_id = of_case and consent_version(later.sender_message_id) > version);
end
$$;
comment on function replaced is 'Whether a message is a version of a consent in FHIR, and a later one of the same consent is here. The case of such a message is the consent''s identifier.';
