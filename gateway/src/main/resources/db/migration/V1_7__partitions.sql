-- Partitions: by retention class, in it by year.

create function make_partitions(for_year int) returns void language plpgsql as $$
declare
  parent text;
  class  text;
begin
  perform pg_advisory_xact_lock(hashtext('make_partitions'));
  foreach parent in array array['message_content', 'decision', 'attempt', 'evidence'] loop
    for class in select name from retention_class loop
      execute format('create table if not exists %I partition of %I for values in (%L) partition by range (retention_year)',
        parent || '_' || class, parent, class);
      execute format('create table if not exists %I partition of %I for values from (%s) to (%s)',
        parent || '_' || class || '_' || for_year, parent || '_' || class, for_year, for_year + 1);
    end loop;
  end loop;
end
$$;
comment on function make_partitions is 'Makes what is missing for one year; called for each year before its first row.';
