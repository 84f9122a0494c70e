-- What generated columns of the tables need: pure functions over values. Repeated in TypeScript where the browser
-- or the rules need them (kernel/az-text.ts, kernel/geo.ts, issues/rules/lifecycle.ts); tests compare the two.
CREATE SCHEMA IF NOT EXISTS app;
--> statement-breakpoint
-- Search folding: Azerbaijani, Russian and Azerbaijani Cyrillic letters to plain Latin, spellings like "sh" to one letter
-- (kernel/az-text.ts says why each pair; a test compares the two).
CREATE FUNCTION app.fold(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(replace(replace(replace(translate(
  lower(normalize(value, NFC) COLLATE "und-x-icu"),
  'əıöüçşğqjwâîûéабвгғдеёәжзийіјкҝлмноөпрстуүфхһцчҹшщыэюя' || U&'\0307' || 'ʼ’‘''`ъь',
  'eioucsggcsaiueabvggdeoecziyiykglmnooprstuufxhsccssieue'
), 'dc', 'c'), 'sh', 's'), 'ch', 'c'), 'gh', 'g'), 'kh', 'x');
--> statement-breakpoint
-- Web-mercator integers, 2^30 to a side (kernel/geo.ts).
CREATE FUNCTION app.merc_x(lng double precision) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN floor((lng + 180) / 360 * 1073741824)::integer;
--> statement-breakpoint
CREATE FUNCTION app.merc_y(lat double precision) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN floor((1 - ln(tan(radians(lat)) + 1 / cos(radians(lat))) / pi()) / 2 * 1073741824)::integer;
--> statement-breakpoint
-- Group of a public state for filters and counts; null for what nobody outside sees.
CREATE FUNCTION app.state_group(state text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
  WHEN state IN ('published', 'forwarded', 'acknowledged', 'promised', 'refused', 'referred', 'disputed') THEN 'open'
  WHEN state = 'done_claimed' THEN 'claimed'
  WHEN state = 'verified_fixed' THEN 'fixed'
  WHEN state = 'closed' THEN 'closed'
END;
--> statement-breakpoint
CREATE SEQUENCE issue_ref_seq START 1001;
