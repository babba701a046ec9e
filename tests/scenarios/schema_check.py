"""Holds the scenario files of the project against the JSON Schema. Exit 77: python3-jsonschema is not installed."""
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
files = [f for f in sorted((root / "scenarios").glob("*.json")) if f.name != "scenario.schema.json"]
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

print("\n".join(faults) or f"{len(files)} scenario files follow the schema")
sys.exit(1 if faults or not files else 0)
