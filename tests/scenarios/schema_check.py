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
plans = sorted((root / "scenarios/study").glob("*.json"))
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

print("\n".join(faults) or f"{len(files)} scenario and plan files follow their schemas")
sys.exit(1 if faults or not files else 0)
