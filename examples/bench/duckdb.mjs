// Counts and shares of the country by SQL in DuckDB, on one thread: the pupils of each home within the total of its site, estimated by
// largest remainders, added up per municipality. It prints a line for each: code;sites;fewest;most;estimate;cents.
//
//   node duckdb.mjs HOMES.csv      (position,site,total,home,fewest,most)
import { DuckDBInstance } from "@duckdb/node-api";

const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
const connection = await instance.connect();
const file = process.argv[2].replaceAll("'", "''");
const reader = await connection.runAndReadAll(`
with h as (
  select * from read_csv('${file}', header = true, columns = {'position': 'bigint', 'site': 'varchar', 'total': 'bigint', 'home': 'varchar', 'fewest': 'bigint', 'most': 'bigint'})
), s as (
  select site, sum(fewest) as f, sum(most) as m from h group by site
), j as (
  select h.*, f, m, most - fewest as width, total > 0 and total between f and m as fits from h join s using (site)
), p as (
  select *, case when fits and m > f then (total - f) * width // (m - f) else 0 end as part,
    case when fits and m > f then (total - f) * width % (m - f) else 0 end as remainder from j
), q as (
  select *, row_number() over (partition by site order by remainder desc, width desc, position) as turn, sum(part) over (partition by site) as parts from p
)
select home, count(*)::varchar as sites,
  sum(case when fits then greatest(fewest, total - (m - most)) else fewest end)::varchar as low,
  sum(case when fits then least(most, total - (f - fewest)) else most end)::varchar as high,
  sum(fewest + part + case when fits and turn <= total - f - parts then 1 else 0 end)::varchar as estimate,
  (240000 * sum(fewest + part + case when fits and turn <= total - f - parts then 1 else 0 end))::varchar as cents
from q where length(home) = 4 group by home order by home`);
process.stdout.write(reader.getRows().map((row) => row.join(";") + "\n").join(""));
