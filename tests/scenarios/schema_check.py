"""Holds the scenario and plan files of the project against the JSON Schemas. Exit 77: python3-jsonschema is not installed."""
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

root = pathlib.Path(sys.argv[1])
schema = json.loads((root / "scenarios/scenario.schema.json").read_text(encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)

faults = []
files = [f for f in sorted((root / "scenarios").glob("*.json")) if not f.name.endswith(".schema.json")]
for file in files:
    for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
        faults.append(f"{file.name}: {error.json_path}: {error.message}")

# What the loader refuses and a schema can say must not pass here.
bad = root / "tests/scenarios/bad"
for name in ("unknown-key", "months-text", "months-zero", "firms-few", "title-language", "no-calibration", "model-unknown-parameter",
             "model-above", "model-whole", "policy-without-lever", "policy-unknown-lever", "policy-parameter-range",
             "policy-parameter-of-another", "target-region-text", "target-size-unknown", "shock-unknown-kind",
             "shock-unknown-parameter", "shock-of-another-kind", "panel-unknown-variable", "output-events-number"):
    if validator.is_valid(json.loads((bad / f"{name}.json").read_text(encoding="utf-8"))):
        faults.append(f"{name}.json is wrong but passes the schema")

# The same of plans.
schema = json.loads((root / "scenarios/plan.schema.json").read_text(encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
plans = sorted(set((root / "scenarios/study").glob("*.json")) - {root / "scenarios/study/fit.json"})
for file in plans:
    for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
        faults.append(f"{file.name}: {error.json_path}: {error.message}")
files += plans
bad = root / "tests/scenarios/bad_plans"
for name in ("no-scenarios", "scenarios-empty", "scenarios-list", "unknown-key", "name-number", "title-language", "scenario-number",
             "inline-faults", "changes-keys", "changes-range", "replicates-zero", "replicates-fraction", "replicates-text",
             "replicates-huge", "replicates-first", "parameters-list", "parameter-text", "parameter-unknown-key",
             "parameter-no-pointer", "parameter-no-high", "parameter-both", "pointer-without-slash", "pointer-equals",
             "range-scale", "range-whole-text", "range-text", "values-empty", "values-text", "values-twice", "design-text",
             "design-no-kind", "design-unknown-kind", "design-key-of-another", "design-points-zero", "design-list-empty",
             "keep-text", "keep-unknown-key", "keep-indicators"):
    if validator.is_valid(json.loads((bad / f"{name}.json").read_text(encoding="utf-8"))):
        faults.append(f"{name}.json is wrong but passes the schema")

# And of calibrations.
schema = json.loads((root / "scenarios/calibrate.schema.json").read_text(encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
example = json.loads((root / "scenarios/study/fit.json").read_text(encoding="utf-8"))
faults += [f"fit.json: {error.json_path}: {error.message}" for error in validator.iter_errors(example)]
days = example["moments"]["days"]
for name, wrong in {"no moments": {**example, "moments": {}}, "no points": {k: v for k, v in example.items() if k != "points"},
                    "a design": {**example, "design": {"kind": "random", "points": 3}},
                    "both": {**example, "moments": {"days": {**days, "regularity": "drift.price"}}},
                    "no use": {**example, "moments": {"days": {k: v for k, v in days.items() if k != "use"}}},
                    "half a target": {**example, "moments": {"days": {**days, "target": {"value": 3}}}},
                    "listed values": {**example, "parameters": {"late": {"pointer": "/model/terms/late_share", "values": [0, 1]}}}}.items():
    if validator.is_valid(wrong):
        faults.append(f"a calibration with {name} is wrong but passes the schema")

print("\n".join(faults) or f"{len(files)} scenario and plan files follow their schemas")
sys.exit(1 if faults or not files else 0)
