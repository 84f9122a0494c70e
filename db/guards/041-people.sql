-- A merge that nobody undid in time is settled: what was recorded with the joined person is recorded with the kept one from
-- now on, wherever in the house a row points at them, and the joined row goes. Oldest first, so that a chain is settled from
-- its far end. What the kept one has already (the same contact, the same mark) is not doubled. Returns how many were settled.
CREATE OR REPLACE FUNCTION app.settle_merges(before timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE merge record; place record; spot tid; settled integer := 0;
BEGIN
  FOR merge IN SELECT kept_id, gone_id FROM people_merges WHERE merged_at < before ORDER BY merged_at, id FOR UPDATE LOOP
    FOR place IN
      SELECT c.conrelid::regclass AS tab, a.attname AS col
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid = 'people'::regclass AND c.conrelid <> 'people_merges'::regclass
    LOOP
      FOR spot IN EXECUTE format('SELECT ctid FROM %s WHERE %I = $1', place.tab, place.col) USING merge.gone_id LOOP
        BEGIN
          EXECUTE format('UPDATE %s SET %I = $1 WHERE ctid = $2', place.tab, place.col) USING merge.kept_id, spot;
        EXCEPTION WHEN unique_violation THEN
          EXECUTE format('DELETE FROM %s WHERE ctid = $1', place.tab) USING spot;
        END;
      END LOOP;
    END LOOP;
    DELETE FROM people WHERE id = merge.gone_id;
    settled := settled + 1;
  END LOOP;
  RETURN settled;
END
$$;
ALTER FUNCTION app.settle_merges(timestamptz) OWNER TO icma_door;
REVOKE ALL ON FUNCTION app.settle_merges(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.settle_merges(timestamptz) TO icma_app;
