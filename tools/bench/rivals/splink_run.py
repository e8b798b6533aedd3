"""Splink 4 on DuckDB over an exported list; prints one JSON line of times, memory and pair quality.

    python splink_run.py LIST.csv [--labels TRAIN.csv] [--threads 2]

Without --labels the model is trained on the list itself (u by random sampling, m by EM on two rules). With
--labels m comes from the persons of TRAIN.csv, and u from random sampling on the list.
"""
import argparse, json, resource, time
import duckdb
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
import splink.comparison_library as cl

parser = argparse.ArgumentParser()
parser.add_argument("list")
parser.add_argument("--labels")
parser.add_argument("--threads", type=int, default=2)
args = parser.parse_args()

READ = "read_csv(?, all_varchar=true, nullstr='')"
con = duckdb.connect()
con.execute(f"set threads={args.threads}")
con.execute(f"create table people as select id::int as unique_id, * exclude (id) from {READ}", [args.list])

RULES = [
    block_on("nik"), block_on("dob", "area"), block_on("dob", "first"), block_on("name", "area"),
    block_on("phone"), block_on("dob", "last"), block_on("address", "area", "first"),
]
def settings():
    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=RULES,
        comparisons=[
            cl.JaroWinklerAtThresholds("first", [0.92, 0.85]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("last", [0.92, 0.85]),
            cl.JaroWinklerAtThresholds("name", [0.95, 0.88]),
            cl.DamerauLevenshteinAtThresholds("dob", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("nik", [1, 3]),
            cl.ExactMatch("area"), cl.ExactMatch("sex"), cl.ExactMatch("phone"), cl.ExactMatch("address"),
            cl.ExactMatch("kk"), cl.JaroWinklerAtThresholds("mother", [0.9]),
        ],
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )

def linker_on(table, made):
    return Linker(table, made, db_api=DuckDBAPI(connection=con))

times = {}
def timed(name, work):
    start = time.perf_counter()
    result = work()
    times[name] = round(time.perf_counter() - start, 2)
    return result

if args.labels:
    con.execute(f"create table labelled as select id::int as unique_id, * exclude (id) from {READ}", [args.labels])
    taught = linker_on("labelled", settings())
    taught.training.estimate_probability_two_random_records_match([block_on("nik")], recall=0.7)
    taught.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    taught.training.estimate_m_from_label_column("person")
    made = taught.misc.save_model_to_json()
    linker = linker_on("people", made)
    def train():
        linker.training.estimate_probability_two_random_records_match([block_on("nik")], recall=0.7)
        linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
else:
    linker = linker_on("people", settings())
    def train():
        linker.training.estimate_probability_two_random_records_match([block_on("nik")], recall=0.7)
        linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("dob", "area"))
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("nik"))

timed("train", train)
pairs = timed("predict", lambda: linker.inference.predict(threshold_match_probability=0.001))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

con.execute(f"""create table judged as
  select p.match_weight as weight, p.match_probability as p, a.person = b.person as same
  from {pairs.physical_name} p
  join people a on a.unique_id = p.unique_id_l join people b on b.unique_id = p.unique_id_r""")
true = con.execute("select sum(n * (n - 1) / 2) from (select count(*) n from people group by person)").fetchone()[0]
def quality(right, linked):
    precision, recall = right / max(linked, 1), right / true
    return dict(precision=round(precision, 4), recall=round(recall, 4), f1=round(2 * right / (linked + true), 4))
# The best of all thresholds, chosen with the truth at hand: more than any user of it could know.
best_right, best_linked, best_weight = con.execute("""
  with cut as (select distinct round(weight, 1) as w from judged)
  select count(*) filter (same) as r, count(*) as l, w from cut join judged on judged.weight >= w
  group by w order by 2.0 * r / (l + ?) desc limit 1""", [true]).fetchone()
best = dict(weight=best_weight, **quality(best_right, best_linked))
at_095 = quality(*con.execute("select count(*) filter (same), count(*) from judged where p >= 0.95").fetchone())
print(json.dumps(dict(rows=con.execute("select count(*) from people").fetchone()[0],
    pairs=con.execute("select count(*) from judged").fetchone()[0], times=times, peak_mb=peak // 1024,
    best=best, at_095=at_095)))
