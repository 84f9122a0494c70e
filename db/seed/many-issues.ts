import type postgres from 'postgres';

/**
 * Invented published reports for measuring: spread over the demo's nine regions in clumps, as towns are, over all
 * public categories and states and two years. One INSERT … SELECT that computes every column (a later UPDATE of a
 * million rows would double the table); counts are rebuilt afterwards. Minutes for a million.
 */
export async function seedManyIssues(sql: postgres.Sql, count: number): Promise<void> {
  if (!Number.isInteger(count) || count < 1 || count > 5_000_000)
    throw new Error('--issues takes a number from 1 to 5000000');
  await sql.begin(async (tx) => {
    // The rows come in without the triggers that keep the counts; they are counted once at the end.
    await tx`set local session_replication_role = replica`;
    await tx`set local synchronous_commit = off`;
    await tx`
      with places as (
        select row_number() over (order by o.slug) - 1 as number, o.id as organisation_id, r.region, o.lat, o.lng, o.town, count(*) over () as total
        from organisations o join lateral (select region from organisation_regions where organisation_id = o.id order by region limit 1) r on true
        where o.state = 'approved' and o.kind <> 'team' and o.lat is not null
      ),
      categories as (select row_number() over () - 1 as number, category, theme, count(*) over () as total from (
        values ('road_surface', 'infrastructure'), ('street_light', 'infrastructure'), ('water_supply', 'infrastructure'), ('sewage', 'infrastructure'),
               ('electricity', 'infrastructure'), ('gas', 'infrastructure'), ('bridge', 'infrastructure'), ('waste', 'ecology'), ('river_pollution', 'ecology'),
               ('green_space', 'ecology'), ('tree_felling', 'ecology'), ('school', 'social'), ('health', 'social'), ('elderly', 'social'), ('women_safety', 'gender')
      ) as list (category, theme)),
      states as (select row_number() over () - 1 as number, state from unnest(array[
        'published', 'published', 'published', 'forwarded', 'forwarded', 'acknowledged', 'promised', 'refused', 'done_claimed', 'verified_fixed', 'verified_fixed', 'closed'
      ]) as state),
      -- Pseudo-random, the same each time: a squared radius makes the middle of each town denser.
      numbers as (
        select n, (n::bigint * 2654435761 % 1000003)::float8 / 1000003 as a, (n::bigint * 40503 % 999983)::float8 / 999983 as b, (n::bigint * 9301 + 49297) % 233280 as c
        from generate_series(1, ${count}) as n
      )
      insert into issues (id, ref, organisation_id, client_id, state, category, theme, region, place, title, details, public_title, public_details, public_place,
                          locale, source, sensitivity, exact_lat, exact_lng, public_lat, public_lng, confirmations, created_at, published_at, updated_at)
      select gen_random_uuid(), nextval('issue_ref_seq'), p.organisation_id, gen_random_uuid(), s.state, k.category, k.theme, p.region, p.town, v.title, v.details, v.title, v.details, p.town,
             'az', 'import', 0, v.lat, v.lng, v.lat, v.lng, (x.c % 60)::integer, v.at, v.at, v.at
      from numbers x
      join places p on p.number = x.c % p.total
      join categories k on k.number = (x.n * 7 + x.c) % k.total
      join states s on s.number = (x.n * 5 + x.c / 3) % 12
      cross join lateral (
        select p.town || ': ' || k.category || ' ' || x.n as title,
               'Ölçmə üçün uydurulmuş bildiriş ' || x.n || '. Küçədə vəziyyət dəyişməyib, sakinlər cavab gözləyir.' as details,
               round((p.lat + 0.16 * x.a * x.a * sin(6.2831853 * x.b))::numeric, 5)::float8 as lat,
               round((p.lng + 0.2 * x.a * x.a * cos(6.2831853 * x.b))::numeric, 5)::float8 as lng,
               now() - make_interval(secs => 3600 + (x.n::float8 / ${count}) * 63072000) as at
      ) v`;
  });
  await sql`call app.rebuild_counts()`;
  await sql`vacuum analyze issues`;
}
