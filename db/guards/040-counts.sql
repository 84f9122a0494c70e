-- Cells (map) and totals (lists) follow every change of a report's public face, in its transaction.
-- Levels 5 to 17 (a cell of some 200 m). A map at zoom z shows cells of level z + 2; at street level, where single
-- reports are shown, the finest ones stand in when there are too many of them. Each cell is kept twice: by state group
-- and theme, for filters, and as level + 100 only by whether it is fixed, for the map that nobody filters: a tenth of the rows.
CREATE OR REPLACE FUNCTION app.count_issue(issue public.issues, step integer) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO issue_totals AS t (region, category, theme, state_group, located, count)
  VALUES (issue.region, issue.category, issue.theme, issue.state_group, issue.merc_x IS NOT NULL, step)
  ON CONFLICT (region, category, state_group, located) DO UPDATE SET count = t.count + excluded.count;
  IF issue.merc_x IS NOT NULL THEN
    INSERT INTO issue_cells AS c (zoom, x, y, state_group, theme, count, sum_x, sum_y)
    SELECT tier + level, issue.merc_x >> (30 - level), issue.merc_y >> (30 - level), state_group, theme, step,
           issue.merc_x::bigint * step, issue.merc_y::bigint * step
    FROM (VALUES (0, issue.state_group, issue.theme),
                 (100, CASE issue.state_group WHEN 'fixed' THEN 'fixed' ELSE '' END, '')) AS kind (tier, state_group, theme),
         generate_series(5, 17) AS level
    ON CONFLICT (zoom, x, y, state_group, theme)
    DO UPDATE SET count = c.count + excluded.count, sum_x = c.sum_x + excluded.sum_x, sum_y = c.sum_y + excluded.sum_y;
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION app.follow_issue() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.is_public THEN PERFORM app.count_issue(OLD, -1); END IF;
  IF TG_OP <> 'DELETE' AND NEW.is_public THEN PERFORM app.count_issue(NEW, 1); END IF;
  RETURN NULL;
END
$$;
ALTER FUNCTION app.count_issue(public.issues, integer) OWNER TO icma_door;
ALTER FUNCTION app.follow_issue() OWNER TO icma_door;
REVOKE ALL ON FUNCTION app.count_issue(public.issues, integer) FROM PUBLIC;

-- Two triggers, because only an update has both an old and a new row to compare.
DROP TRIGGER IF EXISTS follow_change ON issues;
CREATE TRIGGER follow_change AFTER UPDATE ON issues FOR EACH ROW
  WHEN ((OLD.is_public OR NEW.is_public) AND (OLD.state_group, OLD.theme, OLD.category, OLD.region, OLD.merc_x, OLD.merc_y)
        IS DISTINCT FROM (NEW.state_group, NEW.theme, NEW.category, NEW.region, NEW.merc_x, NEW.merc_y))
  EXECUTE FUNCTION app.follow_issue();
DROP TRIGGER IF EXISTS follow_row ON issues;
CREATE TRIGGER follow_row AFTER INSERT OR DELETE ON issues FOR EACH ROW EXECUTE FUNCTION app.follow_issue();

-- After a bulk load that bypassed the triggers. Each level is made of the next finer one: the reports are read once.
CREATE OR REPLACE PROCEDURE app.rebuild_counts()
LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE issue_totals, issue_cells;
  INSERT INTO issue_totals (region, category, theme, state_group, located, count)
  SELECT region, category, theme, state_group, merc_x IS NOT NULL, count(*) FROM issues WHERE is_public GROUP BY 1, 2, 3, 4, 5;
  INSERT INTO issue_cells (zoom, x, y, state_group, theme, count, sum_x, sum_y)
  SELECT 17, merc_x >> 13, merc_y >> 13, state_group, theme, count(*), sum(merc_x::bigint), sum(merc_y::bigint)
  FROM issues WHERE is_public AND merc_x IS NOT NULL GROUP BY 2, 3, 4, 5;
  FOR level IN REVERSE 16..5 LOOP
    INSERT INTO issue_cells (zoom, x, y, state_group, theme, count, sum_x, sum_y)
    SELECT level, x >> 1, y >> 1, state_group, theme, sum(count), sum(sum_x), sum(sum_y)
    FROM issue_cells WHERE zoom = level + 1 GROUP BY 2, 3, 4, 5;
  END LOOP;
  INSERT INTO issue_cells (zoom, x, y, state_group, theme, count, sum_x, sum_y)
  SELECT zoom + 100, x, y, CASE state_group WHEN 'fixed' THEN 'fixed' ELSE '' END, '', sum(count), sum(sum_x), sum(sum_y)
  FROM issue_cells GROUP BY 1, 2, 3, 4;
END
$$;

-- An instance from before these levels has none of them yet.
DO $$
BEGIN
  IF EXISTS (SELECT FROM issue_cells WHERE zoom = 13 AND count > 0) AND NOT EXISTS (SELECT FROM issue_cells WHERE zoom = 117 AND count > 0)
  THEN CALL app.rebuild_counts();
  END IF;
END
$$;
